// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

// compile-catalogue SOURCE FILE…: a part of the build that turns the catalogue into tables of the program.

#include "resources/catalogue/cataloguesource.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

std::expected<QList<CatalogueFile>, QString> readFiles(const QStringList& paths)
{
    QList<CatalogueFile> files;
    for (const QString& path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(path + u": "_s + file.errorString());
        files.append({.name = QFileInfo(path).fileName(), .json = file.readAll()});
    }
    return files;
}

std::expected<void, QString> write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return std::unexpected(path + u": "_s + file.errorString());
    return {};
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList paths = QCoreApplication::arguments().sliced(1);
    if (paths.size() < 2) {
        std::fputs("usage: compile-catalogue SOURCE FILE...\n", stderr);
        return 1;
    }
    const auto written = readFiles(paths.sliced(1))
                             .and_then(readCatalogue)
                             .transform(catalogueSource)
                             .and_then([&paths](const QByteArray& source) { return write(paths.front(), source); });
    if (!written)
        std::fprintf(stderr, "%s\n", qPrintable(written.error()));
    return written ? 0 : 1;
}
