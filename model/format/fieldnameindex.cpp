// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldnameindex.h"

#include <array>

namespace TmgLens {

QString foldedWord(QStringView word)
{
    QString folded;
    for (const QChar character : word) {
        if (!character.isSpace() && character != u'-' && character != u'_')
            folded += character.toLower();
    }
    return folded;
}

bool FieldNameIndex::insert(LogKind log, QStringView name, std::size_t position)
{
    const QString wanted = key(log, name);
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

QString FieldNameIndex::key(LogKind log, QStringView name)
{
    return QString::number(static_cast<int>(log)) % u' ' % foldedWord(name);
}

} // namespace TmgLens
