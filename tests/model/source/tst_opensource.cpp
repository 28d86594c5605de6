// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/opensource.h"

#include <QFileInfo>
#include <QScopeGuard>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestOpenSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByPosition();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatPermissionIsMissing();
    void noticesThatTheFileShrank();
    void keepsReadingADeletedFile();
    void turnsWideEncodingsIntoUtf8_data();
    void turnsWideEncodingsIntoUtf8();

private:
    QString write(const QByteArray& bytes);

    QTemporaryDir m_folder;
};

QString TestOpenSource::write(const QByteArray& bytes)
{
    QFile file(m_folder.filePath(u"log.w3c"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("The test folder cannot be written.");
    return file.fileName();
}

static QByteArray readAll(const ByteSource& source)
{
    QByteArray bytes(qsizetype(source.size()), Qt::Uninitialized);
    const auto count = source.read(0, {bytes.data(), std::size_t(bytes.size())});
    return count ? bytes.first(qsizetype(*count)) : QByteArray();
}

void TestOpenSource::readsByPosition()
{
    const auto source = openSource(write("0123456789"), {});
    QVERIFY(source);
    QCOMPARE((*source)->size(), 10U);
    std::array<char, 4> buffer = {};
    QCOMPARE(*(*source)->read(3, buffer), 4U);
    QCOMPARE(QByteArray(buffer.data(), 4), "3456");
    QCOMPARE(*(*source)->read(8, buffer), 2U);
    QCOMPARE(*(*source)->read(10, buffer), 0U);
    QCOMPARE(*(*source)->read(1000, buffer), 0U);
}

void TestOpenSource::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<LoadError::Kind>("kind");

    QTest::newRow("no such file") << m_folder.filePath(u"nothing.w3c"_s) << LoadError::Kind::NotFound;
    QTest::newRow("folder") << m_folder.path() << LoadError::Kind::IsFolder;
}

void TestOpenSource::saysWhatIsWrong()
{
    QFETCH(const QString, path);
    QFETCH(const LoadError::Kind, kind);
    const auto source = openSource(path, {});
    QVERIFY(!source);
    QCOMPARE(source.error().kind, kind);
    QCOMPARE(source.error().path, path);
}

void TestOpenSource::saysThatPermissionIsMissing()
{
#ifdef Q_OS_LINUX
    const QString path = m_folder.filePath(u"closed.w3c"_s);
    QVERIFY(QFile::copy(write("0123456789"), path));
    QVERIFY(QFile::setPermissions(path, {}));
    // The administrator may read everything, so the test becomes somebody else for as long as it takes.
    QVERIFY(QFile::setPermissions(m_folder.path(),
                                  QFileInfo(m_folder.path()).permissions() | QFile::ExeGroup | QFile::ExeOther));
    constexpr uid_t nobody = 65534;
    const bool isAdministrator = geteuid() == 0;
    if (isAdministrator && setresuid(nobody, nobody, 0) != 0)
        QSKIP("This administrator cannot become anybody else.");
    const auto administrator = qScopeGuard([isAdministrator] {
        if (isAdministrator && setresuid(0, 0, 0) != 0)
            qFatal("There is no way back.");
    });
    const auto source = openSource(path, {});
    QVERIFY(!source);
    QCOMPARE(source.error().kind, LoadError::Kind::NoPermission);
#else
    QSKIP("Nobody has tried how this system takes permissions away.");
#endif
}

void TestOpenSource::noticesThatTheFileShrank()
{
    const QString path = write(QByteArray(1000, 'a'));
    const auto source = openSource(path, {});
    QVERIFY(source);
    QVERIFY(QFile::resize(path, 100));
    std::array<char, 200> buffer = {};
    const auto count = (*source)->read(50, buffer);
    QVERIFY(!count);
    QCOMPARE(count.error().kind, LoadError::Kind::Shrunk);
    QCOMPARE(count.error().offset, 100U);
}

void TestOpenSource::keepsReadingADeletedFile()
{
    const QString path = write("still here");
    const auto source = openSource(path, {});
    QVERIFY(source);
    if (!QFile::remove(path))
        QSKIP("This system does not delete files that are open.");
    QCOMPARE(readAll(**source), "still here");
}

void TestOpenSource::turnsWideEncodingsIntoUtf8_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::addColumn<bool>("hasMark");
    QTest::newRow("UTF-16LE with mark") << QStringConverter::Utf16LE << true;
    QTest::newRow("UTF-16BE with mark") << QStringConverter::Utf16BE << true;
    QTest::newRow("UTF-16LE without mark") << QStringConverter::Utf16LE << false;
    QTest::newRow("UTF-16BE without mark") << QStringConverter::Utf16BE << false;
    QTest::newRow("UTF-32LE with mark") << QStringConverter::Utf32LE << true;
}

void TestOpenSource::turnsWideEncodingsIntoUtf8()
{
    QFETCH(const QStringConverter::Encoding, encoding);
    QFETCH(const bool, hasMark);
    // Longer than a piece of the copy, so that a character may fall on the border.
    const QString text = QString(u"#Fields: date\ttime\r\nJörg — 日本\r\n"_s).repeated(40'000);
    QStringEncoder encode(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    const auto source = openSource(write(encode(text)), {});
    QVERIFY(source);
    QCOMPARE(readAll(**source), text.toUtf8());
}

QTEST_GUILESS_MAIN(TestOpenSource)
#include "tst_opensource.moc"
