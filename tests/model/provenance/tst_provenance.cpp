// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/scanlog.h"
#include "model/provenance/digestdevice.h"
#include "model/provenance/provenance.h"
#include "model/provenance/verification.h"
#include "model/source/openlog.h"
#include "tests/support/testarchive.h"
#include "tests/support/testlog.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// What is written beside an export, and whether it holds.
class TestProvenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesEachFileOnce();
    void takesTheBytesThatWereRead();
    void stops();
    void digestsWhatIsWritten();
    void isReadBack();
    void refuses_data();
    void refuses();
    void verifies_data();
    void verifies();
    void findsWhatWasMoved();
    void doesNotVerifyStandardInput();

private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes);
    [[nodiscard]] static RecordIndex indexOf(const QStringList& paths);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

const QByteArray sampleLog = webLog({"200", "12209"});

} // namespace

void TestProvenance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestProvenance::write(const QString& name, const QByteArray& bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test file cannot be written.");
    return file.fileName();
}

RecordIndex TestProvenance::indexOf(const QStringList& paths)
{
    RecordIndex index;
    for (const QString& path : paths) {
        const auto read = [&index](const LogAddress&, const std::expected<SourcePointer, LoadError>& source) {
            QVERIFY(source);
            QVERIFY(scanLog(*source,
                            [&index](const ScannedBlock& scanned, const ScanProgress&) { index.append(scanned.block); },
                            {}));
        };
        if (!visitLogs(path, {}, read))
            qFatal("The test log cannot be read.");
    }
    return index;
}

void TestProvenance::namesEachFileOnce()
{
    const QByteArray archive = packed(zip, {{"a.w3c", sampleLog}, {"b.w3c", webLog({"404"})}});
    const QString plain = write(u"plain.w3c"_s, sampleLog);
    const QString zipped = write(u"two.zip"_s, archive);
    quint64 progress = 0;
    const auto digests = sourceDigests(indexOf({zipped, plain}), {}, [&progress](quint64 bytes) { progress += bytes; });
    QVERIFY(digests);
    QCOMPARE(digests->size(), 2U);
    QCOMPARE(digests->at(0).path, zipped);
    QCOMPARE(digests->at(0).size, quint64(archive.size()));
    QCOMPARE(digests->at(0).sha256, sha256(archive));
    QCOMPARE(digests->at(1).path, plain);
    QCOMPARE(digests->at(1).sha256, sha256(sampleLog));
    QCOMPARE(digests->at(1).modified, QFileInfo(plain).lastModified().toUTC());
    QCOMPARE(progress, quint64(archive.size() + sampleLog.size()));
}

/// Somebody puts another file in the place of the log while it is exported.
void TestProvenance::takesTheBytesThatWereRead()
{
    const QString path = write(u"a.w3c"_s, sampleLog);
    const RecordIndex index = indexOf({path});
    QVERIFY(QFile::rename(path, path + u".old"_s));
    QCOMPARE(write(u"a.w3c"_s, "other"), path);
    const auto digests = sourceDigests(index, {});
    QVERIFY(digests);
    QCOMPARE(digests->front().sha256, sha256(sampleLog));
}

void TestProvenance::stops()
{
    const RecordIndex index = indexOf({write(u"a.w3c"_s, sampleLog)});
    std::stop_source stop;
    stop.request_stop();
    const auto digests = sourceDigests(index, stop.get_token());
    QVERIFY(!digests);
    QCOMPARE(digests.error().kind, LoadError::Kind::Stopped);
}

void TestProvenance::digestsWhatIsWritten()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    DigestDevice device(buffer);
    QCOMPARE(device.write("one,"), 4);
    QCOMPARE(device.write("two"), 3);
    QCOMPARE(buffer.data(), "one,two"_ba);
    QCOMPARE(device.bytesTaken(), 7U);
    QCOMPARE(device.sha256(), sha256("one,two"));
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("There is no device here that is always full.");
    DigestDevice failing(full);
    QCOMPARE(failing.write("x"), -1);
    QCOMPARE(failing.errorString(), full.errorString());
}

