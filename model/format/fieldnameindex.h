// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/logkind.h"

#include <QByteArray>
#include <QHash>
#include <QStringView>

#include <optional>

namespace TmgLens {

/// Finds things by the name of a field in a kind of log, however the name is spelled.
class FieldNameIndex
{
public:
    /// False if the name is taken in this kind of log.
    bool insert(LogKind log, QStringView name, std::size_t position);

    /// The position inserted for the name. A name that only the other logs have is found there.
    [[nodiscard]] std::optional<std::size_t> find(LogKind log, QStringView name) const;

private:
    [[nodiscard]] static QByteArray key(LogKind log, QStringView name);

    QHash<QByteArray, std::size_t> m_positions;
};

} // namespace TmgLens
