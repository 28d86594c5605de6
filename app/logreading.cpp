// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logreading.h"

#include "app/console.h"
#include "model/filter/filtermatcher.h"
#include "model/filter/missingfields.h"
#include "model/load/scanlog.h"
#include "model/output/errortext.h"
#include "model/output/wording.h"
#include "model/source/opensource.h"

#include <QCoreApplication>
#include <QLocale>

#include <numeric>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString displayName(const QString& path)
{
    return path == u"-"_s ? CommandLine::tr("standard input") : path;
}

QString number(quint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

void showProgress(ProgressLine& line, const QString& path, const ScanProgress& progress)
{
    if (!line.isDue() || progress.totalBytes == 0)
        return;
    line.show(CommandLine::tr("Reading %1: %2 %, %3 records")
                  .arg(displayName(path), QString::number(progress.bytes * 100 / progress.totalBytes),
                       number(progress.records)));
}

/// The first malformed record of @p blocks, one of which has one: its line and what is wrong with it.
QString firstMalformed(const std::vector<ScannedBlock>& blocks)
{
    quint64 line = 1;
    for (const auto& [block, chosen] : blocks) {
        for (std::size_t i = 0; block->malformedCount > 0 && i < block->size(); ++i) {
            if (block->flags(i))
                return CommandLine::tr("the first in line %1. %2")
                    .arg(number(line + block->line(i)), describeRecordFlags(block->flags(i)).join(u' '));
        }
        line += block->lineCount;
    }
    return {};
}

/// Says what of a log was not as it should be. True if everything was.
bool tellFlaws(const QString& path, const ScanOutcome& outcome, const std::vector<ScannedBlock>& blocks)
{
    quint64 malformedCount = 0;
    for (const auto& scanned : blocks)
        malformedCount += scanned.block->malformedCount;
    if (malformedCount > 0)
        complain(CommandLine::tr("%1: malformed records: %2, %3 All are kept and counted.")
                     .arg(displayName(path), number(malformedCount), firstMalformed(blocks)));
    if (outcome.tail)
        complain(CommandLine::tr("%1: the last %2 bytes, from byte %3 on, are NULs that the service had reserved for "
                                 "records to come; they are skipped.")
                     .arg(displayName(path), number(outcome.tail->nulBytes), number(outcome.tail->offset)));
    if (const QString dates = describeGuessedDates(*outcome.layout); !dates.isEmpty())
        complain(CommandLine::tr("%1: %2").arg(displayName(path), dates));
    return malformedCount == 0 && !outcome.tail;
}

std::expected<ScanOutcome, LoadError> scan(const QString& path, const FilterExpression& filter,
                                           std::vector<ScannedBlock>& blocks)
{
    const auto source = openSource(path, {});
    if (!source)
        return std::unexpected(source.error());
    ProgressLine line;
    const auto keep = [&](const ScannedBlock& scanned, const ScanProgress& progress) {
        blocks.push_back(scanned);
        showProgress(line, path, progress);
    };
    const RecordChooser chooser =
        filter.isEmpty() ? RecordChooser() : recordChooser({.selection = {}, .expression = filter});
    auto outcome = scanLog(*source, keep, {}, chooser);
    if (outcome && blocks.empty()) {
        // A header without records still says which fields there are.
        IndexBlock header;
        header.source = *source;
        header.layout = outcome->layout;
        blocks.push_back({.block = std::make_shared<const IndexBlock>(std::move(header))});
    }
    return outcome;
}

} // namespace

std::optional<ReadLog> readLog(const QString& path, const FilterExpression& filter)
{
    ReadLog log;
    const auto outcome = scan(path, filter, log.blocks);
    if (!outcome) {
        complain(describeLoadError(outcome.error()));
        return {};
    }
    log.isClean = tellFlaws(path, *outcome, log.blocks);
    return log;
}

std::expected<FilterExpression, ExitStatus> parseFilter(const QString& text)
{
    auto filter = FilterExpression::parse(text);
    if (filter)
        return *std::move(filter);
    const FilterError& error = filter.error();
    complain(CommandLine::tr("The filter is wrong at character %1. %2")
                 .arg(QString::number(error.position + 1), error.message));
    QString shown = text;
    for (QChar& character : shown) {
        if (!character.isPrint())
            character = QChar::ReplacementCharacter; // one for one, or the mark below would miss its place
    }
    complainVerbatim(u"  "_s + shown + u"\n  "_s + QString(error.position, u' ')
                     + QString(qMax(error.length, qsizetype(1)), u'^') + u'\n');
    return std::unexpected(ExitStatus::WrongUsage);
}

std::optional<ExitStatus> refuseMissingFields(const FilterExpression& filter, const ColumnSet& columns)
{
    const QStringList fields = missingFields(filter, columns);
    if (fields.isEmpty())
        return {};
    complain(CommandLine::tr("The filter asks for fields that no log given here has: %1.").arg(fields.join(", "_L1)));
    return ExitStatus::WrongUsage;
}

void appendLog(const ReadLog& log, const FilterExpression& filter, RecordIndex& index, std::vector<quint32>& chosen)
{
    for (const auto& [block, chosenOfBlock] : log.blocks) {
        const quint32 first = index.recordCount();
        index.append(block);
        if (filter.isEmpty()) {
            chosen.resize(index.recordCount());
            std::iota(chosen.begin() + first, chosen.end(), first);
        } else {
            std::ranges::transform(chosenOfBlock, std::back_inserter(chosen),
                                   [first](quint32 record) { return first + record; });
        }
    }
}

} // namespace TmgLens
