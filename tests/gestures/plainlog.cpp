// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/plainlog.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

/// What the catalogue says of the codes that occur. Written down here once more, so that it is not asked.
struct KnownCode
{
    QByteArrayView text;
    QByteArrayView resultClass;
    bool isProblem;
};

constexpr std::array knownCodes = {
    KnownCode{"200", "allowed", false},  KnownCode{"304", "allowed", false}, KnownCode{"302", "redirected", false},
    KnownCode{"404", "failed", false},   KnownCode{"502", "failed", true},   KnownCode{"11001", "failed", true},
    KnownCode{"10060", "failed", true},  KnownCode{"995", "closed", false},  KnownCode{"12202", "denied", true},
    KnownCode{"12209", "denied", false},
};

const KnownCode* knownCode(const QByteArray& text)
{
    const auto found = std::ranges::find(knownCodes, text, &KnownCode::text);
    return found == knownCodes.end() ? nullptr : &*found;
}

constexpr const char* header =
    "#Software: Microsoft Forefront Threat Management Gateway\r\n"
    "#Version: 2.0\r\n"
    "#Fields: c-ip\tcs-username\tdate\ttime\tr-host\ttime-taken\tsc-bytes\tcs-bytes\ts-operation"
    "\trule\tcs-uri\tsc-status\r\n";

QByteArray randomNumber(std::mt19937& random)
{
    static const QByteArrayList difficult = {"0",          "-1",         "-2147483649",      "2147483647", "2147483648",
                                             "4294967295", "4294967296", "9007199254740993", "-",          ""};
    return numberFrom(random, 0, 2) == 0 ? oneOf(random, difficult)
                                         : QByteArray::number(numberFrom(random, 0, 100'000));
}

QByteArray randomRecord(std::mt19937& random, qint64 moment)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(moment, QTimeZone::UTC);
    const QByteArray host = "host" + QByteArray::number(numberFrom(random, 1, 6)) + ".example";
    static const QByteArrayList users = {"anonymous", "anna", "berta", "CONTOSO\\carl", "d\xC3\xB6rte", "-"};
    static const QByteArrayList methods = {"GET", "POST", "CONNECT"};
    static const QByteArrayList rules = {"Allow all", "Deny rest", "[System] Allow DNS", "-"};
    QByteArray code = oneOf(random, knownCodes).text.toByteArray();
    if (numberFrom(random, 0, 30) == 0)
        code = "-";
    return QByteArrayList{"10.0.0." + QByteArray::number(numberFrom(random, 1, 14)),
                          oneOf(random, users),
                          time.date().toString(Qt::ISODate).toLatin1(),
                          time.time().toString(u"HH:mm:ss"_s).toLatin1(),
                          host,
                          randomNumber(random),
                          randomNumber(random),
                          randomNumber(random),
                          oneOf(random, methods),
                          oneOf(random, rules),
                          "http://" + host + "/page" + QByteArray::number(numberFrom(random, 1, 20)),
                          code}
        .join('\t');
}

/// Breaks @p record in one of the ways in which logs are broken.
QByteArray broken(std::mt19937& random, const QByteArray& record)
{
    QByteArrayList cells = record.split('\t');
    switch (numberFrom(random, 0, 3)) {
    case 0: // cut short
        return cells.first(numberFrom(random, 1, int(cells.size()) - 1)).join('\t');
    case 1:
        cells[2] = "2010-02-30";
        break;
    case 2:
        cells[3] = "24:00:01";
        break;
    default:
        cells.last() = "many";
        break;
    }
    return cells.join('\t');
}

bool isNumber(const QByteArray& text)
{
    bool isOne = false;
    (void)text.toLongLong(&isOne);
    return isOne;
}

std::optional<qint64> momentOf(const QByteArray& date, const QByteArray& time)
{
    const QDate day = QDate::fromString(QString::fromLatin1(date), Qt::ISODate);
    const QTime ofDay = QTime::fromString(QString::fromLatin1(time), u"HH:mm:ss"_s);
    return day.isValid() && ofDay.isValid() ? std::optional(QDateTime(day, ofDay, QTimeZone::UTC).toSecsSinceEpoch())
                                            : std::nullopt;
}

} // namespace

void PlainLog::add(const QString& name, const QByteArray& bytes)
{
    const int log = int(names.size());
    names += name;
    const QByteArrayList lines = bytes.split('\n');
    for (QByteArray line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith("#Fields: "))
            titles = line.sliced(sizeof("#Fields: ") - 1).split('\t');
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        PlainRecord record{.line = line, .cells = line.split('\t'), .log = log};
        record.moment = momentOf(cell(record, "date"), cell(record, "time"));
        const QByteArray text = code(record);
        record.isMalformed =
            record.cells.size() < titles.size() || !record.moment || !(text.isEmpty() || text == "-" || isNumber(text));
        records.push_back(record);
    }
}

QByteArray PlainLog::cell(const PlainRecord& record, QByteArrayView title) const
{
    return record.cells.value(std::ranges::find(titles, title) - titles.begin());
}

QByteArray PlainLog::value(const PlainRecord& record, QByteArrayView title) const
{
    const QByteArray text = cell(record, title).trimmed();
    return text == "-" ? QByteArray() : text;
}

std::optional<qint64> PlainLog::number(const PlainRecord& record, QByteArrayView title) const
{
    bool isOne = false;
    const qint64 number = value(record, title).toLongLong(&isOne);
    return isOne ? std::optional(number) : std::nullopt;
}

QByteArray PlainLog::resultClass(const PlainRecord& record) const
{
    const KnownCode* known = knownCode(code(record));
    return known ? known->resultClass.toByteArray() : "unknown"_ba;
}

bool PlainLog::isProblem(const PlainRecord& record) const
{
    const KnownCode* known = knownCode(code(record));
    return known && known->isProblem;
}

QByteArray randomWebLog(std::mt19937& random, int rows, qint64 begin)
{
    QByteArray log = header;
    qint64 moment = begin;
    for (int row = 0; row < rows; ++row) {
        moment += numberFrom(random, -60, 600);
        const QByteArray record = randomRecord(random, moment);
        log += (numberFrom(random, 0, 24) == 0 ? broken(random, record) : record) + "\r\n";
    }
    return log;
}

qint64 difficultMoment(std::mt19937& random)
{
    static const QStringList moments = {u"1999-12-31T20:00:00Z"_s, u"2008-02-28T22:00:00Z"_s, u"2010-03-27T22:00:00Z"_s,
                                        u"2010-10-30T22:00:00Z"_s, u"2037-12-31T20:00:00Z"_s, u"2038-01-19T01:00:00Z"_s,
                                        u"2040-02-28T22:00:00Z"_s, u"2100-02-28T20:00:00Z"_s};
    return QDateTime::fromString(oneOf(random, moments), Qt::ISODate).toSecsSinceEpoch();
}

} // namespace TmgLens::Test
