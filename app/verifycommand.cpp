// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/verifycommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/provenance/provenance.h"
#include "model/provenance/verification.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

Verdict verifyFile(const FileDigest& digest, const QString& folder)
{
    ProgressLine line;
    quint64 done = 0;
    return verify(digest, folder, {}, [&](quint64 bytes) {
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
    const QString folder = QFileInfo(path).absolutePath();
    std::vector<FileDigest> digests = files->sources;
    digests.insert(digests.begin(), files->output);
    ExitStatus status = ExitStatus::Done;
    for (const FileDigest& digest : digests) {
        const Verdict verdict = verifyFile(digest, folder);
        if (verdict.kind != Verdict::Kind::Same && verdict.kind != Verdict::Kind::Grown)
            status = ExitStatus::Incomplete;
        if (const ExitStatus printed = printText(describeVerdict(verdict, digest) + u'\n'); printed != ExitStatus::Done)
            return printed;
    }
    return status;
}

} // namespace

ExitStatus runVerify(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Tells whether an export and the logs that it comes from still hold the bytes that they held "
                        "when it was written.\nFILE.json is what export has written with --provenance. A file that is "
                        "no longer where it was is looked for beside it. The status is 1 if anything has changed or "
                        "cannot be verified."));
    parser.addPositionalArgument(u"FILE.json"_s, CommandLine::tr("Where the export comes from."), u"FILE.json"_s);
    if (const auto status = parseArguments(parser, arguments))
        return *status;
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 1)
        return refuseUsage(CommandLine::tr("verify needs one file that export has written with --provenance."));
    return verifyFiles(paths.constFirst());
}

} // namespace TmgLens
