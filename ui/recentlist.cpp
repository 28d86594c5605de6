// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recentlist.h"

#include <QSettings>

#include <algorithm>

namespace TmgLens {

QStringList RecentList::entries() const
{
    return QSettings().value(m_key).toStringList();
}

void RecentList::add(const QString& text) const
{
    QStringList texts = entries();
    texts.removeAll(text);
    texts.prepend(text);
    texts.resize(std::min(texts.size(), m_maximumCount));
    QSettings().setValue(m_key, texts);
}

void RecentList::clear() const
{
    QSettings().remove(m_key);
}

} // namespace TmgLens
