// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/logsummary.h"

#include <QCoreApplication>

/// The words that all forms of a summary share.
namespace TmgLens {

/// Context of the sentences for translators.
struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

/// `1,294`.
[[nodiscard]] QString countText(quint64 count);
/// `64.7 %`; @p total must not be 0.
[[nodiscard]] QString shareText(quint64 count, quint64 total);
/// `2010-05-12 08:00:01 UTC`.
[[nodiscard]] QString timeForPeople(const QDateTime& time);
/// The zone in which local times of servers count, and how it is known; empty if no log tells these alone.
[[nodiscard]] QString zoneForPeople(const LogSummary& summary);
/// Where the log was read from.
[[nodiscard]] QString pathForPeople(const FileSummary& file);
/// What introduces @p remark, one of LogSummary::remarks(), and the remark.
[[nodiscard]] QString remarkForPeople(const QString& remark);

/// The code as the log writes it; empty for none.
[[nodiscard]] QString codeText(const CodeEntry& code);
/// What stands beside a code: its short title, or else the message or a name.
[[nodiscard]] QString meaningOf(const ResultEntry& entry);
/// The first sentence of what to do about a code; empty for one that is no warning or error.
[[nodiscard]] QString firstAdvice(const ResultEntry& entry);
/// What the values of @p field are called together: `Clients`.
[[nodiscard]] QString valuesTitle(const Filter::FieldName& field);

/// @p text, which damage can make as long as a record, cut to @p limit characters.
[[nodiscard]] QString shortened(const QString& text, qsizetype limit);

} // namespace TmgLens
