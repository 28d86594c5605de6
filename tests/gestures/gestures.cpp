// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/gestures.h"

#include "tests/gestures/exportcomparison.h"
#include "ui/categories/categorymodel.h"
#include "ui/facets/facetmodel.h"
#include "ui/filter/filterchip.h"
#include "ui/summary/summarylist.h"
#include "ui/summary/summarypage.h"
#include "ui/timestrip/timestrip.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000; // ms until work that goes on is taken for work that hangs
constexpr int stripMargin = 6;
constexpr auto alternatives = "user=berta OR code:200"_L1; // a term that is written in parentheses beside others

Gesture failed(const QString& words, const QString& reason)
{
    return std::unexpected(QString(words + u" — "_s + reason));
}

QString utcText(qint64 moment)
{
    return QDateTime::fromSecsSinceEpoch(moment, QTimeZone::UTC).toString(Qt::ISODate);
}

} // namespace

Gestures::Gestures(MainWindow& window, PlainLog log, const QTemporaryDir& folder, unsigned seed)
    : m_window(window)
    , m_driver(window)
    , m_view{.log = std::move(log)}
    , m_folder(folder)
    , m_random(seed)
{
}

Gesture Gestures::makeOne()
{
    struct Kind
    {
        Gesture (Gestures::*make)();
        double weight;
    };
    static const std::vector<Kind> kinds = {
        {&Gestures::typeFilter, 5},        {&Gestures::switchChip, 3},
        {&Gestures::removeChip, 2},        {&Gestures::tickValue, 4},
        {&Gestures::clickSummaryLine, 2},  {&Gestures::dragTimes, 3},
        {&Gestures::showAll, 2},           {&Gestures::toggleOnlyMalformed, 1},
        {&Gestures::hideLog, 2},           {&Gestures::tickCategory, 3},
        {&Gestures::showOnlyCategory, 1},  {&Gestures::showAllButCategory, 1},
        {&Gestures::showAllCategories, 2}, {&Gestures::sort, 4},
        {&Gestures::takeOrderOfLog, 1},    {&Gestures::goToProblem, 3},
        {&Gestures::lookAround, 2},        {&Gestures::goToRecord, 2},
        {&Gestures::changeZone, 2},        {&Gestures::reload, 1},
        {&Gestures::exportCsv, 2},         {&Gestures::fold, 1},
        {&Gestures::showRawValues, 1},     {&Gestures::toggleSummary, 2},
        {&Gestures::raisePanel, 2},        {&Gestures::zoomTimes, 1},
    };
    std::vector<double> weights;
    for (const Kind& kind : kinds)
        weights.push_back(kind.weight);
    std::discrete_distribution<std::size_t> choice(weights.begin(), weights.end());
    return (this->*kinds[choice(m_random)].make)();
}

// -- The filter ------------------------------------------------------------------------------------------------------

