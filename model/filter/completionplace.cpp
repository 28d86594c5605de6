// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/completionplace.h"

#include "model/filter/filterspelling.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// Reads terms from the start of a text, whether they are right or not, up to the one that holds the cursor.
class PlaceFinder
{
public:
    PlaceFinder(QStringView text, qsizetype cursor) : m_text(text), m_cursor(cursor) {}

    CompletionPlace find()
    {
        while (true) {
            while (m_position < m_cursor && (peek().isSpace() || QStringView(u"()-").contains(peek())))
                ++m_position;
            if (const auto place = takeTerm())
                return *place;
        }
    }

private:
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_position + ahead < m_text.size() ? m_text[m_position + ahead] : QChar();
    }

    /// Nothing if the term ends before the cursor; it has been passed then.
    std::optional<CompletionPlace> takeTerm()
    {
        const qsizetype begin = m_position;
        if (peek() == u'/')
            return takePattern();
        const bool isQuoted = peek() == u'"';
        const QString name = isQuoted ? takeQuoted() : takeName();
        if (m_cursor <= m_position)
            return isQuoted ? CompletionPlace() : place(CompletionPlace::Kind::Term, begin);
        if (const QChar op = takeOperator(); !op.isNull()) {
            if (m_cursor < m_position)
                return CompletionPlace();
            if (op == u'~')
                return takePattern();
            if (peek() != u'/') // else it is a web address
                return takeValues(Filter::fieldName(name), op == u':');
        }
        takeBare(false);
        return reached();
    }

    std::optional<CompletionPlace> takeValues(const Filter::FieldName& field, bool isList)
    {
        while (true) {
            const qsizetype begin = m_position;
            if (peek() == u'"')
                (void)takeQuoted();
            else
                takeBare(isList);
            if (m_cursor <= m_position) {
                CompletionPlace value = place(CompletionPlace::Kind::Value, begin);
                value.field = field;
                return value;
            }
            if (!isList || peek() != u',')
                return {};
            ++m_position;
        }
    }

    std::optional<CompletionPlace> takePattern()
    {
        for (++m_position; !atEnd() && peek() != u'/'; ++m_position) {
            if (peek() == u'\\')
                ++m_position;
        }
        ++m_position;
        return reached();
    }

    /// What began at @p begin and ends here.
    [[nodiscard]] CompletionPlace place(CompletionPlace::Kind kind, qsizetype begin) const
    {
        const QStringView written = m_text.sliced(begin, m_cursor - begin);
        return {.kind = kind,
                .begin = begin,
                .end = m_position,
                .typed = written.startsWith(u'"') ? PlaceFinder(written, 0).takeQuoted() : written.toString()};
    }

    /// Says, for what has been passed, whether the cursor stands in it, where nobody can guess.
    [[nodiscard]] std::optional<CompletionPlace> reached() const
    {
        if (m_cursor <= m_position)
            return CompletionPlace();
        return {};
    }

    /// The text between quotes; the end of the text ends it too.
    QString takeQuoted()
    {
        QString text;
        for (++m_position; !atEnd() && peek() != u'"'; ++m_position) {
            if (peek() == u'\\' && (peek(1) == u'"' || peek(1) == u'\\'))
                ++m_position;
            text += peek();
        }
        m_position = std::min(m_position + 1, m_text.size());
        return text;
    }

    QString takeName()
    {
        const qsizetype begin = m_position;
        while (Filter::isNamePart(peek()))
            ++m_position;
        return m_text.sliced(begin, m_position - begin).toString();
    }

    /// The operator's first character; null if there is none.
    QChar takeOperator()
    {
        const QChar op = peek();
        const bool isLong = peek(1) == u'=' && QStringView(u"!<>").contains(op);
        if (!isLong && !QStringView(u":=<>~").contains(op))
            return {};
        m_position += isLong ? 2 : 1;
        return op;
    }

    void takeBare(bool endsAtComma)
    {
        while (!atEnd() && !peek().isSpace() && !QStringView(u"()\"").contains(peek())
               && !(endsAtComma && peek() == u','))
            ++m_position;
    }

    QStringView m_text;
    qsizetype m_cursor;
    qsizetype m_position = 0;
};

} // namespace

CompletionPlace completionPlace(QStringView text, qsizetype cursor)
{
    return PlaceFinder(text, cursor).find();
}

} // namespace TmgLens
