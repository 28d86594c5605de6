// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QStringList>

#include <optional>
#include <random>
#include <vector>

namespace TmgLens::Test {

/// A record as anybody reads it: a line, cut at its tabs.
struct PlainRecord
{
    QByteArray line; ///< Without line end.
    QByteArrayList cells; ///< Fewer than titles where some are missing.
    int log = 0;
    std::optional<qint64> moment = {}; ///< Seconds since 1970 in UTC.
    bool isMalformed = false;
};

/// One log or several, read line by line with nothing of TMGLens in it, so that its counts can be compared with these.
struct PlainLog
{
    QStringList names; ///< Of the files, in the order in which a window reads them.
    QByteArrayList titles;
    std::vector<PlainRecord> records; ///< Log by log, as they stand there.

    /// Adds a W3C log that randomWebLog() made.
    void add(const QString& name, const QByteArray& bytes);

    /// What stands under @p title; nothing if the record does not go so far.
    [[nodiscard]] QByteArray cell(const PlainRecord& record, QByteArrayView title) const;
    /// The same without what stands for nothing: blanks around, and a lone hyphen.
    [[nodiscard]] QByteArray value(const PlainRecord& record, QByteArrayView title) const;
    /// The number under @p title, if it is one.
    [[nodiscard]] std::optional<qint64> number(const PlainRecord& record, QByteArrayView title) const;
    /// As it stands there: a hyphen is another one than none.
    [[nodiscard]] QByteArray code(const PlainRecord& record) const { return cell(record, "sc-status"); }
    [[nodiscard]] QByteArray resultClass(const PlainRecord& record) const;
    /// Whether F8 stops there.
    [[nodiscard]] bool isProblem(const PlainRecord& record) const;
};

/**
 * @p rows records of a web log, the same for the same @p random, at chance times from one of the moments on that
 * calendars make difficult. Numbers go beyond 32 bits and below zero, cells are empty, and some records are malformed.
 * Those of one log do not stand in the order of their times throughout.
 */
[[nodiscard]] QByteArray randomWebLog(std::mt19937& random, int rows, qint64 begin);

/// Where such a log begins: a leap day, the turn of the millennium, 2038, the days when clocks change.
[[nodiscard]] qint64 difficultMoment(std::mt19937& random);

/// One of @p choices.
template <typename List> [[nodiscard]] auto oneOf(std::mt19937& random, const List& choices)
{
    std::uniform_int_distribution<std::size_t> choice(0, std::size(choices) - 1);
    return *(std::begin(choices) + std::ptrdiff_t(choice(random)));
}

/// From @p least to @p most, both included.
[[nodiscard]] inline int numberFrom(std::mt19937& random, int least, int most)
{
    return std::uniform_int_distribution(least, most)(random);
}

} // namespace TmgLens::Test
