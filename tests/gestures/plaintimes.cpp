// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/plaintimes.h"

#include <QDateTime>
#include <QRegularExpression>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

/// A time as it is written: what a clock shows, or a moment if the zone is there, and how long it lasts.
struct WrittenTime
{
    qint64 begin = 0;
    qint64 length = 1;
    bool isMoment = false;
};

std::optional<WrittenTime> readTime(const QString& text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d)(?::(\\d\\d)(?::(\\d\\d))?)?)?(Z|[+-]\\d\\d:\\d\\d)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    WrittenTime written{
        .begin = QDateTime(QDate::fromString(match.captured(1), Qt::ISODate), time, QTimeZone::UTC).toSecsSinceEpoch()};
    written.length = match.capturedLength(2) == 0 ? 86400
        : match.capturedLength(3) == 0            ? 3600
        : match.capturedLength(4) == 0            ? 60
                                                  : 1;
    if (const QString zone = match.captured(5); !zone.isEmpty()) {
        written.isMoment = true;
        const int ahead = zone == "Z"_L1 ? 0 : zone.mid(1, 2).toInt() * 3600 + zone.mid(4, 2).toInt() * 60;
        written.begin -= zone.startsWith(u'-') ? -ahead : ahead;
    }
    return written;
}

/// What a clock of @p zone shows at @p moment.
qint64 shownAt(qint64 moment, const QTimeZone& zone)
{
    return moment + zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(moment, QTimeZone::UTC));
}

/// The first second at which a clock shows @p wall, or something later where it leaves that out.
qint64 firstMoment(qint64 wall, const QTimeZone& zone)
{
    qint64 moment = wall - 15 * 3600;
    while (shownAt(moment, zone) < wall)
        moment += shownAt(moment + 899, zone) < wall ? 900 : 1;
    return moment;
}

/// The second after the last one at which a clock shows @p wall, or where it leaves that out.
qint64 afterLastMoment(qint64 wall, const QTimeZone& zone)
{
    qint64 moment = wall + 15 * 3600;
    while (shownAt(moment - 1, zone) > wall)
        moment -= shownAt(moment - 900, zone) > wall ? 900 : 1;
    return moment;
}

} // namespace

std::optional<PlainTimes> readTimes(const QString& term, const QTimeZone& zone)
{
    if (!term.startsWith("time:"_L1))
        return std::nullopt;
    const QStringList ends = term.sliced(5).split(u".."_s);
    const auto first = readTime(ends.first());
    const auto last = readTime(ends.last());
    if (!first || !last)
        return std::nullopt;
    const qint64 lastSecond = last->begin + last->length - 1;
    return PlainTimes{first->isMoment ? first->begin : firstMoment(first->begin, zone),
                      last->isMoment ? lastSecond + 1 : afterLastMoment(lastSecond, zone)};
}

} // namespace TmgLens::Test
