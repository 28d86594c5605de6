// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/namedlabel.h"

#include <QAccessibleWidget>

namespace TmgLens {

namespace {

/// What assistive tools see of a NamedLabel: text that is read, not edited, and has neither cursor nor selection.
class AccessibleNamedLabel final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleNamedLabel(NamedLabel* label) : QAccessibleWidget(label, QAccessible::StaticText) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QString text(QAccessible::Text part) const override
    {
        return part == QAccessible::Value ? shownText() : QAccessibleWidget::text(part);
    }

    [[nodiscard]] QString text(int begin, int end) const override { return shownText().mid(begin, end - begin); }
    [[nodiscard]] int characterCount() const override { return int(shownText().size()); }
    [[nodiscard]] int cursorPosition() const override { return 0; }
    [[nodiscard]] int selectionCount() const override { return 0; }
    [[nodiscard]] QRect characterRect(int) const override { return rect(); }
    [[nodiscard]] int offsetAtPoint(const QPoint&) const override { return -1; }
    void selection(int, int* begin, int* end) const override { *begin = *end = 0; }
    QString attributes(int, int* begin, int* end) const override
    {
        *begin = 0;
        *end = characterCount();
        return {};
    }
    void setCursorPosition(int) override {}
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    void scrollToSubstring(int, int) override {}

private:
    [[nodiscard]] QString shownText() const { return static_cast<const QLabel*>(widget())->text(); }
};

QAccessibleInterface* createInterface(const QString&, QObject* object)
{
    auto* label = qobject_cast<NamedLabel*>(object);
    return label ? new AccessibleNamedLabel(label) : nullptr;
}

} // namespace

NamedLabel::NamedLabel(const QString& accessibleName, QWidget* parent) : QLabel(parent)
{
    QAccessible::installFactory(createInterface); // a second time does nothing
    setTextFormat(Qt::PlainText);
    setAccessibleName(accessibleName);
}

void NamedLabel::showText(const QString& shown)
{
    const QString before = text();
    if (shown == before)
        return;
    setText(shown);
    setAccessibleDescription(shown); // what a screen reader says after the name
    QAccessibleTextUpdateEvent change(this, 0, before, shown);
    QAccessible::updateAccessibility(&change);
}

} // namespace TmgLens
