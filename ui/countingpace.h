// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace TmgLens {

class ResultFilterModel;

/**
 * Says when to count the visible records: soon after others are visible, and now and then while a log grows, so that
 * counting takes a small part of the time of reading.
 *
 * Nothing is due while nobody watches, or while other records are about to come. GUI thread only.
 */
class CountingPace : public QObject
{
    Q_OBJECT

public:
    /// @p records must outlive the object.
    explicit CountingPace(const ResultFilterModel* records);

    /// Whether anybody sees the counts. What is under way when nobody does is taken for dropped, and due again later.
    void setWatched(bool isWatched);
    /// Whether what was counted last is what is visible.
    [[nodiscard]] bool isCurrent() const;
    /// Makes the counts due, without waiting for more records.
    void refresh();
    /// To be called when the counting that due() asked for has ended, unless due() has asked again meanwhile.
    void finish();

Q_SIGNALS:
    /// To be counted now, in place of what is under way.
    void due();

private:
    void follow();
    void request(std::chrono::milliseconds delay);
    void start();

    const ResultFilterModel* m_records;
    bool m_isWatched = false;
    bool m_isStale = false; ///< What was counted last, or is being counted, is not what is visible.
    bool m_isWaiting = false; ///< For the rows of another filter.
    bool m_isRunning = false;
    QTimer m_pause; ///< Until the next counting.
    QElapsedTimer m_clock; ///< Since counting began.
    std::chrono::milliseconds m_lastDuration{};
};

} // namespace TmgLens
