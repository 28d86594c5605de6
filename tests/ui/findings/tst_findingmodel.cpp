// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testlog.h"
#include "tests/ui/findings/findingstory.h"

#include "model/finding/findingsearch.h"
#include "ui/findings/findingmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Patterns and their findings as a list of two levels.
class TestFindingModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsWhatWasFound();
    void showsTimesAsTheWindowDoes();
    void spellsOutWhatAttackersWrite();
    void hasFewOfVeryMany();
    void keepsWhatIsShownWhenMoreComes();
    void hidesOneFinding();
    void hidesAPattern();
    void takesOverWhatWasHidden();
    void picksAllOfAPattern();
    void forgetsALogThatGoes();

private:
    [[nodiscard]] static FindingsPointer found(const RecordIndex& index);
    [[nodiscard]] FindingsPointer many(int count) const;
    [[nodiscard]] QModelIndex at(int pattern, int finding) const
    {
        return m_model->index(finding, 0, m_model->index(pattern, 0));
    }
    [[nodiscard]] QStringList patterns() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names += m_model->index(row, 0).data().toString();
        return names;
    }

    PatternsPointer m_patterns = *builtInPatterns();
    std::unique_ptr<LogTableModel> m_log;
    std::unique_ptr<FindingModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFindingModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_log = std::make_unique<LogTableModel>();
    m_log->append(*blocksOf(dnsStory(), u"/logs/story.w3c"_s));
    m_model = std::make_unique<FindingModel>(m_log.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

FindingsPointer TestFindingModel::found(const RecordIndex& index)
{
    FindingSearch search(*builtInPatterns());
    return search.goOn(index, {}) ? search.findings(index) : nullptr;
}

/// @p count findings of one pattern, of a record each, and one of another.
FindingsPointer TestFindingModel::many(int count) const
{
    auto findings = std::make_shared<Findings>();
    findings->patterns = m_patterns;
    for (int i = 0; i < count; ++i)
        findings->findings.push_back({.pattern = &m_patterns->at(1),
                                      .severity = FindingSeverity::Warning,
                                      .first = LogTime(std::chrono::seconds(1000 + i)),
                                      .last = LogTime(std::chrono::seconds(1000 + i)),
                                      .records = {quint32(i % 50)}});
    findings->findings.push_back({.pattern = &m_patterns->at(0), .severity = FindingSeverity::Noise, .records = {3}});
    return findings;
}

void TestFindingModel::tellsWhatWasFound()
{
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setFindings(found(m_log->records()));
    QCOMPARE(patterns().value(0), u"Name resolution down"_s);
    const QModelIndex pattern = m_model->index(0, 0);
    QCOMPARE(pattern.data(FindingModel::SeverityRole).toInt(), int(FindingSeverity::Alarm));
    QCOMPARE(pattern.data(FindingModel::CountRole).toInt(), 1);
    QCOMPARE(pattern.data(Qt::AccessibleTextRole).toString(), u"Alarm: Name resolution down, findings: 1"_s);
    QVERIFY(at(0, 0).data().toString().startsWith(u"12 host names could not be resolved for 3 clients"_s));
    QCOMPARE(at(0, 0).data(FindingModel::FactsRole).toString(), u"2010-05-12 08:41:00 to 08:41:11 (UTC), 12 records"_s);
    QCOMPARE(m_model->recordsAt(at(0, 0))->numbers.front(), 40U);
    QCOMPARE(m_model->recordsAt(at(0, 0))->title,
             u"Finding: Name resolution down, 2010-05-12 08:41:00 to 08:41:11 (UTC)"_s);
    const auto span = m_model->spanAt(at(0, 0));
    QVERIFY(span);
    QCOMPARE(span->begin, m_log->records().time(RecordNumber(40)));
    QCOMPARE(span->end, m_log->records().lastTime() + std::chrono::seconds(1));
}

void TestFindingModel::showsTimesAsTheWindowDoes()
{
    m_model->setFindings(found(m_log->records()));
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_log->setTimeDisplay(TimeDisplay::Local);
    QVERIFY(!changed.isEmpty());
    const QDateTime there = QDateTime(QDate(2010, 5, 12), QTime(8, 41), QTimeZone::UTC).toLocalTime();
    QVERIFY(at(0, 0).data(FindingModel::FactsRole).toString().startsWith(there.toString(u"yyyy-MM-dd HH:mm:ss"_s)));
}

void TestFindingModel::spellsOutWhatAttackersWrite()
{
    auto findings = std::make_shared<Findings>(Findings{.patterns = m_patterns, .findings = {}});
    Finding finding{.pattern = &m_patterns->at(1), .records = {0}};
    finding.names[std::size_t(Attribute::Agent)] = u"evil\u202Etxt\n<b>\x1b[2J"_s;
    findings->findings = {finding};
    m_model->setFindings(findings);
    const QString sentence = at(0, 0).data().toString();
    QVERIFY2(sentence.contains(u"evil\\u202Etxt"_s), qPrintable(sentence));
    QVERIFY(!sentence.contains(u'\n') && !sentence.contains(u'\x1b'));
    QVERIFY(at(0, 0).data(FindingModel::FactsRole).toString().contains(u"does not tell"_s));
    QVERIFY(!m_model->spanAt(at(0, 0)));
}

void TestFindingModel::hasFewOfVeryMany()
{
    m_model->setFindings(many(250));
    const QModelIndex pattern = m_model->index(0, 0);
    QCOMPARE(pattern.data(FindingModel::CountRole).toInt(), 250);
    QCOMPARE(m_model->rowCount(pattern), FindingModel::page + 1);
    QVERIFY(m_model->isMore(at(0, 100)));
    QVERIFY(!m_model->isMore(at(0, 99)));
    QCOMPARE(at(0, 100).data().toString(), u"Show more: 100 of 250 are in this list"_s);
    QVERIFY(m_model->findingAt(at(0, 100)));
    m_model->showMore(at(0, 100));
    QCOMPARE(m_model->rowCount(pattern), 201);
    m_model->showMore(at(0, 200));
    QCOMPARE(m_model->rowCount(pattern), 250);
    QVERIFY(!m_model->isMore(at(0, 249)));
    QCOMPARE(m_model->find(*m_model->identityAt(at(0, 123))), at(0, 123));
}

void TestFindingModel::keepsWhatIsShownWhenMoreComes()
{
    m_model->setFindings(many(250));
    m_model->showMore(at(0, 100));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setFindings(many(250));
    QVERIFY(reset.isEmpty());
    m_model->setFindings(many(251));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 201);
}

