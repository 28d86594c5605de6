// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/session.h"

#include <QObject>

namespace TmgLens {

class MainWindow;

/**
 * Brings back the windows that were open when the program ended last, and notes those that are open when it ends.
 *
 * The windows of a program end together when the person quits, when the desktop does, or with the last one that is
 * closed; those that were closed before are gone. Made once a program, before any window.
 */
class SessionKeeper : public QObject
{
    Q_OBJECT

public:
    /// Keeps the session in the file at @p path.
    explicit SessionKeeper(const QString& path);

    /// Where a person's session is kept.
    [[nodiscard]] static QString personsPath();

    /// Opens the windows of last time, or one without a log.
    void openWindows();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void keep();

    SessionStore m_store;
    bool m_isOwner = false; ///< Since the start: what is kept is what this program was begun with.
    bool m_isQuitting = false; ///< What is closed meanwhile is open for the session.
};

} // namespace TmgLens
