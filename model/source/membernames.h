// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

namespace TmgLens {

/**
 * Gives the members of an archive names by which each can be found again.
 *
 * An archive may hold any name, also one that climbs out of its folder, and twice the same. A name from here is
 * relative, stays as it is when a path that ends in it is cleaned, and does not come twice. It may still hold control
 * characters: show it as harmless text.
 */
class MemberNames
{
public:
    /// The name for the next member, which the archive calls @p name. The same names in the same order give the same.
    [[nodiscard]] QString add(const QString& name);

private:
    QHash<QString, int> m_timesGiven;
};

} // namespace TmgLens