void TestProvenance::isReadBack()
{
    const Provenance written{
        .output = {.path = u"/out/a.csv"_s, .size = 5'000'000'000, .sha256 = sha256("out")},
        .sources = {{.path = u"/logs/\"ä\".w3c"_s,
                     .size = 7,
                     .modified = QDateTime(QDate(2010, 5, 12), QTime(10, 30, 0, 123), QTimeZone::UTC),
                     .sha256 = sha256("log")},
                    {.path = u"standard input"_s, .isFile = false, .size = 0, .sha256 = sha256({})}},
        .recordCount = 3'000'000'000,
        .malformedCount = 2,
        .writtenCount = 1,
        .filter = {u"Only records that match."_s},
        .columns = {u"c-ip"_s, u"rule"_s},
        .order = u"time"_s,
        .serverZone = ServerZone{.zone = QTimeZone("Europe/Berlin"), .origin = ServerZone::Origin::Person},
    };
    const QString path = m_folder->filePath(u"a.json"_s);
    QVERIFY(writeProvenance(path, written));
    const auto read = readProvenance(path);
    QVERIFY(read);
    QCOMPARE(read->output, written.output);
    QVERIFY(read->sources == written.sources);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(object["records"_L1]["read"_L1].toInteger(), 3'000'000'000);
    QCOMPARE(object["records"_L1]["malformed"_L1].toInteger(), 2);
    QCOMPARE(object["records"_L1]["written"_L1].toInteger(), 1);
    QCOMPARE(object["filter"_L1].toArray(), QJsonArray{u"Only records that match."_s});
    QCOMPARE(object["columns"_L1].toArray(), (QJsonArray{u"c-ip"_s, u"rule"_s}));
    QCOMPARE(object["order"_L1].toString(), u"time"_s);
    QCOMPARE(object["server-zone"_L1].toString(), u"Europe/Berlin"_s);
    QCOMPARE(object["server-zone-from"_L1].toString(), u"option"_s);
}

void TestProvenance::refuses_data()
{
    const QByteArray hash(64, 'a');
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<KeepingError::Kind>("kind");
    QTest::newRow("no JSON") << "c-ip,rule"_ba << KeepingError::Kind::NoJson;
    QTest::newRow("other JSON") << R"({"tmglens-filters": 1})"_ba << KeepingError::Kind::OtherFile;
    QTest::newRow("later version") << R"({"tmglens-provenance": 2})"_ba << KeepingError::Kind::TooNew;
    QTest::newRow("no output") << R"({"tmglens-provenance": 1})"_ba << KeepingError::Kind::BadEntry;
    QTest::newRow("no size") << R"({"tmglens-provenance": 1, "output": {"path": "a", "sha256": ")" + hash + "\"}}"
                             << KeepingError::Kind::BadEntry;
    QTest::newRow("size below 0") << R"({"tmglens-provenance": 1, "output": {"path": "a", "size": -1, "sha256": ")"
            + hash + "\"}}" << KeepingError::Kind::BadEntry;
    QTest::newRow("short hash") << R"({"tmglens-provenance": 1, "output": {"path": "a", "size": 1, "sha256": "aa"}})"_ba
                                << KeepingError::Kind::BadEntry;
    QTest::newRow("no sources") << R"({"tmglens-provenance": 1, "output": {"path": "a", "size": 1, "sha256": ")" + hash
            + R"("}, "sources": []})"
                                << KeepingError::Kind::BadEntry;
    QTest::newRow("bad source") << R"({"tmglens-provenance": 1, "output": {"path": "a", "size": 1, "sha256": ")" + hash
            + R"("}, "sources": [3]})"
                                << KeepingError::Kind::BadEntry;
}

void TestProvenance::refuses()
{
    QFETCH(const QByteArray, json);
    const auto read = readProvenance(write(u"a.json"_s, json));
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
}

