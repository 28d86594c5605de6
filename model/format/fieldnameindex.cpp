// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldnameindex.h"

#include "model/format/field.h"

#include <array>

namespace TmgLens {

bool FieldNameIndex::insert(LogKind log, QStringView name, std::size_t position)
{
    const QByteArray wanted = key(log, name);
    if (m_positions.contains(wanted))
        return false;
    m_positions.insert(wanted, position);
    return true;
}

std::optional<std::size_t> FieldNameIndex::find(LogKind log, QStringView name) const
{
    for (const LogKind kind : std::array{log, LogKind::Web, LogKind::Firewall, LogKind::PacketFilter}) {
        const auto found = m_positions.constFind(key(kind, name));
        if (found != m_positions.cend())
            return *found;
    }
    return {};
}

QByteArray FieldNameIndex::key(LogKind log, QStringView name)
{
    return QByteArray::number(static_cast<int>(log)) % ' ' % foldedName(name.toUtf8());
}

} // namespace TmgLens
