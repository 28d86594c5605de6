// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens a log in a window without a display and tells how long a person would wait, and what it costs:
// `QT_QPA_PLATFORM=offscreen bench_window FILE`. For a quiet machine and a file in the page cache.

#include "tests/support/eventloopprobe.h"
#include "tests/ui/window/windowdriver.h"

#include <QApplication>
#include <QEventLoop>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

using Clock = EventLoopProbe::Clock;
using Milliseconds = EventLoopProbe::Milliseconds;

/// One line of what tests/bench/run reads.
void print(const QString& name, double value, const char* unit)
{
    std::printf("%s\t%.1f\t%s\n", qPrintable(name), value, unit);
}

/// What a person waited for, and the stalls of the event loop meanwhile.
void print(const QString& name, Milliseconds time, const EventLoopProbe::Stalls& stalls)
{
    print(name, time.count(), "ms");
    print(name + u", longest stall"_s, stalls.longest().count(), "ms");
    print(name + u", stall in 99 % of the time"_s, stalls.quantile(0.99).count(), "ms");
}

/// A line of /proc/self/status, in KiB; 0 where there is none.
qint64 memory(const QByteArray& name)
{
    QFile status(u"/proc/self/status"_s);
    const QByteArrayList lines = status.open(QIODevice::ReadOnly) ? status.readAll().split('\n') : QByteArrayList();
    for (const QByteArray& line : lines)
        if (line.startsWith(name))
            return line.sliced(name.size()).simplified().split(' ').first().toLongLong();
    return 0;
}

/// Sees when the table has been painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(LogTableView* table) : m_table(table) { table->viewport()->installEventFilter(this); }

    /// Runs the event loop until the table has been painted while @p isReady; returns when that was.
    Clock::time_point wait(std::function<bool()> isReady)
    {
        m_isReady = std::move(isReady);
        m_table->viewport()->update(); // it may be ready and painted already
        m_loop.exec();
        return m_painted;
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_isReady && m_isReady()) {
            m_isReady = nullptr;
            // Queued: all of the window is painted before.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_painted = Clock::now();
                    m_loop.quit();
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    LogTableView* m_table;
    std::function<bool()> m_isReady;
    Clock::time_point m_painted;
    QEventLoop m_loop;
};

/// What a person does with a window, one after the other.
class Session
{
public:
    Session(MainWindow& window, Clock::time_point start) : m_start(start), m_window(window), m_driver(window) {}

    void load(const QString& path)
    {
        m_window.open({path});
        m_window.show();
        const auto firstRows = m_watch.wait([this] { return rows() > 0; });
        const qint64 own = memory("VmRSS:"_ba);
        print(u"first rows"_s, firstRows - m_start, m_probe.take());
        const auto allRecords = m_watch.wait([this] { return isDone(u"loading"); });
        print(u"all records"_s, allRecords - m_start, m_probe.take());
        const qint64 resident = memory("VmRSS:"_ba);
        print(u"records"_s, rows(), "");
        print(u"resident memory"_s, double(resident) / 1024, "MiB");
        print(u"peak memory"_s, double(memory("VmHWM:"_ba)) / 1024, "MiB");
        print(u"bytes per record"_s, double(resident - own) * 1024 / rows(), "bytes");
    }

    void filterByCategory()
    {
        auto* tree = m_driver.part<QTreeView>(u"categoryTree");
        if (!QTest::qWaitFor([tree] { return tree->model()->rowCount() > 0; }))
            qFatal("No categories come.");
        std::vector<Milliseconds> times;
        for (int i = 0; i < tree->model()->rowCount(); ++i) {
            const QModelIndex group = tree->model()->index(i, 0);
            times.push_back(click(tree, group));
            const QModelIndex code = tree->model()->index(0, 0, group);
            times.push_back(click(tree, code));
            times.push_back(click(tree, code));
            times.push_back(click(tree, group));
        }
        for (int i = 0; i < tree->model()->rowCount(); ++i) { // only this, and back
            tree->setCurrentIndex(tree->model()->index(i, 0));
            tree->setFocus();
            times.push_back(press(tree, Qt::Key_Return));
            times.push_back(press(tree, Qt::Key_Backspace));
        }
        std::ranges::sort(times);
        print(u"category filter"_s, times[times.size() / 2], m_probe.take());
        print(u"category filter, slowest"_s, times.back().count(), "ms");
    }