void TestFindingModel::hidesOneFinding()
{
    m_model->setFindings(many(3));
    const QSignalSpy told(m_model.get(), &FindingModel::hiddenChanged);
    const QString second = at(0, 1).data(FindingModel::FactsRole).toString();
    m_model->hide(at(0, 1), true);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toStringList(), QStringList{u"/logs/story.w3c"_s});
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
    QCOMPARE(m_model->hiddenCount(), 1);

    m_model->setShowsHidden(true);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 3);
    QCOMPARE(at(0, 2).data(FindingModel::FactsRole).toString(), second);
    QVERIFY(at(0, 2).data(FindingModel::HiddenRole).toBool());
    m_model->hide(at(0, 2), false);
    QCOMPARE(m_model->hiddenCount(), 0);
    QCOMPARE(at(0, 1).data(FindingModel::FactsRole).toString(), second);
}

void TestFindingModel::hidesAPattern()
{
    m_model->setFindings(many(3));
    const QStringList before = patterns();
    m_model->hide(m_model->index(0, 0), true);
    QCOMPARE(patterns(), before.sliced(1));
    QCOMPARE(m_model->hiddenCount(), 3);
    QCOMPARE(m_model->severityCounts(), (std::array<int, findingSeverityCount>{1, 0, 0, 0}));
    m_model->setShowsHidden(true);
    QCOMPARE(patterns(), (QStringList{before[1], before[0]}));
    QCOMPARE(m_model->severityCounts(), (std::array<int, findingSeverityCount>{1, 0, 0, 0}));
    m_model->hide(at(1, 1), false); // one of it: then it is the pattern that is a problem again
    QCOMPARE(m_model->hiddenCount(), 0);
    QCOMPARE(patterns(), before);
}

void TestFindingModel::takesOverWhatWasHidden()
{
    m_model->setHidden({{u"/logs/story.w3c"_s, {{.pattern = u"D1"_s}}}});
    m_model->setFindings(found(m_log->records()));
    QVERIFY(!patterns().contains(u"Name resolution down"_s));
    m_model->setHidden({{u"/logs/other.w3c"_s, {{.pattern = u"D1"_s}}}});
    QVERIFY(patterns().contains(u"Name resolution down"_s));
}

void TestFindingModel::picksAllOfAPattern()
{
    m_model->setFindings(many(60)); // the last ten rest on records that others rest on, too
    const PickedRecordsPointer picked = m_model->recordsAt(m_model->index(0, 0));
    QCOMPARE(picked->numbers.size(), 50U);
    QVERIFY(std::ranges::is_sorted(picked->numbers));
    QVERIFY(picked->title.endsWith(u"(60)"_s));
}

void TestFindingModel::forgetsALogThatGoes()
{
    m_model->setFindings(many(3));
    m_log->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->findings());
}

QTEST_GUILESS_MAIN(TestFindingModel)
#include "tst_findingmodel.moc"
