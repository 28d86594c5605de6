// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/arguments.h"
#include "app/program.h"
#include "ui/look/icons.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sessionkeeper.h"

#include <QApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

void openWindow(const WindowRequest& request)
{
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open(request.files, request.serverZone); // first: they are read while the window comes up
    window->show();
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
    SessionKeeper session(SessionKeeper::personsPath());
    if (request.files.isEmpty())
        session.openWindows();
    else
        openWindow(request);
    return ExitStatus(QApplication::exec());
}

} // namespace

} // namespace TmgLens

int main(int argc, char* argv[])
{
    return TmgLens::runProgram(argc, argv, TmgLens::showWindows);
}
