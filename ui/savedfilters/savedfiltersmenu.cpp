// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/savedfilters/savedfiltersmenu.h"

#include "model/filter/missingfields.h"
#include "model/table/logtablemodel.h"
#include "ui/look/visibletext.h"
#include "ui/savedfilters/filtermanagerdialog.h"
#include "ui/savedfilters/savefilterdialog.h"

#include <QDir>
#include <QMenu>
#include <QStandardPaths>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype longestTip = 600;

QString storePath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"filters.json"_s);
}

/// @p text where `&` marks a key and a tab what stands at the right.
QString menuText(const QString& text)
{
    return visibleText(text, longestName).replace(u'&', "&&"_L1);
}

/// Why @p log cannot serve the filter; empty if it can.
QString obstacle(const std::expected<FilterExpression, FilterError>& parsed, const LogTableModel& log)
{
    if (!parsed)
        return SavedFiltersMenu::tr("has a mistake");
    const QStringList missing = missingFields(*parsed, log.records().columns());
    return missing.isEmpty() ? QString() : SavedFiltersMenu::tr("no field “%1” here").arg(missing.join(u"”, “"_s));
}

} // namespace

SavedFiltersMenu::SavedFiltersMenu(QMenu* menu, const LogTableModel* log, QWidget* window)
    : QObject(window)
    , m_menu(menu)
    , m_addMenu(new QMenu(tr("&Add to the filter"), menu))
    , m_log(log)
    , m_window(window)
    , m_store(storePath())
    , m_fixed(menu->actions())
{
    m_addMenu->setObjectName(u"addFilterMenu"_s);
    for (QMenu* each : {m_menu, m_addMenu})
        each->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &SavedFiltersMenu::fill);
}

void SavedFiltersMenu::fill()
{
    const auto read = m_store.read();
    const QList<SavedFilter> own = read.value_or(QList<SavedFilter>());
    m_menu->clear();
    m_menu->addActions(m_fixed);
    addFilters(m_menu, own, &SavedFiltersMenu::chosen);
    if (!read) {
        QAction* unreadable = m_menu->addAction(tr("Your own filters cannot be read…"));
        connect(unreadable, &QAction::triggered, this, [this] { manage(); }); // which says why
    }
    m_menu->addSeparator();
    m_menu->addMenu(m_addMenu);
    m_addMenu->clear();
    addFilters(m_addMenu, own, &SavedFiltersMenu::added);
    m_addMenu->setEnabled(m_log->rowCount() > 0 && !m_expression.isEmpty());
}

void SavedFiltersMenu::addFilters(QMenu* menu, const QList<SavedFilter>& own, Signal signal)
{
    menu->addSeparator();
    for (const SavedFilter& filter : starterFilters())
        addFilter(menu, filter, signal);
    menu->addSeparator();
    for (const SavedFilter& filter : own)
        addFilter(menu, filter, signal);
}

void SavedFiltersMenu::addFilter(QMenu* menu, const SavedFilter& filter, Signal signal)
{
    const auto parsed = FilterExpression::parse(filter.filter);
    const bool hasLog = m_log->rowCount() > 0;
    const QString reason = hasLog ? obstacle(parsed, *m_log) : QString();
    const QString text = menuText(filter.name);
    QAction* action = menu->addAction(reason.isEmpty() ? text : QString(text % u'\t' % menuText(reason)));
    action->setToolTip(
        visibleText(filter.notes.isEmpty() ? filter.filter : QString(filter.filter % u'\n' % filter.notes), longestTip)
            .toHtmlEscaped());
    action->setEnabled(hasLog && reason.isEmpty());
    if (parsed)
        connect(action, &QAction::triggered, this,
                [this, signal, expression = *parsed] { Q_EMIT(this->*signal)(expression); });
}

void SavedFiltersMenu::saveExpression()
{
    const auto own = m_store.read();
    if (!own) {
        Q_EMIT failed(describeKeepingError(own.error()));
        return;
    }
    auto* dialog = new SaveFilterDialog(m_store, *own, m_expression.toString(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SavedFiltersMenu::manage()
{
    const auto own = m_store.read();
    if (!own) {
        Q_EMIT failed(describeKeepingError(own.error()));
        return;
    }
    auto* dialog = new FilterManagerDialog(m_store, *own, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace TmgLens
