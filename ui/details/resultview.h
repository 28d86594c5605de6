// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

#include <QWidget>

#include <functional>

class QMenu;
class QPoint;
class QTextBrowser;

namespace TmgLens {

class PageWriter;
class ResultHeader;
struct Pattern;

/**
 * A result to read: its head, which stays in sight, and a page that scrolls.
 *
 * All text can be selected and copied; none of it is ever taken for markup.
 */
class ResultView : public QWidget
{
    Q_OBJECT

public:
    /// Writes the page; called again when colours or fonts change, so it holds copies of what it writes.
    using Page = std::function<void(PageWriter&)>;

    explicit ResultView(QWidget* parent = nullptr);

    /// Shows @p result in the head and @p page under it, from its top.
    void showPage(const DecodedResult& result, const Page& page);
    /// Shows in the head what the record of @p result meant, which @p folding says; nullptr: nothing else than its
    /// code.
    void showFolding(const DecodedResult& result, const Pattern* folding);
    /// Shows @p page instead of the one before, which is about the same result; the reader stays in the same place.
    void updatePage(const Page& page);
    /// Shows nothing but a sentence, for want of a result.
    void showNotice(const QString& text);
    /// Opens the menu of the fact with the link @p address, at the text cursor.
    void openMenu(const QString& address);

Q_SIGNALS:
    /// A link of the page was activated; @p address is what the page's writer gave it.
    void linkActivated(const QString& address);
    /// @p menu, still empty, is to be shown for the fact with the link @p address; empty for any other place.
    void menuAboutToShow(QMenu* menu, const QString& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rewrite();
    void showMenu(const QString& address, const QPoint& position);
    [[nodiscard]] QString addressAt(const QPoint& position) const;

    ResultHeader* m_header;
    QTextBrowser* m_browser;
    Page m_page;
};

} // namespace TmgLens
