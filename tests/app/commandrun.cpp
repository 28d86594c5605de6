// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"

#include <QFile>
#include <QProcess>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

CommandRun run(const QString& program, const QStringList& arguments, const QByteArray& input, const QString& folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    environment.insert(u"TMGLENS"_s, QStringLiteral(TMGLENS_EXECUTABLE));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    const bool hasExited = process.exitStatus() == QProcess::NormalExit;
    return {hasExited ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

CommandRun runTmglens(const QStringList& arguments, const QByteArray& input, const QString& folder)
{
    return run(QStringLiteral(TMGLENS_EXECUTABLE), arguments, input, folder);
}

CommandRun runShell(const QString& script, const QString& folder)
{
    return run(u"sh"_s, {u"-c"_s, script}, {}, folder);
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray fileContent(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

} // namespace TmgLens::Test
