// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/savedfilters/filtermanagerdialog.h"

#include "model/keeping/savedfiltermodel.h"
#include "model/output/harmlesstext.h"
#include "model/output/targetfile.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTreeView>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// A file of filters is small: what is larger is another kind of file.
constexpr qint64 maximumFileSize = 16 * 1024 * 1024;

std::expected<QByteArray, KeepingError> contentOf(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray content = file.read(maximumFileSize);
        if (file.error() == QFileDevice::NoError)
            return content;
    }
    return std::unexpected(
        KeepingError{.kind = KeepingError::Kind::Unreadable, .path = path, .systemText = file.errorString()});
}

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString describeMerge(const MergedFilters& merged)
{
    QStringList sentences = {FilterManagerDialog::tr("Filters added: %1.").arg(merged.added)};
    if (merged.renamed > 0)
        sentences += FilterManagerDialog::tr("Renamed, because the name was taken: %1.").arg(merged.renamed);
    if (merged.known > 0)
        sentences += FilterManagerDialog::tr("Already there: %1.").arg(merged.known);
    return sentences.join(u' ');
}

} // namespace

FilterManagerDialog::FilterManagerDialog(const FilterStore& store, const QList<SavedFilter>& own, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_own(own)
    , m_filters(new SavedFilterModel(this))
    , m_list(createList())
    , m_message(new QLabel(this))
{
    setObjectName(u"filterManager"_s);
    setWindowTitle(tr("Manage filters"));
    m_message->setObjectName(u"filterManagerMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_filters->setFilters(own);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addWidget(createButtons());
    auto* column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(760, 420);

    connect(m_filters, &SavedFilterModel::refused, m_message, &QLabel::setText);
    connect(m_filters, &QAbstractItemModel::dataChanged, m_message, &QLabel::clear);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FilterManagerDialog::followSelection);
    m_list->setCurrentIndex(m_filters->index(0, 0));
    m_message->setText(own.isEmpty() ? tr("You have saved no filter yet. Ctrl+D in the window saves the one in "
                                          "force; Import adds those of a file.")
                                     : QString());
    followSelection();
}

QTreeView* FilterManagerDialog::createList()
{
    auto* list = new QTreeView(this);
    list->setObjectName(u"savedFilters"_s);
    list->setAccessibleName(tr("Saved filters"));
    list->setModel(m_filters);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                          | QAbstractItemView::SelectedClicked);
    list->header()->resizeSection(SavedFilterModel::Name, 150);
    list->header()->resizeSection(SavedFilterModel::Filter, 250);
    auto* remove = new QAction(list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &FilterManagerDialog::removeSelected);
    list->addAction(remove);
    return list;
}

QWidget* FilterManagerDialog::createButtons()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const char* name, auto&& whenClicked) {
        auto* button = new QPushButton(text, box);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false); // Return in the list is not meant for them
        connect(button, &QPushButton::clicked, this, whenClicked);
        column->addWidget(button);
        return button;
    };
    m_up = add(tr("Move &up"), "filterUp", [this] { moveCurrent(-1); });
    m_down = add(tr("Move &down"), "filterDown", [this] { moveCurrent(1); });
    m_remove = add(tr("De&lete"), "filterDelete", [this] { removeSelected(); });
    column->addSpacing(12);
    add(tr("&Import…"), "filterImport", [this] { askForImport(); });
    m_export = add(tr("&Export…"), "filterExport", [this] { askForExport(); });
    column->addStretch(1);
    return box;
}

void FilterManagerDialog::accept()
{
    if (m_filters->filters() == m_own) {
        QDialog::accept();
        return;
    }
    const auto kept = m_store.replace(m_own, m_filters->filters());
    if (kept) {
        QDialog::accept();
    } else if (kept.error().kind == KeepingError::Kind::Changed) {
        m_own = m_store.read().value_or(m_own);
        m_message->setText(tr("Another window has changed the filters meanwhile. OK once more puts this list in their "
                              "place."));
    } else {
        m_message->setText(describeKeepingError(kept.error()));
    }
}

void FilterManagerDialog::importFrom(const QString& path)
{
    const auto imported = contentOf(path).and_then([&](const QByteArray& json) { return filtersFromJson(json, path); });
    if (!imported) {
        m_message->setText(describeKeepingError(imported.error()));
        return;
    }
    if (const QString mistake = describeFirstMistake(*imported); !mistake.isEmpty()) {
        m_message->setText(tr("Nothing was imported. %1").arg(mistake));
        return;
    }
    const MergedFilters merged = mergeFilters(m_filters->filters(), *imported);
    m_filters->setFilters(merged.filters);
    m_list->setCurrentIndex(m_filters->index(m_filters->rowCount() - 1, 0));
    m_message->setText(describeMerge(merged));
}

void FilterManagerDialog::exportTo(const QString& path)
{
    const QByteArray json = filtersToJson(m_filters->filters());
    const Written written = writeTargetFile(
        path, [&json](QIODevice& file) { return writeAll(file, {json.constData(), std::size_t(json.size())}); });
    if (written)
        m_message->setText(
            tr("Filters exported to %1: %2.").arg(harmlessPath(path), QString::number(m_filters->rowCount())));
    else
        m_message->setText(describeKeepingError(
            {.kind = KeepingError::Kind::Unwritable, .path = path, .systemText = written.error().systemText}));
}

void FilterManagerDialog::askForImport()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import filters"), documentsFolder(), tr("Filters (*.json);;All (*)"));
    if (!path.isEmpty())
        importFrom(path);
}

void FilterManagerDialog::askForExport()
{
    const QString proposed = QDir(documentsFolder()).filePath(u"tmglens-filters.json"_s);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export filters"), proposed, tr("Filters (*.json)"));
    if (!path.isEmpty())
        exportTo(path);
}

void FilterManagerDialog::moveCurrent(int step)
{
    m_filters->moveFilter(m_list->currentIndex().row(), step);
    m_list->scrollTo(m_list->currentIndex());
    followSelection();
}

void FilterManagerDialog::removeSelected()
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, std::ranges::greater(), &QModelIndex::row);
    for (const QModelIndex& row : std::as_const(rows))
        m_filters->removeRow(row.row());
    followSelection();
}

void FilterManagerDialog::followSelection()
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    const int row = rows.size() == 1 ? rows.first().row() : -1;
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_filters->rowCount());
    m_remove->setEnabled(!rows.isEmpty());
    m_export->setEnabled(m_filters->rowCount() > 0);
}

} // namespace TmgLens
