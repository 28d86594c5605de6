// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/provenance/verification.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/source/filesource.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace TmgLens {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Verification", text);
}

QString number(quint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

Verdict unverifiable(const QString& path, const LoadError& error)
{
    return {.kind = Verdict::Kind::Unverifiable, .path = path, .size = 0, .error = error};
}

} // namespace

Verdict verify(const FileDigest& digest, bool mayGrow, const std::stop_token& stop, const DigestProgress& progress)
{
    if (!digest.isFile)
        return {.kind = Verdict::Kind::Unverifiable, .path = digest.path};
    const QFileInfo info(digest.path);
    if (info.exists() && !info.isFile() && !info.isDir()) // a pipe would be waited for
        return {.kind = Verdict::Kind::Changed, .path = digest.path};
    const auto file = FileSource::open(digest.path);
    if (!file)
        return unverifiable(digest.path, file.error());
    Verdict verdict{.kind = Verdict::Kind::Changed, .path = digest.path, .size = (*file)->size()};
    if (verdict.size < digest.size || (verdict.size > digest.size && !mayGrow))
        return verdict;
    const auto sha256 = sha256Of(**file, digest.size, stop, progress);
    if (!sha256)
        return unverifiable(digest.path, sha256.error());
    if (*sha256 == digest.sha256)
        verdict.kind = verdict.size == digest.size ? Verdict::Kind::Same : Verdict::Kind::Grown;
    return verdict;
}

QString describeVerdict(const Verdict& verdict, const FileDigest& digest)
{
    const QString name = harmlessPath(verdict.path);
    switch (verdict.kind) {
    case Verdict::Kind::Same:
        return translated("%1: unchanged, %2 bytes.").arg(name, number(digest.size));
    case Verdict::Kind::Grown:
        return translated("%1: %2 bytes were added since; the %3 bytes that there were are unchanged.")
            .arg(name, number(verdict.size - digest.size), number(digest.size));
    case Verdict::Kind::Changed:
        if (verdict.size != digest.size)
            return translated("%1: CHANGED, it has %2 bytes and had %3.")
                .arg(name, number(verdict.size), number(digest.size));
        return translated("%1: CHANGED, it holds other bytes.").arg(name);
    case Verdict::Kind::Unverifiable:
        break;
    }
    if (verdict.error)
        return translated("%1: not verified. %2").arg(name, describeLoadError(*verdict.error));
    return translated("%1: not verified, since it was no file.").arg(name);
}

} // namespace TmgLens
