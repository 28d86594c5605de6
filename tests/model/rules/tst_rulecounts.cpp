// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulecounts.h"

#include "model/filter/exactvalue.h"
#include "model/filter/filtermatcher.h"
#include "model/format/fieldcutter.h"
#include "model/format/ipaddress.h"
#include "model/index/recordreader.h"
#include "tests/support/gonesource.h"
#include "tests/support/testlog.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestRuleCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsPlainLoop_data();
    void countsAsPlainLoop();
    void countsWhatTheFilterFinds();
    void takesFurtherRulesTogether();
    void limitsWhatIsToldApart();
    void tellsFrequentCodesAlone();
    void omitsLogsWithoutRules();
    void tellsReadErrors();
    void stops();
};

namespace {

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(TMGLENS_TEST_DATA "/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A web log with rules that have strange names, addresses in several spellings, and records that are too short.
QByteArray hostileLog(int records)
{
    const QByteArrayList rules = {"-", "", "a", "A", "a,b", "\"a\"", "=cmd", "J\xC3\xB6rg", "J\xF6rg", "\x01"};
    const QByteArrayList ends = {"-",         "10.0.0.1", "10.0.0.1:80", "::ffff:10.0.0.1",
                                 "FE80::1%4", "fe80::1",  "WWW.example"};
    QRandomGenerator random(7);
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n"
                     "#Fields: c-ip\tr-host\tr-ip\tdate\ttime\tsc-status\trule\r\n";
    const auto any = [&random](const QByteArrayList& list) { return list[random.bounded(list.size())]; };
    for (int i = 0; i < records; ++i) {
        QByteArrayList record = {any(ends),
                                 random.bounded(3) == 0 ? "www.EXAMPLE"_ba : any(ends),
                                 any(ends),
                                 "2010-05-1" + QByteArray::number(random.bounded(4)),
                                 random.bounded(9) == 0 ? "nonsense"_ba
                                                        : "10:00:0" + QByteArray::number(random.bounded(9)),
                                 any({"200", "12209", "11001", "0x80074E20", "nonsense", "13"}),
                                 any(rules)};
        if (random.bounded(9) == 0)
            record.resize(random.bounded(1, 7));
        log += record.join('\t') + "\r\n";
    }
    return log;
}

/// The logs as one document, whose servers are in Berlin.
RecordIndex indexOfAll(const QByteArrayList& logs)
{
    RecordIndex index;
    index.chooseServerZone(QTimeZone("Europe/Berlin"));
    if (logs.size() == 1) {
        index = indexInBlocks(logs.front(), 300);
        index.chooseServerZone(QTimeZone("Europe/Berlin"));
        return index;
    }
    for (qsizetype i = 0; i < logs.size(); ++i) {
        const auto blocks = blocksOf(logs[i], u"%1.log"_s.arg(i));
        for (const BlockPointer& block : *blocks)
            index.append(block);
    }
    return index;
}

/// What a plain loop knows of a rule.
struct Expected
{
    quint64 records = 0;
    std::map<ResultClass, quint64> classes = {};
    std::map<quint32, quint64> codes = {}; // by CodeIndex
    std::set<std::string> clients = {};
    std::set<QString> destinations = {};
    LogTime first = invalidTime;
    LogTime last = invalidTime;
};

/// The cells of a record, each for itself.
class PlainRecord
{
public:
    explicit PlainRecord(const RecordIndex::Place& place)
        : m_layout(*place.part->block->layout)
        , m_bytes(readRecord(place).value())
    {
        cutFields(toStringView(m_bytes), m_layout, m_cells, m_unescaped);
    }

    [[nodiscard]] std::string_view cell(FieldId id) const
    {
        const auto place = fieldPosition(m_layout, id);
        const std::string_view cell = place && *place < m_cells.size() ? m_cells[*place] : std::string_view();
        return isEmptyCell(cell) ? std::string_view() : cell;
    }

private:
    const LogLayout& m_layout;
    QByteArray m_bytes;
    std::vector<std::string_view> m_cells;
    std::string m_unescaped;
};

std::map<QString, Expected> plainCounts(const RecordIndex& index, const std::vector<quint32>& records)
{
    std::map<QString, Expected> rules;
    for (const quint32 number : records) {
        const RecordIndex::Place place = index.place(RecordNumber(number));
        const PlainRecord record(place);
        Expected& rule = rules[cellText(record.cell(FieldId::Rule))];
        ++rule.records;
        const CodeIndex code = index.code(RecordNumber(number));
        ++rule.codes[qToUnderlying(code)];
        ++rule.classes[index.codes().at(code).result.entry.resultClass];
        rule.clients.insert(
            Filter::exactValue(Filter::fieldName(u"client"_s), withoutPort(record.cell(FieldId::Client))));
        const std::string_view host = record.cell(FieldId::Host);
        const std::string_view destination = host.empty() ? record.cell(FieldId::Destination) : host;
        rule.destinations.insert(
            QString::fromStdString(Filter::exactValue(Filter::fieldName(u"dest"_s), withoutPort(destination)))
                .toLower());
        if (const LogTime moment = place.part->block->time(place.record); moment != invalidTime) {
            rule.first = rule.first == invalidTime ? moment : std::min(rule.first, moment);
            rule.last = std::max(rule.last, moment);
        }
    }
    for (auto& [name, rule] : rules) {
        rule.clients.erase(std::string());
        rule.destinations.erase(QString());
    }
    return rules;
}

quint64 sumOf(const Expected& rule, std::initializer_list<ResultClass> classes)
{
    return std::accumulate(classes.begin(), classes.end(), quint64(0), [&rule](quint64 sum, ResultClass resultClass) {
        const auto found = rule.classes.find(resultClass);
        return found == rule.classes.end() ? sum : sum + found->second;
    });
}

std::vector<quint64> topCounts(const Expected& rule)
{
    std::vector<quint64> counts;
    for (const auto& [code, count] : rule.codes)
        counts.push_back(count);
    std::ranges::sort(counts, std::ranges::greater());
    counts.resize(std::min<std::size_t>(counts.size(), 3));
    return counts;
}

std::vector<quint64> countsOf(const std::vector<CodeEntry>& codes)
{
    std::vector<quint64> counts(codes.size());
    std::ranges::transform(codes, counts.begin(), &CodeEntry::count);
    return counts;
}

/// Each @p step-th record of @p index.
std::vector<quint32> someRecords(const RecordIndex& index, quint32 step)
{
    std::vector<quint32> records;
    for (quint32 number = 0; number < index.recordCount(); number += step)
        records.push_back(number);
    return records;
}

RuleReport counted(const RecordIndex& index, const std::vector<quint32>* visible = nullptr,
                   const RuleLimits& limits = {})
{
    return countRules(index, visible, limits, {}).value();
}

const RuleTotals* find(const RuleReport& report, const QString& name)
{
    const auto rule = std::ranges::find(report.rules, name, &RuleTotals::name);
    return rule == report.rules.end() ? nullptr : &*rule;
}

/// A log with @p rules rules, of which rule n has n records, each from another client.
QByteArray staircase(int rules)
{
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n"
                     "#Fields: c-ip\tdate\ttime\tsc-status\trule\r\n";
    for (int rule = 1; rule <= rules; ++rule)
        for (int record = 0; record < rule; ++record)
            log += "10.0." + QByteArray::number(rule) + '.' + QByteArray::number(record) + "\t2010-05-12\t08:00:00\t"
                + (record % 2 == 0 ? "200" : "12209") + "\trule " + QByteArray::number(rule) + "\r\n";
    return log;
}

} // namespace

void TestRuleCounts::countsAsPlainLoop_data()
{
    QTest::addColumn<QByteArrayList>("logs");
    QTest::addColumn<int>("step");
    const QByteArray web = sample(u"ISALOG_20100512_WEB_000.w3c"_s);
    const QByteArray firewall = sample(u"ISALOG_20100512_FWS_000.w3c"_s);
    const QByteArray native = sample(u"ISALOG_20100513_WEB_000.iis"_s);
    for (const int step : {0, 1, 3, 100, 1'000'000}) {
        QTest::addRow("web, %d", step) << QByteArrayList{web} << step;
        QTest::addRow("firewall, %d", step) << QByteArrayList{firewall} << step;
        QTest::addRow("native, %d", step) << QByteArrayList{native} << step;
        QTest::addRow("all of them, %d", step) << QByteArrayList{web, firewall, native} << step;
        QTest::addRow("hostile, %d", step) << QByteArrayList{hostileLog(3000)} << step;
    }
}

/// Step 0: without a list of what is visible.
void TestRuleCounts::countsAsPlainLoop()
{
    QFETCH(const QByteArrayList, logs);
    QFETCH(const int, step);
    const RecordIndex index = indexOfAll(logs);
    const std::vector<quint32> records = someRecords(index, quint32(std::max(step, 1)));
    const RuleReport report = counted(index, step > 0 ? &records : nullptr);
    const auto expected = plainCounts(index, records);
    QCOMPARE(report.records, quint64(records.size()));
    QCOMPARE(report.wholeCount, quint64(index.recordCount()));
    QCOMPARE(report.withoutField, quint64(0));
    QCOMPARE(report.rules.size(), expected.size());
    QVERIFY(std::ranges::is_sorted(report.rules, std::ranges::greater(), &RuleTotals::records));
    using enum ResultClass;
    for (const RuleTotals& rule : report.rules) {
        QVERIFY2(expected.contains(rule.name), qPrintable(rule.name));
        const Expected& plain = expected.at(rule.name);
        QCOMPARE(rule.records, plain.records);
        QCOMPARE(rule.outcome(RuleOutcome::Allowed), sumOf(plain, {Allowed, Redirected, Closed}));
        QCOMPARE(rule.outcome(RuleOutcome::Denied), sumOf(plain, {Denied}));
        QCOMPARE(rule.outcome(RuleOutcome::Failed), sumOf(plain, {Failed, Dropped, Attack, Limit}));
        QCOMPARE(rule.outcome(RuleOutcome::Other), sumOf(plain, {Info, Unknown}));
        QCOMPARE(countsOf(rule.topCodes), topCounts(plain));
        for (const CodeEntry& code : rule.topCodes) {
            const auto isSame = [&code](const CodeEntry& other) {
                return other.text == code.text && other.log == code.log;
            };
            const auto& codes = index.codes().entries();
            const auto number = std::ranges::find_if(codes, isSame) - codes.begin();
            QCOMPARE(code.count, plain.codes.at(quint32(number)));
        }
        QCOMPARE(rule.clients, (DistinctCount{.count = plain.clients.size()}));
        QCOMPARE(rule.destinations, (DistinctCount{.count = plain.destinations.size()}));
        QCOMPARE(rule.first.time_since_epoch().count(), plain.first.time_since_epoch().count());
        QCOMPARE(rule.last.time_since_epoch().count(), plain.last.time_since_epoch().count());
    }
}

void TestRuleCounts::countsWhatTheFilterFinds()
{
    const RecordIndex index = indexOfAll({hostileLog(2000)});
    const RuleReport report = counted(index);
    for (const RuleTotals& rule : report.rules) {
        const RecordFilter filter{.selection = {},
                                  .expression = Filter::valueTerm(Filter::fieldName(u"rule"_s), {rule.name})};
        QCOMPARE(quint64(matchRecords(index, filter, 0, {}).value().size()), rule.records);
    }
}

void TestRuleCounts::takesFurtherRulesTogether()
{
    const RecordIndex index = indexInBlocks(staircase(60), 100);
    const RuleReport all = counted(index);
    QCOMPARE(all.rules.size(), std::size_t(60));
    const RuleReport few = counted(index, nullptr, {.rules = 10});
    QCOMPARE(few.records, all.records);
    QCOMPARE(few.rules.size(), std::size_t(11));
    for (std::size_t i = 0; i < 10; ++i) {
        QCOMPARE(few.rules[i].name, all.rules[i].name);
        QCOMPARE(few.rules[i].records, all.rules[i].records);
        QCOMPARE(few.rules[i].outcomes, all.rules[i].outcomes);
        QCOMPARE(few.rules[i].clients, all.rules[i].clients);
    }
    const RuleTotals& further = few.rules.back();
    QCOMPARE(further.furtherRules, quint64(50));
    QCOMPARE(further.records, quint64(50 * 51 / 2));
    QCOMPARE(further.clients.count, further.records);
    QVERIFY(!further.isOneRule());
}

void TestRuleCounts::limitsWhatIsToldApart()
{
    const RecordIndex index = indexInBlocks(staircase(30), 100);
    const RuleReport report = counted(index, nullptr, {.distinctOfRule = 20});
    QCOMPARE(find(report, u"rule 30"_s)->clients, (DistinctCount{.count = 20, .hasMore = true}));
    QCOMPARE(find(report, u"rule 20"_s)->clients, (DistinctCount{.count = 20}));
    const RuleReport little = counted(index, nullptr, {.distinctInAll = 100});
    quint64 sum = 0;
    for (const RuleTotals& rule : little.rules) {
        sum += rule.clients.count;
        QCOMPARE(rule.clients.hasMore, rule.clients.count < rule.records);
    }
    QCOMPARE(sum, quint64(100));
}

void TestRuleCounts::tellsFrequentCodesAlone()
{
    const RecordIndex index = indexInBlocks(staircase(9), 100);
    const RuleReport report = counted(index, nullptr, {.codes = 1});
    const RuleTotals* rule = find(report, u"rule 9"_s);
    QCOMPARE(countsOf(rule->topCodes), std::vector<quint64>{5});
    QCOMPARE(rule->outcome(RuleOutcome::Allowed), quint64(5));
    QCOMPARE(rule->outcome(RuleOutcome::Denied), quint64(4));
}

void TestRuleCounts::omitsLogsWithoutRules()
{
    const RecordIndex index = indexOfAll({staircase(3), webLog({"200", "12209"})});
    const RuleReport report = counted(index);
    QCOMPARE(report.records, quint64(8));
    QCOMPARE(report.withoutField, quint64(2));
    QCOMPARE(report.rules.size(), std::size_t(3));
}

void TestRuleCounts::tellsReadErrors()
{
    auto block = std::make_shared<IndexBlock>(*blocksOf(staircase(9))->first());
    block->source = std::make_shared<GoneSource>();
    RecordIndex index;
    index.append(block);
    const auto report = countRules(index, nullptr, {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, LoadError::Kind::Unreadable);
}

void TestRuleCounts::stops()
{
    const RecordIndex index = indexInBlocks(staircase(40), 100);
    std::stop_source stop;
    stop.request_stop();
    const auto report = countRules(index, nullptr, {}, stop.get_token());
    QVERIFY(report);
    QVERIFY(report->rules.empty());
}

QTEST_GUILESS_MAIN(TestRuleCounts)
#include "tst_rulecounts.moc"
