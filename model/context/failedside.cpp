// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/failedside.h"

#include <QCoreApplication>

namespace TmgLens {

namespace {

using Side = FailedSide::Side;

// ERROR_INFO_IO_RECV_FROM_CLIENT, _IO_SEND_TO_CLIENT, _IO_SEND_TO_SERVER, _IO_RECV_FROM_SERVER, _DURING_CONNECT
constexpr quint32 clientBits = 0x1 | 0x2;
constexpr quint32 serverBits = 0x4 | 0x8;
constexpr quint32 connectBit = 0x40;

/// Context of the texts for translators.
struct FailedSideText
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::FailedSideText)
};

Side sideOf(quint32 errorInfo)
{
    const bool isClient = errorInfo & clientBits;
    const bool isServer = errorInfo & serverBits;
    if (isClient && isServer)
        return Side::Both;
    if (isClient)
        return Side::Client;
    return isServer ? Side::Server : Side::Untold;
}

QString sideTitle(Side side)
{
    switch (side) {
    case Side::Client:
        return FailedSideText::tr("Client side");
    case Side::Server:
        return FailedSideText::tr("Server side");
    case Side::Both:
        return FailedSideText::tr("Both sides");
    case Side::Untold:
        break;
    }
    return {};
}

} // namespace

std::optional<FailedSide> failedSide(quint32 errorInfo)
{
    const FailedSide failed{.side = sideOf(errorInfo), .isWhileConnecting = bool(errorInfo & connectBit)};
    return failed == FailedSide() ? std::nullopt : std::optional(failed);
}

QString title(const FailedSide& failed)
{
    QString side = sideTitle(failed.side);
    if (!failed.isWhileConnecting)
        return side;
    return side.isEmpty() ? FailedSideText::tr("While connecting")
                          : FailedSideText::tr("%1, while connecting").arg(side);
}

QString advice(const FailedSide& failed)
{
    switch (failed.side) {
    case Side::Client:
        return FailedSideText::tr("The connection between client and firewall broke. Most often the person or the "
                                  "program went away; else look at the client and the network in front of it.");
    case Side::Both:
        return FailedSideText::tr("Both connections broke. One of them went first and took the other with it; the "
                                  "neighbours and the durations can tell which.");
    case Side::Server:
        if (!failed.isWhileConnecting)
            return FailedSideText::tr(
                "The connection between firewall and server broke after it had stood. Look at the "
                "server, and at what cuts idle connections on the way to it.");
        break;
    case Side::Untold:
        break;
    }
    return FailedSideText::tr("No connection to the server came about. Look at its name, its address, its port and the "
                              "way there; the client has nothing to do with it.");
}

} // namespace TmgLens
