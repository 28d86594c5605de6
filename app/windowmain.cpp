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

void openWindow(const QStringList& files)
{
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open(files); // first: they are read while the window comes up
    window->show();
}

ExitStatus showWindows(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"TMGLens"_s);
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setDesktopFileName(u"tmglens"_s); // lets Wayland find icon and name
    QStringList files;
    if (const auto status = parseWindowArguments(files))
        return *status;
    SessionKeeper session(SessionKeeper::personsPath());
    if (files.isEmpty())
        session.openWindows();
    else
        openWindow(files);
    return ExitStatus(QApplication::exec());
}

} // namespace

} // namespace TmgLens

int main(int argc, char* argv[])
{
    return TmgLens::runProgram(argc, argv, TmgLens::showWindows);
}
