// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/openlog.h"

#include "tests/support/testarchive.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestOpenLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksEveryFormat_data();
    void unpacksEveryFormat();
    void takesNoLogForAnArchive_data();
    void takesNoLogForAnArchive();
    void opensByAddress();
    void keepsHostileNamesToItself_data();
    void keepsHostileNamesToItself();
    void readsManyMembers();
    void readsTheBeginningOfACutFile_data();
    void readsTheBeginningOfACutFile();
    void readsWhatIsWholeOfABrokenArchive();
    void survivesAnyDamage_data();
    void survivesAnyDamage();
    void saysWhatIsEncrypted_data();
    void saysWhatIsEncrypted();
    void stopsAtTheLimit();
    void goesIntoOneArchiveMore();
    void visitsSomeMembersInOneGo();
    void saysThatNothingIsInIt_data();
    void saysThatNothingIsInIt();
    void turnsWideEncodingsIntoUtf8();
    void tellsHowFarItIs();
    void stopsWhenAsked();

private:
    QString write(const QByteArray& bytes, const QString& name = u"logs"_s);

    QTemporaryDir m_folder;
};

namespace {

constexpr qsizetype logLength = 1'200'000; // more than a piece of each reader

/// Lines of digits, which pack to about a half.
QByteArray someLog(quint32 seed = 1, qsizetype length = logLength)
{
    QRandomGenerator random(seed);
    QByteArray log;
    while (log.size() < length)
        log += QByteArray::number(random.generate()) + "\r\n";
    return log;
}

QByteArray content(const ByteSource& source)
{
    QByteArray bytes(qsizetype(source.size()), Qt::Uninitialized);
    const auto count = source.read(0, {bytes.data(), std::size_t(bytes.size())});
    return count ? bytes.first(qsizetype(*count)) : "unreadable";
}

/// What visitLogs() hands over, copied: the rooms of the logs are used again.
struct Visited
{
    QString member;
    QByteArray bytes;
    std::optional<LoadError::Kind> error;
    bool isDamaged = false;
};

struct Visit
{
    explicit Visit(const QString& path, const UnpackOptions& options = {}) : end(visitLogs(path, options, visitor())) {}
    Visit(const QString& file, const QStringList& members, const UnpackOptions& options)
        : end(visitMembers(file, members, options, visitor()))
    {
    }

    LogVisitor visitor()
    {
        return [this](const LogAddress& address, const std::expected<SourcePointer, LoadError>& log) {
            if (log)
                logs += {address.member, content(**log), {}, (*log)->damage().has_value()};
            else
                logs += {address.member, {}, log.error().kind};
        };
    }

    QList<Visited> logs;
    std::expected<void, LoadError> end; // after the logs, which it fills
};

/// The first log at @p path.
SourcePointer opened(const QString& path, const UnpackOptions& options = {})
{
    SourcePointer first;
    std::ignore = visitLogs(path, options, [&first](const LogAddress&, const auto& log) {
        if (log && !first)
            first = *log;
    });
    return first;
}

/// Why there is none.
std::optional<LoadError> refusal(const QString& path, const UnpackOptions& options = {})
{
    std::optional<LoadError> first;
    const auto visited = visitLogs(path, options, [&first](const LogAddress&, const auto& log) {
        if (!log && !first)
            first = log.error();
    });
    return visited ? first : std::optional(visited.error());
}

} // namespace

QString TestOpenLog::write(const QByteArray& bytes, const QString& name)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("The test folder cannot be written.");
    return file.fileName();
}

