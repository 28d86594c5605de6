// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/windowcomparison.h"

#include "model/table/derivedcolumn.h"
#include "ui/categories/categorymodel.h"
#include "ui/facets/facetmodel.h"
#include "ui/look/namedlabel.h"
#include "ui/summary/summarylist.h"
#include "ui/summary/summarypage.h"
#include "ui/timestrip/timestrip.h"

#include <QLocale>
#include <QRegularExpression>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBars = 1000; // in the time strip

/// Records by anything that they have: all of them, and the visible ones.
struct Counts
{
    quint64 all = 0;
    quint64 visible = 0;

    bool operator==(const Counts&) const = default;
};

QString difference(const QString& what, const QString& shown, const QString& expected)
{
    return shown == expected ? QString() : u"%1: “%2”, expected “%3”"_s.arg(what, shown, expected);
}

QString difference(const QString& what, quint64 shown, quint64 expected)
{
    return difference(what, QString::number(shown), QString::number(expected));
}

/// One after the other, until one of @p looks finds something.
template <typename... Looks> QString firstDifference(const Looks&... looks)
{
    QString found;
    (void)((found = looks(), !found.isEmpty()) || ...);
    return found;
}

bool isSeen(const QWidget* widget)
{
    return widget->isVisible() && !widget->visibleRegion().isEmpty();
}

QString inStatusBar(const PlainView& view, const WindowDriver& driver)
{
    const QString count = u"%1 of %2 records"_s.arg(view.rows().size()).arg(view.log.records.size());
    const auto malformed = std::ranges::count_if(view.log.records, &PlainRecord::isMalformed);
    const auto* button = driver.part<QToolButton>(u"malformedButton");
    const QString shown = button->isVisible() ? button->text() : u"0 malformed"_s;
    return firstDifference([&] { return difference(u"status bar"_s, driver.countText(), count); },
                           [&] { return difference(u"status bar"_s, shown, u"%1 malformed"_s.arg(malformed)); });
}

QString inTable(const PlainView& view, const WindowDriver& driver)
{
    const QAbstractItemModel* model = driver.table()->model();
    const std::vector<std::size_t> rows = view.rows();
    const int fields = int(view.log.titles.size());
    const int fileColumn = fields + int(DerivedColumn::File);
    for (int row = 0; row < std::min(model->rowCount(), int(rows.size())); ++row) {
        const PlainRecord& record = view.log.records[rows[std::size_t(row)]];
        for (int column = 0; column < fields; ++column) {
            const QString expected = QString::fromUtf8(record.cells.value(column));
            const QString found =
                difference(u"row %1, column %2"_s.arg(row).arg(column), driver.cell(row, column), expected);
            if (!found.isEmpty())
                return found;
        }
        const QString found =
            difference(u"log of row %1"_s.arg(row), driver.cell(row, fileColumn), view.log.names[record.log]);
        if (!found.isEmpty())
            return found;
    }
    return difference(u"rows"_s, quint64(model->rowCount()), rows.size());
}

Counts countsAt(const QModelIndex& category)
{
    return {category.data(CategoryModel::CountRole).toULongLong(),
            category.data(CategoryModel::VisibleRole).toULongLong()};
}

QString differenceOfCounts(const QString& what, const QMap<QByteArray, Counts>& shown,
                           const QMap<QByteArray, Counts>& expected)
{
    const QByteArrayList names = (expected.keys() + shown.keys());
    for (const QByteArray& name : names) {
        const Counts one = shown.value(name);
        const Counts other = expected.value(name);
        if (one != other)
            return u"%1 “%2”: %3 of %4 records, expected %5 of %6"_s.arg(what, QString::fromUtf8(name))
                .arg(one.visible)
                .arg(one.all)
                .arg(other.visible)
                .arg(other.all);
    }
    return {};
}

