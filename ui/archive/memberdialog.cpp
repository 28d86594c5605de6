// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/archive/memberdialog.h"

#include "ui/look/visibletext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Size, Time, ColumnCount };
constexpr qsizetype longestName = 300;

} // namespace

MemberDialog::MemberDialog(const MemberChoice& choice, QWidget* parent)
    : QDialog(parent)
    , m_choice(choice)
    , m_list(new QTreeWidget(this))
{
    setObjectName(u"memberDialog"_s);
    setWindowTitle(tr("Open a log of an archive"));
    auto* question =
        new QLabel(tr("&Which file of %1?").arg(visibleText(displayName(choice.archive), longestName)), this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    question->setBuddy(m_list);
    fill(m_list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Open)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &MemberDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &MemberDialog::accept);

    auto* column = new QVBoxLayout(this);
    column->addWidget(question);
    column->addWidget(m_list);
    column->addWidget(buttons);
    resize(620, 420);
}

void MemberDialog::fill(QTreeWidget* list)
{
    list->setObjectName(u"memberList"_s);
    list->setAccessibleName(tr("Files of the archive"));
    list->setHeaderLabels({tr("Name"), tr("Size"), tr("Changed (UTC)")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    QList<QTreeWidgetItem*> items;
    for (const ArchiveMember& member : std::as_const(m_choice.members)) {
        auto* item = new QTreeWidgetItem;
        item->setText(Name, visibleText(member.name, longestName));
        if (member.isEncrypted)
            item->setText(Size, tr("encrypted"));
        else if (member.size)
            item->setText(Size, locale().formattedDataSize(qint64(*member.size)));
        if (member.time.isValid())
            item->setText(Time, member.time.toString(u"yyyy-MM-dd HH:mm"));
        item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
        item->setDisabled(member.isEncrypted);
        items += item;
    }
    list->addTopLevelItems(items);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int column : {Size, Time})
        list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    list->setCurrentItem(items.value(0));
}

void MemberDialog::accept()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || m_choice.members[row].isEncrypted)
        return;
    QDialog::accept();
    const QString& name = m_choice.members[row].name;
    const LogAddress& archive = m_choice.archive;
    Q_EMIT chosen(pathOf({archive.file, archive.member.isEmpty() ? name : archive.member + u'/' + name}));
}

} // namespace TmgLens
