// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/agreement.h"
#include "tests/support/ownsettings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/**
 * Whatever a person does, all parts of the window tell the same counts, and these are those of a plain loop.
 *
 * `tst_agreement --seed 4711 --gestures 1000` makes a run of any length by hand. One that fails prints what was done.
 */
class TestAgreement : public QObject
{
    Q_OBJECT

public:
    explicit TestAgreement(const QList<AgreementRun>& runs) : m_runs(runs) {}

private Q_SLOTS:
    void countsAlwaysAgree_data();
    void countsAlwaysAgree();

private:
    OwnSettings m_settings;
    QList<AgreementRun> m_runs;
};

void TestAgreement::countsAlwaysAgree_data()
{
    QTest::addColumn<AgreementRun>("run");
    for (const AgreementRun& run : std::as_const(m_runs))
        QTest::addRow("seed %u, %d logs", run.seed, run.logs) << run;
}

void TestAgreement::countsAlwaysAgree()
{
    QFETCH(const AgreementRun, run);
    if (const auto disagreement = findDisagreement(run))
        QFAIL(qPrintable(*disagreement));
}

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin"); // where clocks change
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"seed"_s, u"Make one run, with this seed."_s, u"number"_s},
                       {u"logs"_s, u"Let it be of so many logs (default: 1)."_s, u"number"_s, u"1"_s},
                       {u"gestures"_s, u"Make so many gestures (default: 200)."_s, u"number"_s, u"200"_s}});
    parser.addHelpOption();
    parser.process(application);
    const auto number = [&parser](const QString& option) { return parser.value(option).toInt(); };
    const QList<AgreementRun> fixed = {{.seed = 1, .logs = 1, .gestures = 50},
                                       {.seed = 2, .logs = 1, .gestures = 50},
                                       {.seed = 3, .logs = 3, .gestures = 50},
                                       {.seed = 4, .logs = 2, .gestures = 50}};
    const AgreementRun asked{.seed = unsigned(number(u"seed"_s)),
                             .logs = number(u"logs"_s),
                             .gestures = number(u"gestures"_s),
                             .isTold = true};
    TestAgreement test(parser.isSet(u"seed"_s) ? QList{asked} : fixed);
    return QTest::qExec(&test, {application.arguments().first()});
}

#include "tst_agreement.moc"