void TestOpenLog::unpacksEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("filter");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("member");
    const auto bare = [](const char* row, int filter, const QString& name, const QString& member) {
        QTest::newRow(row) << ARCHIVE_FORMAT_RAW << filter << name << member;
    };
    bare("gzip", ARCHIVE_FILTER_GZIP, u"web.w3c.gz"_s, u"web.w3c"_s);
    bare("bzip2", ARCHIVE_FILTER_BZIP2, u"web.w3c.BZ2"_s, u"web.w3c"_s);
    bare("xz", ARCHIVE_FILTER_XZ, u"web.w3c.xz"_s, u"web.w3c"_s);
    bare("zstd", ARCHIVE_FILTER_ZSTD, u"web.w3c.zst"_s, u"web.w3c"_s);
    bare("gzip without its ending", ARCHIVE_FILTER_GZIP, u"web.log"_s, u"web.log"_s);
    bare("nothing but an ending", ARCHIVE_FILTER_GZIP, u".gz"_s, u".gz"_s);
    const auto named = [](const char* row, int format, int filter = ARCHIVE_FILTER_NONE) {
        QTest::newRow(row) << format << filter << u"without ending"_s << u"log.w3c"_s;
    };
    named("zip", ARCHIVE_FORMAT_ZIP);
    named("7z", ARCHIVE_FORMAT_7ZIP);
    named("tar", ARCHIVE_FORMAT_TAR);
    named("ustar", ARCHIVE_FORMAT_TAR_USTAR);
    named("GNU tar", ARCHIVE_FORMAT_TAR_GNUTAR);
    named("tar.gz", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_GZIP);
    named("tar.bz2", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_BZIP2);
    named("tar.xz", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_XZ);
    named("tar.zst", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_ZSTD);
}

void TestOpenLog::unpacksEveryFormat()
{
    QFETCH(const int, format);
    QFETCH(const int, filter);
    QFETCH(const QString, name);
    QFETCH(const QString, member);
    const QByteArray log = someLog();
    const QString path = write(packed({.format = format, .filter = filter}, {{"log.w3c", log}}), name);
    const SourcePointer source = opened(path);
    QVERIFY(source);
    QCOMPARE(source->path(), path + u'/' + member);
    QVERIFY(!source->damage());

    const Visit visit(path);
    QVERIFY(visit.end);
    QCOMPARE(visit.logs.size(), 1);
    QCOMPARE(visit.logs[0].member, member);
    QVERIFY(visit.logs[0].bytes == log);
}

void TestOpenLog::takesNoLogForAnArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << someLog(1, 1000);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("\x1F");
    QTest::newRow("control characters") << "\x01\x1B[0m" + someLog(1, 1000);
    QTest::newRow("NUL bytes") << QByteArray(100'000, '\0');
    QTest::newRow("reserved room") << someLog(1, 100) + QByteArray(100'000, '\0');
    QTest::newRow("text with a zip behind it") << someLog(1, 1000) + packed(zip, {{"a.w3c", someLog()}});
    QTest::newRow("name of a tar") << QByteArray("ustar").prepend(QByteArray(257, 'a'));
    QTest::newRow("start of a database") << QByteArray("\x01\x0F\x00\x00\x08\x01", 6) + QByteArray(8192, '\x02');
}

void TestOpenLog::takesNoLogForAnArchive()
{
    QFETCH(const QByteArray, bytes);
    const QString path = write(bytes, u"log.gz"_s);
    const auto source = opened(path);
    QVERIFY(source);
    QCOMPARE(source->path(), path);
    QVERIFY(content(*source) == bytes);
    QCOMPARE(refusal(path + u"/member"_s)->kind, LoadError::Kind::NotFound);
}

void TestOpenLog::opensByAddress()
{
    const QString path = write(packed(tar, {{"web/a.w3c", "one"}, {"b.w3c", "three"}}));
    QCOMPARE(content(*opened(path + u"/web/a.w3c"_s)), "one");
    QCOMPARE(content(*opened(path + u"/b.w3c"_s)), "three");
    for (const QString& absent : {u"/c.w3c"_s, u"/web"_s, u"/b.w3c/d"_s})
        QCOMPARE(refusal(path + absent)->kind, LoadError::Kind::NotFound);
    QCOMPARE(refusal(m_folder.filePath(u"absent/b.w3c"_s))->kind, LoadError::Kind::NotFound);
    QCOMPARE(displayName(logAddress(path + u"/web/a.w3c"_s)), u"a.w3c — logs"_s);
    const Visit visit(path + u"/b.w3c"_s);
    QVERIFY(visit.end);
    QCOMPARE(visit.logs.size(), 1);
    QCOMPARE(visit.logs[0].bytes, "three");
}

void TestOpenLog::keepsHostileNamesToItself_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("climbing") << QByteArray("../../x") << u"(..)/(..)/x"_s;
    QTest::newRow("absolute") << QByteArray("/etc/passwd") << u"etc/passwd"_s;
    QTest::newRow("of Windows") << QByteArray("..\\C:\\x") << u"(..)/C:/x"_s;
    QTest::newRow("dots and slashes") << QByteArray(".//./a//b") << u"a/b"_s;
    QTest::newRow("line feed") << QByteArray("a\nb") << u"a\nb"_s;
    QTest::newRow("Latin") << QByteArray("J\xF6rg") << u"Jörg"_s;
    QTest::newRow("UTF-8") << QByteArray("Jörg") << u"Jörg"_s;
    QTest::newRow("nothing but dots") << QByteArray("./.") << u"(no name)"_s;
}