/// By code, and by class.
QString inCategories(const PlainView& view, const WindowDriver& driver)
{
    const auto* tree = driver.part<QTreeView>(u"categoryTree");
    if (!isSeen(tree))
        return {};
    QMap<QByteArray, Counts> codes;
    QMap<QByteArray, Counts> classes;
    for (const PlainRecord& record : view.log.records) {
        const quint64 isVisible = view.shows(record) ? 1 : 0;
        for (Counts* counts : {&codes[view.log.code(record)], &classes[view.log.resultClass(record)]}) {
            counts->all += 1;
            counts->visible += isVisible;
        }
    }
    QMap<QByteArray, Counts> shownCodes;
    QMap<QByteArray, Counts> shownClasses;
    const QAbstractItemModel* model = tree->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex group = model->index(row, 0);
        shownClasses[group.data().toString().toLower().toUtf8()] = countsAt(group);
        for (int child = 0; child < model->rowCount(group); ++child) {
            const QModelIndex code = model->index(child, 0, group);
            const QString title = code.data().toString();
            shownCodes[title == "No code"_L1 ? QByteArray() : title.section(u' ', 0, 0).toUtf8()] = countsAt(code);
        }
    }
    return firstDifference([&] { return differenceOfCounts(u"category"_s, shownClasses, classes); },
                           [&] { return differenceOfCounts(u"category"_s, shownCodes, codes); });
}

/// The values of @p field among the records that are visible but for @p except, with their counts.
QMap<QString, quint64> valueCounts(const PlainView& view, const QString& field, const PlainTerm* except)
{
    QMap<QString, quint64> counts;
    for (const PlainRecord& record : view.log.records)
        if (view.shows(record, except))
            ++counts[QString::fromUtf8(view.log.value(record, PlainView::titleOf(field)))];
    return counts;
}

QString inField(const PlainView& view, const QModelIndex& section)
{
    const QString field = section.data().toString().toLower();
    const PlainTerm* ticked = view.tickedTerm(field);
    const QMap<QString, quint64> counts = valueCounts(view, field, ticked);
    const QString what = u"values of %1"_s.arg(field);
    QString found = difference(what, section.data(FacetModel::CountRole).toULongLong(), quint64(counts.size()));
    const QAbstractItemModel* model = section.model();
    for (int row = 0; row < model->rowCount(section) && found.isEmpty(); ++row) {
        const QModelIndex value = model->index(row, 0, section);
        if (value.data(FacetModel::KindRole).toInt() != int(FacetModel::Kind::Value))
            continue;
        const QString text = value.data().toString() == "(no value)"_L1 ? QString() : value.data().toString();
        const bool isTicked = value.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const bool shallBe = ticked && ticked->values.contains(text);
        found = difference(u"%1, “%2”"_s.arg(what, text), value.data(FacetModel::CountRole).toULongLong(),
                           counts.value(text));
        if (found.isEmpty() && isTicked != shallBe)
            found = u"%1, “%2” is %3"_s.arg(what, text, isTicked ? u"ticked"_s : u"not ticked"_s);
    }
    const int least = int(std::min<qsizetype>(10, counts.size()));
    if (found.isEmpty() && model->rowCount(section) < least)
        found = u"%1: %2 rows for %3 values"_s.arg(what).arg(model->rowCount(section)).arg(counts.size());
    return found;
}

QString inValues(const PlainView& view, const WindowDriver& driver)
{
    const auto* tree = driver.part<QTreeView>(u"facetTree");
    if (!isSeen(tree))
        return {};
    for (int row = 0; row < tree->model()->rowCount(); ++row)
        if (const QString found = inField(view, tree->model()->index(row, 0)); !found.isEmpty())
            return found;
    return {};
}

/// What the records are counted by in the list of a summary that is headed @p title.
std::function<QString(const PlainRecord&)> summarized(const PlainView& view, const QString& title)
{
    static const QMap<QString, QString> fields = {
        {u"Clients"_s, u"client"_s}, {u"Hosts"_s, u"host"_s}, {u"Rules"_s, u"rule"_s}, {u"Users"_s, u"user"_s}};
    if (title == "Classes"_L1)
        return [&view](const PlainRecord& record) { return QString::fromUtf8(view.log.resultClass(record)); };
    if (title == "Result codes"_L1)
        return [&view](const PlainRecord& record) { return QString::fromUtf8(view.log.code(record)); };
    const QByteArray name = PlainView::titleOf(fields.value(title.section(u',', 0, 0)));
    return [&view, name](const PlainRecord& record) { return QString::fromUtf8(view.log.value(record, name)); };
}

