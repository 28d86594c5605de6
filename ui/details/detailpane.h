// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/contextfinder.h"
#include "ui/details/recordpage.h"

#include <QWidget>

class QMenu;

namespace TmgLens {

class ResultView;
struct Pattern;

/**
 * All that is known of one record, to be read.
 *
 * Holds a copy of what it shows: the model may go on or be cleared meanwhile. What is to be known of the record's
 * surroundings is looked for in the background while the pane can be seen.
 */
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget* parent = nullptr);

    /// Shows @p record, whose code is an entry of @p index.
    void showRecord(const LogRecord& record, const RecordIndex& index, const ShownClock& clock = {});
    /// Takes in that @p index, which the record shown is of, has grown. The reader stays in the same place.
    void followGrowth(const RecordIndex& index);
    /// Shows of the record what it meant, which @p folding, a folded pattern, says; nullptr: what its code says.
    void showFolding(const Pattern* folding);
    /// Shows a sentence that says how to get something shown.
    void clear();
    /// Shows @p sentence in the place of a record.
    void showNotice(const QString& sentence);

Q_SIGNALS:
    /// @p menu is to be shown for a value: that of @p field in the layout of @p record, which is on show. Whoever has
    /// to do with values adds what can be done with it.
    void fieldMenuAboutToShow(QMenu* menu, const TmgLens::LogRecord& record, int field);
    /// The same for a number of records, which are those that @p term lets through.
    void termMenuAboutToShow(QMenu* menu, const TmgLens::FilterExpression& term);
    /// Another record is wanted; it can be one that the filter hides.
    void recordChosen(TmgLens::RecordNumber record);
    /// Something that is worth a word in passing.
    void remarked(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setupContext();
    void findContext();
    void updatePage();
    void showSpread(const std::optional<CodeSpread>& spread);
    void follow(const QString& address);
    void fillMenu(QMenu* menu, const QString& address);
    void copyRecord() const;

    ResultView* m_view;
    RecordFacts m_facts; ///< On show, if there is a record.
    std::shared_ptr<const RecordIndex> m_index; ///< Of the record; nullptr if there is none.
    bool m_isContextWanted = false; ///< Nobody has looked for it yet.
    ContextFinder m_finder;
};

} // namespace TmgLens
