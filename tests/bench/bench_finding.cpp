// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingsearch.h"
#include "model/load/scanlog.h"
#include "model/source/opensource.h"

#include <QCoreApplication>
#include <QFile>

#include <chrono>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <malloc.h>
#endif

using namespace TmgLens;

namespace {

using Clock = std::chrono::steady_clock;

void print(const char* name, double value, const char* unit)
{
    std::printf("%s\t%.1f\t%s\n", name, value, unit);
}

/// Bytes that are allocated now; 0 where nobody tells.
double allocated()
{
#ifdef Q_OS_LINUX
    const auto info = mallinfo2();
    return double(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

} // namespace

/// Looks for findings in a log, and prints how long that took, without the reading of the log before, and what is kept
/// in memory after it: what the windows of the patterns hold, and the findings.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto source = argc == 2 ? openSource(QFile::decodeName(argv[1]), {}) : decltype(openSource({}, {}))();
    const auto patterns = builtInPatterns();
    if (argc != 2 || !source || !patterns) {
        std::fprintf(stderr, "usage: bench_finding FILE\n");
        return 2;
    }
    RecordIndex index;
    (void)scanLog(*source, [&index](const ScannedBlock& scanned, const ScanProgress&) { index.append(scanned.block); },
                  {});
    const double before = allocated();
    const auto start = Clock::now();
    FindingSearch search(*patterns);
    if (!search.goOn(index, {}))
        return 3;
    const FindingsPointer findings = search.findings(index);
    print("findings", std::chrono::duration<double, std::milli>(Clock::now() - start).count(), "ms");
    print("findings, how many", double(findings->findings.size()), "");
    print("findings, memory", (allocated() - before) / (1 << 20), "MiB");
    return 0;
}
