// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/accessibletable.h"

#include "tests/ui/window/numbersmodel.h"
#include "ui/table/uniformtableview.h"

#include <QAccessible>
#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

/// What screen readers were told last, and of which child.
struct News
{
    QAccessible::Event event = QAccessible::SoundPlayed;
    QString name;
};

QList<News> news;

void remember(QAccessibleEvent* event)
{
    if (QAccessibleInterface* child = event->accessibleInterface())
        news.append({event->type(), child->text(QAccessible::Name)});
}

bool isTold(QAccessible::Event event, const QString& name)
{
    return std::ranges::any_of(news, [&](const News& each) { return each.event == event && each.name == name; });
}

/// A view as a screen reader sees it.
struct Seen
{
    explicit Seen(int rows = 50) : model(rows)
    {
        view.setAccessibleName(u"Numbers"_s);
        view.setSelectionMode(QAbstractItemView::ExtendedSelection);
        view.setModel(&model);
        view.resize(600, 300);
        view.show();
        table = QAccessible::queryAccessibleInterface(&view);
    }

    NumbersModel model;
    UniformTableView view{new QHeaderView(Qt::Horizontal), nullptr};
    QAccessibleInterface* table = nullptr;
};

} // namespace

class TestAccessibleTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTable();
    void saysOfCellsWhatTableSays();
    void hasTitlesThenCells();
    void findsChildAtPlace();
    void knowsSelection();
    void selects();
    void tellsOfFocusAndSelection();
    void followsModel();
    void countsMillionsOfRows();
};

void TestAccessibleTable::isTable()
{
    const Seen seen;
    QVERIFY(seen.table);
    QCOMPARE(seen.table->role(), QAccessible::Table);
    QCOMPARE(seen.table->text(QAccessible::Name), u"Numbers"_s);
    QVERIFY(seen.table->state().focusable);
    QVERIFY(seen.table->tableInterface());
    QVERIFY(seen.table->selectionInterface());
    QCOMPARE(seen.table->tableInterface()->rowCount(), 50);
    QCOMPARE(seen.table->tableInterface()->columnCount(), 5);
    QCOMPARE(seen.table->tableInterface()->columnDescription(2), u"3"_s);
    QCOMPARE(seen.table->tableInterface()->rowDescription(7), u"8"_s);
}

void TestAccessibleTable::saysOfCellsWhatTableSays()
{
    Seen seen;
    QTableView reference;
    reference.setSelectionBehavior(QAbstractItemView::SelectRows);
    reference.setModel(&seen.model);
    reference.resize(600, 300);
    reference.show();
    auto* expected = QAccessible::queryAccessibleInterface(&reference)->tableInterface();
    auto* actual = seen.table->tableInterface();
    reference.setCurrentIndex(seen.model.index(3, 1));
    seen.view.setCurrentIndex(seen.model.index(3, 1));
    for (const QPoint place : {QPoint(0, 0), QPoint(1, 3), QPoint(2, 3), QPoint(4, 49)}) {
        QAccessibleInterface* cell = actual->cellAt(place.y(), place.x());
        QAccessibleInterface* other = expected->cellAt(place.y(), place.x());
        QCOMPARE(cell->role(), other->role());
        QCOMPARE(cell->text(QAccessible::Name), other->text(QAccessible::Name));
        QCOMPARE(cell->state().selected, other->state().selected);
        QCOMPARE(cell->state().selectable, other->state().selectable);
        QCOMPARE(cell->state().focusable, other->state().focusable);
        QCOMPARE(cell->state().focused, other->state().focused);
        QCOMPARE(cell->state().invisible, other->state().invisible);
        QCOMPARE(cell->actionInterface()->actionNames(), other->actionInterface()->actionNames());
        QCOMPARE(cell->tableCellInterface()->isSelected(), other->tableCellInterface()->isSelected());
        QCOMPARE(cell->tableCellInterface()->rowIndex(), place.y());
        QCOMPARE(cell->tableCellInterface()->columnIndex(), place.x());
        QCOMPARE(cell->tableCellInterface()->table(), seen.table);
        QAccessibleInterface* title = other->tableCellInterface()->columnHeaderCells().value(0);
        QAccessible::registerAccessibleInterface(title); // QTableView makes one for each call, and leaves it to nobody
        QCOMPARE(cell->tableCellInterface()->columnHeaderCells().value(0)->text(QAccessible::Name),
                 title->text(QAccessible::Name));
        QCOMPARE(cell->parent(), seen.table);
        QVERIFY(cell->isValid());
    }
}

void TestAccessibleTable::hasTitlesThenCells()
{
    const Seen seen;
    QCOMPARE(seen.table->childCount(), 51 * 5);
    QCOMPARE(seen.table->child(3)->role(), QAccessible::ColumnHeader);
    QCOMPARE(seen.table->child(3)->text(QAccessible::Name), u"4"_s);
    QCOMPARE(seen.table->child(5)->text(QAccessible::Name), u"0 × 0"_s);
    QCOMPARE(seen.table->child(5), seen.table->tableInterface()->cellAt(0, 0));
    for (const int number : {0, 4, 5, 100, 254})
        QCOMPARE(seen.table->indexOfChild(seen.table->child(number)), number);
    QCOMPARE(seen.table->child(-1), nullptr);
    QCOMPARE(seen.table->child(255), nullptr);
    QCOMPARE(seen.table->tableInterface()->cellAt(50, 0), nullptr);
    QCOMPARE(seen.table->tableInterface()->cellAt(-1, 0), nullptr);
    QCOMPARE(seen.table->indexOfChild(seen.table), -1);
}