    void filterByText(const QString& text)
    {
        const auto start = Clock::now();
        m_driver.type(u"filterLine", text);
        QTest::keyClick(m_driver.part<QWidget>(u"filterLine"), Qt::Key_Return);
        const auto end = m_watch.wait(filtered());
        print(u"text filter “%1”"_s.arg(text), end - start, m_probe.take());
        m_driver.trigger(u"showAll");
        m_watch.wait(filtered());
    }

    void sort(const QString& columnName)
    {
        const QAbstractItemModel* model = m_driver.table()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal).toString() != columnName)
                continue;
            const auto start = Clock::now();
            m_driver.table()->horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
            const auto end = m_watch.wait(filtered());
            print(u"sort by %1"_s.arg(columnName), end - start, m_probe.take());
        }
        const auto start = Clock::now();
        m_driver.table()->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        const auto end = m_watch.wait(filtered());
        print(u"back in the file's order after %1"_s.arg(columnName), end - start, m_probe.take());
    }

    void scroll()
    {
        auto* bar = m_driver.table()->verticalScrollBar();
        std::vector<Milliseconds> times;
        for (int i = 0; i <= 100; ++i) {
            const auto start = Clock::now();
            bar->setValue(int(qint64(bar->maximum()) * i / 100));
            times.push_back(m_watch.wait([] { return true; }) - start);
        }
        std::ranges::sort(times);
        print(u"scroll to anywhere"_s, times[times.size() / 2], m_probe.take());
    }

    void exportAll()
    {
        const QTemporaryDir folder;
        m_driver.trigger(u"exportCsv");
        m_driver.part<QLineEdit>(u"exportPath")->setText(folder.filePath(u"all.csv"_s));
        const auto start = Clock::now();
        m_driver.part<QPushButton>(u"exportButton")->click();
        m_watch.wait([this] { return m_driver.shows(u"messageBar") && isDone(u"exporting"); });
        print(u"export to a file"_s, Clock::now() - start, m_probe.take());
    }

private:
    [[nodiscard]] int rows() const { return m_driver.table()->model()->rowCount(); }
    [[nodiscard]] bool isDone(QAnyStringView activity) const { return rows() > 0 && !m_driver.shows(activity); }

    /// True once the rows answer the last request.
    [[nodiscard]] std::function<bool()> filtered() const
    {
        const auto* records = qobject_cast<const ResultFilterModel*>(m_driver.table()->model());
        return [records] { return !records->isBusy(); };
    }

    Milliseconds click(QTreeView* tree, const QModelIndex& category)
    {
        tree->scrollTo(category);
        const QRect row = tree->visualRect(category);
        const auto start = Clock::now();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, {row.left() + 10, row.center().y()});
        return m_watch.wait(filtered()) - start;
    }

    Milliseconds press(QTreeView* tree, Qt::Key key)
    {
        const auto start = Clock::now();
        QTest::keyClick(tree, key);
        return m_watch.wait(filtered()) - start;
    }

    EventLoopProbe m_probe;
    Clock::time_point m_start;
    MainWindow& m_window;
    WindowDriver m_driver;
    PaintWatch m_watch{m_driver.table()};
};

} // namespace

int main(int argc, char* argv[])
{
    // What the system's loader took is processor time of this process.
    const auto start = Clock::now() - std::chrono::microseconds(std::clock() * 1'000'000 / CLOCKS_PER_SEC);
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fprintf(stderr, "usage: bench_window FILE\n");
        return 2;
    }
    const OwnSettings settings;
    MainWindow window;
    Session session(window, start);
    session.load(arguments[1]);
    session.filterByCategory();
    session.scroll();
    session.filterByText(u"example"_s);
    session.filterByText(u"no such text"_s);
    session.sort(u"time"_s);
    session.sort(u"sc-status"_s);
    session.exportAll();
    return 0;
}