void TestOpenLog::keepsHostileNamesToItself()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, shown);
    const QString path = write(packed({.format = ARCHIVE_FORMAT_TAR_GNUTAR}, {{name, "one"}, {name, "two"}}));
    const Visit visit(path);
    QVERIFY(visit.end);
    QCOMPARE(visit.logs.size(), 2);
    QCOMPARE(visit.logs[0].member, shown);
    QCOMPARE(visit.logs[1].member, shown + u" (2)"_s); // no two have one name
    for (const Visited& log : visit.logs) {
        const QString address = path + u'/' + log.member;
        QCOMPARE(QDir::cleanPath(address), address);
        QCOMPARE(content(*opened(address)), log.bytes);
    }
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).filter(u"passwd"_s), QStringList());
}

void TestOpenLog::readsManyMembers()
{
    constexpr int count = 10'000;
    QList<PackedFile> files;
    for (int i = 0; i < count; ++i)
        files += {"same name.w3c", QByteArray::number(i)};
    const QString path = write(packed(tar, files));
    std::vector<SourcePointer> kept; // as an export keeps them: there are not as many descriptors
    const auto end =
        visitLogs(path, {}, [&](const LogAddress&, const auto& log) { kept.push_back(log.value_or(nullptr)); });
    QVERIFY(end);
    QCOMPARE(kept.size(), std::size_t(count));
    for (int i = 0; i < count; ++i)
        QCOMPARE(content(*kept[std::size_t(i)]), QByteArray::number(i));
    QCOMPARE(kept.back()->path(), path + u"/same name.w3c (10000)"_s);
}

void TestOpenLog::readsTheBeginningOfACutFile_data()
{
    QTest::addColumn<int>("filter");
    QTest::newRow("gzip") << ARCHIVE_FILTER_GZIP;
    QTest::newRow("bzip2") << ARCHIVE_FILTER_BZIP2;
    QTest::newRow("xz") << ARCHIVE_FILTER_XZ;
    QTest::newRow("zstd") << ARCHIVE_FILTER_ZSTD;
}

void TestOpenLog::readsTheBeginningOfACutFile()
{
    QFETCH(const int, filter);
    const QByteArray log = someLog();
    QByteArray bytes = packed({.format = ARCHIVE_FORMAT_RAW, .filter = filter}, {{"log", log}});
    bytes.truncate(bytes.size() * 9 / 10);
    const auto source = opened(write(bytes));
    QVERIFY(source);
    QVERIFY(source->damage());
    QCOMPARE(source->damage()->kind, LoadError::Kind::BrokenArchive);
    QCOMPARE(source->damage()->offset, source->size());
    QCOMPARE_GT(source->size(), quint64(log.size() / 3));
    QVERIFY(log.startsWith(content(*source)));
}

void TestOpenLog::readsWhatIsWholeOfABrokenArchive()
{
    QByteArray bytes = packed(zip, {{"a", someLog(1)}, {"b", someLog(2)}, {"c", someLog(3)}});
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x55);
    const Visit visit(write(bytes));
    QVERIFY(visit.end);
    QCOMPARE(visit.logs.size(), 3);
    QVERIFY(visit.logs[0].bytes == someLog(1));
    QVERIFY(!visit.logs[0].isDamaged);
    QVERIFY(visit.logs[1].isDamaged || visit.logs[1].error == LoadError::Kind::BrokenArchive);
    QVERIFY(visit.logs[2].bytes == someLog(3));
}

void TestOpenLog::survivesAnyDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QList<PackedFile> files = {{"a", someLog(1, 3000)}, {"b", someLog(2, 3000)}};
    QTest::newRow("zip") << packed(zip, files);
    QTest::newRow("7z") << packed({.format = ARCHIVE_FORMAT_7ZIP}, files);
    QTest::newRow("tar") << packed(tar, files);
    QTest::newRow("tar.gz") << packed({.format = ARCHIVE_FORMAT_TAR, .filter = ARCHIVE_FILTER_GZIP}, files);
    QTest::newRow("xz") << packed({.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_XZ}, {files[0]});
    QTest::newRow("zstd") << packed({.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_ZSTD}, {files[0]});
}

