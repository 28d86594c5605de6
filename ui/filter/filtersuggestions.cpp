// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filtersuggestions.h"

#include "model/filter/exactvalue.h"
#include "model/filter/filterspelling.h"
#include "model/filter/missingfields.h"
#include "model/finding/findingfilter.h"
#include "model/finding/patternreader.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostSuggestions = 100; // a hostile log has as many codes as records
constexpr qsizetype longestNote = 60;
constexpr qsizetype longestValue = 200; // what is longer, nobody reads in a list

/// Context of the sentences for translators.
struct FilterSuggestions
{
    Q_DECLARE_TR_FUNCTIONS(FilterSuggestions)
};

using Suggestions = std::vector<FilterSuggestion>;
using Filter::FieldName;
using Filter::Subject;

QString countText(quint64 count)
{
    return QLocale().toString(qulonglong(count));
}

// -- Terms -----------------------------------------------------------------------------------------------------------

/// What a short name stands for; the log's own name of the field where it is one of its fields.
QString fieldNote(const FieldName& field, const ColumnSet& columns)
{
    switch (field.subject) {
    case Subject::Class:
        return FilterSuggestions::tr("what happened: denied, failed, dropped…");
    case Subject::Family:
        return FilterSuggestions::tr("the table that the code is from");
    case Subject::Severity:
        return FilterSuggestions::tr("how much attention it deserves");
    case Subject::Area:
        return FilterSuggestions::tr("what it is about: policy, authentication…");
    case Subject::Code:
        return FilterSuggestions::tr("result code, or a range 12202..12239");
    case Subject::Time:
        return FilterSuggestions::tr("2010-05-12, 10:00..10:30");
    case Subject::File:
        return FilterSuggestions::tr("name of the log");
    case Subject::Finding:
        return FilterSuggestions::tr("what was found: alarm, warning, A1…");
    case Subject::Cell:
        break;
    }
    const auto column = columns.find(field.id);
    if (!column)
        return {};
    return visibleText(QString::fromUtf8(columns.fields()[std::size_t(*column)].name), longestNote);
}

Suggestions fieldSuggestions(const ColumnSet& columns)
{
    Suggestions suggestions;
    for (const FieldName& field : Filter::shortFieldNames()) {
        if (columns.size() == 0 || !isMissing(field, columns))
            suggestions.push_back({.text = field.name + u':', .note = fieldNote(field, columns)});
    }
    for (const Field& field : columns.fields()) {
        const QString name = QString::fromUtf8(field.name);
        suggestions.push_back({.text = Filter::spelledName(name) + u':', .note = FilterSuggestions::tr("field")});
    }
    return suggestions;
}

// -- Values ----------------------------------------------------------------------------------------------------------