PlainTerm Gestures::timeTerm()
{
    const PlainRecord& record = oneOf(m_random, m_view.log.records);
    const qint64 moment = record.moment.value_or(*m_view.log.records.front().moment) + numberFrom(m_random, -600, 600);
    const QDateTime from = QDateTime::fromSecsSinceEpoch(moment, QTimeZone::UTC);
    const QDateTime to = from.addSecs(numberFrom(m_random, 0, 20'000));
    const QString form =
        oneOf(m_random,
              QStringList{u"yyyy-MM-dd"_s, u"yyyy-MM-dd'T'HH"_s, u"yyyy-MM-dd'T'HH:mm"_s, u"yyyy-MM-dd'T'HH:mm:ss"_s});
    const QString text = numberFrom(m_random, 0, 2) == 0
        ? QString(u"time:"_s + from.toString(form))
        : u"time:"_s + from.toString(form) + u".."_s + to.toString(form);
    return {.text = text, .times = readTimes(text, m_view.zone)};
}

PlainTerm Gestures::randomTerm()
{
    const PlainLog& log = m_view.log;
    const auto number = [&log](const char* title, auto accepts) {
        return [&log, title, accepts](const PlainRecord& record) {
            const auto value = log.number(record, title);
            return value && accepts(*value);
        };
    };
    const auto client = [&log](const PlainRecord& record) {
        return log.value(record, "c-ip").split('.').value(3).toInt();
    };
    const auto hasClass = [&log](const QByteArrayList& classes) {
        return [&log, classes](const PlainRecord& record) { return classes.contains(log.resultClass(record)); };
    };
    const auto hasUser = [&log](const QByteArray& user) {
        return [&log, user](const PlainRecord& record) { return log.value(record, "cs-username") == user; };
    };
    const auto holds = [](const QByteArray& word) {
        return [word](const PlainRecord& record) { return record.line.toLower().contains(word); };
    };
    switch (numberFrom(m_random, 0, 19)) {
    case 0:
        return {.text = u"class:denied,failed"_s, .accepts = hasClass({"denied", "failed"})};
    case 1:
        return {.text = u"-class:allowed"_s,
                .accepts = [&log](const PlainRecord& record) { return log.resultClass(record) != "allowed"; }};
    case 2:
        return {.text = u"code:200..404"_s,
                .accepts = number("sc-status", [](qint64 code) { return 200 <= code && code <= 404; })};
    case 3:
        return {.text = u"code:12209,11001"_s,
                .accepts = number("sc-status", [](qint64 code) { return code == 12209 || code == 11001; })};
    case 4:
        return m_view.termOfValues(u"user"_s, {u"anna"_s});
    case 5:
        return {.text = u"user:ANNA,b*"_s, .accepts = [hasUser](const PlainRecord& record) {
                    return hasUser("anna")(record) || hasUser("berta")(record);
                }};
    case 6:
        return {.text = u"-user=anonymous"_s,
                .accepts = [hasUser](const PlainRecord& record) { return !hasUser("anonymous")(record); }};
    case 7:
        return {.text = u"client:10.0.0.0/29"_s,
                .accepts = [client](const PlainRecord& record) { return client(record) > 0 && client(record) < 8; }};
    case 8:
        return {.text = u"client:10.0.0.3..10.0.0.9"_s,
                .accepts = [client](const PlainRecord& record) { return client(record) >= 3 && client(record) <= 9; }};
    // TMG calls what a client gets cs-bytes, and what it sends sc-bytes.
    case 9:
        return {.text = u"bytes-in>2147483647"_s,
                .accepts = number("cs-bytes", [](qint64 bytes) { return bytes > 2147483647; })};
    case 10:
        return {.text = u"bytes-out>=4294967296"_s,
                .accepts = number("sc-bytes", [](qint64 bytes) { return bytes >= 4294967296; })};
    case 11:
        return {.text = u"duration<0"_s, .accepts = number("time-taken", [](qint64 time) { return time < 0; })};
    case 12:
        return {.text = u"bytes-in:-1..50k"_s,
                .accepts = number("cs-bytes", [](qint64 bytes) { return -1 <= bytes && bytes <= 50'000; })};
    case 13:
        return {.text = u"duration>1min"_s, .accepts = number("time-taken", [](qint64 time) { return time > 60'000; })};
    case 14:
        return {.text = u"page1"_s, .accepts = holds("page1")};
    case 15:
        return {.text = u"HOST2"_s, .accepts = holds("host2")};
    case 16:
        return {.text = QString(alternatives), .accepts = [hasUser, &log](const PlainRecord& record) {
                    return hasUser("berta")(record) || log.code(record) == "200";
                }};
    case 17:
        return {.text = u"rule:-"_s,
                .accepts = [&log](const PlainRecord& record) { return log.value(record, "rule").isEmpty(); },
                .field = u"rule"_s, // it says what a tick at "(no value)" says
                .values = {QString()}};
    case 18:
        return {.text = u"host~/host[1-3]/"_s, .accepts = [&log](const PlainRecord& record) {
                    const QByteArray host = log.value(record, "r-host");
                    return host.size() > 4 && host[4] >= '1' && host[4] <= '3';
                }};
    default:
        return timeTerm();
    }
}

/// Up to three terms, of which none is there twice, and none but one is a stretch of time.
std::vector<PlainTerm> Gestures::typedTerms()
{
    std::vector<PlainTerm> terms;
    const int count = numberFrom(m_random, 0, 3);
    for (int i = 0; i < count; ++i) {
        PlainTerm term = randomTerm();
        const bool isThere = std::ranges::any_of(
            terms, [&](const PlainTerm& other) { return (term.times && other.times) || term.text == other.text; });
        if (!isThere)
            terms.push_back(std::move(term));
    }
    return terms;
}

Gesture Gestures::typeFilter()
{
    std::vector<PlainTerm> terms = typedTerms();
    QStringList texts;
    for (const PlainTerm& term : terms)
        texts += term.text.isEmpty()    ? QString(term.field + u'=' + term.values.first())
            : term.text == alternatives ? QString(u'(' + alternatives + u')')
                                        : term.text;
    const QString text = texts.join(u' ');
    for (const PlainTerm& term : m_view.terms)
        if (!term.isOn)
            terms.push_back(term);
    m_view.terms = std::move(terms);
    takeKeyboard(m_driver.part<QWidget>(u"filterLine")); // else the keys would be for the list that has it
    m_driver.type(u"filterLine", text);
    QTest::keyClick(m_driver.part<QWidget>(u"filterLine"), Qt::Key_Return);
    return withChips(u"type the filter “"_s + text + u"”"_s);
}

QList<FilterChip*> Gestures::chips() const
{
    QList<FilterChip*> shown = m_window.findChildren<FilterChip*>();
    shown.removeIf([](const FilterChip* chip) { return !chip->isVisibleTo(chip->parentWidget()); });
    return shown;
}

Gesture Gestures::withChips(const QString& words)
{
    const QList<FilterChip*> shown = chips();
    std::vector<PlainTerm> left = std::exchange(m_view.terms, {});
    QStringList names;
    for (const FilterChip* chip : shown) {
        const QString text = chip->accessibleName();
        names += (chip->isChecked() ? u"“%1”"_s : u"“%1” (off)"_s).arg(text);
        const auto isThis = [&](const PlainTerm& term) { return term.text == text && term.isOn == chip->isChecked(); };
        const auto isNew = [&](const PlainTerm& term) { return term.text.isEmpty() && term.isOn == chip->isChecked(); };
        auto found = std::ranges::find_if(left, isThis);
        if (found == left.end())
            found = std::ranges::find_if(left, isNew);
        if (found == left.end())
            return failed(words, u"there is a chip that nobody asked for, of "_s + names.join(u", "_s));
        found->text = text;
        m_view.terms.push_back(*found);
        left.erase(found);
    }
    m_view.terms.insert(m_view.terms.end(), left.begin(), left.end());
    m_view.forgetDoubles(); // now that their spelling is known
    if (std::ssize(m_view.terms) != shown.size())
        return failed(words, u"there are other chips than expected: "_s + names.join(u", "_s));
    return words;
}

Gesture Gestures::switchChip()
{
    const QList<FilterChip*> shown = chips();
    if (shown.isEmpty())
        return u"find no chip to switch"_s;
    const auto position = std::size_t(numberFrom(m_random, 0, int(shown.size()) - 1));
    PlainTerm& term = m_view.terms[position];
    const QString words = (term.isOn ? u"switch off “%1”"_s : u"switch on “%1”"_s).arg(term.text);
    term.isOn = !term.isOn;
    QTest::mouseClick(shown[qsizetype(position)], Qt::LeftButton, {}, QPoint(15, 8));
    return withChips(words);
}

Gesture Gestures::removeChip()
{
    const QList<FilterChip*> shown = chips();
    if (shown.isEmpty())
        return u"find no chip to remove"_s;
    const int position = numberFrom(m_random, 0, int(shown.size()) - 1);
    const QString words = u"remove “%1”"_s.arg(m_view.terms[std::size_t(position)].text);
    m_view.terms.erase(m_view.terms.begin() + position);
    takeKeyboard(shown[position]); // else the key would be for the list that has it
    QTest::keyClick(shown[position], Qt::Key_Delete);
    return withChips(words);
}

Gesture Gestures::tickValue()
{
    auto* tree = m_driver.part<QTreeView>(u"facetTree");
    m_driver.part<QDockWidget>(u"facetDock")->raise();
    const QAbstractItemModel* model = tree->model();
    const auto hasValues = [model] { return model->rowCount() > 0 && model->rowCount(model->index(0, 0)) > 0; };
    (void)QTest::qWaitFor([&] { return isAtRest() && (hasValues() || m_view.rows().empty()); }, patience);
    takeKeyboard(tree); // first: counts that come change what stands in a row
    const int fieldRow = numberFrom(m_random, 0, std::max(0, model->rowCount() - 1));
    const QModelIndex section = model->index(fieldRow, 0);
    const int count = model->rowCount(section);
    if (count == 0)
        return u"find no value to tick"_s;
    const QModelIndex value = model->index(numberFrom(m_random, 0, count - 1), 0, section);
    if (value.data(FacetModel::KindRole).toInt() != int(FacetModel::Kind::Value))
        return u"find nothing to tick in this row"_s;
    const QString field = section.data().toString().toLower();
    const QString shown = value.data().toString();
    const QString text = shown == "(no value)"_L1 ? QString() : shown;
    const bool isTicked = value.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    QStringList values;
    if (const PlainTerm* old = m_view.tickedTerm(field)) {
        values = old->values;
        m_view.terms.erase(m_view.terms.begin() + (old - m_view.terms.data()));
    }
    if (isTicked != values.contains(text))
        return failed(u"tick “%1” of %2"_s.arg(text, field), u"its tick does not say what is in force"_s);
    if (isTicked)
        values.removeAll(text);
    else
        values += text;
    if (!values.isEmpty())
        m_view.terms.push_back(m_view.termOfValues(field, values));
    tree->setCurrentIndex(value);
    QTest::keyClick(tree, Qt::Key_Space);
    const QString words = (isTicked ? u"untick “%1” of %2"_s : u"tick “%1” of %2"_s).arg(shown, field);
    return withChips(words);
}

/// Adds the class of a line to the filter.
Gesture Gestures::clickSummaryLine()
{
    if (!m_driver.part<SummaryPage>(u"summaryPage")->isVisible())
        m_driver.trigger(u"summary");
    const QList<SummaryList*> lists = m_window.findChildren<SummaryList*>();
    const auto classes = std::ranges::find(lists, u"Classes"_s, &QWidget::accessibleName);
    const auto isCounted = [&] {
        qulonglong sum = 0;
        const int lines = classes == lists.end() ? 0 : (*classes)->model()->rowCount();
        for (int row = 0; row < lines; ++row)
            sum += (*classes)->model()->index(row, 0).data(SummaryLines::CountRole).toULongLong();
        return isAtRest() && sum == m_view.rows().size();
    };
    const auto isThere = [&] { return classes != lists.end(); };
    if (!isThere())
        return u"look at a summary for the first time"_s;
    if (!QTest::qWaitFor(isCounted, patience))
        return failed(u"look at the summary"_s, u"its classes do not add up to the visible records"_s);
    if ((*classes)->model()->rowCount() == 0)
        return u"find no line in the summary"_s;
    const QModelIndex line =
        (*classes)->model()->index(numberFrom(m_random, 0, (*classes)->model()->rowCount() - 1), 0);
    const QString value = line.data().toString().toLower();
    PlainTerm added = m_view.termOfValues(u"class"_s, {value});
    added.text = u"class="_s + value;
    std::erase_if(m_view.terms, [&](const PlainTerm& term) { return term.text == u'-' + added.text; });
    const auto known = std::ranges::find(m_view.terms, added.text, &PlainTerm::text);
    if (known != m_view.terms.end())
        known->isOn = true;
    else
        m_view.terms.push_back(added);
    QTest::mouseClick((*classes)->viewport(), Qt::LeftButton, {}, (*classes)->visualRect(line).center());
    return withChips(u"click “%1” in the summary"_s.arg(value));
}

/// The stretch that the terms in force leave of all times.
std::optional<PlainTimes> Gestures::timesInForce() const
{
    std::optional<PlainTimes> all;
    for (const PlainTerm& term : m_view.terms) {
        if (!term.isOn || !term.times)
            continue;
        all = all ? PlainTimes{std::max(all->begin, term.times->begin), std::min(all->end, term.times->end)}
                  : *term.times;
    }
    return all;
}

Gesture Gestures::dragTimes()
{
    auto* strip = m_driver.part<TimeStrip>(u"timeStrip");
    std::vector<qint64> moments;
    for (const PlainRecord& record : m_view.log.records)
        if (record.moment)
            moments.push_back(*record.moment);
    const auto [first, last] = std::ranges::minmax(moments);
    const int width = strip->width() - 2 * stripMargin;
    const auto place = [&, first](qint64 moment) {
        return stripMargin + int(double(moment - first) / double(last + 1 - first) * width);
    };
    const auto timeAt = [&, first](int x) {
        return first + qint64(double(x - stripMargin) / width * double(last + 1 - first));
    };
    const int from = numberFrom(m_random, stripMargin, stripMargin + width - 1);
    const int to = numberFrom(m_random, stripMargin, stripMargin + width - 1);
    const auto band = timesInForce();
    const bool isOnBorder = band && (std::abs(place(band->begin) - from) < 8 || std::abs(place(band->end) - from) < 8);
    if (std::abs(from - to) < 15 || isOnBorder)
        return u"hold the mouse over the times"_s;
    const int y = strip->height() / 3;
    (void)QTest::qWaitFor([this] { return isAtRest(); }, patience);
    QTest::mousePress(strip, Qt::LeftButton, {}, QPoint(from, y));
    QTest::mouseMove(strip, QPoint((from + to) / 2, y));
    QTest::mouseMove(strip, QPoint(to, y));
    QTest::mouseRelease(strip, Qt::LeftButton, {}, QPoint(to, y));
    QTest::mouseMove(m_driver.table());
    std::erase_if(m_view.terms, [](const PlainTerm& term) { return term.isOn && term.times; });
    m_view.terms.push_back({.times = PlainTimes()});
    const QString words = u"drag over the times from %1 to %2"_s.arg(utcText(timeAt(std::min(from, to))),
                                                                     utcText(timeAt(std::max(from, to))));
    Gesture done = withChips(words);
    if (!done)
        return done;
    const auto added = std::ranges::find(m_view.terms, PlainTimes(),
                                         [](const PlainTerm& term) { return term.times.value_or(PlainTimes{1, 1}); });
    added->times = readTimes(added->text, m_view.zone);
    if (!added->times || !added->times->contains(timeAt(from)) || !added->times->contains(timeAt(to)))
        return failed(words, u"the chip says “%1”"_s.arg(added->text));
    return words;
}

/// Zooms into the times and back.
Gesture Gestures::zoomTimes()
{
    auto* strip = m_driver.part<TimeStrip>(u"timeStrip");
    QTest::keyClick(strip, Qt::Key_Plus);
    QTest::keyClick(strip, Qt::Key_Right);
    QTest::keyClick(strip, Qt::Key_Minus);
    QTest::keyClick(strip, Qt::Key_0);
    return u"zoom the times and come back"_s;
}

Gesture Gestures::showAll()
{
    m_view.terms.clear();
    m_view.hiddenCodes.clear();
    m_view.hiddenLogs.clear();
    m_view.isOnlyMalformed = false;
    m_driver.trigger(u"showAll");
    return withChips(u"show all records"_s);
}

Gesture Gestures::toggleOnlyMalformed()
{
    m_view.isOnlyMalformed = !m_view.isOnlyMalformed;
    m_driver.trigger(u"onlyMalformed");
    return m_view.isOnlyMalformed ? u"show only malformed records"_s : u"show well-formed records, too"_s;
}

Gesture Gestures::hideLog()
{
    if (m_view.log.names.size() < 2)
        return u"find no other log"_s;
    auto* list = m_driver.part<QTreeView>(u"fileList");
    const int log = numberFrom(m_random, 0, int(m_view.log.names.size()) - 1);
    list->setCurrentIndex(list->model()->index(log, 0));
    takeKeyboard(list);
    QTest::keyClick(list, Qt::Key_Space);
    if (m_view.hiddenLogs.remove(log))
        return u"show log %1 again"_s.arg(log);
    m_view.hiddenLogs.insert(log);
    return u"hide log %1"_s.arg(log);
}

// -- Categories ------------------------------------------------------------------------------------------------------

QModelIndex Gestures::goToRandomCategory()
{
    auto* tree = m_driver.part<QTreeView>(u"categoryTree");
    m_driver.part<QDockWidget>(u"categoryDock")->raise();
    const QAbstractItemModel* model = tree->model();
    // The panel follows a log that has just been read a moment later.
    (void)QTest::qWaitFor([&] { return model->rowCount() == m_view.codesByClass().size(); }, patience);
    QModelIndex category = model->index(numberFrom(m_random, 0, model->rowCount() - 1), 0);
    if (numberFrom(m_random, 0, 1) == 0)
        category = model->index(numberFrom(m_random, 0, model->rowCount(category) - 1), 0, category);
    tree->setCurrentIndex(category);
    takeKeyboard(tree);
    return category;
}

QSet<QByteArray> Gestures::codesAt(const QModelIndex& category) const
{
    if (!category.parent().isValid())
        return m_view.codesByClass().value(category.data().toString().toLower().toUtf8());
    const QString title = category.data().toString();
    return {title == "No code"_L1 ? QByteArray() : title.section(u' ', 0, 0).toUtf8()};
}

QString Gestures::titleAt(const QModelIndex& category) const
{
    return category.data().toString().section(u' ', 0, 0);
}

Gesture Gestures::tickCategory()
{
    const QModelIndex category = goToRandomCategory();
    const QSet<QByteArray> codes = codesAt(category);
    const bool isShown = !m_view.hiddenCodes.intersects(codes);
    if (isShown)
        m_view.hiddenCodes.unite(codes);
    else
        m_view.hiddenCodes.subtract(codes);
    const QString words =
        (isShown ? u"untick the category “%1”"_s : u"tick the category “%1”"_s).arg(titleAt(category));
    QTest::keyClick(m_driver.part<QTreeView>(u"categoryTree"), Qt::Key_Space);
    return words;
}

Gesture Gestures::showOnlyCategory()
{
    const QModelIndex category = goToRandomCategory();
    const auto classes = m_view.codesByClass();
    m_view.hiddenCodes.clear();
    for (const QSet<QByteArray>& codes : classes)
        m_view.hiddenCodes.unite(codes);
    m_view.hiddenCodes.subtract(codesAt(category));
    const QString words = u"show only the category “%1”"_s.arg(titleAt(category));
    QTest::keyClick(m_driver.part<QTreeView>(u"categoryTree"), Qt::Key_Return);
    return words;
}

Gesture Gestures::showAllButCategory()
{
    const QModelIndex category = goToRandomCategory();
    m_view.hiddenCodes = codesAt(category);
    const QString words = u"show all but the category “%1”"_s.arg(titleAt(category));
    QTest::keyClick(m_driver.part<QTreeView>(u"categoryTree"), Qt::Key_Return, Qt::ShiftModifier);
    return words;
}

Gesture Gestures::showAllCategories()
{
    (void)goToRandomCategory();
    m_view.hiddenCodes.clear();
    QTest::keyClick(m_driver.part<QTreeView>(u"categoryTree"), Qt::Key_Backspace);
    return u"show all categories"_s;
}

// -- Records ---------------------------------------------------------------------------------------------------------

void Gestures::leaveSummary() const
{
    if (m_driver.part<SummaryPage>(u"summaryPage")->isVisible())
        m_driver.trigger(u"summary");
}

/// Waits until keys go to @p widget, which may have to come into view first.
void Gestures::takeKeyboard(QWidget* widget) const
{
    (void)QTest::qWaitFor(
        [this, widget] {
            m_window.activateWindow(); // again and again: a dialog that has just been closed may still give it away
            widget->setFocus();
            return widget->hasFocus();
        },
        patience);
}

/// Whether nothing that reads, filters or exports is at work.
bool Gestures::isAtRest() const
{
    const auto isHidden = [this](QAnyStringView name) { return m_driver.part<QWidget>(name)->isHidden(); };
    const auto* records = qobject_cast<const ResultFilterModel*>(m_driver.table()->model());
    return !records->isBusy() && isHidden(u"loading") && isHidden(u"exporting");
}

Gesture Gestures::sort()
{
    leaveSummary();
    if (!QTest::qWaitFor([this] { return isAtRest(); }, patience))
        return failed(u"sort"_s, u"the window does not come to rest"_s);
    if (m_view.rows().empty())
        return u"find nothing to sort"_s;
    const std::vector<int> fields = m_driver.table()->shownFields();
    const int column = oneOf(m_random, fields);
    m_view.sortTitle = m_view.log.titles[column];
    m_view.isDescending = numberFrom(m_random, 0, 1) == 1;
    m_driver.table()->setCurrentIndex(m_driver.table()->model()->index(0, column));
    m_driver.trigger(m_view.isDescending ? u"sortDescending" : u"sortAscending");
    return u"sort by %1%2"_s.arg(QString::fromUtf8(m_view.sortTitle), m_view.isDescending ? u" backwards"_s : u""_s);
}

Gesture Gestures::takeOrderOfLog()
{
    leaveSummary();
    m_view.sortTitle.clear();
    m_driver.trigger(u"fileOrder");
    return u"go back to the order of the log"_s;
}

Gesture Gestures::goToRecord()
{
    leaveSummary();
    if (!QTest::qWaitFor([this] { return isAtRest(); }, patience))
        return failed(u"go to a row"_s, u"the window does not come to rest"_s);
    const int rows = m_driver.table()->model()->rowCount();
    if (rows == 0)
        return u"find no row to go to"_s;
    const int row = numberFrom(m_random, 0, rows - 1);
    m_driver.table()->setCurrentIndex(m_driver.table()->model()->index(row, m_driver.table()->shownFields().front()));
    return u"go to row %1"_s.arg(row);
}

Gesture Gestures::goToProblem()
{
    leaveSummary();
    const bool isForward = numberFrom(m_random, 0, 1) == 0;
    const QString words = isForward ? u"go to the next problem"_s : u"go to the previous problem"_s;
    if (!QTest::qWaitFor([this] { return isAtRest(); }, patience))
        return failed(words, u"the window does not come to rest"_s);
    const std::vector<std::size_t> rows = m_view.rows();
    const int count = int(rows.size());
    const int start = m_driver.table()->currentIndex().isValid() ? m_driver.table()->currentIndex().row() : -1;
    int wanted = start;
    int row = start < 0 && !isForward ? 0 : start;
    for (int step = 0; step < count; ++step) {
        row = (row + (isForward ? 1 : count - 1)) % count;
        if (row != start && m_view.log.isProblem(m_view.log.records[rows[std::size_t(row)]])) {
            wanted = row;
            break;
        }
    }
    m_driver.trigger(isForward ? u"nextProblem" : u"previousProblem");
    const auto isThere = [&] { return m_driver.table()->currentIndex().row() == wanted; };
    if (!QTest::qWaitFor(isThere, patience))
        return failed(words,
                      u"row %1 is current, not row %2"_s.arg(m_driver.table()->currentIndex().row()).arg(wanted));
    return words;
}

/// Lifts the filter around a record and puts it back.
Gesture Gestures::lookAround()
{
    leaveSummary();
    const QString words = u"look around a record and come back"_s;
    if (!QTest::qWaitFor([this] { return isAtRest(); }, patience))
        return failed(words, u"the window does not come to rest"_s);
    if (!m_view.isFiltered() || m_view.rows().empty() || !m_driver.table()->currentIndex().isValid())
        return u"find nothing to look around"_s;
    m_driver.trigger(u"showAround");
    const auto isLifted = [this](const PlainRecord& record) { return !m_view.hiddenLogs.contains(record.log); };
    const auto all = std::ranges::count_if(m_view.log.records, isLifted);
    if (!QTest::qWaitFor([&] { return m_driver.table()->model()->rowCount() == all; }, patience))
        return failed(
            words, u"%1 records are visible meanwhile, not %2"_s.arg(m_driver.table()->model()->rowCount()).arg(all));
    m_driver.trigger(u"showAround");
    return withChips(words);
}

Gesture Gestures::changeZone()
{
    const auto [action, zone] =
        oneOf(m_random,
              std::to_array<std::pair<const char*, QTimeZone>>({{"timesAsLogged", QTimeZone(QTimeZone::UTC)},
                                                                {"timesUtc", QTimeZone(QTimeZone::UTC)},
                                                                {"timesLocal", QTimeZone::systemTimeZone()}}));
    const auto before = timesInForce();
    const bool isRewritten = before && before->begin < before->end && zone != m_view.zone;
    m_view.zone = zone;
    if (isRewritten) { // the stretch stays the same, in one term, by another clock
        std::erase_if(m_view.terms, [](const PlainTerm& term) { return term.isOn && term.times; });
        m_view.terms.push_back({.times = before});
    }
    m_driver.trigger(QLatin1StringView(action));
    const QString words = u"show times by %1"_s.arg(QLatin1StringView(action));
    Gesture done = withChips(words);
    if (!done)
        return done;
    for (PlainTerm& term : m_view.terms) {
        if (!term.times)
            continue;
        const auto now = readTimes(term.text, zone);
        if (!now || (term.isOn && isRewritten && *now != *before))
            return failed(words, u"the chip says “%1”, which is another stretch of time"_s.arg(term.text));
        term.times = now;
    }
    return words;
}

Gesture Gestures::reload()
{
    m_driver.trigger(u"reload");
    return QTest::qWaitFor([this] { return isAtRest(); }, patience)
        ? Gesture(u"reload"_s)
        : failed(u"reload"_s, u"the window does not come to rest"_s);
}

Gesture Gestures::exportCsv()
{
    if (!QTest::qWaitFor([this] { return isAtRest(); }, patience))
        return failed(u"export"_s, u"the window does not come to rest"_s);
    const QString path = m_folder.filePath(u"export%1.csv"_s.arg(++m_exports));
    const bool hasUtc = numberFrom(m_random, 0, 1) == 0;
    m_driver.trigger(u"exportCsv");
    m_driver.part<QLineEdit>(u"exportPath")->setText(path);
    m_driver.part<QCheckBox>(u"exportUtc")->setChecked(hasUtc);
    const QByteArrayList titles = exportedTitles(m_view, m_driver);
    QTest::mouseClick(m_driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    const QString words = hasUtc ? u"export with times in UTC"_s : u"export"_s;
    if (!QTest::qWaitFor([&] { return QFile::exists(path) && isAtRest(); }, patience))
        return failed(words, u"there is no file"_s);
    const QString difference = differenceOfExport(m_view, titles, hasUtc, path);
    QFile::remove(path);
    // The dialog deletes itself later; a second one beside it would be confused with it.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return difference.isEmpty() ? Gesture(words) : failed(words, difference);
}

// -- What is on screen -----------------------------------------------------------------------------------------------

Gesture Gestures::fold()
{
    m_driver.trigger(u"fold");
    return u"fold or unfold"_s;
}

Gesture Gestures::showRawValues()
{
    m_driver.trigger(u"rawValues");
    return u"switch raw values"_s;
}

Gesture Gestures::toggleSummary()
{
    m_driver.trigger(u"summary");
    return u"open or leave the summary"_s;
}

Gesture Gestures::raisePanel()
{
    const char* name = oneOf(m_random, std::to_array<const char*>({"categoryDock", "facetDock"}));
    m_driver.part<QDockWidget>(QLatin1StringView(name))->raise();
    return u"raise %1"_s.arg(QLatin1StringView(name));
}

} // namespace TmgLens::Test
