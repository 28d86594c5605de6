// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace TmgLens::Test {

inline const QByteArray storyHeader = "#Software: Microsoft Forefront Threat Management Gateway\r\n"
                                      "#Version: 2.0\r\n"
                                      "#Fields: c-ip\tcs-username\tdate\ttime\tr-host\tcs-uri\tsc-status\r\n";

/// A record of @p second seconds after eight o'clock.
inline QByteArray storyRecord(int second, const QByteArray& client, const QByteArray& user, const QByteArray& host,
                              const QByteArray& code)
{
    const auto twoDigits = [](int number) { return QByteArray::number(number).rightJustified(2, '0'); };
    const QByteArray time =
        twoDigits(8 + second / 3600) + ':' + twoDigits(second / 60 % 60) + ':' + twoDigits(second % 60);
    return QByteArrayList{client, user, "2010-05-12", time, host, "http://" + host + "/", code}.join('\t') + "\r\n";
}

/// Forty records of forty minutes, of which nobody thinks anything.
inline QByteArray quietRecords()
{
    QByteArray records;
    for (int i = 0; i < 40; ++i)
        records +=
            storyRecord(60 * i, "10.0.0." + QByteArray::number(1 + i % 3), "CORP\\anna", "intranet.example", "200");
    return records;
}

/// Nobody finds any name, from 08:41:00 on: hosts from @p first to @p end, a second each, by three clients in turn.
inline QByteArray namesNotFound(int first, int end)
{
    QByteArray records;
    for (int i = first; i < end; ++i)
        records += storyRecord(41 * 60 + i, "10.0.0." + QByteArray::number(1 + i % 3), "CORP\\anna",
                               "host" + QByteArray::number(i) + ".example", "11001");
    return records;
}

/// Forty quiet records, then twelve names that are not found: the pattern D1, an alarm.
inline QByteArray dnsStory()
{
    return storyHeader + quietRecords() + namesNotFound(0, 12);
}

} // namespace TmgLens::Test
