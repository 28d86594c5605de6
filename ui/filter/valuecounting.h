// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/facetcounter.h"
#include "model/index/recordindex.h"
#include "ui/backgroundtask.h"

#include <QObject>

#include <span>

namespace TmgLens {

/**
 * The most frequent values of the field that somebody is writing about, counted in the background when they are asked
 * for. Belongs to the GUI thread.
 */
class ValueCounting : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /**
     * Values of @p field in the records of @p index, the most frequent first: what is known of them so far. If that may
     * lack values that hold @p typed, they are counted, and counted() follows.
     */
    [[nodiscard]] std::span<const FacetValue> values(const Filter::FieldName& field, const QString& typed,
                                                     const RecordIndex& index);

    /// Forgets what is known: there are other records.
    void clear();

Q_SIGNALS:
    void counted();

private:
    /// What has been counted, or is being counted.
    struct Request
    {
        Filter::FieldName field;
        QString words; ///< That each value holds.
        quint32 recordCount = 0; ///< Over which.

        bool operator==(const Request&) const = default;
    };

    void count(const Request& request, const RecordIndex& index);

    Request m_requested;
    Request m_known;
    FacetCounts m_counts; ///< Of m_known.
    BackgroundTask<FacetAnswer> m_task;
};

} // namespace TmgLens
