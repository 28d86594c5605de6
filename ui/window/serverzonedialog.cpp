// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/serverzonedialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int zoneRole = Qt::UserRole; // its name; empty for the one that is found

QStandardItem* zoneItem(const QString& text, const QString& zone)
{
    auto* item = new QStandardItem(text);
    item->setData(zone, zoneRole);
    item->setEditable(false);
    return item;
}

} // namespace

ServerZoneDialog::ServerZoneDialog(const RecordIndex& index, QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"serverZoneDialog"_s);
    setWindowTitle(tr("Server's Time Zone"));
    auto* explanation =
        new QLabel(tr("Logs that tell the local time of their server do not say its zone. The one chosen "
                      "here tells when their records were."),
                   this);
    explanation->setWordWrap(true);
    m_search->setObjectName(u"zoneSearch"_s);
    m_search->setPlaceholderText(tr("Search, or an offset such as +02:00"));
    m_search->setAccessibleName(tr("Search for a zone"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"zoneList"_s);
    m_list->setAccessibleName(tr("Zones"));
    m_list->setUniformItemSizes(true);
    m_found.setSourceModel(&m_zones);
    m_list->setModel(&m_found);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &ServerZoneDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListView::doubleClicked, this, &ServerZoneDialog::accept);
    connect(m_search, &QLineEdit::textChanged, this, &ServerZoneDialog::search);
    auto* column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(420, 460);
    fill(index);
}

void ServerZoneDialog::fill(const RecordIndex& index)
{
    const ServerZone found = index.foundServerZone();
    const QString name = zoneName(found.zone);
    m_zones.appendRow(zoneItem(found.origin == ServerZone::Origin::Log ? tr("As found in the log: %1").arg(name)
                                                                       : tr("This computer's: %1").arg(name),
                               {}));
    const QString computers = zoneName(QTimeZone::systemTimeZone());
    if (found.origin == ServerZone::Origin::Log && name != computers)
        m_zones.appendRow(zoneItem(tr("This computer's: %1").arg(computers), computers));
    const QByteArrayList ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& id : ids)
        m_zones.appendRow(zoneItem(QString::fromUtf8(id), QString::fromUtf8(id)));
    const auto& chosen = index.chosenServerZone();
    const auto isChosen = [&](int row) { return m_zones.index(row, 0).data(zoneRole).toString() == zoneName(*chosen); };
    int row = 0;
    while (chosen && row < m_zones.rowCount() && !isChosen(row))
        ++row;
    if (row == m_zones.rowCount()) // an offset that no zone is called by
        m_search->setText(zoneName(*chosen));
    else
        m_list->setCurrentIndex(m_found.index(row, 0));
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void ServerZoneDialog::search(const QString& text)
{
    const QString words = text.trimmed();
    // The names of zones have low lines for blanks.
    const QString pattern = QRegularExpression::escape(words).replace(u"\\ "_s, u"[ _]"_s);
    m_found.setFilterRegularExpression(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    m_list->setCurrentIndex(m_found.index(0, 0));
    m_accept->setEnabled(current().isValid() || parseZone(words));
}

QModelIndex ServerZoneDialog::current() const
{
    return m_found.mapToSource(m_list->currentIndex());
}

void ServerZoneDialog::accept()
{
    const QString typed = m_search->text().trimmed();
    const QString name = current().isValid() ? current().data(zoneRole).toString() : typed;
    if (!current().isValid() && !parseZone(typed))
        return;
    Q_EMIT chosen(parseZone(name));
    QDialog::accept();
}

/// The arrow keys move through the list while somebody types.
bool ServerZoneDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace TmgLens
