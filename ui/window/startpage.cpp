// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/startpage.h"

#include "model/output/harmlesstext.h"
#include "ui/look/icons.h"
#include "ui/recentlist.h"

#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_remark(new QLabel(this))
    , m_recentBox(new QWidget(this))
    , m_recentFiles(new QListWidget(m_recentBox))
{
    setObjectName(u"startPage"_s);
    m_remark->setObjectName(u"startRemark"_s);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setAlignment(Qt::AlignHCenter);
    m_remark->setContentsMargins(0, 0, 0, 24); // apart from what the page is for
    m_remark->hide();
    auto* title = new QLabel(tr("Open a log, or drop one here"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    title->setFont(large);
    auto* hint =
        new QLabel(tr("Logs of Forefront TMG 2010 and ISA Server 2000 to 2006 open without a question, whatever "
                      "their name: W3C, native text, records relayed by syslog, rows copied from the console and "
                      "exports of the SQL tables. Ctrl+V opens the rows on the clipboard."),
                   this);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignHCenter);
    auto* open = new QPushButton(icon("document-open"_L1), tr("&Open a log…"), this);
    open->setObjectName(u"openButton"_s);
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);

    m_recentFiles->setObjectName(u"recentFiles"_s);
    m_recentFiles->setAccessibleName(tr("Recent files"));
    m_recentFiles->setTextElideMode(Qt::ElideRight);
    m_recentFiles->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QListWidgetItem* item) { Q_EMIT fileChosen(item->data(Qt::UserRole).toString()); };
    connect(m_recentFiles, &QListWidget::itemActivated, this, choose);
    connect(m_recentFiles, &QListWidget::itemClicked, this, choose);
    auto* recentLabel = new QLabel(tr("&Recent files:"), m_recentBox);
    recentLabel->setBuddy(m_recentFiles);
    auto* recentColumn = new QVBoxLayout(m_recentBox);
    recentColumn->setContentsMargins(0, 12, 0, 0);
    recentColumn->addWidget(recentLabel);
    recentColumn->addWidget(m_recentFiles);

    auto* box = new QWidget(this);
    box->setMaximumWidth(560);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_remark);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(hint);
    column->addWidget(open, 0, Qt::AlignHCenter);
    column->addWidget(m_recentBox);
    column->addStretch(3);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(box, 100);
    row->addStretch(1);
    updateRecentFiles();
}

void StartPage::showRemark(const QString& sentence)
{
    m_remark->setText(sentence);
    m_remark->show();
}

void StartPage::updateRecentFiles()
{
    m_recentFiles->clear();
    const QStringList paths = recentFiles.entries();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        auto* item = new QListWidgetItem(
            tr("%1 — in %2").arg(harmlessText(file.fileName()), harmlessPath(file.absolutePath())), m_recentFiles);
        item->setData(Qt::UserRole, path);
    }
    const int rowHeight = paths.isEmpty() ? 0 : m_recentFiles->sizeHintForRow(0);
    m_recentFiles->setFixedHeight(int(paths.size()) * rowHeight + 2 * m_recentFiles->frameWidth() + 8);
    m_recentBox->setVisible(!paths.isEmpty());
}

} // namespace TmgLens
