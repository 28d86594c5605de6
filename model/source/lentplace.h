// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace TmgLens {

/**
 * Lends the place of work in Qt's pool of threads to others for as long as it lasts, on the thread of the work.
 *
 * Such work is done for a window, whose thread goes first, and reads logs. A read may hang, and then what comes after
 * it would wait for its turn for ever; and where it does not, the work has threads of its own.
 */
class LentPlace
{
public:
    LentPlace();
    LentPlace(const LentPlace&) = delete;
    LentPlace& operator=(const LentPlace&) = delete;
    ~LentPlace();

    /// Waits until no such work is left in the program; returns whether that was so within @p time.
    static bool waitForAll(std::chrono::milliseconds time);
};

} // namespace TmgLens