void TestProvenance::verifies_data()
{
    QTest::addColumn<std::optional<QByteArray>>("today");
    QTest::addColumn<Verdict::Kind>("kind");
    QTest::addColumn<QString>("sentence");
    const auto now = [](const QByteArray& bytes) { return std::optional(bytes); };
    QTest::newRow("same") << now("0123456789") << Verdict::Kind::Same << u"%1: unchanged, 10 bytes."_s;
    QTest::newRow("grown") << now("0123456789ab") << Verdict::Kind::Grown
                           << u"%1: 2 bytes were added since; the 10 bytes that there were are unchanged."_s;
    QTest::newRow("changed") << now("0123456788") << Verdict::Kind::Changed << u"%1: CHANGED, it holds other bytes."_s;
    QTest::newRow("grown and changed") << now("x123456789ab") << Verdict::Kind::Changed
                                       << u"%1: CHANGED, it has 12 bytes and had 10."_s;
    QTest::newRow("shorter") << now("012345678") << Verdict::Kind::Changed
                             << u"%1: CHANGED, it has 9 bytes and had 10."_s;
    QTest::newRow("empty") << now("") << Verdict::Kind::Changed << u"%1: CHANGED, it has 0 bytes and had 10."_s;
    QTest::newRow("gone") << std::optional<QByteArray>() << Verdict::Kind::Unverifiable << u"%1: not verified. "_s;
}

void TestProvenance::verifies()
{
    QFETCH(const std::optional<QByteArray>, today);
    QFETCH(const QString, sentence);
    const QString path = write(u"file"_s, "0123456789");
    const FileDigest digest{.path = path, .size = 10, .modified = {}, .sha256 = sha256("0123456789")};
    QVERIFY(QFile::remove(path));
    if (today)
        QCOMPARE(write(u"file"_s, *today), path);
    const Verdict verdict = verify(digest, true, {});
    QTEST(verdict.kind, "kind");
    QVERIFY2(describeVerdict(verdict, digest).startsWith(sentence.arg(path)),
             qPrintable(describeVerdict(verdict, digest)));
    const Verdict ofExport = verify(digest, false, {});
    QCOMPARE(ofExport.kind, verdict.kind == Verdict::Kind::Grown ? Verdict::Kind::Changed : verdict.kind);
}

/// Wherever the folder is now, and whatever is where it was.
void TestProvenance::findsWhatWasMoved()
{
    QDir folder(m_folder->path());
    QVERIFY(folder.mkpath(u"case/logs"_s));
    const QString log = write(u"case/logs/a.w3c"_s, "log");
    const QString output = write(u"case/out.csv"_s, "out");
    const Provenance provenance{.output = {.path = output, .size = 3, .modified = {}, .sha256 = sha256("out")},
                                .sources = {{.path = log, .size = 3, .modified = {}, .sha256 = sha256("log")}}};
    QVERIFY(writeProvenance(folder.filePath(u"case/p.json"_s), provenance));
    QVERIFY(folder.rename(u"case"_s, u"moved"_s));
    QVERIFY(folder.mkpath(u"case/logs"_s));
    QCOMPARE(write(u"case/logs/a.w3c"_s, "other"), log);
    const auto files = readProvenance(folder.filePath(u"moved/p.json"_s));
    QVERIFY(files);
    QCOMPARE(files->sources.front().path, folder.filePath(u"moved/logs/a.w3c"_s));
    QCOMPARE(verify(files->sources.front(), true, {}).kind, Verdict::Kind::Same);
    QCOMPARE(verify(files->output, false, {}).kind, Verdict::Kind::Same);
}

void TestProvenance::doesNotVerifyStandardInput()
{
    const FileDigest digest{.path = u"-"_s, .isFile = false, .size = 0, .modified = {}, .sha256 = sha256({})};
    QCOMPARE(verify(digest, true, {}).kind, Verdict::Kind::Unverifiable);
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