/// A word with the number of records it stands for, the most frequent first; those of no record come last.
Suggestions counted(std::vector<std::pair<FilterSuggestion, quint64>> words)
{
    std::ranges::stable_sort(words, std::ranges::greater(), &std::pair<FilterSuggestion, quint64>::second);
    Suggestions suggestions;
    for (auto& [suggestion, count] : words) {
        if (count > 0)
            suggestion.note += (suggestion.note.isEmpty() ? u""_s : u" \u00B7 "_s) + countText(count);
        suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
}

template <typename Category>
Suggestions categories(std::size_t number, const CodeTable& codes, Category ResultEntry::* category,
                       QString (*title)(Category))
{
    std::vector<std::pair<FilterSuggestion, quint64>> words;
    for (std::size_t i = 0; i < number; ++i) {
        quint64 count = 0;
        for (const CodeEntry& code : codes.entries())
            count += code.result.entry.*category == Category(i) ? code.count : 0;
        words.push_back({{.text = keyword(Category(i)), .note = title(Category(i))}, count});
    }
    return counted(std::move(words));
}

Suggestions areas(const CodeTable& codes)
{
    std::map<QString, quint64> counts;
    for (const CodeEntry& code : codes.entries()) {
        if (!code.result.entry.area.isEmpty())
            counts[code.result.entry.area] += code.count;
    }
    std::vector<std::pair<FilterSuggestion, quint64>> words;
    words.reserve(counts.size());
    for (const auto& [area, count] : counts)
        words.push_back({{.text = area, .note = areaTitle(area)}, count});
    return counted(std::move(words));
}

Suggestions findingSuggestions()
{
    Suggestions suggestions;
    const auto patterns = builtInPatterns();
    const QStringList words = findingWords();
    for (const QString& word : words) {
        QString note;
        if (patterns)
            if (const auto pattern = std::ranges::find(**patterns, word, &TmgLens::Pattern::id);
                pattern != (*patterns)->end())
                note = pattern->name;
        suggestions.push_back({.text = word, .note = note});
    }
    return suggestions;
}

Suggestions codeSuggestions(const CodeTable& codes)
{
    std::vector<std::pair<FilterSuggestion, quint64>> words;
    for (const CodeEntry& code : codes.entries()) {
        const QString text = visibleText(QString::fromLatin1(code.text), longestNote);
        if (!text.isEmpty())
            words.push_back({{.text = Filter::spelledValue(text), .note = code.result.entry.title}, code.count});
    }
    return counted(std::move(words));
}

/// The values of a field, the most frequent first as they come.
Suggestions cellSuggestions(const FieldName& field, std::span<const FacetValue> values)
{
    Suggestions suggestions;
    for (const FacetValue& value : values) {
        const bool isShown = visibleText(value.text, longestValue) == value.text;
        if (isShown && !value.text.isEmpty() && Filter::isComparable(field, value.text))
            suggestions.push_back({.text = Filter::spelledValue(value.text), .note = countText(value.count)});
    }
    return suggestions;
}

Suggestions valueSuggestions(const FieldName& field, const CodeTable& codes, std::span<const FacetValue> values)
{
    switch (field.subject) {
    case Subject::Class:
        return categories(resultClassCount, codes, &ResultEntry::resultClass, resultClassTitle);
    case Subject::Family:
        return categories(resultFamilyCount, codes, &ResultEntry::family, resultFamilyTitle);
    case Subject::Severity:
        return categories(severityCount, codes, &ResultEntry::severity, severityTitle);
    case Subject::Area:
        return areas(codes);
    case Subject::Code:
        return codeSuggestions(codes);
    case Subject::Cell:
        return cellSuggestions(field, values);
    case Subject::Finding:
        return findingSuggestions();
    case Subject::Time:
    case Subject::File:
        break;
    }
    return {};
}

/// 0 for what begins with @p typed, 1 for what holds it, 2 for the rest.
int rank(const FilterSuggestion& suggestion, const QString& typed, bool looksAtNotes)
{
    const QStringView text = QStringView(suggestion.text).sliced(suggestion.text.startsWith(u'"') ? 1 : 0);
    if (text.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    const bool isInNote = looksAtNotes && suggestion.note.contains(typed, Qt::CaseInsensitive);
    return isInNote || suggestion.text.contains(typed, Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

bool needsValues(const CompletionPlace& place)
{
    return place.kind == CompletionPlace::Kind::Value && place.field.subject == Subject::Cell;
}

Suggestions filterSuggestions(const CompletionPlace& place, const RecordIndex& index,
                              std::span<const FacetValue> values)
{
    using Kind = CompletionPlace::Kind;
    if (place.kind == Kind::Nothing)
        return {};
    const bool isValue = place.kind == Kind::Value;
    Suggestions suggestions =
        isValue ? valueSuggestions(place.field, index.codes(), values) : fieldSuggestions(index.columns());
    const bool looksAtNotes = isValue && !needsValues(place); // titles, but not numbers alone
    const auto rankOf = [&](const FilterSuggestion& one) { return rank(one, place.typed, looksAtNotes); };
    std::erase_if(suggestions, [&](const FilterSuggestion& one) { return rankOf(one) == 2; });
    std::ranges::stable_sort(suggestions, {}, rankOf);
    if (suggestions.size() > mostSuggestions)
        suggestions.resize(mostSuggestions);
    const bool isWritten = suggestions.size() == 1 && suggestions.front().text == place.typed;
    return isWritten ? Suggestions() : suggestions;
}

} // namespace TmgLens
