// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/logposition.h"
#include "model/table/recordrows.h"
#include "ui/table/uniformtableview.h"

#include <memory>

namespace TmgLens {

class BookmarkModel;
class ColumnLayout;
class FoundText;
class LogTableModel;
class RecordDelegate;
class ResultFilterModel;

/// Where a person is in a table, by record: it survives another filter and another order.
struct TablePlace
{
    std::vector<quint32> selected; ///< Nothing if too many were selected to be worth it.
    std::optional<RecordNumber> current;
    int currentColumn = 0;
    std::optional<RecordNumber> anchor; ///< What stays where it is on screen: the current record, else the first there.
    int rowsAbove = 0; ///< Rows on screen above it.
};

/// The same by the places of the records in their logs: it survives a reload too, and the end of the program.
struct KeptPlace
{
    std::vector<LogPosition> selected;
    std::optional<LogPosition> current;
    int currentColumn = 0;
    std::optional<LogPosition> anchor;
    int rowsAbove = 0;
};

/// The records of a log as a table.
class LogTableView : public UniformTableView
{
    Q_OBJECT

public:
    LogTableView(const LogTableModel* log, ResultFilterModel* records, QWidget* parent);

    /// Numbers of the selected records, in view order.
    [[nodiscard]] std::vector<quint32> selectedRecords() const;
    /// How many they are, without looking them up.
    [[nodiscard]] qint64 selectedCount() const;
    /// Those columns on screen that the log has, in their order: what is copied and exported.
    [[nodiscard]] std::vector<int> shownFields() const;
    /// Whether the names of the records' logs are on screen.
    [[nodiscard]] bool showsFile() const;
    [[nodiscard]] std::optional<RecordNumber> currentRecord() const;
    /// The record in a row, which must exist.
    [[nodiscard]] RecordNumber recordAt(int row) const;

    [[nodiscard]] TablePlace place() const;
    /// Goes back to @p place, as far as its records are shown; the nearest one stands in for a current one that is not.
    void goTo(const TablePlace& place);
    [[nodiscard]] KeptPlace keptPlace() const;
    /// The same with a place that was kept, as far as its records are there again.
    void goTo(const KeptPlace& place);
    /// Whether the last row is on screen.
    [[nodiscard]] bool isAtEnd() const;
    /// Makes @p record the current one; false if it is not shown.
    bool showRecord(RecordNumber record);
    /// Shows a mark at the left edge of the rows of @p bookmarks, and their notes in tips. They must outlive the table.
    void setBookmarks(const BookmarkModel* bookmarks);
    /// Marks @p text wherever it stands in the cells on screen.
    void markText(const FoundText& text);
    /// Marks those records that are among @p marked; nullptr for none.
    void markRecords(const RowsPointer& marked);
    /// Brings the cell of the current record on screen that holds @p text. Returns its column, which is hidden if no
    /// column on screen holds the text; nothing if no column does.
    std::optional<int> showCellWith(const FoundText& text);
    /// Makes the first record current, if none is yet.
    void showFirstRecord();
    /// Makes the first row current.
    void goToFirstRow();

    /// Fills @p menu with the columns to tick.
    void fillColumnMenu(QMenu* menu);
    /// What stands in the middle of a table without rows.
    void setEmptyText(const QString& text);

Q_SIGNALS:
    /// Another record is current, or none.
    void currentRecordChanged();
    /// The person has gone on from row to row.
    void stepped();
    /// The person has gone from one record to any other.
    void jumped(TmgLens::RecordNumber from, TmgLens::RecordNumber to);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void setupRows();
    void setupHeader();
    void keepPlaceOverResets(const LogTableModel* log);
    void rememberPlace();
    [[nodiscard]] int rowNear(RecordNumber record) const;
    [[nodiscard]] int shownColumn() const;
    void paintBookmarks(QPainter* painter, const QRect& area) const;

    const LogTableModel* m_log;
    ResultFilterModel* m_records;
    RecordDelegate* m_delegate;
    const BookmarkModel* m_bookmarks = nullptr;
    ColumnLayout* m_columns;
    TablePlace m_placeBeforeReset;
    RowsPointer m_rowsBeforeReset; // if they are to be in a column's order
    std::optional<RecordNumber> m_standIn; // is current because a filter hides the record that a person chose
    bool m_isStepping = false; // a key is at work
    QString m_emptyText;
};

} // namespace TmgLens