void TestOpenLog::survivesAnyDamage()
{
    QFETCH(const QByteArray, bytes);
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        QByteArray broken = bytes;
        if (i % 3 == 0)
            broken.truncate(random.bounded(int(bytes.size())));
        for (int flips = random.bounded(1, 4); i % 3 != 0 && flips > 0; --flips)
            broken[random.bounded(int(broken.size()))] = char(random.generate());
        const QString path = write(broken);
        const Visit visit(path); // must come back, and with no more than there was
        QCOMPARE_LE(visit.logs.size(), 20);
        for (const Visited& log : visit.logs)
            QCOMPARE_LE(log.bytes.size(), 64 * 1024 * 1024);
    }
}

void TestOpenLog::saysWhatIsEncrypted_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("traditional") << QByteArray("zip:encryption=traditional");
    QTest::newRow("AES") << QByteArray("zip:encryption=aes256");
}

void TestOpenLog::saysWhatIsEncrypted()
{
    QFETCH(const QByteArray, options);
    const Packing packing = {.options = options.constData(), .password = "secret"};
    const QString path = write(packed(packing, {{"a", someLog()}, {"b", "one"}}));
    const Visit visit(path);
    QVERIFY(visit.end);
    QCOMPARE(visit.logs.size(), 2);
    QCOMPARE(visit.logs[0].error, LoadError::Kind::Encrypted);
    QCOMPARE(visit.logs[1].error, LoadError::Kind::Encrypted);
    QCOMPARE(refusal(path + u"/a"_s)->kind, LoadError::Kind::Encrypted);
}

