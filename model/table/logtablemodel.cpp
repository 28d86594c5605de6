// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/logtablemodel.h"

#include "model/format/fieldcutter.h"
#include "model/format/readablecell.h"
#include "model/index/filenames.h"
#include "model/index/recordreader.h"

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int cachedRecords = 512; // some screenfuls
constexpr auto failureTime =
    1s; // a record that cannot be read is asked for by each of its cells, and may be there later
constexpr qsizetype longestDisplayText = 4096; // of a cell; the detail pane shows the rest

RecordNumber recordOf(const QModelIndex& index)
{
    return RecordNumber(quint32(index.row()));
}

bool isOfTime(FieldId id)
{
    return id == FieldId::Date || id == FieldId::Time || id == FieldId::LocalTime;
}

/// What cells and headers alike say of their field.
QVariant fieldFact(const Field& field, int role)
{
    switch (role) {
    case FieldTypeRole:
        return int(field.type);
    case FieldIdRole:
        return int(field.id);
    default:
        return {};
    }
}

} // namespace

LogTableModel::LogTableModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_cache(cachedRecords)
    , m_fetcher(new RecordFetcher(this))
{
    connect(m_fetcher, &RecordFetcher::fetched, this, &LogTableModel::takeFetched);
    connect(m_fetcher, &RecordFetcher::failed, this, &LogTableModel::unreadable);
}

int LogTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.recordCount());
}

int LogTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : tableColumnCount(m_records.columns());
}

QVariant LogTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecordNumber number = recordOf(index);
    const Field& field = tableField(m_records.columns(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(index);
    case RawTextRole: {
        if (const auto derived = derivedColumn(m_records.columns(), index.column()))
            return derivedText(number, *derived, ValueDisplay::Raw);
        const auto record = keptRecord(number);
        return record ? cellText(toStringView(cell(**record, index.column()))) : QString();
    }
    case Qt::AccessibleTextRole:
        return spokenText(index);
    case RecordNumberRole:
        return qToUnderlying(number);
    case CodeIndexRole:
        return qToUnderlying(m_records.code(number));
    case ResultClassRole:
        return int(shownClass(number));
    case SeverityRole:
        return int(codeOf(number).result.entry.severity);
    case ResultTitleRole:
        return codeOf(number).result.entry.title;
    case MalformedRole:
        return bool(m_records.flags(number));
    default:
        return fieldFact(field, role);
    }
}

QVariant LogTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const Field& field = tableField(m_records.columns(), section);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(toStringView(field.name));
    case Qt::ToolTipRole:
        if (isOfTime(field.id))
            return tr("By this clock: %1").arg(m_shownClock.title());
        return derivedColumn(m_records.columns(), section) == DerivedColumn::ClientGap
            ? tr("Time since the previous record of the same client")
            : QVariant();
    case FieldNameRole:
        return field.name;
    default:
        return fieldFact(field, role);
    }
}

void LogTableModel::clear()
{
    beginResetModel();
    clearRecords();
    m_fileNames.clear();
    m_clientGaps.reset();
    m_cache.clear();
    m_fetcher->clear();
    const bool wasFolded = std::exchange(m_folded, nullptr) != nullptr;
    m_lastFolding.reset();
    endResetModel();
    Q_EMIT codesChanged();
    if (wasFolded)
        Q_EMIT foldedChanged();
}

/// Forgets the records, but not what a person has chosen for those that come.
void LogTableModel::clearRecords()
{
    const auto zone = m_records.chosenServerZone();
    m_records = {};
    m_records.chooseServerZone(zone);
    m_shownClock = TmgLens::shownClock(m_records, m_timeDisplay);
    m_records.setClock(m_shownClock.clock);
}

void LogTableModel::append(const QList<BlockPointer>& blocks)
{
    RecordIndex next = m_records;
    for (const BlockPointer& block : blocks) {
        next.append(block);
        next.joinLast();
    }
    const int oldColumns = m_records.columns().size();
    const int newColumns = next.columns().size();
    const int oldRows = rowCount();
    const int newRows = int(next.recordCount());

    // Columns first: rows with more columns than the view knows would be drawn cut off.
    if (newColumns > oldColumns) {
        // The derived columns come with the first ones of the log, and move on before later ones.
        beginInsertColumns({}, oldColumns, (oldColumns == 0 ? tableColumnCount(next.columns()) : newColumns) - 1);
        for (const BlockPointer& block : blocks)
            m_records.addColumns(*block->layout);
        endInsertColumns();
    }
    const bool haveRecordsMoved = oldRows > 0 && next.serverZone() != m_records.serverZone();
    if (newRows == oldRows) {
        m_records = std::move(next);
        tellRenamed(nameFiles());
        updateClock(haveRecordsMoved);
        return;
    }
    beginInsertRows({}, oldRows, newRows - 1);
    m_records = std::move(next);
    const int renamedRows = nameFiles();
    endInsertRows();
    tellRenamed(renamedRows);
    updateClock(haveRecordsMoved);
    Q_EMIT codesChanged();
}

