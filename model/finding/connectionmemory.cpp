// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/connectionmemory.h"

#include "model/finding/eventtest.h"

namespace TmgLens {

namespace {

std::chrono::seconds since(quint32 packedThen, LogTime now)
{
    const LogTime then = IndexBlock::unpackedTime(packedThen);
    return then == invalidTime ? never : std::max(now - then, std::chrono::seconds(0));
}

} // namespace

void ConnectionMemory::addNeeds(const CodeEntry& code, EventNeeds& needs)
{
    const ResultClass resultClass = code.result.entry.resultClass;
    const bool closes = resultClass == ResultClass::Closed;
    if (code.log != LogKind::Firewall || (!closes && resultClass != ResultClass::Allowed))
        return;
    needs.isWanted = true;
    needs.add(Attribute::Connection);
    needs.traits |= closes ? Trait::RoundDuration : Trait::Opens;
}

void ConnectionMemory::follow(Event& event, const CodeEntry& code)
{
    const Fingerprint key = event.attribute(Attribute::Connection);
    const bool closes = code.result.entry.resultClass == ResultClass::Closed;
    const bool opens = event.traits.testFlag(Trait::Opens);
    if (key == noFingerprint)
        return;
    Connection* const known = m_connections.find(key);
    if (known) {
        event.sinceOpened = since(known->opened, event.time);
        event.sinceClosed = since(known->closed, event.time);
        event.closingCode = known->closingCode;
        event.wasOpenForRoundTime = known->wasOpenForRoundTime;
    }
    if (!closes && !opens)
        return;
    Connection& connection = known ? *known : m_connections.insert(key);
    if (opens) {
        connection.opened = IndexBlock::packedTime(event.time);
    } else {
        connection.closed = IndexBlock::packedTime(event.time);
        connection.closingCode = comparableCode(code.result.value.value_or(0));
        connection.wasOpenForRoundTime = event.traits.testFlag(Trait::RoundDuration);
    }
    if (m_connections.size() >= m_sizeToForgetAt)
        forgetOld(event.time);
}

void ConnectionMemory::forgetOld(LogTime now)
{
    m_connections.removeIf([now](const Connection& connection) {
        const LogTime seen = connection.seen();
        return seen + span < now || now + span < seen; // the clock may have been set back
    });
    m_sizeToForgetAt = std::max<std::size_t>(4096, 2 * m_connections.size());
}

} // namespace TmgLens
