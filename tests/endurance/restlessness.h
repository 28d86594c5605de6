// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/window/windowdriver.h"

#include <random>

namespace TmgLens::Test {

/**
 * A person at a window who waits for nothing: opens, reloads and stops in the middle of reading, filters and sorts what
 * is not there yet, exports, tells stories, and closes dialogs that have just come.
 *
 * The same for the same seed, but for where the work that is interrupted stood.
 */
class Restlessness
{
public:
    /// @p logs are any: large ones, and files that are none.
    Restlessness(MainWindow& window, QStringList logs, const QTemporaryDir& folder, unsigned seed);

    /// Does one thing, and perhaps lets the window go on for a moment.
    void doOne();

private:
    void openSomething();
    void triggerSomething();
    void typeSomething();
    void findSomething();
    void sortSomething();
    void stopSomething();
    void exportSomething();
    void goSomewhere();
    void closeDialogs();
    void chooseCategory();
    void tickFacet();
    void resizeWindow();

    MainWindow& m_window;
    WindowDriver m_driver;
    QStringList m_logs;
    const QTemporaryDir& m_folder;
    std::mt19937 m_random;
};

} // namespace TmgLens::Test
