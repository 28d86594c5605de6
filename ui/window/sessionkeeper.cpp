// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/sessionkeeper.h"

#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QStandardPaths>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QList<MainWindow*> openLogWindows()
{
    QList<MainWindow*> windows;
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible())
            windows += window;
    }
    return windows;
}

MainWindow* newWindow()
{
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    return window;
}

} // namespace

SessionKeeper::SessionKeeper(const QString& path) : m_store(path)
{
    qApp->installEventFilter(this);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &SessionKeeper::keep);
}

QString SessionKeeper::personsPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"session.json"_s);
}

void SessionKeeper::openWindows()
{
    m_isOwner = m_store.own();
    const auto windows = m_isOwner ? m_store.read() : QList<WindowView>();
    if (!windows || windows->isEmpty()) {
        MainWindow* window = newWindow();
        if (!windows)
            window->showStartRemark(
                tr("What was open last time could not be opened again. %1").arg(describeKeepingError(windows.error())));
        window->show();
        return;
    }
    for (const WindowView& view : *windows) {
        MainWindow* window = newWindow();
        window->restore(view); // first: it is read while the window comes up
        window->show();
    }
}

bool SessionKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Quit && watched == qApp) {
        keep();
        // The windows are closed one by one now. The program comes to the next event only if one of them stays.
        m_isQuitting = true;
        QMetaObject::invokeMethod(this, [this] { m_isQuitting = false; }, Qt::QueuedConnection);
    } else if (event->type() == QEvent::Close && qobject_cast<MainWindow*>(watched)) {
        if (!m_isQuitting && openLogWindows().size() <= 1)
            keep();
    }
    return QObject::eventFilter(watched, event);
}

/// More than once a program, perhaps: who logs out can think better of it.
void SessionKeeper::keep()
{
    const QList<MainWindow*> windows = openLogWindows();
    if (windows.isEmpty()) // the last one was noted when it was closed
        return;
    QList<WindowView> views;
    for (const MainWindow* window : windows) {
        if (const auto view = window->view())
            views += *view;
    }
    // What another program keeps is not replaced by nothing; and there is nobody left who could be told of an error.
    if (m_isOwner || (!views.isEmpty() && m_store.own()))
        std::ignore = m_store.write(views);
}

} // namespace TmgLens
