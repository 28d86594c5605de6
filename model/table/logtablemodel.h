// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/foldedrecords.h"
#include "model/index/recordindex.h"
#include "model/table/clientgaps.h"
#include "model/table/derivedcolumn.h"
#include "model/table/logroles.h"
#include "model/table/readablevalue.h"
#include "model/table/recordfetcher.h"
#include "model/table/shownclock.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QDeadlineTimer>

namespace TmgLens {

/// One record with everything that is known of it, for the detail pane.
struct LogRecord
{
    RecordNumber number = {};
    QByteArray bytes = {}; ///< Without line end.
    LayoutPointer layout = {};
    std::vector<QByteArray> cells = {}; ///< In layout order; can be fewer or more than the layout has.
    RecordFlags flags = {};
    quint64 line = 0; ///< From 1.
    LogTime time = invalidTime;
    CodeIndex code = {};
};

/**
 * The records of a document as rows, its fields as columns, and behind these the derived columns.
 *
 * Holds the index; cuts cells from the source when they are asked for and keeps the last few hundred records read. One
 * that has not come yet from a slow disk has cells that say so, and dataChanged() follows; see RecordFetcher. Looks
 * (colours, icons) are not its business. GUI thread only.
 */
class LogTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit LogTableModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    void clear();
    /// Adds records at the end; a new layout can add columns at the right.
    void append(const QList<BlockPointer>& blocks);
    void setTimeDisplay(TimeDisplay display);
    /// Chooses the zone of the servers whose logs tell local times, or none; kept by clear(). No log is read again.
    void chooseServerZone(const std::optional<QTimeZone>& zone);
    /// By which times of these records are shown.
    [[nodiscard]] const ShownClock& shownClock() const { return m_shownClock; }

    void setValueDisplay(ValueDisplay display);
    /// Shows the records of @p folded as what they meant; nullptr shows all as their codes say. clear() forgets it.
    void setFolded(const FoldedRecordsPointer& folded);
    [[nodiscard]] const FoldedRecordsPointer& folded() const { return m_folded; }
    /// The pattern that says what @p record meant; nullptr if it is shown as its code says.
    [[nodiscard]] const Pattern* foldingOf(RecordNumber record) const;
    /// Fills the column DerivedColumn::ClientGap; nullptr empties it.
    void setClientGaps(const ClientGapsPointer& gaps);
    /// Those that fill it, which can be of the first records only; nullptr if there are none yet.
    [[nodiscard]] const ClientGapsPointer& clientGaps() const { return m_clientGaps; }

    [[nodiscard]] const RecordIndex& records() const { return m_records; }
    /// What the logs of records() are called, in their order; see fileNames().
    [[nodiscard]] const QStringList& fileNames() const { return m_fileNames; }

    /// Everything about a record. The error says that the source cannot be read any more, or with
    /// LoadError::Kind::StillReading that it is slow: dataChanged() follows then once the record is there.
    [[nodiscard]] std::expected<LogRecord, LoadError> record(RecordNumber number) const;

Q_SIGNALS:
    /// folded() is another.
    void foldedChanged();
    /// Counts of codes have changed, or there are new ones.
    void codesChanged();
    /// Another clock is shownClock(), or records have moved in time: what depends on times is to be looked at anew.
    void timesChanged();
    /// A log cannot be read any more, or not everywhere: rows stay, without their text. Once for each log and place.
    void unreadable(const TmgLens::LoadError& error);

private:
    /// What is known of a record for now.
    struct Kept
    {
        std::expected<LogRecord, LoadError> record;
        QDeadlineTimer end{QDeadlineTimer::Forever}; ///< Then it is to be read anew.
    };

    [[nodiscard]] std::expected<const LogRecord*, LoadError> keptRecord(RecordNumber number) const;
    [[nodiscard]] std::expected<const LogRecord*, LoadError> keep(RecordNumber number,
                                                                  const RecordFetcher::Bytes& bytes) const;
    [[nodiscard]] LogRecord cutRecord(RecordNumber number, const QByteArray& bytes) const;
    void takeFetched(const RecordFetcher::Fetched& record);
    [[nodiscard]] QByteArray cell(const LogRecord& record, int column) const;
    [[nodiscard]] QString displayText(const QModelIndex& index) const;
    [[nodiscard]] QString spokenText(const QModelIndex& index) const;
    [[nodiscard]] QString derivedText(RecordNumber number, DerivedColumn column, ValueDisplay display) const;
    void clearRecords();
    void updateClock(bool haveRecordsMoved);
    int nameFiles();
    void tellRenamed(int rows);
    [[nodiscard]] QString gapText(RecordNumber number, ValueDisplay display) const;
    [[nodiscard]] QString timeText(const LogRecord& record, FieldId id) const;
    [[nodiscard]] const CodeEntry& codeOf(RecordNumber number) const;
    [[nodiscard]] ResultClass shownClass(RecordNumber number) const;

    RecordIndex m_records;
    TimeDisplay m_timeDisplay = TimeDisplay::AsLogged;
    ShownClock m_shownClock; // for m_timeDisplay and m_records
    ValueDisplay m_valueDisplay = ValueDisplay::Readable;
    ClientGapsPointer m_clientGaps;
    FoldedRecordsPointer m_folded;
    mutable std::optional<std::pair<RecordNumber, const Pattern*>>
        m_lastFolding; // all cells of a row ask one after the other
    QStringList m_fileNames; // as fileNames() gives them
    mutable QCache<quint32, Kept> m_cache;
    RecordFetcher* m_fetcher;
};

} // namespace TmgLens