QString inSummaryList(const PlainView& view, const SummaryList* list)
{
    const QString title = list->accessibleName();
    const auto valueOf = summarized(view, title);
    QMap<QString, quint64> counts;
    for (const PlainRecord& record : view.log.records)
        if (view.shows(record))
            ++counts[valueOf(record)];
    const QAbstractItemModel* model = list->model();
    quint64 listed = 0;
    QString found;
    for (int row = 0; row < model->rowCount() && found.isEmpty(); ++row) {
        const QModelIndex line = model->index(row, 0);
        if (line.data(SummaryLines::IsMoreRole).toBool())
            continue;
        const QString shown = line.data().toString();
        const QString text = shown.startsWith("(no"_L1) ? QString() : title == "Classes"_L1 ? shown.toLower() : shown;
        ++listed;
        found = difference(u"summary, %1, “%2”"_s.arg(title, text), line.data(SummaryLines::CountRole).toULongLong(),
                           counts.value(text));
    }
    const quint64 limit = title == "Classes"_L1 || title == "Result codes"_L1 ? 15 : 10;
    return found.isEmpty()
        ? difference(u"summary, lines of %1"_s.arg(title), listed, std::min(limit, quint64(counts.size())))
        : found;
}

QString inSummary(const PlainView& view, const WindowDriver& driver)
{
    const auto* page = driver.part<SummaryPage>(u"summaryPage");
    if (!page->isVisible())
        return {};
    const auto isCounted = [&view](const PlainRecord& record) { return record.isMalformed && view.shows(record); };
    const auto malformed = std::ranges::count_if(view.log.records, isCounted);
    QString facts = u"%1 of %2 records"_s.arg(view.rows().size()).arg(view.log.records.size());
    if (malformed > 0)
        facts += u", %1 malformed"_s.arg(malformed);
    QString found = difference(u"summary"_s, driver.part<NamedLabel>(u"summaryFacts")->text(), facts);
    const QList<SummaryList*> lists = page->findChildren<SummaryList*>();
    for (const SummaryList* list : lists)
        if (found.isEmpty() && list->isVisibleTo(page))
            found = inSummaryList(view, list);
    return found;
}

/// What the strip says of one of its bars: `2010-05-12 10:00 to 10:05 (UTC), Denied: 3, Visible: 3 of 4 records.`
struct Bar
{
    QString range;
    quint64 visible = 0;
    quint64 all = 0;
    quint64 ofClasses = 0;
};

Bar barOf(const QString& description)
{
    static const QRegularExpression totals(u"Visible: (\\d+) of (\\d+) records|Records: (\\d+)"_s);
    static const QRegularExpression ofClass(u", [A-Z][a-z ]+: (\\d+)"_s);
    const QString phrase = description.section(u". "_s, 0, 0);
    const QRegularExpressionMatch total = totals.match(phrase);
    const bool areAllVisible = total.capturedLength(3) > 0;
    Bar bar{.range = phrase.section(u')', 0, 0),
            .visible = total.captured(areAllVisible ? 3 : 1).toULongLong(),
            .all = total.captured(areAllVisible ? 3 : 2).toULongLong()};
    auto classes = ofClass.globalMatch(phrase.first(std::max<qsizetype>(0, total.capturedStart() - 2)));
    while (classes.hasNext())
        bar.ofClasses += classes.next().captured(1).toULongLong();
    return bar;
}

/// Walks along the strip by keys, from bar to bar: together they are all records that have a time.
QString inTimeStrip(const PlainView& view, const WindowDriver& driver)
{
    auto* strip = driver.part<TimeStrip>(u"timeStrip");
    Counts shown;
    quint64 ofClasses = 0;
    QString last;
    QTest::keyClick(strip, Qt::Key_Home);
    for (int bars = 0; bars < mostBars; ++bars) {
        const Bar bar = barOf(strip->accessibleDescription());
        if (bar.range == last)
            break;
        last = bar.range;
        shown.all += bar.all;
        shown.visible += bar.visible;
        ofClasses += bar.ofClasses;
        QTest::keyClick(strip, Qt::Key_Right);
    }
    Counts expected;
    for (const PlainRecord& record : view.log.records) {
        expected.all += record.moment ? 1 : 0;
        expected.visible += record.moment && view.shows(record) ? 1 : 0;
    }
    return firstDifference(
        [&] { return differenceOfCounts(u"time strip"_s, {{"all bars", shown}}, {{"all bars", expected}}); },
        [&] { return difference(u"classes in the time strip"_s, ofClasses, expected.visible); });
}

} // namespace

QString differenceInWindow(const PlainView& view, const WindowDriver& driver)
{
    return firstDifference([&] { return inTable(view, driver); }, [&] { return inStatusBar(view, driver); },
                           [&] { return inCategories(view, driver); }, [&] { return inValues(view, driver); },
                           [&] { return inSummary(view, driver); }, [&] { return inTimeStrip(view, driver); });
}

} // namespace TmgLens::Test
