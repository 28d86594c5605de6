// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/keepingerror.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>

namespace TmgLens {

/// A filter with a name.
struct SavedFilter
{
    QString name; ///< Never empty.
    QString filter; ///< An expression as a person writes it; one that was edited by hand can have mistakes.
    QString notes; ///< What it is good for; can be empty.

    bool operator==(const SavedFilter&) const = default;
};

/**
 * Filters as a file, to be given to others: JSON with an object for each filter, which has a `name`, a `filter` and,
 * if there are any, `notes`.
 */
[[nodiscard]] QByteArray filtersToJson(const QList<SavedFilter>& filters);
/// Reads such a file; @p path is said in errors.
[[nodiscard]] std::expected<QList<SavedFilter>, KeepingError> filtersFromJson(const QByteArray& json,
                                                                              const QString& path);

/// The sentence for the first of @p filters that is no expression, with its name; empty if all are.
[[nodiscard]] QString describeFirstMistake(const QList<SavedFilter>& filters);

/// How filters from a file came to those that were there.
struct MergedFilters
{
    QList<SavedFilter> filters = {}; ///< Old ones, then new ones.
    int added = 0;
    int renamed = 0; ///< Of those added: their names were taken by other filters.
    int known = 0; ///< Not added, for they were there by the same name.
};

/// Adds @p imported to @p own, of which none is changed.
[[nodiscard]] MergedFilters mergeFilters(const QList<SavedFilter>& own, const QList<SavedFilter>& imported);

/// The filters that the program comes with. Read once; from any thread.
[[nodiscard]] const QList<SavedFilter>& starterFilters();

/// A person's own filters: one file for all windows and programs.
class FilterStore
{
public:
    /// @p path need not exist.
    explicit FilterStore(const QString& path) : m_path(path) {}

    [[nodiscard]] std::expected<QList<SavedFilter>, KeepingError> read() const;
    /// Puts @p filters in the place of @p old, which is what a person saw; KeepingError::Kind::Changed if it is no
    /// longer there.
    [[nodiscard]] std::expected<void, KeepingError> replace(const QList<SavedFilter>& old,
                                                            const QList<SavedFilter>& filters) const;

private:
    QString m_path;
};

} // namespace TmgLens
