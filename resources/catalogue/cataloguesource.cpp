// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/catalogue/cataloguesource.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr auto opening = R"(// Made by compile-catalogue from resources/catalogue.

#include "model/result/resultcatalogue.h"

namespace TmgLens {

namespace {

)"_L1;

constexpr auto closing = R"(constexpr ResultCatalogue catalogue(
    {.entries = entries, .names = names, .ranges = ranges, .dispositions = dispositions});

} // namespace

const ResultCatalogue& ResultCatalogue::builtIn()
{
    return catalogue;
}

} // namespace TmgLens
)"_L1;

/// A spelling of a code, with what decides on the order of those that are spelt the same.
struct Name
{
    QString text;
    bool isAlias = false;
    qsizetype inFiles = 0; ///< Place of the code in the files.
    qsizetype inTable = 0; ///< Place of its entry in the table.
};

// Every unit that is not plain ASCII as a number, which ends the literal: a digit behind it would be taken for its own.
QString literal(QStringView text)
{
    QString source = u"u\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            source += u'\\';
        if (c >= u' ' && c <= u'~')
            source += c;
        else
            source += u"\\x%1\" u\""_s.arg(c.unicode(), 0, 16);
    }
    return source + u'"';
}

template <typename Enum> QString number(Enum value)
{
    return QString::number(qToUnderlying(value));
}

QString table(QLatin1StringView type, QLatin1StringView name, const QStringList& rows)
{
    return u"constexpr %1 %2[] = {\n"_s.arg(type, name) + rows.join(u'\n') + u"\n};\n\n"_s;
}

/// Collects the rows of the tables, which refer to each other by place: an entry to its symbols, a name to its entry.
class Writer
{
public:
    explicit Writer(const CatalogueContent& content);
    [[nodiscard]] QByteArray source() const;

private:
    void addCodes(const std::vector<ReadCode>& codes);
    void addNames(std::vector<Name> names);
    QString entry(const ResultEntry& entry);

    QStringList m_symbols;
    QStringList m_entries;
    QStringList m_names;
    QStringList m_ranges;
    QStringList m_dispositions;
};

Writer::Writer(const CatalogueContent& content)
{
    addCodes(content.codes);
    for (const ReadRange& range : content.ranges)
        m_ranges += u"{.first = %1U, .last = %2U, .facility = %3, .entry = %4},"_s.arg(
            QString::number(range.first), QString::number(range.last), literal(range.facility), entry(range.entry));
    for (const ReadDisposition& disposition : content.dispositions) {
        const QString number = disposition.number ? u".number = %1U, "_s.arg(*disposition.number) : QString();
        m_dispositions += u"{%1.entry = %2},"_s.arg(number, entry(disposition.entry));
    }
}

void Writer::addCodes(const std::vector<ReadCode>& codes)
{
    std::vector<const ReadCode*> byValue;
    byValue.reserve(codes.size());
    for (const ReadCode& code : codes)
        byValue.push_back(&code);
    std::ranges::stable_sort(byValue, {}, [](const ReadCode* code) { return code->entry.value; });

    std::vector<Name> names;
    for (const ReadCode* code : byValue) {
        const qsizetype inFiles = code - codes.data();
        for (const QString& symbol : code->entry.symbols)
            names.push_back({.text = symbol, .isAlias = false, .inFiles = inFiles, .inTable = m_entries.size()});
        for (const QString& alias : code->aliases)
            names.push_back({.text = alias, .isAlias = true, .inFiles = inFiles, .inTable = m_entries.size()});
        m_entries += entry(code->entry) + u',';
    }
    addNames(std::move(names));
}

void Writer::addNames(std::vector<Name> names)
{
    std::ranges::sort(names, [](const Name& one, const Name& other) {
        const int order = one.text.compare(other.text, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : std::pair(one.isAlias, one.inFiles) < std::pair(other.isAlias, other.inFiles);
    });
    for (const Name& name : names)
        m_names += u"{.text = %1, .entry = %2},"_s.arg(literal(name.text), QString::number(name.inTable));
}

QString Writer::entry(const ResultEntry& entry)
{
    const qsizetype firstSymbol = m_symbols.size();
    for (const QString& symbol : entry.symbols)
        m_symbols += literal(symbol) + u',';
    QStringList fields{
        u".value = %1U"_s.arg(entry.value),
        u".symbols = {symbols + %1, %2}"_s.arg(firstSymbol).arg(entry.symbols.size()),
        u".log = LogKind(%1)"_s.arg(number(entry.log)),
        u".family = ResultFamily(%1)"_s.arg(number(entry.family)),
        u".resultClass = ResultClass(%1)"_s.arg(number(entry.resultClass)),
        u".severity = Severity(%1)"_s.arg(number(entry.severity)),
        u".area = "_s + literal(entry.area),
        u".title = "_s + literal(entry.title),
        u".message = "_s + literal(entry.message),
        u".causes = "_s + literal(entry.causes),
        u".confirm = "_s + literal(entry.confirm),
        u".advice = "_s + literal(entry.advice),
        u".confidence = Confidence(%1)"_s.arg(number(entry.confidence)),
        u".source = "_s + literal(entry.source),
    };
    return u'{' + fields.join(u",\n "_s) + u'}';
}

QByteArray Writer::source() const
{
    const QString tables = table("QStringView"_L1, "symbols"_L1, m_symbols)
        + table("CatalogueEntry"_L1, "entries"_L1, m_entries) + table("CatalogueName"_L1, "names"_L1, m_names)
        + table("CatalogueRange"_L1, "ranges"_L1, m_ranges)
        + table("CatalogueDisposition"_L1, "dispositions"_L1, m_dispositions);
    return (opening + tables + closing).toLatin1();
}

} // namespace

QByteArray catalogueSource(const CatalogueContent& content)
{
    return Writer(content).source();
}

} // namespace TmgLens
