// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/codetable.h"

#include <QHash>
#include <QStringList>

#include <array>

namespace TmgLens {

/**
 * Which result categories are shown: classes and families ticked off, with single codes as exceptions.
 *
 * A value type. Codes that turn up later follow their class and family.
 */
class ResultSelection
{
public:
    [[nodiscard]] bool shows(const CodeEntry& code) const;
    [[nodiscard]] bool showsClass(ResultClass resultClass) const;
    [[nodiscard]] bool showsFamily(ResultFamily family) const;
    /// True if nothing is hidden.
    [[nodiscard]] bool showsAll() const;

    /// Shows or hides a class, single codes of it included.
    void setClassShown(ResultClass resultClass, bool shown, const CodeTable& codes);
    void setFamilyShown(ResultFamily family, bool shown);
    void setCodeShown(const CodeEntry& code, bool shown);

    /// Shows this class and nothing else; all families.
    void showOnlyClass(ResultClass resultClass);
    /// Shows this code and nothing else.
    void showOnlyCode(const CodeEntry& code);

    /// A word for each thing that is not as at first, such as `-class:denied`, `-family:http` and `+code:web:12209`.
    [[nodiscard]] QStringList toWords() const;
    /// The reverse; words that make no sense are left out.
    [[nodiscard]] static ResultSelection fromWords(const QStringList& words);

    bool operator==(const ResultSelection&) const = default;

private:
    using CodeKey = std::pair<QByteArray, LogKind>;

    void takeWord(QStringView word);

    std::array<bool, resultClassCount> m_hiddenClasses = {};
    std::array<bool, resultFamilyCount> m_hiddenFamilies = {};
    QHash<CodeKey, bool> m_codes; // exceptions: shown or hidden whatever the class says
};

} // namespace TmgLens
