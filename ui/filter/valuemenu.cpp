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

/// For the eye; in a menu, `&` would mark a key.
QString shownText(const QString& text)
{
    return visibleText(text, longestValue).replace(u'&', "&&"_L1);
}

QString shownValue(const FieldValue& value)
{
    return value.value.isEmpty() ? ValueMenu::tr("(no value)") : shownText(value.value);
}

/// One action for each use of @p term.
void addUses(QMenu* menu, const FilterExpression& term, FilterBar* bar, const QString& only, const QString& add,
             const QString& exclude)
{
    const auto addUse = [&](const QString& text, TermUse use) {
        menu->addAction(text, bar, [=] { bar->useTerm(term, use); });
    };
    addUse(only, TermUse::Only);
    addUse(add, TermUse::Add);
    addUse(exclude, TermUse::Exclude);
}

} // namespace

void addFilterActions(QMenu* menu, const FieldValue& value, FilterBar* bar)
{
    const auto about = [&](const QString& text) { return text.arg(shownText(value.field.name), shownValue(value)); };
    addUses(menu, Filter::valueTerm(value.field, {value.value}), bar, about(ValueMenu::tr("&Show only %1 %2")),
            about(ValueMenu::tr("Add %1 %2 to the &filter")), about(ValueMenu::tr("&Exclude %1 %2")));
}

void addFilterActions(QMenu* menu, const FilterExpression& term, FilterBar* bar)
{
    addUses(menu, term, bar, ValueMenu::tr("&Show only these records"), ValueMenu::tr("Add this to the &filter"),
            ValueMenu::tr("&Exclude these records"));
}

} // namespace TmgLens
