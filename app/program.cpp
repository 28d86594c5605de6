// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"

#include "app/console.h"

#include <QUnhandledException>

#include <clocale>
#include <csignal>
#include <exception>
#include <new>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>

#include <tuple>
#endif

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// A standard descriptor that the caller has closed would go to the next file that is opened, or to Qt's own pipes,
/// which would then be read or written in its stead. What takes its place here fails when it is used.
void occupyClosedDescriptors()
{
#ifdef Q_OS_UNIX
    for (const int descriptor : {0, 1, 2}) {
        if (fcntl(descriptor, F_GETFD) < 0)
            std::ignore = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY); // takes the lowest that is free
    }
#endif
}

/// Each log of a set keeps its file open, and systems allow a thousand or so unless they are asked for more.
void allowManyFiles()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

/// A file that grows beyond what the system allows is an error of writing like any other, not the end of the program.
void surviveLargeFiles()
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

/// Jobs of cron and bare containers have the C locale. Qt takes C.UTF-8 in its stead and tells so on standard error at
/// each start; it is silent if the environment says so itself.
void preferUtf8OverC()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (QByteArrayView(std::setlocale(LC_CTYPE, "")) == "C")
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
#endif
}

/// What ended the program, in one sentence.
QString describe(const std::exception_ptr& thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const QUnhandledException& wrapper) { // how Qt Concurrent hands over what a worker has thrown
        if (wrapper.exception())
            return describe(wrapper.exception());
    } catch (const std::bad_alloc&) {
        return CommandLine::tr("There is not enough memory to do this. Close other programs, or split the logs by day "
                               "or hour.");
    } catch (const std::exception& error) {
        return CommandLine::tr("The work had to be given up (%1).").arg(QString::fromUtf8(error.what()));
    }
    return CommandLine::tr("The work had to be given up for a reason that is not known.");
}

} // namespace

int runProgram(int argc, char* argv[], ExitStatus (*work)(int argc, char* argv[]))
{
    occupyClosedDescriptors();
    allowManyFiles();
    surviveLargeFiles();
    preferUtf8OverC();
    QCoreApplication::setOrganizationName(u"tmglens"_s); // names the folder of the settings
    QCoreApplication::setApplicationName(u"tmglens"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TMGLENS_VERSION));
    ExitStatus status = ExitStatus::Failed;
    try {
        status = work(argc, argv);
    } catch (const std::exception&) {
        complain(describe(std::current_exception()));
    }
    return qToUnderlying(status);
}

} // namespace TmgLens