/// Another log can change the names of those that were there: returns how many of the first rows have other ones.
int LogTableModel::nameFiles()
{
    if (m_fileNames.size() == qsizetype(m_records.files().size()))
        return 0;
    const QStringList before = std::exchange(m_fileNames, TmgLens::fileNames(m_records));
    if (before.isEmpty() || m_fileNames.first(before.size()) == before)
        return 0;
    return int(m_records.files()[std::size_t(before.size())].firstRecord);
}

void LogTableModel::tellRenamed(int rows)
{
    const int column = m_records.columns().size() + int(DerivedColumn::File);
    if (rows > 0)
        Q_EMIT dataChanged(index(0, column), index(rows - 1, column), {Qt::DisplayRole, RawTextRole});
}

void LogTableModel::setTimeDisplay(TimeDisplay display)
{
    m_timeDisplay = display;
    updateClock(false);
}

void LogTableModel::chooseServerZone(const std::optional<QTimeZone>& zone)
{
    const ServerZone before = m_records.serverZone();
    m_records.chooseServerZone(zone);
    updateClock(m_records.serverZone() != before);
}

/// Takes in what has become of the records and of the wish how their times are to be shown.
void LogTableModel::updateClock(bool haveRecordsMoved)
{
    const ShownClock before = std::exchange(m_shownClock, TmgLens::shownClock(m_records, m_timeDisplay));
    if (m_shownClock == before && !haveRecordsMoved)
        return;
    m_records.setClock(m_shownClock.clock);
    m_cache.clear(); // holds moments
    for (int column = 0; column < m_records.columns().size(); ++column) {
        if (!isOfTime(m_records.columns().at(column).id))
            continue;
        Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    }
    Q_EMIT timesChanged();
}

void LogTableModel::setValueDisplay(ValueDisplay display)
{
    if (m_valueDisplay == display)
        return;
    m_valueDisplay = display;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void LogTableModel::setFolded(const FoldedRecordsPointer& folded)
{
    if (folded == m_folded)
        return;
    const FoldedRecordsPointer before = std::exchange(m_folded, folded);
    m_lastFolding.reset();
    const bool isAlike = before && folded && before->records == folded->records && before->places == folded->places;
    if (!isAlike && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, ResultClassRole});
    Q_EMIT foldedChanged();
}

const Pattern* LogTableModel::foldingOf(RecordNumber record) const
{
    if (!m_folded)
        return nullptr;
    if (!m_lastFolding || m_lastFolding->first != record)
        m_lastFolding = {record, m_folded->patternOf(record)};
    return m_lastFolding->second;
}

void LogTableModel::setClientGaps(const ClientGapsPointer& gaps)
{
    m_clientGaps = gaps;
    if (rowCount() == 0)
        return;
    const int column = m_records.columns().size() + int(DerivedColumn::ClientGap);
    Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole, RawTextRole});
}

std::expected<LogRecord, LoadError> LogTableModel::record(RecordNumber number) const
{
    return keptRecord(number).transform([](const LogRecord* record) { return *record; });
}

/// Valid until the next call.
std::expected<const LogRecord*, LoadError> LogTableModel::keptRecord(RecordNumber number) const
{
    if (const Kept* kept = m_cache.object(qToUnderlying(number)); kept && !kept->end.hasExpired()) {
        if (!kept->record)
            return std::unexpected(kept->record.error());
        return &*kept->record;
    }
    const RecordIndex::Place place = m_records.place(number);
    if (const auto bytes = m_fetcher->fetch(number, place))
        return keep(number, *bytes);
    return std::unexpected(LoadError{.kind = LoadError::Kind::StillReading, .path = place.part->block->source->path()});
}

std::expected<const LogRecord*, LoadError> LogTableModel::keep(RecordNumber number,
                                                               const RecordFetcher::Bytes& bytes) const
{
    const quint32 key = qToUnderlying(number);
    if (!bytes) {
        m_cache.insert(key, new Kept{std::unexpected(bytes.error()), QDeadlineTimer(failureTime)}); // QCache owns it
        return std::unexpected(bytes.error());
    }
    m_cache.insert(key, new Kept{cutRecord(number, *bytes)});
    return &*m_cache.object(key)->record;
}

LogRecord LogTableModel::cutRecord(RecordNumber number, const QByteArray& bytes) const
{
    const RecordIndex::Place place = m_records.place(number);
    LogRecord record{.number = number,
                     .bytes = bytes,
                     .layout = place.part->block->layout,
                     .flags = place.part->block->flags(place.record),
                     .line = m_records.lineNumber(number),
                     .time = place.part->block->time(place.record),
                     .code = m_records.code(number)};
    std::vector<std::string_view> cells;
    std::string unescaped;
    cutFields(toStringView(record.bytes), *record.layout, cells, unescaped);
    record.cells.reserve(cells.size());
    for (const std::string_view text : cells)
        record.cells.emplace_back(text.data(), qsizetype(text.size()));
    return record;
}

