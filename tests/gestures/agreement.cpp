// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/agreement.h"

#include "tests/gestures/gestures.h"
#include "tests/gestures/windowcomparison.h"
#include "ui/timestrip/timestrip.h"

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000; // ms until counts that differ are taken for wrong ones
constexpr int narrowStrip = 200; // so that the time strip has few bars to be walked along

/// Writes the logs of @p run to @p folder and reads them plainly. Those of several reach into each other.
PlainLog writeLogs(const AgreementRun& run, const QTemporaryDir& folder)
{
    std::mt19937 random(run.seed);
    PlainLog plain;
    const qint64 begin = difficultMoment(random);
    for (int log = 0; log < run.logs; ++log) {
        const QString name = u"log%1.w3c"_s.arg(log);
        const QByteArray bytes = randomWebLog(random, numberFrom(random, 40, 120), begin + 3600 * log);
        (void)writeFile(folder, name, bytes);
        plain.add(name, bytes);
    }
    return plain;
}

/// A window that has read logs.
class OpenWindow
{
public:
    OpenWindow(const PlainLog& plain, const QTemporaryDir& folder)
    {
        m_window.resize(1300, 800);
        m_window.findChild<TimeStrip*>()->setFixedWidth(narrowStrip);
        m_window.show();
        m_window.activateWindow();
        QStringList paths;
        for (const QString& name : plain.names)
            paths += folder.filePath(name);
        m_window.open(paths);
    }
    [[nodiscard]] MainWindow& window() { return m_window; }

    /// What differs from @p view and does not cease to.
    [[nodiscard]] QString lastingDifference(const PlainView& view) const
    {
        QString difference;
        const auto agrees = [&] {
            difference = differenceInWindow(view, m_driver);
            return difference.isEmpty();
        };
        (void)QTest::qWaitFor(agrees, patience);
        return difference;
    }
    /// What differs now, after a pause in which whatever is still at work comes to its end.
    [[nodiscard]] QString laterDifference(const PlainView& view) const
    {
        QTest::qWait(50);
        return differenceInWindow(view, m_driver);
    }

private:
    MainWindow m_window;
    WindowDriver m_driver{m_window};
};

} // namespace

std::optional<QString> findDisagreement(const AgreementRun& run)
{
    OwnSettings::forget();
    const QTemporaryDir folder;
    const PlainLog plain = writeLogs(run, folder);
    OpenWindow open(plain, folder);
    Gestures gestures(open.window(), plain, folder, run.seed);
    QStringList done;
    const auto disagreement = [&](const QString& difference) {
        return u"--seed %1 --logs %2: %3\nWhat was done:\n  %4"_s.arg(run.seed).arg(run.logs).arg(difference,
                                                                                                  done.join(u"\n  "_s));
    };
    if (const QString difference = open.lastingDifference(gestures.view()); !difference.isEmpty())
        return disagreement(difference);
    for (int i = 0; i < run.gestures; ++i) {
        const Gesture gesture = gestures.makeOne();
        done += gesture ? *gesture : gesture.error();
        if (run.isTold)
            qInfo("%s", qPrintable(done.last()));
        QString difference = gesture ? open.lastingDifference(gestures.view()) : gesture.error();
        if (difference.isEmpty() && i % 10 == 0)
            difference = open.laterDifference(gestures.view());
        if (!difference.isEmpty())
            return disagreement(difference);
    }
    return std::nullopt;
}

} // namespace TmgLens::Test
