// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logreading.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/database/databaseaddress.h"
#include "model/filter/filtermatcher.h"
#include "model/filter/missingfields.h"
#include "model/filter/quantity.h"
#include "model/finding/findingfilter.h"
#include "model/load/scanlog.h"
#include "model/output/errortext.h"
#include "model/output/wording.h"
#include "model/source/openlog.h"

#include <QCommandLineParser>
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

void showUnpacking(ProgressLine& line, const QString& path, quint64 bytes, quint64 totalBytes)
{
    if (line.isDue() && totalBytes > 0)
        line.show(
            CommandLine::tr("Unpacking %1: %2 %").arg(displayName(path), QString::number(bytes * 100 / totalBytes)));
}

void showAsking(ProgressLine& line, quint64 rows, quint64 totalRows)
{
    if (line.isDue() && totalRows > 0)
        line.show(CommandLine::tr("Asking the database: %1 %").arg(rows * 100 / totalRows));
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
    if (outcome.damage)
        complain(CommandLine::tr("%1 The records before that are read.").arg(describeLoadError(*outcome.damage)));
    if (outcome.tail)
        complain(CommandLine::tr("%1: the last %2 bytes, from byte %3 on, are NULs that the service had reserved for "
                                 "records to come; they are skipped.")
                     .arg(displayName(path), number(outcome.tail->nulBytes), number(outcome.tail->offset)));
    if (const QString dates = describeGuessedDates(*outcome.layout); !dates.isEmpty())
        complain(CommandLine::tr("%1: %2 Say --date-order dmy if that is wrong.").arg(displayName(path), dates));
    return flaws.count() == 0 && !outcome.tail && !outcome.damage ? Reading::Clean : Reading::Flawed;
}

/// A block without records, for what a header alone says: which fields there are.
BlockPointer headerBlock(const SourcePointer& source, const LayoutPointer& layout)
{
    auto header = std::make_shared<IndexBlock>();
    header->source = source;
    header->layout = layout;
    return header;
}

std::expected<ScanOutcome, LoadError> scan(const QString& path, const SourcePointer& source,
                                           const ReadingOptions& options, const LogSink& sink,
                                           const std::stop_token& stop)
{
    ProgressLine line;
    bool hasBlocks = false;
    const auto hand = [&](const ScannedBlock& scanned, const ScanProgress& progress) {
        hasBlocks = true;
        sink(path, scanned);
        showProgress(line, path, progress);
    };
    auto outcome = scanLog(source, hand, stop, chooserOf(options), options.choices, options.rowMaker);
    if (outcome && outcome->isComplete && !hasBlocks)
        sink(path, {.block = headerBlock(source, outcome->layout)});
    return outcome;
}

/// Says why nothing more is read.
void explain(const LoadError& error)
{
    QString sentence = describeLoadError(error);
    if (error.kind == LoadError::Kind::UnpacksTooLarge)
        sentence += u' ' + CommandLine::tr("For example: --max-unpacked 500GB.");
    complain(sentence);
}

} // namespace

RecordChooser chooserOf(const ReadingOptions& options)
{
    if (options.filter.isEmpty())
        return {};
    const ZoneClock serverClock(options.choices.serverZone.value_or(QTimeZone(QTimeZone::LocalTime)));
    return recordChooser({.selection = {}, .expression = options.filter}, serverClock);
}

Reading readLog(const QString& path, const SourcePointer& source, const ReadingOptions& options, const LogSink& sink,
                const std::stop_token& stop)
{
    FlawCounter flaws;
    const auto outcome = scan(
        path, source, options,
        [&](const QString& log, const ScannedBlock& scanned) {
            flaws.add(*scanned.block);
            sink(log, scanned);
        },
        stop);
    if (outcome && !outcome->isComplete)
        return Reading::Flawed;
    if (outcome)
        return tellFlaws(path, *outcome, flaws);
    complain(describeLoadError(outcome.error()));
    return Reading::Failed;
}

Reading readLogs(const QString& path, const ReadingOptions& options, const LogSink& sink)
{
    return visitEach(path, options, [&](const QString& log, const SourcePointer& source) {
        return readLog(log, source, options, sink);
    });
}

Reading visitEach(const QString& path, const ReadingOptions& options, const LogReader& readOne)
{
    bool isClean = true;
    bool hasLog = false;
    std::optional<ProgressLine> line(std::in_place);
    const auto tell = [&](quint64 bytes, quint64 totalBytes) { showUnpacking(*line, path, bytes, totalBytes); };
    const auto read = [&](const LogAddress& address, const std::expected<SourcePointer, LoadError>& log) {
        line.reset(); // nobody else may write meanwhile
        Reading reading = Reading::Failed;
        if (log)
            reading = readOne(address.member.isEmpty() ? path : (*log)->path(), *log);
        else
            explain(log.error());
        isClean = isClean && reading == Reading::Clean;
        hasLog = hasLog || reading != Reading::Failed;
        line.emplace();
    };
    const auto ask = [&](quint64 rows, quint64 totalRows) { showAsking(*line, rows, totalRows); };
    const auto database = databaseAddress(path);
    const auto visited = database ? visitTables(*database, options.filter, ask, read)
                                  : visitLogs(path, {.maximum = options.maximumUnpacked, .progress = tell}, read);
    line.reset();
    if (!visited)
        explain(visited.error());
    if (!hasLog)
        return Reading::Failed;
    return isClean && visited ? Reading::Clean : Reading::Flawed;
}

QCommandLineOption maximumUnpackedOption()
{
    return {u"max-unpacked"_s,
            CommandLine::tr("How much the files of one archive may unpack to, for example 200GB; 2000 times its size "
                            "and 64 GiB otherwise."),
            u"SIZE"_s};
}

std::expected<std::optional<quint64>, ExitStatus> parseMaximumUnpacked(const QCommandLineParser& parser)
{
    const QString name = maximumUnpackedOption().names().constFirst();
    if (!parser.isSet(name))
        return std::nullopt;
    const auto size = Filter::parseQuantity(parser.value(name), FieldType::Bytes);
    if (!size || *size <= 0)
        return std::unexpected(refuseUsage(
            CommandLine::tr("--max-unpacked takes a size such as 200GB, not “%1”.").arg(parser.value(name))));
    return quint64(*size);
}

std::expected<FilterExpression, ExitStatus> parseFilter(const QString& text)
{
    auto filter = FilterExpression::parse(text);
    if (filter) {
        if (const QStringList unknown = unknownFindings(*filter); !unknown.isEmpty())
            return std::unexpected(
                refuseUsage(CommandLine::tr("No pattern and no severity is called “%1”. There are: %2.")
                                .arg(unknown.front(), findingWords().join(", "_L1))));
        return *std::move(filter);
    }
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
