// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/provenance/provenance.h"

#include "model/keeping/keptfile.h"
#include "model/output/csvrows.h"
#include "model/output/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr KeptKind provenanceKind{.key = "tmglens-provenance"_L1, .version = 1};
constexpr qsizetype sha256Size = 32;

/// @p file as it is written into @p folder.
QJsonObject fileObject(const FileDigest& file, const QDir& folder)
{
    QJsonObject object{
        {u"size"_s, qint64(file.size)},
        {u"sha256"_s, QString::fromLatin1(file.sha256.toHex())},
    };
    object.insert(file.isFile ? u"path"_s : u"name"_s, file.path);
    if (file.isFile) // what is moved together is found again
        object.insert(u"relative-path"_s, folder.relativeFilePath(file.path));
    if (file.modified.isValid())
        object.insert(u"modified"_s, file.modified.toString(Qt::ISODateWithMs));
    return object;
}

QJsonArray fileArray(const std::vector<FileDigest>& files, const QDir& folder)
{
    QJsonArray array;
    for (const FileDigest& file : files)
        array += fileObject(file, folder);
    return array;
}

/// What @p entry, which is @p number in the file at @p path, says of a file; somebody may have edited it.
std::expected<FileDigest, KeepingError> fileOf(const QJsonValue& entry, qsizetype number, const QString& path)
{
    const auto lacks = [&](const QString& key) {
        return std::unexpected(
            KeepingError{.kind = KeepingError::Kind::BadEntry, .path = path, .entry = number, .expected = key});
    };
    const bool isFile = !entry["path"_L1].isUndefined();
    FileDigest file{.path = entry[isFile ? "path"_L1 : "name"_L1].toString(),
                    .isFile = isFile,
                    .size = 0,
                    .modified = QDateTime::fromString(entry["modified"_L1].toString(), Qt::ISODateWithMs),
                    .sha256 = QByteArray::fromHex(entry["sha256"_L1].toString().toLatin1())};
    const qint64 size = entry["size"_L1].toInteger(-1);
    if (file.path.isEmpty())
        return lacks(u"path"_s);
    if (size < 0)
        return lacks(u"size"_s);
    if (file.sha256.size() != sha256Size)
        return lacks(u"sha256"_s);
    file.size = quint64(size);
    const QString relative = entry["relative-path"_L1].toString();
    const QString beside = QFileInfo(path).absoluteDir().filePath(relative);
    if (isFile && !relative.isEmpty() && QFileInfo::exists(beside))
        file.path = QDir::cleanPath(beside);
    return file;
}

} // namespace

std::expected<Provenance, LoadError> provenanceOf(const RecordIndex& logs, const CsvOptions& options,
                                                  const std::stop_token& stop, const DigestProgress& progress)
{
    auto sources = sourceDigests(logs, stop, progress);
    if (!sources)
        return std::unexpected(sources.error());
    Provenance provenance{.sources = *std::move(sources),
                          .columns = csvColumnNames(CsvFormat(logs, options)),
                          .areFormulasGuarded = options.guardFormulas,
                          .hasByteOrderMark = options.addByteOrderMark};
    if (logs.tellsLocalTimes())
        provenance.serverZone = logs.serverZone();
    return provenance;
}

std::expected<void, KeepingError> writeProvenance(const QString& path, const Provenance& provenance)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    QJsonObject object{
        {u"program"_s, QString(u"TMGLens "_s + QCoreApplication::applicationVersion())},
        {u"written"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"output"_s, fileObject(provenance.output, folder)},
        {u"sources"_s, fileArray(provenance.sources, folder)},
        {u"records"_s,
         QJsonObject{{u"read"_s, qint64(provenance.recordCount)},
                     {u"malformed"_s, qint64(provenance.malformedCount)},
                     {u"written"_s, qint64(provenance.writtenCount)}}},
        {u"filter"_s, QJsonArray::fromStringList(provenance.filter)},
        {u"columns"_s, QJsonArray::fromStringList(provenance.columns)},
        {u"order"_s, provenance.order},
        {u"formulas-guarded"_s, provenance.areFormulasGuarded},
        {u"byte-order-mark"_s, provenance.hasByteOrderMark},
    };
    if (provenance.serverZone) {
        object.insert(u"server-zone"_s, zoneName(provenance.serverZone->zone));
        object.insert(u"server-zone-from"_s, originKeyword(provenance.serverZone->origin));
    }
    return writeKept(path, provenanceKind, std::move(object));
}

std::expected<ProvenFiles, KeepingError> readProvenance(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            KeepingError{.kind = KeepingError::Kind::Unreadable, .path = path, .systemText = file.errorString()});
    const auto object = parseKept(file.readAll(), provenanceKind, path);
    if (!object)
        return std::unexpected(object.error());
    ProvenFiles files;
    auto output = fileOf(object->value("output"_L1), 1, path);
    if (!output)
        return std::unexpected(output.error());
    files.output = *std::move(output);
    const QJsonArray sources = object->value("sources"_L1).toArray();
    if (sources.isEmpty())
        return std::unexpected(
            KeepingError{.kind = KeepingError::Kind::BadEntry, .path = path, .entry = 2, .expected = u"sources"_s});
    for (qsizetype i = 0; i < sources.size(); ++i) {
        auto source = fileOf(sources[i], i + 2, path);
        if (!source)
            return std::unexpected(source.error());
        files.sources.push_back(*std::move(source));
    }
    return files;
}

} // namespace TmgLens
