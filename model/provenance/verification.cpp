// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/provenance/verification.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/source/filesource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Verification", text);
}

QString number(quint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

/// Where the file of @p digest is now.
QString placeOf(const FileDigest& digest, const QString& folder)
{
    const QString moved = QDir(folder).filePath(QFileInfo(digest.path).fileName());
    return !QFileInfo::exists(digest.path) && QFileInfo::exists(moved) ? moved : digest.path;
}

Verdict unverifiable(const QString& path, const LoadError& error)
{
    return {.kind = Verdict::Kind::Unverifiable, .path = path, .size = 0, .error = error};
}

} // namespace

Verdict verify(const FileDigest& digest, const QString& folder, const std::stop_token& stop,
               const DigestProgress& progress)
{
    if (digest.path == u"-"_s)
        return {.kind = Verdict::Kind::Unverifiable, .path = digest.path};
    const QString path = placeOf(digest, folder);
    const auto file = FileSource::open(path);
    if (!file)
        return unverifiable(path, file.error());
    Verdict verdict{.kind = Verdict::Kind::Changed, .path = path, .size = (*file)->size()};
    if (verdict.size < digest.size)
        return verdict;
    const auto sha256 = sha256Of(**file, digest.size, stop, progress);
    if (!sha256)
        return unverifiable(path, sha256.error());
    if (*sha256 == digest.sha256)
        verdict.kind = verdict.size == digest.size ? Verdict::Kind::Same : Verdict::Kind::Grown;
    return verdict;
}

QString describeVerdict(const Verdict& verdict, const FileDigest& digest)
{
    const QString name = harmlessText(QDir::toNativeSeparators(verdict.path));
    switch (verdict.kind) {
    case Verdict::Kind::Same:
        return translated("%1: unchanged, %2 bytes.").arg(name, number(digest.size));
    case Verdict::Kind::Grown:
        return translated("%1: %2 bytes were added since; the %3 bytes that there were are unchanged.")
            .arg(name, number(verdict.size - digest.size), number(digest.size));
    case Verdict::Kind::Changed:
        if (verdict.size < digest.size)
            return translated("%1: CHANGED, it has %2 bytes and had %3.")
                .arg(name, number(verdict.size), number(digest.size));
        return translated("%1: CHANGED, it holds other bytes.").arg(name);
    case Verdict::Kind::Unverifiable:
        break;
    }
    if (verdict.error)
        return translated("%1: not verified. %2").arg(name, describeLoadError(*verdict.error));
    return translated("Standard input or output: not verified, since it was no file.");
}

} // namespace TmgLens
