// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/resultselection.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

std::pair<QByteArray, LogKind> keyOf(const CodeEntry& code)
{
    return {code.text, code.log};
}

constexpr auto classPrefix = "-class:"_L1;
constexpr auto familyPrefix = "-family:"_L1;
constexpr auto codePrefix = "code:"_L1; // behind a sign

} // namespace

bool ResultSelection::shows(const CodeEntry& code) const
{
    if (const auto exception = m_codes.constFind(keyOf(code)); exception != m_codes.cend())
        return *exception;
    const auto& entry = code.result.entry;
    return showsClass(entry.resultClass) && showsFamily(entry.family);
}

bool ResultSelection::showsClass(ResultClass resultClass) const
{
    return !m_hiddenClasses[qToUnderlying(resultClass)];
}

bool ResultSelection::showsFamily(ResultFamily family) const
{
    return !m_hiddenFamilies[qToUnderlying(family)];
}

bool ResultSelection::showsAll() const
{
    return *this == ResultSelection();
}

void ResultSelection::setClassShown(ResultClass resultClass, bool shown, const CodeTable& codes)
{
    m_hiddenClasses[qToUnderlying(resultClass)] = !shown;
    for (const auto& code : codes.entries())
        if (code.result.entry.resultClass == resultClass)
            m_codes.remove(keyOf(code));
}

void ResultSelection::setFamilyShown(ResultFamily family, bool shown)
{
    m_hiddenFamilies[qToUnderlying(family)] = !shown;
}

void ResultSelection::setCodeShown(const CodeEntry& code, bool shown)
{
    // What class and family say anyway is no exception: so hiding and showing again leaves nothing behind.
    m_codes.remove(keyOf(code));
    if (shows(code) != shown)
        m_codes.insert(keyOf(code), shown);
}

QStringList ResultSelection::toWords() const
{
    QStringList words;
    for (std::size_t i = 0; i < m_hiddenClasses.size(); ++i) {
        if (m_hiddenClasses[i])
            words += classPrefix + keyword(ResultClass(i));
    }
    for (std::size_t i = 0; i < m_hiddenFamilies.size(); ++i) {
        if (m_hiddenFamilies[i])
            words += familyPrefix + keyword(ResultFamily(i));
    }
    for (const auto& [key, isShown] : m_codes.asKeyValueRange())
        words += (isShown ? u'+' : u'-') + codePrefix + keyword(key.second) + u':' + QString::fromUtf8(key.first);
    words.sort();
    return words;
}

ResultSelection ResultSelection::fromWords(const QStringList& words)
{
    ResultSelection selection;
    for (const QString& word : words)
        selection.takeWord(word);
    return selection;
}

void ResultSelection::takeWord(QStringView word)
{
    if (word.startsWith(classPrefix)) {
        if (const auto known = resultClass(word.sliced(classPrefix.size())))
            m_hiddenClasses[qToUnderlying(*known)] = true;
    } else if (word.startsWith(familyPrefix)) {
        if (const auto known = resultFamily(word.sliced(familyPrefix.size())))
            m_hiddenFamilies[qToUnderlying(*known)] = true;
    } else if (word.size() > 1 && word.sliced(1).startsWith(codePrefix)) {
        const QStringView key = word.sliced(1 + codePrefix.size());
        const qsizetype colon = key.indexOf(u':');
        if (colon >= 0)
            m_codes.insert(
                {key.sliced(colon + 1).toUtf8(), logKindOfKeyword(key.first(colon)).value_or(LogKind::Unknown)},
                word.startsWith(u'+'));
    }
}

void ResultSelection::showOnlyClass(ResultClass resultClass)
{
    *this = ResultSelection();
    m_hiddenClasses.fill(true);
    m_hiddenClasses[qToUnderlying(resultClass)] = false;
}

void ResultSelection::showOnlyCode(const CodeEntry& code)
{
    *this = ResultSelection();
    m_hiddenClasses.fill(true);
    m_codes.insert(keyOf(code), true);
}

} // namespace TmgLens
