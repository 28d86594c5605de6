// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QTextCursor>
#include <QTextLayout>

#include <vector>

namespace TmgLens {

/// One line of a list of facts: what it is, and what is known of it.
struct Fact
{
    QString name;
    QString detail; ///< Said quietly under the name; can be empty.
    QString value;
    QString note; ///< Said quietly under the value; can be empty.
    QString address = {}; ///< Makes the name a link, which QTextBrowser::anchorClicked gets; can be empty.
};

/**
 * Writes a page for reading into a text document: headings, paragraphs, lists of facts, a raw record.
 *
 * Everything is inserted as plain text with formats; no markup is ever interpreted, so values of a log can be passed
 * as they are (after visibleText(), for the reader's sake). GUI thread only.
 */
class PageWriter
{
public:
    enum class Tone { Normal, Lead, Quiet };

    /// Empties @p document, which must outlive the writer, and starts at its top.
    PageWriter(QTextDocument* document, const QPalette& palette, const QFont& font);

    void addHeading(const QString& text);
    /// A heading with a link behind it; QTextBrowser::anchorClicked gets @p address.
    void addHeading(const QString& text, const QString& linkText, const QString& address);
    void addParagraph(const QString& text, Tone tone = Tone::Normal);
    /// Two columns. Stands right under the heading or paragraph before it.
    void addFacts(const std::vector<Fact>& facts);
    /// Lines on a coloured ground, for what should not be overlooked.
    void addCallout(const QString& title, const QStringList& lines, const QColor& color);
    /// A line to copy in a fixed-width font, with a link for that and, quietly, @p note under it;
    /// QTextBrowser::anchorClicked gets @p address.
    void addCommand(const QString& command, const QString& note, const QString& linkText, const QString& address);
    /// One line of a file in a fixed-width font.
    void addRawText(const QString& text, const QList<QTextLayout::FormatRange>& formats);

    [[nodiscard]] const QPalette& palette() const { return m_palette; }

private:
    void startBlock(qreal spaceAbove, qreal spaceBelow);
    [[nodiscard]] QTextCharFormat nameFormat(const QString& address) const;
    [[nodiscard]] QTextCharFormat linkFormat(const QString& address) const;
    [[nodiscard]] QTextCharFormat fixedFormat() const;
    void writeFact(QTextTable* table, int row, const Fact& fact);
    /// A box on ground of @p color; the cursor is inside.
    QTextCursor insertBox(const QColor& color);
    void leaveFrame();
    /// Fixed width, in the size of the page's font.
    [[nodiscard]] QFont fixedFont() const;
    [[nodiscard]] QTextCharFormat normalFormat() const;
    [[nodiscard]] QTextCharFormat quietFormat() const;
    [[nodiscard]] QTextCharFormat headingFormat() const;

    QTextCursor m_cursor;
    QPalette m_palette;
    QFont m_font;
    bool m_isAtStart = true;
};

} // namespace TmgLens
