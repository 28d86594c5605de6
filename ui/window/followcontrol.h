// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/load/logfollower.h"

#include <QObject>

#include <optional>

class QAction;

namespace TmgLens {

class LoadingControl;
class LogPage;
class LogStatusBar;
class LogTableModel;
class ResultFilterModel;

/**
 * What a person has to do with logs that grow: the switch, what the status bar says of them, the count of new problems,
 * and the table that scrolls with them if its end is on screen.
 */
class FollowControl : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const LogTableModel* log;
        const ResultFilterModel* records;
        LoadingControl* loading;
        LogPage* page;
        LogStatusBar* status;
        QAction* follow;
    };

    /// All of @p parts must outlive this.
    explicit FollowControl(const Parts& parts);

Q_SIGNALS:
    /// What is known of the logs is other than some time ago.
    void grown();

private:
    void setupSwitch();
    void setupScrolling();
    void offer();
    void setFollowing(bool isFollowing);
    void showStates();
    [[nodiscard]] QString stateText() const;
    void askForReload();
    void tellBegun(const LoadedLog& log);
    void followGrowth();
    void countProblems();
    void goToNewProblem();
    void rememberEnd();
    void returnToEnd();

    Parts m_parts;
    QTimer m_doubt; // while a log is not what it was, and may be so again
    QTimer m_growth; // until somebody else has to know
    quint32 m_examined = 0; // records
    int m_newProblems = 0;
    std::optional<RecordNumber> m_firstNewProblem;
    bool m_hasGrown = false; // and rows for that may come
    bool m_wasAtEnd = false;
};

} // namespace TmgLens
