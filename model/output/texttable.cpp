// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/texttable.h"

#include "model/output/harmlesstext.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Parameters of the terminal's "select graphic rendition" sequence; the sixteen colours that every palette defines.
QLatin1StringView rendition(ResultClass resultClass)
{
    switch (resultClass) {
    case ResultClass::Allowed:
        return "32"_L1;
    case ResultClass::Redirected:
    case ResultClass::Closed:
        return "36"_L1;
    case ResultClass::Info:
        return "34"_L1;
    case ResultClass::Denied:
        return "33"_L1;
    case ResultClass::Failed:
        return "31"_L1;
    case ResultClass::Dropped:
        return "35"_L1;
    case ResultClass::Attack:
        return "1;31"_L1;
    case ResultClass::Limit:
        return "1;35"_L1;
    case ResultClass::Unknown:
        return "2"_L1;
    }
    return "0"_L1;
}

QString rendered(const QString& text, QLatin1StringView parameters)
{
    return u"\x1B["_s + parameters + u'm' + text + u"\x1B[0m"_s;
}

} // namespace

QString inClassColour(const QString& text, ResultClass resultClass, TextStyle style)
{
    return style == TextStyle::Plain ? text : rendered(text, rendition(resultClass));
}

QString asHeading(const QString& text, TextStyle style)
{
    return style == TextStyle::Plain ? text : rendered(text, "1"_L1);
}

void TextTable::addColumn(const QString& title, Align align)
{
    m_columns.push_back({title, align, title.size()});
}

void TextTable::addRow(const QStringList& cells, std::optional<ResultClass> resultClass)
{
    Q_ASSERT(std::size_t(cells.size()) == m_columns.size());
    Row row{{}, resultClass};
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        row.cells += harmlessText(cells[qsizetype(i)]);
        m_columns[i].width = qMax(m_columns[i].width, row.cells.back().size());
    }
    m_rows.push_back(std::move(row));
}

QString TextTable::toString(TextStyle style) const
{
    QStringList titles;
    for (const Column& column : m_columns)
        titles += column.title;
    QString text = asHeading(line(titles), style) + u'\n';
    for (const Row& row : m_rows) {
        const QString plain = line(row.cells);
        text += (row.resultClass ? inClassColour(plain, *row.resultClass, style) : plain) + u'\n';
    }
    return text;
}

QString TextTable::line(const QStringList& cells) const
{
    QString text;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString& cell = cells[qsizetype(i)];
        const Column& column = m_columns[i];
        text += column.align == Align::Left ? cell.leftJustified(column.width) : cell.rightJustified(column.width);
        text += u"  "_s;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

} // namespace TmgLens
