// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/valuemenu.h"

#include "model/filter/exactvalue.h"
#include "ui/filter/filterbar.h"
#include "ui/look/visibletext.h"

#include <QCoreApplication>
#include <QMenu>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 40;

/// Context of the texts for translators.
struct ValueMenu
{
    Q_DECLARE_TR_FUNCTIONS(ValueMenu)
};

/// The value for the eye; in a menu, `&` would mark a key.
QString shownValue(const FieldValue& value)
{
    QString text = value.value.isEmpty() ? ValueMenu::tr("(no value)") : visibleText(value.value, longestValue);
    return text.replace(u'&', "&&"_L1);
}

} // namespace

void addFilterActions(QMenu* menu, const FieldValue& value, FilterBar* bar)
{
    const FilterExpression term = Filter::valueTerm(value.field, {value.value});
    const auto add = [&](const QString& text, TermUse use) {
        menu->addAction(text.arg(value.field.name, shownValue(value)), bar, [=] { bar->useTerm(term, use); });
    };
    add(ValueMenu::tr("&Show only %1 %2"), TermUse::Only);
    add(ValueMenu::tr("Add %1 %2 to the &filter"), TermUse::Add);
    add(ValueMenu::tr("&Exclude %1 %2"), TermUse::Exclude);
}

} // namespace TmgLens
