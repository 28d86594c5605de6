// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gestures/plainlog.h"
#include "tests/gestures/plaintimes.h"

#include <QSet>

#include <functional>

namespace TmgLens::Test {

/// A term of a filter, and what it lets through.
struct PlainTerm
{
    QString text = {}; ///< As its chip says it; empty as long as only the window knows how it spells it.
    std::function<bool(const PlainRecord&)> accepts = {}; ///< Not for a stretch of time.
    std::optional<PlainTimes> times = {}; ///< For a stretch of time.
    QString field = {}; ///< Of a term that is ticked values of a field, or says the same;
    QStringList values = {}; ///< these.
    bool isOn = true;

    [[nodiscard]] bool passes(const PlainRecord& record) const
    {
        return times ? record.moment && times->contains(*record.moment) : accepts(record);
    }
    /// Whether both say the same, on or off.
    [[nodiscard]] bool isSameAs(const PlainTerm& other) const
    {
        return text.isEmpty() || other.text.isEmpty()
            ? !field.isEmpty() && field == other.field && values == other.values
            : text == other.text;
    }
};

/// What a person who made some gestures expects to see of a log, worked out record by record. No part of TMGLens is
/// asked for anything.
struct PlainView
{
    PlainLog log = {};
    std::vector<PlainTerm> terms = {};
    QSet<QByteArray> hiddenCodes = {};
    QSet<int> hiddenLogs = {};
    bool isOnlyMalformed = false;
    QByteArray sortTitle = {}; ///< Empty for the order of the log, or of time in several.
    bool isDescending = false;
    QTimeZone zone = QTimeZone(QTimeZone::UTC); ///< By which times are shown.

    /// Whether @p record is visible; @p except is a term that does not count.
    [[nodiscard]] bool shows(const PlainRecord& record, const PlainTerm* except = nullptr) const;
    /// Positions in the log's records of those that are visible, in their order.
    [[nodiscard]] std::vector<std::size_t> rows() const;
    [[nodiscard]] bool isFiltered() const;

    /// The term in force that is ticked values of @p field; nullptr if there is none.
    [[nodiscard]] const PlainTerm* tickedTerm(const QString& field) const;
    /// The title of what the filter language calls @p field.
    [[nodiscard]] static QByteArray titleOf(const QString& field);

    /// What @p values of @p field, ticked, let through.
    [[nodiscard]] PlainTerm termOfValues(const QString& field, const QStringList& values) const;
    /// Drops terms that are off and in force once more.
    void forgetDoubles();
    /// All codes that occur, by their class.
    [[nodiscard]] QMap<QByteArray, QSet<QByteArray>> codesByClass() const;
};

} // namespace TmgLens::Test
