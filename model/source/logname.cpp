// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/logname.h"

#include <QRegularExpression>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr auto dayForm = "yyyyMMdd"_L1;

QRegularExpressionMatch matchOf(const QString& path)
{
    static const QRegularExpression pattern(u"^(.*/)?ISALOG_(\\d{8})_([A-Z]+)_(\\d{1,6})\\."_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(path);
}

QDate dayOf(const QRegularExpressionMatch& match)
{
    return QDate::fromString(match.captured(2), dayForm);
}

} // namespace

std::optional<LogName> logName(const QString& path)
{
    const QRegularExpressionMatch match = matchOf(path);
    const QDate day = dayOf(match);
    if (!day.isValid())
        return {};
    return LogName{match.captured(1), day, match.captured(3).toUpper(), match.captured(4).toInt()};
}

QStringList pathsOfNextLog(const QString& path, QDate today)
{
    const QRegularExpressionMatch match = matchOf(path);
    const QDate day = dayOf(match);
    if (!day.isValid())
        return {};
    // All else is as it was, also the case of the letters and the number of digits.
    const auto pathOf = [&](QDate otherDay, int number) {
        QString other = path;
        const QString digits = QString::number(number).rightJustified(match.capturedLength(4), u'0');
        other.replace(match.capturedStart(4), match.capturedLength(4), digits);
        return other.replace(match.capturedStart(2), match.capturedLength(2), otherDay.toString(dayForm));
    };
    QStringList paths = {pathOf(day, match.captured(4).toInt() + 1), pathOf(day.addDays(1), 0)};
    if (today > day.addDays(1))
        paths += pathOf(today, 0);
    paths.removeIf([](const QString& next) { return !logName(next); }); // past the last number, or the last day
    return paths;
}

} // namespace TmgLens
