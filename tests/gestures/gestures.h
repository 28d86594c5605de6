// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gestures/plainview.h"
#include "tests/ui/window/windowdriver.h"

#include <expected>

class QTreeView;

namespace TmgLens {
class FilterChip;
class TimeStrip;
} // namespace TmgLens

namespace TmgLens::Test {

/// What a gesture was, in words for a person who wants to repeat it; or what went wrong with it.
using Gesture = std::expected<QString, QString>;

/**
 * A person at a window that shows a log, who does one thing after the other by chance, and knows what is to be seen
 * then.
 *
 * The same for the same seed and log. The window must be shown, at rest, and as it is when its log has been read; none
 * of its settings may be others than those at first.
 */
class Gestures
{
public:
    /// @p folder is for exports.
    Gestures(MainWindow& window, PlainLog log, const QTemporaryDir& folder, unsigned seed);
    Gestures(const Gestures&) = delete;
    Gestures& operator=(const Gestures&) = delete;
    ~Gestures() = default;

    /// Makes a gesture. The window may be at work when this returns; the next one may come all the same.
    [[nodiscard]] Gesture makeOne();
    /// What is to be seen as soon as the window is at rest.
    [[nodiscard]] const PlainView& view() const { return m_view; }
    [[nodiscard]] const WindowDriver& driver() const { return m_driver; }

private:
    // -- The filter
    Gesture typeFilter();
    Gesture switchChip();
    Gesture removeChip();
    Gesture tickValue();
    Gesture clickSummaryLine();
    Gesture dragTimes();
    Gesture showAll();
    Gesture toggleOnlyMalformed();
    Gesture hideLog();

    // -- Categories
    Gesture tickCategory();
    Gesture showOnlyCategory();
    Gesture showAllButCategory();
    Gesture showAllCategories();

    // -- Records
    Gesture sort();
    Gesture takeOrderOfLog();
    Gesture goToProblem();
    Gesture lookAround();
    Gesture goToRecord();
    Gesture changeZone();
    Gesture reload();
    Gesture exportCsv();

    // -- What is on screen
    Gesture fold();
    Gesture showRawValues();
    Gesture toggleSummary();
    Gesture raisePanel();
    Gesture zoomTimes();

    [[nodiscard]] std::vector<PlainTerm> typedTerms();
    [[nodiscard]] PlainTerm randomTerm();
    [[nodiscard]] PlainTerm timeTerm();
    /// Learns from the chips how the window spells what has come.
    [[nodiscard]] Gesture withChips(const QString& words);
    [[nodiscard]] QList<FilterChip*> chips() const;
    [[nodiscard]] QModelIndex goToRandomCategory();
    [[nodiscard]] QSet<QByteArray> codesAt(const QModelIndex& category) const;
    [[nodiscard]] QString titleAt(const QModelIndex& category) const;
    void leaveSummary() const;
    void takeKeyboard(QWidget* widget) const;
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] std::optional<PlainTimes> timesInForce() const;

    MainWindow& m_window;
    WindowDriver m_driver;
    PlainView m_view;
    const QTemporaryDir& m_folder;
    std::mt19937 m_random;
    int m_exports = 0;
};

} // namespace TmgLens::Test
