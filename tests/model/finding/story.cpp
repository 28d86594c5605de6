// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/model/finding/story.h"

#include "model/finding/findingsentence.h"
#include "model/format/fieldcutter.h"
#include "model/format/ipaddress.h"
#include "tests/generator/cast.h"
#include "tests/generator/dayplan.h"
#include "tests/generator/firewallrecord.h"
#include "tests/generator/webrecord.h"
#include "tests/support/testlog.h"

#include <QRegularExpression>

#include <algorithm>
#include <memory>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

LogTime timeOf(const QByteArray& text)
{
    const QByteArray whole = text.contains('T') ? text : "2010-05-12T" + text;
    const qsizetype clock = whole.indexOf('T') + 1;
    const QDateTime time(QDate::fromString(QString::fromLatin1(whole.first(clock - 1)), Qt::ISODate),
                         QTime::fromString(QString::fromLatin1(whole.sliced(clock)), u"h:mm:ss"_s), QTimeZone::UTC);
    if (!time.isValid())
        qFatal("A story has no time “%s”.", text.constData());
    return LogTime(std::chrono::seconds(time.toSecsSinceEpoch()));
}

/// @p text with the places `{n}` filled in.
QByteArray filledIn(const QByteArray& text, int n)
{
    static const QRegularExpression places(u"\\{n((?:[%/*+]\\d+)*)\\}"_s);
    static const QRegularExpression steps(u"([%/*+])(\\d+)"_s);
    QString result = QString::fromUtf8(text);
    for (auto place = places.match(result); place.hasMatch(); place = places.match(result)) {
        int value = n;
        for (const auto& step : steps.globalMatch(place.captured(1))) {
            const int other = step.captured(2).toInt();
            const QString operation = step.captured(1);
            value = operation == "%"_L1 ? value % other
                : operation == "/"_L1   ? value / other
                : operation == "*"_L1   ? value * other
                                        : value + other;
        }
        result.replace(place.capturedStart(), place.capturedLength(), QString::number(value));
    }
    return result.toUtf8();
}

void addRecords(QList<StoryRecord>& records, const QByteArray& line)
{
    QByteArrayList words = line.simplified().split(' ');
    int count = 1;
    int distance = 0;
    const LogTime first = timeOf(words.takeFirst());
    if (words.first().startsWith('x')) {
        const QByteArrayList repeated = words.takeFirst().sliced(1).split('/');
        count = repeated.first().toInt();
        distance = repeated.value(1, "0").toInt();
    }
    if (words.size() < 4)
        qFatal("A story has a line that lacks something: %s", line.constData());
    for (int n = 0; n < count; ++n) {
        StoryRecord record{.time = first + std::chrono::seconds(n * distance),
                           .log = words[0] == "web" ? LogKind::Web : LogKind::Firewall,
                           .client = filledIn(words[1], n),
                           .host = filledIn(words[2], n),
                           .code = words[3].toUInt(nullptr, 0)};
        for (const QByteArray& word : words.sliced(4))
            record.others.insert(word.first(word.indexOf('=')), filledIn(word.sliced(word.indexOf('=') + 1), n));
        records.append(record);
    }
}

ExpectedFinding expectedFinding(const QByteArray& line)
{
    static const QRegularExpression parts(u"^= *(?:(\\w+) ((?:\\d+-\\d+-\\d+T)?[\\d:]+)-(\\S+) (\\d+)(?:: (.*))?)?$"_s);
    const auto match = parts.match(QString::fromUtf8(line.trimmed()));
    if (!match.hasMatch())
        qFatal("A story expects something odd: %s", line.constData());
    if (!match.hasCaptured(1))
        return {};
    return {.severity = findingSeverity(match.captured(1)),
            .first = timeOf(match.captured(2).toLatin1()),
            .last = timeOf(match.captured(3).toLatin1()),
            .records = match.captured(4).toULongLong(),
            .sentence = match.captured(5)};
}

Story begunStory(const QByteArray& line)
{
    const QString text = QString::fromUtf8(line.sliced(1)).simplified();
    Story story{.pattern = text.section(u' ', 0, 0), .kind = text.section(u' ', 1, 1), .title = text.section(u' ', 2)};
    if (story.kind != "found"_L1 && story.kind != "not"_L1 && story.kind != "border"_L1)
        qFatal("A story is of no kind: %s", line.constData());
    return story;
}

Generator::Address address(std::string_view text)
{
    const auto parsed = parseAddress(text);
    return parsed && parsed->isV4() ? Generator::Address{.v4 = quint32(parsed->low)} : Generator::Address{.v6 = text};
}

std::string_view network(std::string_view told, std::string_view address)
{
    if (told == "outside")
        return "External";
    if (told == "firewall")
        return "Local Host";
    if (told == "inside" || (told.empty() && (address.starts_with("10.") || address.starts_with("0."))))
        return "Internal";
    return told.empty() ? "External" : told;
}

void write(Generator::RecordWriter& writer, const StoryRecord& told)
{
    const std::string_view server =
        told.other("server", told.client.startsWith("10.") ? "203.0.113.200" : "10.0.0.200");
    Generator::WebRecord record;
    record.client = address(toStringView(told.client));
    record.user = told.other("user", "anonymous");
    record.agent = told.other("agent", "Browser");
    record.host = told.host == "-" ? std::string_view() : toStringView(told.host);
    record.server = address(server);
    record.port = told.others.value("port", "80").toUInt();
    record.method = told.other("method", "GET");
    record.url = told.other("url", "http://" + told.host.toStdString() + "/");
    record.status = told.code;
    record.sourceNetwork = network(told.other("from"), toStringView(told.client));
    record.targetNetwork = network(told.other("to"), server);
    record.action = told.code < 400 ? "Allowed" : "Denied";
    Generator::writeWebRecord(writer, record, 1);
}

