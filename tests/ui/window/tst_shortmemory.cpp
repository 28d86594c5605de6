// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/logpage.h"

#include "model/table/resultfiltermodel.h"
#include "tests/ui/window/windowdriver.h"
#include "ui/table/logtableview.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QThread>

#include <new>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

/// A log for which only the GUI thread finds the memory.
class ExhaustingSource final : public ByteSource
{
public:
    explicit ExhaustingSource(const SourcePointer& source) : m_source(source) {}

    [[nodiscard]] QString path() const override { return m_source->path(); }
    [[nodiscard]] quint64 size() const override { return m_source->size(); }

    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
    {
        if (!QThread::isMainThread())
            throw std::bad_alloc();
        return m_source->read(offset, buffer);
    }

    [[nodiscard]] bool readAtOnce(quint64 offset, std::span<char> buffer) const override
    {
        return m_source->readAtOnce(offset, buffer);
    }

private:
    SourcePointer m_source;
};

QList<BlockPointer> exhaustingBlocks(const QByteArray& log)
{
    QList<BlockPointer> blocks = blocksOf(log).value();
    for (BlockPointer& block : blocks) {
        auto exhausting = std::make_shared<IndexBlock>(*block);
        exhausting->source = std::make_shared<const ExhaustingSource>(block->source);
        block = exhausting;
    }
    return blocks;
}

/// The page of a log that no work off the GUI thread can read.
struct Page
{
    LogTableModel log;
    ResultFilterModel records{&log};
    LogPage page{&log, &records, nullptr};

    Page()
    {
        page.resize(900, 400);
        page.show();
        log.append(exhaustingBlocks(fortyRecords()));
        page.table()->setCurrentIndex(page.table()->model()->index(3, 0));
    }

    template <typename Part> Part* part(QAnyStringView name) const { return page.findChild<Part*>(name); }
    bool saysSo() const
    {
        return part<QWidget>(u"messageBar")->isVisible()
            && part<QLabel>(u"messageText")->text().contains(u"There is not enough memory for this."_s);
    }
};

} // namespace

class TestShortMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { OwnSettings::forget(); }

    void endsFindingInASentence();
    void endsCopyingInASentence_data();
    void endsCopyingInASentence();
    void endsExportingInASentence();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
};

void TestShortMemory::endsFindingInASentence()
{
    const Page page;
    page.page.findBar()->startTyping();
    QTest::keyClicks(page.part<QLineEdit>(u"findLine"), u"host7"_s);
    QTRY_VERIFY(page.saysSo());
    QCOMPARE(page.part<QLabel>(u"findStatus")->text(), u"Search stopped."_s);
}

void TestShortMemory::endsCopyingInASentence_data()
{
    QTest::addColumn<RecordCopier::Format>("format");
    QTest::newRow("text") << RecordCopier::Format::Text;
    QTest::newRow("CSV") << RecordCopier::Format::Csv;
}

void TestShortMemory::endsCopyingInASentence()
{
    QFETCH(const RecordCopier::Format, format);
    QGuiApplication::clipboard()->setText(u"as before"_s);
    Page page;
    page.page.copySelection(format);
    QTRY_VERIFY(page.saysSo());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as before"_s);
}

void TestShortMemory::endsExportingInASentence()
{
    const QString path = writeFile(m_folder, u"out.csv"_s, "as before");
    Page page;
    page.page.exportRecords(u"forty.w3c"_s, nullptr);
    page.part<QLineEdit>(u"exportPath")->setText(path);
    QTest::mouseClick(page.part<QPushButton>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(page.saysSo());
    QVERIFY(!page.page.exporter()->isRunning());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "as before");
}

QTEST_MAIN(TestShortMemory)

#include "tst_shortmemory.moc"
