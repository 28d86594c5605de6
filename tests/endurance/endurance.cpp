// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/endurance/memoryuse.h"
#include "tests/endurance/restlessness.h"
#include "tests/gestures/agreement.h"
#include "tests/gestures/plainlog.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QPixmapCache>
#include <QThreadPool>

#include <print>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/*
 * Random people at windows, one after the other, and their memory.
 *
 * A round is one of each kind: one who looks whether all counts agree after each gesture, and one who waits for
 * nothing. The first rounds fill what is filled once: fonts, styles, the catalogue. After the last one the memory must
 * be what it was then.
 */
namespace {

constexpr int warmUpRounds = 3;
constexpr int gesturesARound = 40;
constexpr int deedsARound = 60;
constexpr std::int64_t mebibyte = 1024 * 1024;
constexpr std::int64_t allocatedLimit = 2 * mebibyte; ///< More than at the start: caches that differ by chance.
constexpr std::int64_t residentLimit = 64 * mebibyte; ///< The same with what lies unused between what is used.

/// Logs that take long enough to be interrupted, and files that are none.
QStringList writeLogs(const QTemporaryDir& folder)
{
    std::mt19937 random(1);
    const QByteArray some = randomWebLog(random, 1000, difficultMoment(random));
    const QByteArray records = some.sliced(some.indexOf("\r\n", some.indexOf("#Fields")) + 2);
    const QByteArray garbage = QByteArray("\x7F\x45\x4C\x46\0\xFF", 6).repeated(5000);
    return {writeFile(folder, u"large.w3c"_s, some + records.repeated(60)), writeFile(folder, u"small.w3c"_s, some),
            writeFile(folder, u"garbage.bin"_s, garbage), writeFile(folder, u"empty.w3c"_s, {}),
            folder.filePath(u"missing.w3c"_s)};
}

/// Lets all that was put off happen, so that memory is not counted that is about to be given back.
void settle()
{
    QThreadPool::globalInstance()->waitForDone();
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    QPixmapCache::clear();
}

/// What went wrong; nothing if all went well.
std::optional<QString> playRound(unsigned seed, const QStringList& logs, const QTemporaryDir& folder)
{
    const auto disagreement = findDisagreement({.seed = seed, .logs = 1 + int(seed % 3), .gestures = gesturesARound});
    OwnSettings::forget();
    {
        auto window = std::make_unique<MainWindow>();
        window->show();
        Restlessness restlessness(*window, logs, folder, seed);
        for (int i = 0; i < deedsARound; ++i)
            restlessness.doOne();
        if (seed % 2 == 0)
            window->close();
    }
    settle();
    return disagreement;
}

/// Whether @p now is the memory of the @p start again.
bool isBack(const MemoryUse& start, const MemoryUse& now)
{
    const bool isAllocatedBack = now.allocated <= start.allocated + allocatedLimit;
    return isAllocatedBack && (isAllocationNoted || now.resident <= start.resident + residentLimit);
}

void tell(int round, const MemoryUse& use)
{
    std::println("round {}: {:.2f} MiB in use, {:.1f} MiB resident", round, double(use.allocated) / mebibyte,
                 double(use.resident) / mebibyte);
    (void)std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin"); // where clocks change
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"minutes"_s, u"Go on for so long."_s, u"number"_s, u"0"_s},
         {u"rounds"_s, u"Play at least so many rounds (default: 4)."_s, u"number"_s, u"4"_s},
         {u"seed"_s, u"The seed of the first round (default: 1); the next ones count on."_s, u"number"_s, u"1"_s}});
    parser.addHelpOption();
    parser.process(application);
    const int leastRounds = std::max(parser.value(u"rounds"_s).toInt(), warmUpRounds + 1);
    const double minutes = parser.value(u"minutes"_s).toDouble();
    const unsigned firstSeed = parser.value(u"seed"_s).toUInt();

    const OwnSettings settings;
    const QTemporaryDir folder;
    const QStringList logs = writeLogs(folder);
    QElapsedTimer clock;
    clock.start();
    MemoryUse start;
    MemoryUse now;
    int disagreements = 0;
    int round = 0;
    for (; round < leastRounds || double(clock.elapsed()) < minutes * 60'000; ++round) {
        if (const auto disagreement = playRound(firstSeed + unsigned(round), logs, folder)) {
            ++disagreements;
            std::println("{}", disagreement->toStdString());
        }
        now = memoryUse();
        tell(round + 1, now);
        if (round + 1 == warmUpRounds)
            start = now;
    }
    const bool isMemoryBack = isBack(start, now);
    std::println(
        "{} rounds, {} gestures compared, {} deeds interrupted; disagreements: {}; memory {} back to its start", round,
        round * gesturesARound, round * deedsARound, disagreements, isMemoryBack ? "is" : "is not");
    return disagreements == 0 && isMemoryBack ? 0 : 1;
}
