// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/detailpane.h"

#include "model/format/fieldcutter.h"
#include "ui/details/resultview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

DetailPane::DetailPane(QWidget* parent) : QWidget(parent), m_view(new ResultView(this))
{
    setObjectName(u"detailPane"_s);
    setAccessibleName(tr("Result details"));
    auto* parts = new QVBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(m_view);
    setFocusProxy(m_view);

    connect(m_view, &ResultView::linkActivated, this, [this](const QString& address) {
        if (address == copyRecordAddress)
            copyRecord();
        else if (fieldOfAddress(address))
            m_view->openMenu(address);
    });
    connect(m_view, &ResultView::menuAboutToShow, this, [this](QMenu* menu, const QString& address) {
        if (const auto field = fieldOfAddress(address))
            Q_EMIT fieldMenuAboutToShow(menu, m_record, *field);
    });
    clear();
}

void DetailPane::showRecord(const LogRecord& record, const RecordIndex& index, const ShownClock& clock)
{
    m_record = record;
    const RecordFacts facts{record, index.codes().at(record.code), index.recordCount(), clock};
    m_view->showPage(facts.code.result, [facts](PageWriter& page) { writeRecord(page, facts); });
}

void DetailPane::clear()
{
    m_record = {};
    m_view->showNotice(tr("Select a record to read what its result code means and what to do about it."));
}

void DetailPane::copyRecord() const
{
    QGuiApplication::clipboard()->setText(cellText(toStringView(m_record.bytes)));
}

} // namespace TmgLens
