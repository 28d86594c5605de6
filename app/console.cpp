// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include "model/output/harmlesstext.h"
#include "model/output/targetfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int standardOutput = 1;
constexpr int standardError = 2;
constexpr qint64 millisecondsBetweenLines = 100;

bool isTerminal(int descriptor)
{
#ifdef Q_OS_WIN
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) != 0;
#endif
}

} // namespace

void complain(const QString& sentence)
{
    complainVerbatim(u"tmglens: "_s + harmlessText(sentence) + u'\n');
}

void complainVerbatim(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

bool openStandardOutput(QFile& file)
{
#ifdef Q_OS_WIN
    // Or each line end would get a second carriage return.
    _setmode(standardOutput, _O_BINARY);
#endif
    return file.open(standardOutput, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

ExitStatus printBytes(const QByteArray& bytes)
{
    QFile output;
    if (!openStandardOutput(output) || output.write(bytes) != bytes.size())
        return refuseOutput(output.errorString());
    return ExitStatus::Done;
}

ExitStatus printText(const QString& text)
{
    return printBytes(text.toUtf8());
}

ExitStatus refuseTarget(const QString& target, const QString& systemText)
{
    complain(
        CommandLine::tr("“%1” could not be written (%2).").arg(target, systemText)
        + (QFileInfo(target).isFile() ? u' ' + CommandLine::tr("What it held before is still there.") : QString()));
    return ExitStatus::Failed;
}

ExitStatus writeBytes(const QString& target, const QByteArray& bytes)
{
    if (target.isEmpty())
        return printBytes(bytes);
    const Written written = writeTargetFile(
        target, [&](QIODevice& device) { return writeAll(device, {bytes.constData(), std::size_t(bytes.size())}); });
    return written ? ExitStatus::Done : refuseTarget(target, written.error().systemText);
}

ExitStatus refuseOutput(const QString& systemText)
{
    complain(CommandLine::tr("Standard output could not be written (%1).").arg(systemText));
    return ExitStatus::Failed;
}

TextStyle outputStyle()
{
    // https://no-color.org: set to anything but nothing.
    const bool isWanted = qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    return isWanted && isTerminal(standardOutput) ? TextStyle::Coloured : TextStyle::Plain;
}

ProgressLine::ProgressLine() : m_isTerminal(isTerminal(standardError))
{
    m_sinceShown.start();
}

ProgressLine::~ProgressLine()
{
    if (m_isShown)
        complainVerbatim(u"\r\x1B[K"_s);
}

bool ProgressLine::isDue() const
{
    return m_isTerminal && m_sinceShown.elapsed() >= millisecondsBetweenLines;
}

void ProgressLine::show(const QString& text)
{
    if (!m_isTerminal)
        return;
    complainVerbatim(u"\r"_s + harmlessText(text) + u"\x1B[K"_s);
    m_isShown = true;
    m_sinceShown.restart();
}

} // namespace TmgLens
