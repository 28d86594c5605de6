// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/firewalllog.h"
#include "tests/generator/options.h"
#include "tests/generator/weblog.h"

#include <print>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

using namespace TmgLens::Generator;

namespace {

template <typename LogWriter> bool writeLog(const Options& options)
{
    RecordWriter writer(stdout, options.format);
    Random random(options.plan.seed);
    const Cast cast;
    LogWriter log(writer, random, cast);
    DayPlan plan(options.plan);
    log.writeHeader(options.plan.start);
    while (plan.hasNext())
        log.write(plan.next());
    return writer.flush();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && argv[1] == std::string_view("--help")) {
        std::println("{}", usage());
        return 0;
    }
    const auto options = parseOptions({argv + 1, argv + argc});
    if (!options) {
        std::println(stderr, "generate-log: {}\n\n{}", options.error(), usage());
        return 2;
    }
#ifdef _WIN32
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    const bool isWritten = options->plan.log == Log::Web ? writeLog<WebLog>(*options) : writeLog<FirewallLog>(*options);
    if (!isWritten)
        std::println(stderr, "generate-log: standard output could not be written");
    return isWritten ? 0 : 3;
}
