// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/columnlayout.h"

#include "model/format/fieldcutter.h"
#include "model/table/defaultcolumns.h"
#include "model/table/derivedcolumn.h"
#include "model/table/logtablemodel.h"
#include "model/table/readablevalue.h"
#include "ui/look/visibletext.h"
#include "ui/table/uniformtableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int minimumWidth = 40;
constexpr qsizetype longestTitle = 100; // characters of what the header of a log tells
constexpr int widestMessage = 360; // whole sentences

/// The width that the first layout gives a column at most, so that the important ones are all on screen.
int maximumWidth(FieldId id, std::optional<DerivedColumn> derived)
{
    if (derived == DerivedColumn::ResultMessage)
        return widestMessage;
    if (derived == DerivedColumn::File)
        return 260; // `ISALOG_20100512_WEB_000.w3c`
    switch (id) {
    case FieldId::Url:
        return 420;
    case FieldId::User:
        return 130;
    case FieldId::ResultCode:
        return 225; // `12209 Authorization required`
    default:
        return 190;
    }
}

QString columnKey(const Field& field)
{
    return QString::fromUtf8(foldedName(field.name));
}

/// Not the header's own hint: that keeps room for a sort arrow over each column.
int titleWidth(const UniformTableView* view, int column)
{
    const QHeaderView* header = view->horizontalHeader();
    const QString title = view->model()->headerData(column, Qt::Horizontal).toString();
    const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
    return header->fontMetrics().horizontalAdvance(title) + 2 * margin + 2;
}

int textWidth(const UniformTableView* view, const QString& text)
{
    const int margin = view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, view) + 1;
    return view->fontMetrics().horizontalAdvance(text) + 2 * margin;
}

/// The width of what a column can hold although the first rows do not.
int expectedWidth(const UniformTableView* view, const LogTableModel* log, const Field& field,
                  std::optional<DerivedColumn> derived)
{
    if (derived == DerivedColumn::File) {
        int widest = 0;
        for (const QString& name : log->fileNames())
            widest = std::max(widest, textWidth(view, name));
        return widest;
    }
    if (field.type == FieldType::Address) // any IPv4 address
        return textWidth(view, u"255.255.255.255"_s);
    if (derived == DerivedColumn::ClientGap) // they are not known yet
        return textWidth(view, secondsText(59 * 60 + 59));
    return 0;
}

/// Wide enough for the title and for the rows on screen, within limits.
int fittingWidth(const UniformTableView* view, const LogTableModel* log, int column)
{
    const ColumnSet& columns = log->records().columns();
    const Field& field = tableField(columns, column);
    const auto derived = derivedColumn(columns, column);
    const int wanted =
        std::max({view->sizeHintForColumn(column), titleWidth(view, column), expectedWidth(view, log, field, derived)});
    return std::clamp(wanted, minimumWidth, maximumWidth(field.id, derived));
}

} // namespace

ColumnLayout::ColumnLayout(const LogTableModel* log, UniformTableView* view) : QObject(view), m_log(log), m_view(view)
{
    QHeaderView* header = view->horizontalHeader();
    connect(header, &QHeaderView::sectionCountChanged, this, [this] { m_needsArranging = true; });
    connect(header, &QHeaderView::sectionMoved, this, &ColumnLayout::remember);
    connect(header, &QHeaderView::sectionResized, this, &ColumnLayout::remember);
    // Columns come before the first rows, and only these tell what kind of log it is.
    connect(log, &QAbstractItemModel::rowsInserted, this, &ColumnLayout::arrangeNewColumns);
    // Queued: the view answers a reset with sizes of its own.
    connect(view->model(), &QAbstractItemModel::rowsInserted, this, &ColumnLayout::sizeNewColumns);
    connect(view->model(), &QAbstractItemModel::modelReset, this, &ColumnLayout::sizeNewColumns, Qt::QueuedConnection);
}

