// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"
#include "model/output/texttable.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>

class QFile;

namespace TmgLens {

/// Context of the command line's sentences for translators.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// A sentence on standard error, after the program's name. Control characters in it are made harmless.
void complain(const QString& sentence);

/// Text as it is on standard error.
void complainVerbatim(const QString& text);

/// Opens standard output for bytes, without a buffer of its own: what has been written is out, or failed.
[[nodiscard]] bool openStandardOutput(QFile& file);

/// Writes to standard output; says so if that fails.
[[nodiscard]] ExitStatus printBytes(const QByteArray& bytes);
[[nodiscard]] ExitStatus printText(const QString& text);
/// Writes to the file @p target, which is replaced only when all is written, or to standard output if it is empty; says
/// so if that fails.
[[nodiscard]] ExitStatus writeBytes(const QString& target, const QByteArray& bytes);

/// Says that standard output does not take any more, in the words of the system.
[[nodiscard]] ExitStatus refuseOutput(const QString& systemText);
/// Says that the file @p target could not be written, in the words of the system.
[[nodiscard]] ExitStatus refuseTarget(const QString& target, const QString& systemText);

/// Coloured if standard output is a terminal that shows colours and whose owner wants them.
[[nodiscard]] TextStyle outputStyle();

/**
 * A line on standard error that tells how far the work is, if that is a terminal.
 *
 * It is rewritten at most ten times a second, and gone when the object is. Nothing else may write to standard error
 * meanwhile.
 */
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// True if show() would be seen; ask before composing the text.
    [[nodiscard]] bool isDue() const;
    void show(const QString& text);

private:
    const bool m_isTerminal;
    bool m_isShown = false;
    QElapsedTimer m_sinceShown;
};

} // namespace TmgLens
