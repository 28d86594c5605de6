// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testlog.h"

namespace TmgLens::Test {

/// A web log with the fields that stories are made of.
inline const QByteArray storyWebHeader =
    "#Software: Microsoft Forefront Threat Management Gateway\r\n"
    "#Version: 2.0\r\n"
    "#Fields: c-ip\tcs-username\tdate\ttime\tr-host\tr-ip\tr-port\ts-operation\tcs-uri\tsc-status\tcs-bytes\r\n";

struct WebRequest
{
    QByteArray time = {};
    QByteArray code = "200";
    QByteArray host = "a.example";
    QByteArray user = "anonymous";
    QByteArray client = "10.0.0.1";
    QByteArray bytes = "100"; ///< Towards the client: TMG calls them cs-bytes.
};

inline QByteArray webLine(const WebRequest& request)
{
    return QByteArrayList{request.client, request.user, "2010-05-12",
                          request.time,   request.host, "192.0.2.1",
                          "80",           "GET",        "http://" + request.host + "/",
                          request.code,   request.bytes}
               .join('\t')
        + "\r\n";
}

/// A firewall log with the same.
inline const QByteArray storyFirewallHeader =
    "#Software: Microsoft Forefront Threat Management Gateway\r\n"
    "#Version: 2.0\r\n"
    "#Fields: date\ttime\tIP protocol\tsource\tdestination\taction\tstatus\trule\tapplication protocol\tbytes sent\t"
    "bytes received\tconnection time\tdestination name\tusername\r\n";

struct Packet
{
    QByteArray time = {};
    QByteArray action = "Establish";
    QByteArray code = "0x0";
    QByteArray source = "10.0.0.1:1000";
    QByteArray destination = "192.0.2.1:80";
    QByteArray sent = "0";
    QByteArray received = "0";
    QByteArray connectionTime = "-";
};

inline QByteArray firewallLine(const Packet& packet)
{
    return QByteArrayList{"2010-05-12", packet.time, "TCP",  packet.source, packet.destination, packet.action,
                          packet.code,  "Out",       "HTTP", packet.sent,   packet.received,    packet.connectionTime,
                          "-",          "-"}
               .join('\t')
        + "\r\n";
}

inline void append(RecordIndex& index, const QByteArray& log, const QString& path)
{
    for (const BlockPointer& block : blocksOf(log, path).value_or(QList<BlockPointer>()))
        index.append(block);
}

} // namespace TmgLens::Test
