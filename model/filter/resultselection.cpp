// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/resultselection.h"

#include <algorithm>

namespace TmgLens {

namespace {

std::pair<QByteArray, LogKind> keyOf(const CodeEntry& code)
{
    return {code.text, code.log};
}

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