/// Shows what has come, or that it cannot come.
void LogTableModel::takeFetched(const RecordFetcher::Fetched& record)
{
    std::ignore = keep(record.number, record.bytes);
    const int row = int(qToUnderlying(record.number));
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1),
                       {Qt::DisplayRole, Qt::AccessibleTextRole, RawTextRole});
}

QByteArray LogTableModel::cell(const LogRecord& record, int column) const
{
    const int field = m_records.fieldOfColumn(record.number, column);
    if (field < 0 || std::size_t(field) >= record.cells.size())
        return {};
    return record.cells[std::size_t(field)];
}

QString LogTableModel::displayText(const QModelIndex& index) const
{
    const RecordNumber number = recordOf(index);
    if (const auto derived = derivedColumn(m_records.columns(), index.column()))
        return derivedText(number, *derived, m_valueDisplay);
    const auto kept = keptRecord(number);
    if (!kept)
        return kept.error().kind == LoadError::Kind::StillReading ? u"…"_s : QString();
    const LogRecord* record = *kept;
    const auto& [name, id, type] = m_records.columns().at(index.column());
    if (!m_shownClock.areCellsRight) {
        if (const QString text = timeText(*record, id); !text.isEmpty())
            return text;
    }
    const int field = m_records.fieldOfColumn(number, index.column());
    const QByteArray raw = cell(*record, index.column());
    if (m_valueDisplay == ValueDisplay::Readable) {
        if (field >= 0) {
            if (const auto readable =
                    readableCell(toStringView(raw), record->layout->fields[std::size_t(field)], *record->layout))
                return *readable;
        }
        if (const QString text = readableValue(toStringView(raw), type); !text.isEmpty())
            return text;
    }
    const QString text = cellText(toStringView(raw).substr(0, std::size_t(longestDisplayText)));
    // The product's viewer writes the title itself.
    const bool isBareCode = id == FieldId::ResultCode && !isEmptyCell(toStringView(raw)) && raw == codeOf(number).text;
    return isBareCode && m_valueDisplay == ValueDisplay::Readable ? withTitle(text, codeOf(number)) : text;
}

/// What a screen reader says: what a record meant cannot be heard of its mark.
QString LogTableModel::spokenText(const QModelIndex& index) const
{
    const RecordNumber number = recordOf(index);
    if (!derivedColumn(m_records.columns(), index.column())) {
        const auto kept = keptRecord(number);
        if (!kept && kept.error().kind == LoadError::Kind::StillReading)
            return tr("being read");
    }
    const QString text = displayText(index);
    const Pattern* folding =
        tableField(m_records.columns(), index.column()).id == FieldId::ResultCode ? foldingOf(number) : nullptr;
    return folding ? tr("%1. %2; the log says %3")
                         .arg(text, folding->folded->title, keyword(codeOf(number).result.entry.resultClass))
                   : text;
}

QString LogTableModel::derivedText(RecordNumber number, DerivedColumn column, ValueDisplay display) const
{
    const ResultEntry& entry = codeOf(number).result.entry;
    switch (column) {
    case DerivedColumn::ResultClass: {
        const Pattern* folding = display == ValueDisplay::Readable ? foldingOf(number) : nullptr;
        const QString shown = keyword(folding ? folding->folded->resultClass : entry.resultClass);
        return folding ? tr("%1: %2").arg(shown, folding->folded->title) : shown;
    }
    case DerivedColumn::ResultMessage:
        return entry.message.isEmpty() ? entry.title : entry.message;
    case DerivedColumn::File:
        return m_fileNames[qsizetype(m_records.place(number).part->file)];
    case DerivedColumn::ClientGap:
        break;
    }
    return gapText(number, display);
}

QString LogTableModel::gapText(RecordNumber number, ValueDisplay display) const
{
    if (!m_clientGaps || qToUnderlying(number) >= m_clientGaps->size())
        return u"…"_s; // being computed
    const qint32 gap = (*m_clientGaps)[qToUnderlying(number)];
    if (gap == noGap)
        return {};
    return display == ValueDisplay::Readable ? secondsText(gap) : QString::number(gap);
}

QString LogTableModel::timeText(const LogRecord& record, FieldId id) const
{
    const QDateTime time = m_shownClock.at(record.time);
    if (!time.isValid())
        return {};
    switch (id) {
    case FieldId::Date:
        return time.toString(u"yyyy-MM-dd"_s);
    case FieldId::Time:
        return time.toString(u"HH:mm:ss"_s);
    case FieldId::LocalTime:
        return time.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    default:
        return {};
    }
}

ResultClass LogTableModel::shownClass(RecordNumber number) const
{
    const Pattern* folding = foldingOf(number);
    return folding ? folding->folded->resultClass : codeOf(number).result.entry.resultClass;
}

const CodeEntry& LogTableModel::codeOf(RecordNumber number) const
{
    return m_records.codes().at(m_records.code(number));
}

} // namespace TmgLens
