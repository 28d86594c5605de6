// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingsentence.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

constexpr qsizetype longestName = 80; // characters; agents and URLs can have thousands

/// A place to fill in: `{word}` or `{word|one|more}`.
const QRegularExpression& places()
{
    static const QRegularExpression expression(u"\\{([a-z]+)(?:\\|([^|}]*)\\|([^|}]*))?\\}"_s);
    return expression;
}

QString counted(quint64 count, const QRegularExpressionMatch& place)
{
    static const QLocale english(QLocale::English);
    return english.toString(count) + u' ' + place.captured(count == 1 ? 2 : 3);
}

std::optional<quint64> figure(const Finding& finding, const QString& word)
{
    if (word == "record"_L1)
        return finding.records.size();
    if (word == "follower"_L1)
        return finding.followers;
    if (const auto known = attribute(word))
        return finding.distinct[std::size_t(*known)];
    return {};
}

QString name(const Finding& finding, const QString& word)
{
    const auto known = attribute(word);
    const QString& value = known ? finding.names[std::size_t(*known)] : QString();
    if (value.isEmpty() || value == "-"_L1)
        return Messages::tr("(not in the log)");
    return value.size() > longestName ? value.first(longestName) + u'…' : value;
}

QString filledIn(const Finding& finding, const QString& text)
{
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch& place : places().globalMatch(text)) {
        result += QStringView(text).sliced(done, place.capturedStart() - done);
        const auto count = place.hasCaptured(2) ? figure(finding, place.captured(1)) : std::nullopt;
        if (count)
            result += counted(*count, place);
        else
            result += name(finding, place.captured(1));
        done = place.capturedEnd();
    }
    return result + QStringView(text).sliced(done);
}

} // namespace

std::expected<std::vector<Attribute>, QString> countedAttributes(const QString& sentence)
{
    std::vector<Attribute> counted;
    for (const QRegularExpressionMatch& place : places().globalMatch(sentence)) {
        const QString word = place.captured(1);
        const bool isCount = place.hasCaptured(2);
        const auto known = attribute(word);
        if (!known && !(isCount && (word == "record"_L1 || word == "follower"_L1)))
            return std::unexpected(Messages::tr("the sentence has a place “%1” that does not exist.").arg(word));
        if (known && isCount && !std::ranges::contains(counted, *known))
            counted.push_back(*known);
    }
    return counted;
}

QString findingSentence(const Finding& finding)
{
    return filledIn(finding, finding.pattern->sentence);
}

QString findingAdvice(const Finding& finding)
{
    return filledIn(finding, finding.pattern->advice);
}

bool isRecordCount(const QString& text)
{
    auto found = places().globalMatch(text);
    const QRegularExpressionMatch place = found.hasNext() ? found.next() : QRegularExpressionMatch();
    return place.captured(1) == "record"_L1 && place.hasCaptured(2) && !found.hasNext();
}

QString foldedCount(const Pattern& pattern, quint64 count)
{
    const QString& text = pattern.folded->count;
    const QRegularExpressionMatch place = places().match(text);
    return text.first(place.capturedStart()) + counted(count, place) + text.sliced(place.capturedEnd());
}

} // namespace TmgLens