void TestAccessibleTable::findsChildAtPlace()
{
    Seen seen;
    seen.view.scrollToBottom();
    for (const auto& [row, column] : {std::pair(49, 0), std::pair(45, 3)}) {
        QAccessibleInterface* cell = seen.table->tableInterface()->cellAt(row, column);
        QCOMPARE(seen.table->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    }
    QAccessibleInterface* title = seen.table->child(2);
    QCOMPARE(seen.table->childAt(title->rect().center().x(), title->rect().center().y()), title);
    QVERIFY(!title->state().invisible);
    seen.view.horizontalHeader()->setSectionHidden(2, true);
    QVERIFY(title->state().invisible);
    QVERIFY(seen.table->child(7)->state().invisible);
    QCOMPARE(seen.table->childAt(-100, -100), nullptr);
}

void TestAccessibleTable::knowsSelection()
{
    Seen seen;
    for (const int row : {7, 8, 30})
        seen.view.selectionModel()->select(seen.model.index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(seen.table->tableInterface()->selectedRowCount(), 3);
    QCOMPARE(seen.table->tableInterface()->selectedRows(), (QList{7, 8, 30}));
    QVERIFY(seen.table->tableInterface()->isRowSelected(8));
    QVERIFY(!seen.table->tableInterface()->isRowSelected(9));
    QCOMPARE(seen.table->selectionInterface()->selectedItemCount(), 15);
    QCOMPARE(seen.table->selectionInterface()->selectedItem(12)->text(QAccessible::Name), u"30 × 2"_s);
    QCOMPARE(seen.table->selectionInterface()->selectedItems().size(), 15);
    QCOMPARE(seen.table->selectionInterface()->selectedItem(15), nullptr);
    seen.view.setCurrentIndex(seen.model.index(30, 1));
    QCOMPARE(seen.table->focusChild()->text(QAccessible::Name), u"30 × 1"_s);
}

void TestAccessibleTable::selects()
{
    using Rows = std::vector<std::pair<int, int>>;
    Seen seen;
    auto* table = seen.table->tableInterface();
    QVERIFY(table->selectRow(4));
    QVERIFY(table->selectRow(6));
    QVERIFY(!table->selectRow(50));
    QCOMPARE(seen.view.selectedRows(), (Rows{{4, 4}, {6, 6}}));
    QVERIFY(table->unselectRow(4));
    QCOMPARE(seen.view.selectedRows(), (Rows{{6, 6}}));
    table->cellAt(9, 2)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(seen.view.selectedRows(), (Rows{{6, 6}, {9, 9}}));
    QVERIFY(seen.table->selectionInterface()->selectAll());
    QCOMPARE(table->selectedRowCount(), 50);
    QVERIFY(seen.table->selectionInterface()->clear());
    QCOMPARE(table->selectedRowCount(), 0);
}

void TestAccessibleTable::tellsOfFocusAndSelection()
{
    Seen seen;
    seen.view.setCurrentIndex(seen.model.index(3, 1));
    seen.view.activateWindow();
    seen.view.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&seen.view));
    if (!QAccessible::isActive())
        QSKIP("No screen reader can listen on this platform.");
    const auto before = QAccessible::installUpdateHandler(remember);
    QTest::keyClick(&seen.view, Qt::Key_Down);
    QAccessible::installUpdateHandler(before);
    QVERIFY(isTold(QAccessible::Focus, u"4 × 1"_s));
    QVERIFY(isTold(QAccessible::SelectionAdd, u"4 × 0"_s));
    QVERIFY(isTold(QAccessible::SelectionRemove, u"3 × 0"_s));
}

void TestAccessibleTable::followsModel()
{
    using Event = QAccessibleTableModelChangeEvent;
    Seen seen;
    const auto tell = [&](Event::ModelChangeType change, int firstRow, int lastRow) {
        Event event(&seen.view, change);
        event.setFirstRow(firstRow);
        event.setLastRow(lastRow);
        seen.table->tableInterface()->modelChange(&event);
    };
    const QAccessible::Id last = QAccessible::uniqueId(seen.table->tableInterface()->cellAt(49, 0));
    seen.model.append(10);
    tell(Event::RowsInserted, 50, 59);
    QCOMPARE(seen.table->childCount(), 61 * 5);
    QVERIFY(QAccessible::accessibleInterface(last));
    seen.model.replace(20);
    QVERIFY(!QAccessible::accessibleInterface(last)->isValid()); // in the time between
    QCOMPARE(QAccessible::accessibleInterface(last)->text(QAccessible::Name), QString());
    tell(Event::ModelReset, -1, -1);
    QCOMPARE(QAccessible::accessibleInterface(last), nullptr);
    QCOMPARE(seen.table->childCount(), 21 * 5);
    QCOMPARE(seen.table->tableInterface()->cellAt(49, 0), nullptr);
}

void TestAccessibleTable::countsMillionsOfRows()
{
    Seen seen(700'000'000);
    QCOMPARE(seen.table->childCount(), std::numeric_limits<int>::max());
    seen.view.selectAll();
    QCOMPARE(seen.table->tableInterface()->selectedRowCount(), 700'000'000);
    QVERIFY(seen.table->tableInterface()->selectedRows().size() <= 1000);
    QVERIFY(seen.table->tableInterface()->selectedCells().size() <= 1000);
    QCOMPARE(seen.table->tableInterface()->cellAt(699'999'999, 4)->text(QAccessible::Name), u"699999999 × 4"_s);
}

QTEST_MAIN(TestAccessibleTable)

#include "tst_accessibletable.moc"
