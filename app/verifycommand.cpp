// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/verifycommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/provenance/provenance.h"
#include "model/provenance/verification.h"

#include <QCommandLineParser>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

Verdict verifyFile(const FileDigest& digest, bool mayGrow)
{
    ProgressLine line;
    quint64 done = 0;
    return verify(digest, mayGrow, {}, [&](quint64 bytes) {
        done += bytes;
        if (line.isDue())
            line.show(
                CommandLine::tr("Verifying %1: %2 %").arg(digest.path, QString::number(done * 100 / digest.size)));
    });
}

/// Says of each file that the provenance at @p path speaks of what became of it.
ExitStatus verifyFiles(const QString& path)
{
    const auto files = readProvenance(path);
    if (!files) {
        complain(describeKeepingError(files.error()));
        return ExitStatus::Failed;
    }
    ExitStatus status = ExitStatus::Done;
    const auto tell = [&status](const FileDigest& digest, bool mayGrow) {
        const Verdict verdict = verifyFile(digest, mayGrow);
        if (verdict.kind != Verdict::Kind::Same && verdict.kind != Verdict::Kind::Grown)
            status = ExitStatus::Incomplete;
        return printText(describeVerdict(verdict, digest) + u'\n');
    };
    ExitStatus printed = tell(files->output, false);
    for (const FileDigest& source : files->sources)
        if (printed == ExitStatus::Done)
            printed = tell(source, true);
    return printed == ExitStatus::Done ? status : printed;
}

} // namespace

ExitStatus runVerify(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Tells whether an export and the logs that it comes from still hold the bytes that they held "
                        "when it was written.\nFILE.json is what export has written with --provenance. What "
                        "was moved together with FILE.json is found again. The status is 1 if anything has changed "
                        "or cannot be verified; what was added to a log since is no change."));
    parser.addPositionalArgument(u"FILE.json"_s, CommandLine::tr("Where the export comes from."), u"FILE.json"_s);
    if (const auto status = parseArguments(parser, arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 1)
        return refuseUsage(CommandLine::tr("verify needs one file that export has written with --provenance."));
    return verifyFiles(paths.constFirst());
}

} // namespace TmgLens
