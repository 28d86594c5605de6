// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/serverzone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

bool agrees(const QTimeZone& zone, const ClockReading& reading)
{
    const qint64 seconds = reading.moment.time_since_epoch().count();
    return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC)) == reading.ahead.count();
}

} // namespace

void ServerZoneFinder::add(const ClockReading& reading)
{
    if (!m_first)
        m_first = reading;
    m_areComputers = m_areComputers && agrees(m_computers, reading);
}

ServerZone ServerZoneFinder::zone() const
{
    if (m_chosen)
        return {.zone = *m_chosen, .origin = ServerZone::Origin::Person};
    return foundZone();
}

ServerZone ServerZoneFinder::foundZone() const
{
    if (!m_first)
        return {.zone = m_computers, .origin = ServerZone::Origin::Computer};
    if (m_areComputers)
        return {.zone = m_computers, .origin = ServerZone::Origin::Log};
    return {.zone = QTimeZone::fromSecondsAheadOfUtc(int(m_first->ahead.count())), .origin = ServerZone::Origin::Log};
}

std::optional<QTimeZone> parseZone(QStringView text)
{
    static const QRegularExpression offset(u"^(?:UTC)?([+-])(\\d\\d):?([0-5]\\d)$"_s);
    if (text == "Z"_L1 || text == "UTC"_L1)
        return QTimeZone(QTimeZone::UTC);
    if (const auto match = offset.matchView(text); match.hasMatch()) {
        const int seconds = match.capturedView(2).toInt() * 3600 + match.capturedView(3).toInt() * 60;
        if (seconds > QTimeZone::MaxUtcOffsetSecs)
            return {};
        return QTimeZone::fromSecondsAheadOfUtc(match.capturedView(1) == u'-' ? -seconds : seconds);
    }
    const QByteArray name = text.toUtf8();
    if (!QTimeZone::isTimeZoneIdAvailable(name))
        return {};
    const QTimeZone zone(name);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

QString zoneName(const QTimeZone& zone)
{
    return QString::fromUtf8(zone.id());
}

QString serverZoneText(const ServerZone& server)
{
    const auto say = [name = zoneName(server.zone)](const char* sentence) {
        return QCoreApplication::translate("TmgLens::ServerZone", sentence).arg(name);
    };
    switch (server.origin) {
    case ServerZone::Origin::Log:
        return say("%1 (found in the log)");
    case ServerZone::Origin::Person:
        return say("%1 (chosen)");
    case ServerZone::Origin::Computer:
        break;
    }
    return say("taken as %1 (this computer's zone)");
}

} // namespace TmgLens