void writePacket(Generator::RecordWriter& writer, const StoryRecord& told)
{
    const auto port = [](const QByteArray& endpoint, std::string_view address) {
        return endpoint.sliced(qsizetype(address.size())).replace(']', "").replace(':', "").toUInt();
    };
    const auto bare = [](std::string_view text) {
        text = withoutPort(text);
        return text.starts_with('[') ? text.substr(1, text.size() - 2) : text;
    };
    const std::string_view source = withoutPort(toStringView(told.client));
    const std::string_view target = withoutPort(toStringView(told.host));
    const Generator::Person person{.user = std::string(told.other("user")), .computer = {}, .address = {}, .agent = {}};
    const bool closes = told.code >> 8 == 0x80074e;
    Generator::FirewallRecord record;
    record.transport = told.other("transport", "TCP");
    record.source = address(bare(toStringView(told.client)));
    record.sourcePort = port(told.client, source);
    record.target = address(bare(toStringView(told.host)));
    record.targetPort = port(told.host, target);
    record.sourceNetwork = network(told.other("from"), source);
    record.targetNetwork = network(told.other("to"), target);
    record.action = told.other("action", told.code == 0 ? "Establish" : closes ? "Terminate" : "Denied");
    record.status = told.code;
    record.rule = told.other("rule");
    record.received = told.others.value("bytes", "0").toULongLong();
    record.milliseconds = told.others.value("ms", "0").toULongLong();
    record.client = person.user.empty() ? nullptr : &person;
    Generator::writeFirewallRecord(writer, record);
}

struct CloseFile
{
    void operator()(std::FILE* file) const { std::fclose(file); }
};

QByteArray contentOf(std::FILE* file)
{
    std::fseek(file, 0, SEEK_END);
    QByteArray bytes(std::ftell(file), '\0');
    std::rewind(file);
    if (std::fread(bytes.data(), 1, std::size_t(bytes.size()), file) != std::size_t(bytes.size()))
        qFatal("A log that was written cannot be read.");
    return bytes;
}

} // namespace

std::string_view StoryRecord::other(const QByteArray& word, std::string_view otherwise) const
{
    const auto found = others.constFind(word);
    return found == others.cend() ? otherwise : toStringView(*found);
}

QList<Story> Story::read(const QByteArray& text)
{
    QList<Story> stories;
    for (const QByteArray& line : text.split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith(':'))
            stories.append(begunStory(line));
        else if (line.startsWith('='))
            stories.last().expected.append(expectedFinding(line));
        else if (line.startsWith('~'))
            stories.last().alsoFound = QString::fromUtf8(line.sliced(1)).split(u' ', Qt::SkipEmptyParts);
        else
            addRecords(stories.last().records, line);
    }
    for (Story& story : stories)
        std::ranges::stable_sort(story.records, {}, &StoryRecord::time);
    return stories;
}

QByteArray Story::log(LogKind asked, Generator::TextFormat format) const
{
    if (std::ranges::none_of(records, [asked](const StoryRecord& record) { return record.log == asked; }))
        return {};
    const std::unique_ptr<std::FILE, CloseFile> file(std::tmpfile());
    Generator::RecordWriter writer(file.get(), format);
    if (asked == LogKind::Web)
        Generator::writeWebHeader(writer, {});
    else
        Generator::writeFirewallHeader(writer, {});
    for (const StoryRecord& record : records) {
        if (record.log != asked)
            continue;
        writer.setTime(std::chrono::sys_seconds(record.time.time_since_epoch()));
        if (asked == LogKind::Web)
            write(writer, record);
        else
            writePacket(writer, record);
    }
    if (!writer.flush())
        qFatal("A log cannot be written.");
    return contentOf(file.get());
}

RecordIndex Story::index(Generator::TextFormat format) const
{
    RecordIndex index;
    index.chooseServerZone(QTimeZone(int(std::chrono::seconds(Generator::serverZone).count())));
    for (const LogKind each : {LogKind::Web, LogKind::Firewall}) {
        const QByteArray bytes = log(each, format);
        if (bytes.isEmpty())
            continue;
        const auto blocks = blocksOf(bytes, each == LogKind::Web ? u"web.log"_s : u"firewall.log"_s);
        if (!blocks)
            qFatal("A log that was written is none.");
        for (const BlockPointer& block : *blocks)
            index.append(block);
    }
    return index;
}

FindingsPointer findingsIn(const RecordIndex& index)
{
    const auto patterns = builtInPatterns();
    if (!patterns)
        qFatal("%s", qPrintable(patterns.error()));
    FindingSearch search(*patterns);
    if (!search.goOn(index, {}))
        qFatal("The log cannot be read.");
    return search.findings(index);
}

QString toldOf(const Finding& finding)
{
    const auto told = [](LogTime time) {
        const QDateTime moment = QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
        return moment.date() == QDate(2010, 5, 12) ? moment.toString(u"h:mm:ss"_s)
                                                   : moment.toString(u"yyyy-MM-dd'T'h:mm:ss"_s);
    };
    return u"%1 %2 %3-%4 %5: %6"_s.arg(finding.pattern->id, keyword(finding.severity), told(finding.first),
                                       told(finding.last), QString::number(finding.records.size()),
                                       findingSentence(finding));
}

} // namespace TmgLens::Test
