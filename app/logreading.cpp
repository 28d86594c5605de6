// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logreading.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/filter/filtermatcher.h"
#include "model/filter/missingfields.h"
#include "model/load/scanlog.h"
#include "model/output/errortext.h"
#include "model/output/wording.h"
#include "model/source/opensource.h"

#include <QCoreApplication>
#include <QLocale>

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

/// Notes what is malformed in the blocks of a log, which pass by once.
class FlawCounter
{
public:
    void add(const IndexBlock& block)
    {
        if (m_count == 0 && block.malformedCount > 0)
            noteFirst(block);
        m_count += block.malformedCount;
        m_lineCount += block.lineCount;
    }

    [[nodiscard]] quint64 count() const { return m_count; }
    /// The first malformed record: its line and what is wrong with it.
    [[nodiscard]] const QString& first() const { return m_first; }

private:
    void noteFirst(const IndexBlock& block)
    {
        std::size_t record = 0;
        while (!block.flags(record))
            ++record;
        m_first =
            CommandLine::tr("the first in line %1. %2")
                .arg(number(m_lineCount + block.line(record) + 1), describeRecordFlags(block.flags(record)).join(u' '));
    }

    quint64 m_count = 0;
    quint64 m_lineCount = 0;
    QString m_first;
};

/// Says what of a log was not as it should be.
Reading tellFlaws(const QString& path, const ScanOutcome& outcome, const FlawCounter& flaws)
{
    if (flaws.count() > 0)
        complain(CommandLine::tr("%1: malformed records: %2, %3 All are kept and counted.")
                     .arg(displayName(path), number(flaws.count()), flaws.first()));
    if (outcome.tail)
        complain(CommandLine::tr("%1: the last %2 bytes, from byte %3 on, are NULs that the service had reserved for "
                                 "records to come; they are skipped.")
                     .arg(displayName(path), number(outcome.tail->nulBytes), number(outcome.tail->offset)));
    if (const QString dates = describeGuessedDates(*outcome.layout); !dates.isEmpty())
        complain(CommandLine::tr("%1: %2 Say --date-order dmy if that is wrong.").arg(displayName(path), dates));
    return flaws.count() == 0 && !outcome.tail ? Reading::Clean : Reading::Flawed;
}

/// A block without records, for what a header alone says: which fields there are.
BlockPointer headerBlock(const SourcePointer& source, const LayoutPointer& layout)
{
    auto header = std::make_shared<IndexBlock>();
    header->source = source;
    header->layout = layout;
    return header;
}

std::expected<ScanOutcome, LoadError> scan(const QString& path, const ScanChoices& choices,
                                           const FilterExpression& filter, const LogSink& sink)
{
    const auto source = openSource(path, {});
    if (!source)
        return std::unexpected(source.error());
    ProgressLine line;
    bool hasBlocks = false;
    const auto hand = [&](const ScannedBlock& scanned, const ScanProgress& progress) {
        hasBlocks = true;
        sink(scanned);
        showProgress(line, path, progress);
    };
    const RecordChooser chooser =
        filter.isEmpty() ? RecordChooser() : recordChooser({.selection = {}, .expression = filter});
    auto outcome = scanLog(*source, hand, {}, chooser, choices);
    if (outcome && !hasBlocks)
        sink({.block = headerBlock(*source, outcome->layout)});
    return outcome;
}

} // namespace

Reading readLog(const QString& path, const ScanChoices& choices, const FilterExpression& filter, const LogSink& sink)
{
    FlawCounter flaws;
    const auto outcome = scan(path, choices, filter, [&](const ScannedBlock& scanned) {
        flaws.add(*scanned.block);
        sink(scanned);
    });
    if (outcome)
        return tellFlaws(path, *outcome, flaws);
    complain(describeLoadError(outcome.error()));
    return Reading::Failed;
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

QCommandLineOption dateOrderOption()
{
    return {u"date-order"_s,
            CommandLine::tr("Order of day, month and year in dates that follow the server's locale: dmy, mdy or ymd. "
                            "Without it, what the log and its name tell."),
            u"order"_s};
}

std::expected<ScanChoices, ExitStatus> parseDateOrder(const QString& text)
{
    if (text.isEmpty())
        return {};
    const auto order = dateOrderOfKeyword(text);
    if (!order)
        return std::unexpected(refuseUsage(CommandLine::tr("--date-order is dmy, mdy or ymd.")));
    return ScanChoices{.dateOrder = order};
}

std::optional<ExitStatus> refuseMissingFields(const FilterExpression& filter, const ColumnSet& columns)
{
    const QStringList fields = missingFields(filter, columns);
    if (fields.isEmpty())
        return {};
    complain(CommandLine::tr("The filter asks for fields that no log given here has: %1.").arg(fields.join(", "_L1)));
    return ExitStatus::WrongUsage;
}

} // namespace TmgLens
