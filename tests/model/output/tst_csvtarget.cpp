// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvlogs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// Where CSV is written to: devices that fill up, files that are replaced, somebody who stops it.
class TestCsvTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsProgressAndStops();
    void stopsInTheMiddle();
    void reportsDeviceThatRefuses();
    void reportsDeviceThatFillsUp_data();
    void reportsDeviceThatFillsUp();
    void replacesFileOnlyWhenWhole();
    void writesToDevices();
};

namespace {

/// Takes nothing.
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override
    {
        setErrorString(u"No space left"_s);
        return -1;
    }
};

/// Takes so many bytes and no more.
class SmallDevice : public QIODevice
{
public:
    explicit SmallDevice(qint64 size) : m_left(size) {}

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (m_left == 0) {
            setErrorString(u"No space left"_s);
            return -1;
        }
        const qint64 taken = std::min(size, m_left);
        m_left -= taken;
        return taken;
    }

private:
    qint64 m_left;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

void TestCsvTarget::tellsProgressAndStops()
{
    const RecordIndex index = indexOf(largeLog());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    std::stop_source stop;
    QList<quint64> told;
    const auto tell = [&](quint64 count) {
        told += count;
        if (count > 8000)
            stop.request_stop();
    };
    const auto written = writeCsv(buffer, index, allRecords(index), {.columns = {0}}, stop.get_token(), tell);
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::Cancelled);
    QVERIFY(told.size() > 2);
    QVERIFY(std::ranges::is_sorted(told));
    QVERIFY(told.back() < 13000);
}

void TestCsvTarget::stopsInTheMiddle()
{
    const RecordIndex index = indexOf(wildLog());
    const CsvOptions options{.columns = allColumns(index)};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    std::stop_source stop;
    const auto stopSoon = [&stop](quint64 count) {
        if (count > 0)
            stop.request_stop();
    };
    const auto written = writeCsv(buffer, index, allRecords(index), options, stop.get_token(), stopSoon);
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::Cancelled);
    const QByteArray whole = csv(index, options);
    QVERIFY(!buffer.data().isEmpty() && buffer.data().size() < whole.size());
    QVERIFY(whole.startsWith(buffer.data()));
}

void TestCsvTarget::reportsDeviceThatRefuses()
{
    const RecordIndex index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"}));
    FullDevice device;
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto written = writeCsv(device, index, allRecords(index), {.columns = {0}}, {});
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::CannotWrite);
    QCOMPARE(written.error().systemText, u"No space left"_s);
}

void TestCsvTarget::reportsDeviceThatFillsUp_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("in the header") << qint64(10);
    QTest::newRow("in the first records") << qint64(1000);
    QTest::newRow("later") << qint64(5'000'000);
}

void TestCsvTarget::reportsDeviceThatFillsUp()
{
    QFETCH(const qint64, size);
    const RecordIndex index = indexOf(largeLog());
    SmallDevice device(size);
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto written = writeCsv(device, index, allRecords(index), {.columns = allColumns(index)}, {});
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::CannotWrite);
    QCOMPARE(written.error().systemText, u"No space left"_s);
}

void TestCsvTarget::replacesFileOnlyWhenWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const RecordIndex index = indexOf(largeLog());

    std::stop_source stop;
    const auto stopLate = [&](quint64 count) {
        if (count > 4000)
            stop.request_stop();
    };
    QVERIFY(!writeCsvFile(path, index, allRecords(index), {.columns = {0, 4}}, stop.get_token(), stopLate));
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"out.csv"_s));

    const std::vector<quint32> few = {1, 2};
    QVERIFY(writeCsvFile(path, index, few, {.columns = {0}}, {}));
    QCOMPARE(contentOf(path), QByteArray("c-ip\r\n10.0.1.7\r\n10.0.2.7\r\n"));

    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(QFile::link(path, folder.filePath(u"link.csv"_s)));
    QVERIFY(writeCsvFile(folder.filePath(u"link.csv"_s), index, few, {.columns = {1}}, {}));
    QCOMPARE(contentOf(path), QByteArray("cs-username\r\nuser1\r\nuser2\r\n"));
    QVERIFY(QFileInfo(folder.filePath(u"link.csv"_s)).isSymLink());
    QVERIFY(!QFileInfo(path).permission(QFile::ReadOther));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);

    QVERIFY(!writeCsvFile(folder.path(), index, few, {.columns = {0}}, {}));
    QVERIFY(!writeCsvFile(folder.filePath(u"missing/out.csv"_s), index, few, {.columns = {0}}, {}));
}

void TestCsvTarget::writesToDevices()
{
    if (!QFile::exists(u"/dev/null"_s) || !QFile::exists(u"/dev/full"_s))
        QSKIP("There is no /dev/null or /dev/full.");
    const RecordIndex index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"}));
    QVERIFY(writeCsvFile(u"/dev/null"_s, index, allRecords(index), {.columns = {0}}, {}));
    const auto written = writeCsvFile(u"/dev/full"_s, index, allRecords(index), {.columns = {0}}, {});
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::CannotWrite);
}

QTEST_GUILESS_MAIN(TestCsvTarget)
#include "tst_csvtarget.moc"
