// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/logkind.h"

#include <QHash>
#include <QString>

#include <optional>

namespace TmgLens {

/// Lower case, without blanks, `-` and `_`: products, documents and releases spell names and words differently.
[[nodiscard]] QString foldedWord(QStringView word);

/// Finds things by the name of a field in a kind of log, however the name is spelled.
class FieldNameIndex
{
public:
    /// False if the name is taken in this kind of log.
    bool insert(LogKind log, QStringView name, std::size_t position);

    /// The position inserted for the name. A name that only the other logs have is found there.
    [[nodiscard]] std::optional<std::size_t> find(LogKind log, QStringView name) const;

private:
    [[nodiscard]] static QString key(LogKind log, QStringView name);

    QHash<QString, std::size_t> m_positions;
};

} // namespace TmgLens
