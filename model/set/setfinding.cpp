// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/setfinding.h"

#include "model/source/logname.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Logs that follow each other: of a folder, and a kind as names have it.
using Series = std::pair<QString, QString>;

/// By series and day: the numbers that are there.
using Days = std::map<QDate, std::set<int>>;

/// The folder that a log lies in: that of its file, and the one within the archive that the file is. An archive of one
/// log counts as that log.
QString folderOf(const SetMember& member)
{
    const QString within = member.address.member.section(u'/', 0, -2);
    const QString folder = member.address.file.section(u'/', 0, -2);
    return within.isEmpty() ? folder : QString(folder + u'/' + within);
}

/// The name of the log without its folder.
QString ownName(const SetMember& member)
{
    return (member.address.member.isEmpty() ? member.address.file : member.address.member).section(u'/', -1);
}

void addMissingDays(const QString& series, const Days& days, std::vector<SetFinding>& findings)
{
    for (auto day = days.begin(), next = std::next(day); next != days.end(); day = next++) {
        if (day->first.addDays(1) < next->first)
            findings.push_back({.kind = SetFinding::Kind::MissingDays,
                                .log = series,
                                .firstDay = day->first.addDays(1),
                                .lastDay = next->first.addDays(-1)});
    }
}

void addMissingNumbers(const QString& series, const QDate& day, const std::set<int>& numbers,
                       std::vector<SetFinding>& findings)
{
    int expected = 0; // the first log of a day
    for (const int number : numbers) {
        if (number > expected)
            findings.push_back({.kind = SetFinding::Kind::MissingNumbers,
                                .log = series,
                                .firstDay = day,
                                .lastDay = day,
                                .firstNumber = expected,
                                .lastNumber = number - 1});
        expected = number + 1;
    }
}

/// The folder of a member with the kind of its log: within these, logs follow each other.
std::pair<QString, LogKind> shelfOf(const SetMember& member)
{
    return {folderOf(member), member.layout->kind};
}

/// Members of a shelf in the order of their times, each of which overlaps the latest one before.
void addOverlaps(const std::vector<SetMember>& members, std::vector<std::size_t> shelf,
                 std::vector<SetFinding>& findings)
{
    std::ranges::stable_sort(shelf, {}, [&](std::size_t member) { return members[member].firstTime; });
    std::size_t latest = shelf.front();
    for (const std::size_t member : std::span(shelf).subspan(1)) {
        // A log goes on within the second in which the one before was full.
        if (members[member].firstTime < members[latest].lastTime)
            findings.push_back({.kind = SetFinding::Kind::Overlap, .members = {member, latest}});
        if (members[member].lastTime > members[latest].lastTime)
            latest = member;
    }
}

QString nameOf(std::size_t member, const std::vector<SetMember>& members)
{
    return members[member].name;
}

QString numberText(int number)
{
    return QString::number(number).rightJustified(3, u'0');
}

QString describeDays(const SetFinding& finding)
{
    const QString first = finding.firstDay.toString(Qt::ISODate);
    if (finding.firstDay == finding.lastDay)
        return QCoreApplication::translate("SetFinding", "There is no %1 log of %2.").arg(finding.log, first);
    return QCoreApplication::translate("SetFinding", "There are no %1 logs from %2 to %3 (%4 days).")
        .arg(finding.log, first, finding.lastDay.toString(Qt::ISODate))
        .arg(finding.firstDay.daysTo(finding.lastDay) + 1);
}

QString describeNumbers(const SetFinding& finding)
{
    const QString day = finding.firstDay.toString(Qt::ISODate);
    if (finding.firstNumber == finding.lastNumber)
        return QCoreApplication::translate("SetFinding", "The %1 log %2 of %3 is not there.")
            .arg(finding.log, numberText(finding.firstNumber), day);
    return QCoreApplication::translate("SetFinding", "The %1 logs %2 to %3 of %4 are not there.")
        .arg(finding.log, numberText(finding.firstNumber), numberText(finding.lastNumber), day);
}

} // namespace

std::vector<SetFinding> findGaps(const std::vector<SetMember>& members)
{
    std::vector<SetFinding> findings;
    std::map<Series, Days> series;
    std::set<QString> folders;
    std::map<std::pair<QString, LogKind>, std::vector<std::size_t>> shelves;
    for (std::size_t i = 0; i < members.size(); ++i) {
        folders.insert(folderOf(members[i]));
        if (const auto log = logName(ownName(members[i])))
            series[{folderOf(members[i]), log->kind}][log->day].insert(log->number);
        if (members[i].firstTime != invalidTime)
            shelves[shelfOf(members[i])].push_back(i);
    }
    for (const auto& [place, days] : series) {
        // The folder is worth a word if there are several.
        const QString name =
            folders.size() > 1 ? QString(place.first.section(u'/', -1) + u'/' + place.second) : place.second;
        addMissingDays(name, days, findings);
        for (const auto& [day, numbers] : days)
            addMissingNumbers(name, day, numbers, findings);
    }
    for (const auto& [place, shelf] : shelves)
        addOverlaps(members, shelf, findings);
    return findings;
}

std::vector<SetFinding> withDuplicates(const std::vector<SetFinding>& gaps, std::vector<SetFinding> duplicates)
{
    std::vector<SetFinding> findings = std::move(duplicates);
    const std::size_t duplicateCount = findings.size();
    const auto isOfDuplicates = [&](const SetFinding& gap) {
        return gap.kind == SetFinding::Kind::Overlap
            && std::ranges::contains(std::span(findings).first(duplicateCount), gap.members, &SetFinding::members);
    };
    for (const SetFinding& gap : gaps)
        if (!isOfDuplicates(gap))
            findings.push_back(gap);
    return findings;
}

QString describeSetFinding(const SetFinding& finding, const std::vector<SetMember>& members)
{
    switch (finding.kind) {
    case SetFinding::Kind::MissingDays:
        return describeDays(finding);
    case SetFinding::Kind::MissingNumbers:
        return describeNumbers(finding);
    case SetFinding::Kind::Overlap:
        return QCoreApplication::translate("SetFinding", "%1 tells of times that are in %2 too.")
            .arg(nameOf(finding.members[0], members), nameOf(finding.members[1], members));
    case SetFinding::Kind::Duplicate:
        break;
    }
    return QCoreApplication::translate("SetFinding", "%1 is the same log as %2, byte for byte.")
        .arg(nameOf(finding.members[0], members), nameOf(finding.members[1], members));
}

} // namespace TmgLens