void ColumnLayout::fillMenu(QMenu* menu)
{
    menu->clear();
    const ColumnSet& columns = m_log->records().columns();
    for (int column = 0; column < tableColumnCount(columns); ++column) {
        if (column == columns.size())
            menu->addSeparator();
        QString name = visibleText(cellText(toStringView(tableField(columns, column).name)), longestTitle);
        QAction* action = menu->addAction(name.replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(!m_view->horizontalHeader()->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { setShown(column, isOn); });
    }
    menu->addSeparator();
    QAction* defaults = menu->addAction(tr("&Columns as at first"));
    connect(defaults, &QAction::triggered, this, &ColumnLayout::forget);
}

void ColumnLayout::arrangeNewColumns()
{
    const std::size_t logs = std::exchange(m_logs, m_log->records().files().size());
    if (!m_needsArranging && (logs > 1) == isSet()) {
        if (logs != m_logs) // their names may be longer
            sizeColumns({m_log->records().columns().size() + int(DerivedColumn::File)});
        return;
    }
    m_needsArranging = false;
    m_needsSizes = true;
    const std::vector<int> remembered = rememberedColumns();
    arrange(remembered.empty() ? firstColumns() : remembered);
    sizeNewColumns();
}

void ColumnLayout::sizeNewColumns()
{
    if (m_needsSizes && m_view->model()->rowCount() > 0) {
        m_needsSizes = false;
        sizeColumns(m_view->shownColumns());
    }
}

void ColumnLayout::arrange(const std::vector<int>& shown)
{
    const QScopedValueRollback guard(m_isApplying, true);
    QHeaderView* header = m_view->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->setSectionHidden(column, !std::ranges::contains(shown, column));
    for (std::size_t visual = 0; visual < shown.size(); ++visual)
        header->moveSection(header->visualIndex(shown[visual]), int(visual));
}

void ColumnLayout::sizeColumns(const std::vector<int>& columns)
{
    const QScopedValueRollback guard(m_isApplying, true);
    QSettings settings;
    settings.beginGroup(settingsGroup());
    const QVariantMap widths = settings.value("widths"_L1).toMap();
    QHeaderView* header = m_view->horizontalHeader();
    for (const int column : columns) {
        const int remembered = widths.value(columnKey(tableField(m_log->records().columns(), column))).toInt();
        header->resizeSection(column, remembered > 0 ? remembered : fittingWidth(m_view, m_log, column));
    }
}

void ColumnLayout::remember()
{
    if (m_isApplying || m_needsArranging || m_needsSizes)
        return;
    QSettings settings;
    settings.beginGroup(settingsGroup());
    QVariantMap widths = settings.value("widths"_L1).toMap();
    QStringList names;
    const std::vector<int> shown = m_view->shownColumns();
    for (const int column : shown) {
        const QString key = columnKey(tableField(m_log->records().columns(), column));
        names += key;
        if (column != shown.back()) // the last one fills what is left of the window
            widths[key] = m_view->horizontalHeader()->sectionSize(column);
    }
    settings.setValue("shown"_L1, names);
    settings.setValue("widths"_L1, widths);
}

void ColumnLayout::forget()
{
    QSettings().remove(settingsGroup());
    arrange(firstColumns());
    sizeColumns(m_view->shownColumns());
}

void ColumnLayout::setShown(int column, bool isShown)
{
    {
        const QScopedValueRollback guard(m_isApplying, true);
        QHeaderView* header = m_view->horizontalHeader();
        header->setSectionHidden(column, !isShown);
        if (isShown)
            header->resizeSection(column, fittingWidth(m_view, m_log, column));
    }
    remember();
}

std::vector<int> ColumnLayout::rememberedColumns() const
{
    QSettings settings;
    settings.beginGroup(settingsGroup());
    const QStringList names = settings.value("shown"_L1).toStringList();
    std::vector<int> columns;
    for (const QString& name : names)
        if (const auto column = findTableColumn(m_log->records().columns(), name.toUtf8()))
            columns.push_back(*column);
    return columns;
}

/// What nobody has chosen anything else for. Of several logs, the name, and the columns of each kind that is there.
std::vector<int> ColumnLayout::firstColumns() const
{
    const RecordIndex& index = m_log->records();
    if (!isSet())
        return defaultColumns(index.columns(), logKind());
    std::vector<int> columns = {index.columns().size() + int(DerivedColumn::File)};
    for (const RecordIndex::File& file : index.files()) {
        for (const int column : defaultColumns(index.columns(), file.layout->kind))
            if (!std::ranges::contains(columns, column))
                columns.push_back(column);
    }
    return columns;
}

bool ColumnLayout::isSet() const
{
    return m_log->records().files().size() > 1;
}

LogKind ColumnLayout::logKind() const
{
    const auto& parts = m_log->records().parts();
    return parts.empty() ? LogKind::Unknown : parts.front().block->layout->kind;
}

QString ColumnLayout::settingsGroup() const
{
    if (isSet())
        return u"columns/set"_s;
    switch (logKind()) {
    case LogKind::Web:
        return u"columns/web"_s;
    case LogKind::Firewall:
        return u"columns/firewall"_s;
    case LogKind::PacketFilter:
        return u"columns/packetfilter"_s;
    case LogKind::Unknown:
        break;
    }
    return u"columns/other"_s;
}

} // namespace TmgLens
