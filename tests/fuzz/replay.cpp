// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/target.h"

#include <QDirIterator>
#include <QFile>

/// Tries every file of the folders that are named, in the order of their names.
int main(int argc, char* argv[])
{
    QStringList paths;
    for (int i = 1; i < argc; ++i) {
        for (QDirIterator it(QFile::decodeName(argv[i]), QDir::Files); it.hasNext();)
            paths += it.next();
    }
    paths.sort();
    for (const QString& path : std::as_const(paths)) {
        std::printf("%s\n", qPrintable(path));
        std::fflush(stdout); // the last one is what broke it
        QFile file(path);
        TmgLens::Fuzz::require(file.open(QIODevice::ReadOnly), "the input can be read");
        const QByteArray input = file.readAll();
        TmgLens::Fuzz::tryInput({input.constData(), std::size_t(input.size())});
    }
    TmgLens::Fuzz::require(!paths.isEmpty(), "there are inputs");
    return 0;
}
