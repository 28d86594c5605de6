// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/wording.h"

#include <QCoreApplication>
#include <QTimeZone>

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

QString timeText(LogTime time)
{
    if (time == invalidTime)
        return {};
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC)
        .toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString isoText(LogTime moment)
{
    if (moment == invalidTime)
        return {};
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), QTimeZone::UTC).toString(Qt::ISODate);
}

QString formatKeyword(const LogLayout& layout)
{
    const QString word = [&layout] {
        switch (layout.format) {
        case LogLayout::Format::W3c:
            return u"w3c"_s;
        case LogLayout::Format::Native:
            return u"native"_s;
        case LogLayout::Format::Console:
            return u"console"_s;
        case LogLayout::Format::Database:
            break;
        }
        return u"sql"_s;
    }();
    return layout.isRelayed ? QString(word + u"-syslog"_s) : word;
}

QString dateOrderKeyword(LogLayout::DateOrder order)
{
    switch (order) {
    case LogLayout::DateOrder::DayMonthYear:
        return u"dmy"_s;
    case LogLayout::DateOrder::MonthDayYear:
        return u"mdy"_s;
    case LogLayout::DateOrder::YearMonthDay:
        break;
    }
    return u"ymd"_s;
}

std::optional<LogLayout::DateOrder> dateOrderOfKeyword(QStringView keyword)
{
    using Order = LogLayout::DateOrder;
    for (const Order order : {Order::DayMonthYear, Order::MonthDayYear, Order::YearMonthDay}) {
        if (keyword == dateOrderKeyword(order))
            return order;
    }
    return {};
}

QString originKeyword(ServerZone::Origin origin)
{
    switch (origin) {
    case ServerZone::Origin::Log:
        return u"log"_s;
    case ServerZone::Origin::Person:
        return u"option"_s;
    case ServerZone::Origin::Computer:
        break;
    }
    return u"computer"_s;
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
