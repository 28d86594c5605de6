// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/foundrecords.h"
#include "model/finding/findingsearch.h"
#include "model/finding/foldedrecords.h"
#include "model/keeping/hiddenfindings.h"
#include "ui/backgroundtask.h"
#include "ui/findings/findingmodel.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

namespace TmgLens {

class FindingPanel;
class LogPage;
class LogStatusBar;

/**
 * Looks for patterns in a log once it is read, off the GUI thread, and in what comes to it later; shows what it finds,
 * and the records of a finding.
 *
 * A finding is shown by the very records that it rests on (PickedRecords): no filter of its clients, codes and times
 * would be exact. They stand before the terms of the filter as a chip of their own. Back and forward, the look around a
 * record, counts and exports treat them as any filter; sessions do not keep them, because the numbers of records hold
 * for one reading of the logs, and the search finds them again.
 */
class FindingControl : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const LogTableModel* log;
        LogPage* page;
        LogStatusBar* status;
    };

    /// All of @p parts must outlive this.
    explicit FindingControl(const Parts& parts);
    /// Stops the search, and waits until all is written.
    ~FindingControl() override;

    /// What has been found, made for @p window; to be called once.
    [[nodiscard]] FindingPanel* createPanel(QWidget* window);
    [[nodiscard]] FindingPanel* panel() const { return m_panel; }

    /// All of the log is there that will be read: now it is searched, and so is what comes to it later.
    void begin();
    /// What filters mean by `finding:`; nullptr as long as nobody knows.
    [[nodiscard]] const FoundRecordsPointer& found() const { return m_found; }
    /// What they have found; nullptr as long as nobody knows.
    [[nodiscard]] const FindingsPointer& findings() const { return m_findings.findings(); }
    /// The records that are to be shown as what they meant, whatever a person has called no problem; nullptr in the
    /// same way.
    [[nodiscard]] const FoldedRecordsPointer& folded() const { return m_folded; }
    /// Another log is about to be read.
    void forget();
    /// Stops the search.
    void cancel();

Q_SIGNALS:
    /// The person wants to see @p records and nothing else.
    void chosen(const TmgLens::PickedRecordsPointer& records);
    /// found() is another, and so is folded().
    void foundChanged();
    /// Something went wrong.
    void failed(const QString& sentence);

private:
    /// What a search comes back with.
    struct Answer
    {
        FindingsPointer findings;
        FoundRecordsPointer found;
        FoldedRecordsPointer folded;
        std::optional<std::expected<HiddenFindings, KeepingError>> hidden; ///< Of the first search of a log.
    };
    using MaybeAnswer = std::expected<Answer, LoadError>;

    void searchSoon();
    void search();
    void searchAgainIfMoved();
    void take(const MaybeAnswer& answer);
    void showFound();
    void choose(const PickedRecordsPointer& records, const std::optional<Filter::Times>& span);
    void dropChosen();
    void markSpan();
    void keep(const QStringList& logs, const HiddenFinding& hidden, bool isHidden);
    void tell(const KeepingError& error);

    Parts m_parts;
    FindingModel m_findings;
    FindingPanel* m_panel = nullptr;
    HiddenFindingStore m_store;
    QThreadPool m_pool; ///< Of one thread, so that all is written in the order in which it was asked for.

    FoundRecordsPointer m_found;
    FoldedRecordsPointer m_folded;
    std::shared_ptr<FindingSearch> m_search; ///< Of the log as far as it has been searched; null: not at all.
    bool m_isReady = false; ///< The log is read.
    ServerZone m_searchedZone; ///< By which its records were put in order.
    QTimer m_pause; ///< Until the next search, while a log grows.
    QElapsedTimer m_clock; ///< Since the search began.
    std::chrono::milliseconds m_lastDuration{};

    PickedRecordsPointer m_chosen;
    std::optional<Filter::Times> m_chosenSpan;
    BackgroundTask<MaybeAnswer> m_task;
};

} // namespace TmgLens
