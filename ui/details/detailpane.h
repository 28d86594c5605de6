// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/recordpage.h"

#include <QWidget>

class QMenu;

namespace TmgLens {

class ResultView;

/**
 * All that is known of one record, to be read.
 *
 * Holds a copy of what it shows: the model may go on or be cleared meanwhile.
 */
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget* parent = nullptr);

    /// Shows @p record, whose code is an entry of @p index.
    void showRecord(const LogRecord& record, const RecordIndex& index, const ShownClock& clock = {});
    /// Shows a sentence that says how to get something shown.
    void clear();

Q_SIGNALS:
    /// @p menu is to be shown for a value: that of @p field in the layout of @p record, which is on show. Whoever has
    /// to do with values adds what can be done with it.
    void fieldMenuAboutToShow(QMenu* menu, const TmgLens::LogRecord& record, int field);

private:
    void copyRecord() const;

    ResultView* m_view;
    LogRecord m_record; ///< On show, if there is one.
};

} // namespace TmgLens
