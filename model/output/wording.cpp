// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/wording.h"

#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

QString hexText(quint32 value)
{
    return u"0x"_s + QString::number(value, 16).toUpper();
}

QString displayName(LogKind kind)
{
    switch (kind) {
    case LogKind::Web:
        return QCoreApplication::translate("LogKind", "web proxy");
    case LogKind::Firewall:
        return QCoreApplication::translate("LogKind", "firewall");
    case LogKind::PacketFilter:
        return QCoreApplication::translate("LogKind", "packet filter");
    case LogKind::Unknown:
        break;
    }
    return QCoreApplication::translate("LogKind", "unknown");
}

QString formatKeyword(const LogLayout& layout)
{
    const QString word = layout.format == LogLayout::Format::W3c ? u"w3c"_s : u"native"_s;
    return layout.isRelayed ? QString(word + u"-syslog"_s) : word;
}

QString describeGuessedDates(const LogLayout& layout)
{
    if (!layout.isDateOrderGuessed)
        return {};
    return QCoreApplication::translate("TmgLens::Wording",
                                       "Nothing in the log tells whether its dates begin with the month or the day: "
                                       "they are read with the month first.");
}

} // namespace TmgLens
