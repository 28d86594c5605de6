// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/hiddenfindings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

/// What persons have called no problem, kept as a file that can be read and edited.
class TestHiddenFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isEmptyAtFirst();
    void keepsPatternsAndFindings();
    void leavesNoEmptyFile();
    void passesOverWhatMakesNoSense();
    void leavesAForeignFileAlone();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kept/hidden.json"_s); }
    void write(const QByteArray& bytes) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"kept"_s));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const HiddenFinding m_pattern{.pattern = u"X6"_s};
    const HiddenFinding m_finding{.pattern = u"A2"_s,
                                  .first = LogTime(std::chrono::seconds(1273653660)),
                                  .names = {u"10.0.0.1"_s, u"Agent \"x\"\n"_s}};
};

void TestHiddenFindings::isEmptyAtFirst()
{
    const auto hidden = HiddenFindingStore(path()).read();
    QVERIFY(hidden);
    QVERIFY(hidden->isEmpty());
}

void TestHiddenFindings::keepsPatternsAndFindings()
{
    const HiddenFindingStore store(path());
    QVERIFY(store.change({u"/logs/a.w3c"_s, u"/logs/b.w3c"_s}, m_pattern, true));
    QVERIFY(store.change({u"/logs/a.w3c"_s}, m_finding, true));
    QVERIFY(store.change({u"/logs/b.w3c"_s}, m_pattern, false));
    const auto hidden = HiddenFindingStore(path()).read();
    QVERIFY(hidden);
    QCOMPARE(*hidden, (HiddenFindings{{u"/logs/a.w3c"_s, {m_pattern, m_finding}}}));
}

void TestHiddenFindings::leavesNoEmptyFile()
{
    const HiddenFindingStore store(path());
    QVERIFY(store.change({u"/logs/a.w3c"_s}, m_finding, true));
    QVERIFY(QFile::exists(path()));
    QVERIFY(store.change({u"/logs/a.w3c"_s}, m_finding, false));
    QVERIFY(!QFile::exists(path()));
}

void TestHiddenFindings::passesOverWhatMakesNoSense()
{
    write(R"({"tmglens-hidden-findings": 1, "logs": {"/a": [7, {}, {"pattern": "X6", "first": "soon"},
             {"pattern": "D1"}], "/b": 3}})");
    const auto hidden = HiddenFindingStore(path()).read();
    QVERIFY(hidden);
    QCOMPARE(hidden->value(u"/a"_s), (QSet<HiddenFinding>{{.pattern = u"D1"_s}}));
}

void TestHiddenFindings::leavesAForeignFileAlone()
{
    write(R"({"tmglens-filters": 1})");
    QVERIFY(!HiddenFindingStore(path()).read());
    QVERIFY(!HiddenFindingStore(path()).change({u"/a"_s}, m_pattern, true));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(R"({"tmglens-filters": 1})"));
}

QTEST_GUILESS_MAIN(TestHiddenFindings)
#include "tst_hiddenfindings.moc"
