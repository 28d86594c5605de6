// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testlog.h"

namespace TmgLens::Test {

/// A web log with the fields that the context of a record is about.
inline const QByteArray contextHeader =
    "#Software: Microsoft Forefront Threat Management Gateway\r\n"
    "#Version: 2.0\r\n"
    "#Fields: c-ip\tdate\ttime\tr-host\tr-ip\tr-port\ts-operation\tcs-uri\tsc-status\r\n";

/// A record for contextHeader: 10.0.0.@p client asks for @p host at @p time.
inline QByteArray contextRecord(int client, const QByteArray& time, const QByteArray& host, const QByteArray& code)
{
    return QByteArrayList{"10.0.0." + QByteArray::number(client),
                          "2010-05-12",
                          time,
                          host,
                          "192.0.2.1",
                          "80",
                          "GET",
                          "http://" + host + "/",
                          code}
               .join('\t')
        + "\r\n";
}

/// A firewall log.
inline const QByteArray firewallHeader =
    "#Software: Microsoft Forefront Threat Management Gateway\r\n"
    "#Version: 2.0\r\n"
    "#Fields: computer\tdate\ttime\tIP protocol\tsource\tdestination\tsource network\tdestination network\taction\t"
    "status\trule\tapplication protocol\r\n";

/// A record for firewallHeader, from @p source to @p destination, both with ports.
inline QByteArray firewallRecord(const QByteArray& time, const QByteArray& source, const QByteArray& destination,
                                 const QByteArray& action, const QByteArray& code)
{
    return QByteArrayList{"TMG",      "2010-05-12", time,   "TCP", source,         destination,
                          "Internal", "External",   action, code,  "Default rule", "HTTP"}
               .join('\t')
        + "\r\n";
}

} // namespace TmgLens::Test
