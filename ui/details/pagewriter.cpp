// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/pagewriter.h"

#include "ui/look/quietcolors.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextDocument>
#include <QTextTable>

namespace TmgLens {

namespace {

constexpr qreal pageMargin = 14;
constexpr qreal sectionSpace = 16;
constexpr qreal lineHeightPercent = 118;

/// The block after a table loses its space above, so the table keeps it.
QTextTableFormat fullWidthTable(qreal padding)
{
    QTextTableFormat format;
    format.setTopMargin(2);
    format.setBottomMargin(sectionSpace - 4);
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(padding);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    return format;
}

} // namespace

PageWriter::PageWriter(QTextDocument* document, const QPalette& palette, const QFont& font)
    : m_palette(palette)
    , m_font(font)
{
    document->clear();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(font);
    document->setDocumentMargin(pageMargin);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // codes and addresses have no blanks
    option.setTabStopDistance(4 * QFontMetricsF(fixedFont()).horizontalAdvance(u'0'));
    document->setDefaultTextOption(option);
    m_cursor = QTextCursor(document);
}

void PageWriter::addHeading(const QString& text)
{
    startBlock(sectionSpace, 4);
    m_cursor.insertText(text, headingFormat());
}

void PageWriter::addHeading(const QString& text, const QString& linkText, const QString& address)
{
    addHeading(text);
    m_cursor.insertText(QString(3, QChar::Nbsp), normalFormat());
    m_cursor.insertText(linkText, linkFormat(address));
}

void PageWriter::addParagraph(const QString& text, Tone tone)
{
    startBlock(0, 4);
    QTextCharFormat format = tone == Tone::Quiet ? quietFormat() : normalFormat();
    if (tone == Tone::Lead) {
        format.setProperty(QTextFormat::FontSizeAdjustment, 1);
    }
    m_cursor.insertText(text, format);
}

void PageWriter::addFacts(const std::vector<Fact>& facts)
{
    if (facts.empty()) {
        return;
    }
    QTextTableFormat format = fullWidthTable(0);
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 36), QTextLength(QTextLength::PercentageLength, 64)});
    QTextTable* table = m_cursor.insertTable(int(facts.size()), 2, format);
    for (int row = 0; row < int(facts.size()); ++row) {
        writeFact(table, row, facts[std::size_t(row)]);
    }
    leaveFrame();
}

void PageWriter::writeFact(QTextTable* table, int row, const Fact& fact)
{
    const auto write = [&](int column, const QString& main, const QTextCharFormat& mainFormat, const QString& side) {
        QTextTableCell cell = table->cellAt(row, column);
        QTextTableCellFormat cellFormat;
        cellFormat.setTopPadding(4);
        cellFormat.setBottomPadding(4);
        cellFormat.setRightPadding(column == 0 ? 12 : 0);
        cellFormat.setBottomBorder(1);
        cellFormat.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        cellFormat.setBottomBorderBrush(separatorColor(m_palette));
        cell.setFormat(cellFormat);
        QTextCursor cursor = cell.firstCursorPosition();
        cursor.insertText(main, mainFormat);
        if (!side.isEmpty()) {
            QTextCharFormat sideFormat = quietFormat();
            sideFormat.setProperty(QTextFormat::FontSizeAdjustment, -1);
            cursor.insertBlock();
            cursor.insertText(side, sideFormat);
        }
    };
    write(0, fact.name, nameFormat(fact.address), fact.detail);
    write(1, fact.value, normalFormat(), fact.note);
}

/// Thirty links in a list must not shout.
QTextCharFormat PageWriter::nameFormat(const QString& address) const
{
    QTextCharFormat format = quietFormat();
    if (!address.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(address);
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(m_palette.color(QPalette::Link));
    }
    return format;
}

void PageWriter::addCallout(const QString& title, const QStringList& lines, const QColor& color)
{
    QTextCursor cursor = insertBox(color);
    cursor.insertText(title, headingFormat());
    for (const QString& line : lines) {
        cursor.insertBlock();
        cursor.insertText(line, normalFormat());
    }
    leaveFrame();
}

void PageWriter::addCommand(const QString& command, const QString& note, const QString& linkText,
                            const QString& address)
{
    QTextCursor cursor = insertBox(m_palette.color(QPalette::AlternateBase));
    cursor.insertText(command, fixedFormat());
    cursor.insertBlock();
    cursor.insertText(linkText, linkFormat(address));
    cursor.insertBlock();
    cursor.insertText(note, quietFormat());
    leaveFrame();
}

void PageWriter::addRawText(const QString& text, const QList<QTextLayout::FormatRange>& formats)
{
    QTextCursor cursor = insertBox(m_palette.color(QPalette::AlternateBase));

    const QTextCharFormat plain = fixedFormat();
    qsizetype position = 0;
    for (const QTextLayout::FormatRange& range : formats) {
        cursor.insertText(text.mid(position, range.start - position), plain);
        QTextCharFormat format = plain;
        format.merge(range.format);
        cursor.insertText(text.mid(range.start, range.length), format);
        position = range.start + range.length;
    }
    cursor.insertText(text.mid(position), plain);
    leaveFrame();
}

QTextCursor PageWriter::insertBox(const QColor& color)
{
    if (m_isAtStart) { // a document starts with a block, which must not show above the box
        QTextBlockFormat format;
        format.setLineHeight(1, QTextBlockFormat::FixedHeight);
        m_cursor.setBlockFormat(format);
        m_isAtStart = false;
    }
    QTextTableCell cell = m_cursor.insertTable(1, 1, fullWidthTable(8))->cellAt(0, 0);
    QTextTableCellFormat format;
    format.setBackground(color);
    cell.setFormat(format);
    return cell.firstCursorPosition();
}

QFont PageWriter::fixedFont() const
{
    QFont font = m_font;
    font.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    return font;
}

void PageWriter::startBlock(qreal spaceAbove, qreal spaceBelow)
{
    QTextBlockFormat format;
    format.setTopMargin(m_isAtStart ? 0 : spaceAbove);
    format.setBottomMargin(spaceBelow);
    format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    // The first block of a document, and the one that follows a table, are there already.
    if (m_cursor.block().length() > 1) {
        m_cursor.insertBlock();
    }
    m_cursor.setBlockFormat(format);
    m_isAtStart = false;
}

void PageWriter::leaveFrame()
{
    m_cursor.movePosition(QTextCursor::End);
}

QTextCharFormat PageWriter::normalFormat() const
{
    QTextCharFormat format;
    format.setForeground(m_palette.color(QPalette::Text));
    return format;
}

QTextCharFormat PageWriter::fixedFormat() const
{
    QTextCharFormat format = normalFormat();
    format.setFontFamilies({fixedFont().family()});
    return format;
}

QTextCharFormat PageWriter::linkFormat(const QString& address) const
{
    QTextCharFormat format = normalFormat();
    format.setAnchor(true);
    format.setAnchorHref(address);
    format.setForeground(m_palette.link());
    format.setFontUnderline(true);
    return format;
}

QTextCharFormat PageWriter::quietFormat() const
{
    QTextCharFormat format;
    format.setForeground(quietTextColor(m_palette));
    return format;
}

QTextCharFormat PageWriter::headingFormat() const
{
    QTextCharFormat format = normalFormat();
    format.setFontWeight(QFont::DemiBold);
    return format;
}

} // namespace TmgLens
