// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/savedfilters/savefilterdialog.h"

#include "ui/look/visibletext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShownFilter = 600;

} // namespace

SaveFilterDialog::SaveFilterDialog(const FilterStore& store, const QList<SavedFilter>& own, const QString& filter,
                                   QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_own(own)
    , m_filter(filter)
    , m_name(new QLineEdit(this))
    , m_notes(new QLineEdit(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"saveFilterDialog"_s);
    setWindowTitle(tr("Save this filter"));
    m_name->setObjectName(u"filterName"_s);
    m_notes->setObjectName(u"filterNotes"_s);
    m_hint->setObjectName(u"filterNameHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto* expression = new QLabel(visibleText(filter, longestShownFilter), this);
    expression->setTextFormat(Qt::PlainText);
    expression->setWordWrap(true);
    expression->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &SaveFilterDialog::followName);

    auto* form = new QFormLayout(this);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Filter:"), expression);
    form->addRow(tr("No&tes:"), m_notes);
    form->addRow(m_hint);
    form->addRow(buttons);
    resize(460, sizeHint().height());
    followName();
}

qsizetype SaveFilterDialog::position() const
{
    const auto found = std::ranges::find(m_own, m_name->text().simplified(), &SavedFilter::name);
    return found == m_own.end() ? -1 : found - m_own.begin();
}

void SaveFilterDialog::followName()
{
    const bool isTaken = position() >= 0;
    m_save->setText(isTaken ? tr("&Replace") : tr("&Save"));
    m_save->setEnabled(!m_name->text().simplified().isEmpty());
    m_hint->setText(
        isTaken
            ? tr("There is a filter of this name: %1").arg(visibleText(m_own[position()].filter, longestShownFilter))
            : tr("It will be in the Filters menu, for every log."));
}

void SaveFilterDialog::accept()
{
    const auto kept = m_store.replace(m_own, filters());
    if (kept) {
        QDialog::accept();
    } else if (kept.error().kind == KeepingError::Kind::Changed) {
        m_own = m_store.read().value_or(m_own);
        followName(); // the name can be taken now
        m_hint->setText(tr("Meanwhile another window has changed the filters. Save once more. %1").arg(m_hint->text()));
    } else {
        m_hint->setText(describeKeepingError(kept.error()));
    }
}

QList<SavedFilter> SaveFilterDialog::filters() const
{
    const SavedFilter saved{
        .name = m_name->text().simplified(), .filter = m_filter, .notes = m_notes->text().simplified()};
    QList<SavedFilter> filters = m_own;
    if (const qsizetype taken = position(); taken >= 0)
        filters[taken] = saved;
    else
        filters += saved;
    return filters;
}

} // namespace TmgLens