void TestOpenLog::stopsAtTheLimit()
{
    const QString path = write(packed(zip, {{"a", QByteArray(6000, 'a')}, {"b", QByteArray(5000, 'b')}}));
    const Visit within(path, {.maximum = 11'000});
    QVERIFY(within.end);
    QCOMPARE(within.logs.size(), 2);
    const Visit beyond(path, {.maximum = 10'999});
    QVERIFY(!beyond.end);
    QCOMPARE(beyond.end.error().kind, LoadError::Kind::UnpacksTooLarge);
    QCOMPARE(beyond.end.error().limit, 10'999U);
    QCOMPARE(beyond.end.error().path, path);
    QCOMPARE(beyond.logs.size(), 1);

    // What is in an archive within counts as well, and that archive too.
    const QByteArray inner = packed(gzip, {{"log", QByteArray(100'000, 'a')}});
    const QString nested = write(packed(zip, {{"log.gz", inner}}));
    QVERIFY(opened(nested, {.maximum = quint64(inner.size()) + 100'000}));
    QCOMPARE(refusal(nested, {.maximum = quint64(inner.size()) + 99'999})->kind, LoadError::Kind::UnpacksTooLarge);

    // Without a limit given, the size of the archive sets it: this one packs to a hundred thousandth.
    const Packing zstd = {.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_ZSTD};
    const QString bomb = write(packed(zstd, {{"bomb", QByteArray(80 * 1024 * 1024, 'a')}}));
    const auto error = refusal(bomb);
    QVERIFY(error);
    QCOMPARE(error->kind, LoadError::Kind::UnpacksTooLarge);
    QCOMPARE(error->limit, 64U * 1024 * 1024);
    QCOMPARE(opened(bomb, {.maximum = 100'000'000})->size(), 80U * 1024 * 1024);
}

void TestOpenLog::goesIntoOneArchiveMore()
{
    const QByteArray inner = packed(gzip, {{"web.w3c", "one"}});
    const QByteArray several = packed(tar, {{"x", "two"}, {"y", "three"}});
    const QByteArray tooDeep = packed(zip, {{"inner.gz", inner}});
    const QString path = write(packed(zip, {{"web.w3c.gz", inner}, {"more.tar", several}, {"deep.zip", tooDeep}}));
    const Visit visit(path);
    QVERIFY(visit.end);
    QCOMPARE(visit.logs.size(), 4);
    QCOMPARE(visit.logs[0].member, u"web.w3c.gz/web.w3c"_s);
    QCOMPARE(visit.logs[0].bytes, "one");
    QCOMPARE(visit.logs[2].member, u"more.tar/y"_s);
    QCOMPARE(visit.logs[2].bytes, "three");
    QCOMPARE(visit.logs[3].member, u"deep.zip/inner.gz"_s);
    QCOMPARE(visit.logs[3].error, LoadError::Kind::NestedTooDeep);

    QCOMPARE(content(*opened(path + u"/web.w3c.gz"_s)), "one");
    QCOMPARE(content(*opened(path + u"/more.tar/x"_s)), "two");
    QCOMPARE(Visit(path + u"/more.tar"_s).logs.size(), 2);
}

void TestOpenLog::visitsSomeMembersInOneGo()
{
    const QByteArray several = packed(tar, {{"x", "two"}, {"y", "three"}, {"z", "four"}});
    const QString path = write(packed(zip, {{"a", "one"}, {"more.tar", several}, {"b", "five"}, {"c", "six"}}));
    int begun = 0;
    quint64 last = 0;
    const UnpackOptions options = {.progress = [&](quint64 bytes, quint64) {
        begun += bytes < last || last == 0 ? 1 : 0;
        last = bytes;
    }};
    const Visit visit(path, {u"b"_s, u"more.tar/z"_s, u"nowhere"_s, u"more.tar/x"_s, u"more.tar/w"_s}, options);
    QVERIFY(visit.end);
    QStringList members;
    for (const Visited& log : visit.logs)
        members += log.member + u'=' + (log.error ? u"missing"_s : QString::fromUtf8(log.bytes));
    QCOMPARE(members,
             (QStringList{u"more.tar/x=two"_s, u"more.tar/z=four"_s, u"more.tar/w=missing"_s, u"b=five"_s,
                          u"nowhere=missing"_s}));
    QCOMPARE(begun, 1);
    QCOMPARE(Visit(path, {u"more.tar/x"_s, u"more.tar"_s}, {}).logs.size(), 3);
}

void TestOpenLog::saysThatNothingIsInIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zip") << packed(zip, {});
    QTest::newRow("7z") << packed({.format = ARCHIVE_FORMAT_7ZIP}, {});
    QTest::newRow("tar.gz") << packed({.format = ARCHIVE_FORMAT_TAR, .filter = ARCHIVE_FILTER_GZIP}, {});
    QTest::newRow("gzip of nothing") << packed(gzip, {{"log", ""}});
}

void TestOpenLog::saysThatNothingIsInIt()
{
    QFETCH(const QByteArray, bytes);
    const QString path = write(bytes);
    const auto error = refusal(path);
    QVERIFY(error);
    QCOMPARE(error->kind, LoadError::Kind::EmptyArchive);
    const Visit visit(path);
    QVERIFY(!visit.end);
    QCOMPARE(visit.end.error().kind, LoadError::Kind::EmptyArchive);
}

void TestOpenLog::turnsWideEncodingsIntoUtf8()
{
    const QString text = QString(u"#Fields: date\ttime\r\nJörg\r\n"_s).repeated(40'000);
    QStringEncoder encode(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const auto source = opened(write(packed(gzip, {{"log", encode(text)}})));
    QVERIFY(source);
    QVERIFY(content(*source) == text.toUtf8());
}

void TestOpenLog::tellsHowFarItIs()
{
    const QString path = write(packed(gzip, {{"log", someLog()}}));
    quint64 last = 0;
    const UnpackOptions options = {.progress = [&](quint64 bytes, quint64 totalBytes) {
        last = bytes;
        QCOMPARE(totalBytes, quint64(QFileInfo(path).size()));
    }};
    QVERIFY(opened(path, options));
    QCOMPARE(last, quint64(QFileInfo(path).size()));
}

void TestOpenLog::stopsWhenAsked()
{
    const QString path = write(packed(zip, {{"a", someLog(1)}, {"b", someLog(2)}}));
    for (const int calls : {1, 5, 20}) {
        std::stop_source stop;
        int count = 0;
        const UnpackOptions options = {.stop = stop.get_token(), .progress = [&](quint64, quint64) {
                                           if (++count >= calls)
                                               stop.request_stop();
                                       }};
        const Visit visit(path, options);
        QVERIFY(!visit.end);
        QCOMPARE(visit.end.error().kind, LoadError::Kind::Stopped);
        QCOMPARE_LE(count, calls + 3);
    }
}

QTEST_GUILESS_MAIN(TestOpenLog)
#include "tst_openlog.moc"
