// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/arguments.h"
#include "app/program.h"
#include "model/source/lentplace.h"
#include "ui/look/icons.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sessionkeeper.h"

#include <QApplication>

#include <cstdlib>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void openWindow(const WindowRequest& request)
{
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open(request.files, request.serverZone); // first: they are read while the window comes up
    window->show();
}

/// Ends the program if work is left that hangs in a read, for which QApplication would wait. What is to be kept was
/// written when the windows were closed.
void leaveHangingWork(int status)
{
    constexpr auto longestWait = 3000ms; // for what sees soon that it was told to stop
    if (!LentPlace::waitForAll(longestWait))
        std::_Exit(status);
}

ExitStatus showWindows(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"TMGLens"_s);
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setDesktopFileName(u"tmglens"_s); // lets Wayland find icon and name
    WindowRequest request;
    if (const auto status = parseWindowArguments(request))
        return *status;
    int status = 0;
    {
        SessionKeeper session(SessionKeeper::personsPath());
        if (request.files.isEmpty())
            session.openWindows();
        else
            openWindow(request);
        status = QApplication::exec();
    }
    leaveHangingWork(status);
    return ExitStatus(status);
}

} // namespace

} // namespace TmgLens

int main(int argc, char* argv[])
{
    return TmgLens::runProgram(argc, argv, TmgLens::showWindows);
}
