// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/explaincommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "app/logrequest.h"
#include "model/finding/findingsearch.h"
#include "model/finding/findingsentence.h"
#include "model/output/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

namespace TmgLens {

using namespace Qt::StringLiterals;

ExitStatus runExplain(const QStringList& arguments)
{
    RecordIndex index;
    QElapsedTimer timer;
    timer.start();
    for (const QString& path : arguments.sliced(1))
        (void)readLogs(path, {}, [&](const QString&, const ScannedBlock& scanned) { index.append(scanned.block); });
    fprintf(stderr, "index %lld ms\n", timer.restart());
    const auto patterns = builtInPatterns();
    if (!patterns) {
        complain(patterns.error());
        return ExitStatus::Failed;
    }
    FindingSearch search(*patterns);
    if (const auto done = search.goOn(index, {}); !done)
        return ExitStatus::Failed;
    fprintf(stderr, "search %lld ms\n", timer.restart());
    const auto findings = search.findings(index);
    fprintf(stderr, "findings %lld ms: %zu\n", timer.restart(), findings->findings.size());
    QHash<QString, int> counts;
    for (const Finding& finding : findings->findings)
        if (++counts[finding.pattern->id] <= 5)
            printf("%s %s %lld-%lld: %s\n", finding.pattern->id.toUtf8().constData(), keyword(finding.severity).data(),
                   (long long)finding.first.time_since_epoch().count(), (long long)finding.last.time_since_epoch().count(),
                   findingSentence(finding).toUtf8().constData());
    for (auto i = counts.begin(); i != counts.end(); ++i)
        printf("%s: %d\n", i.key().toUtf8().constData(), *i);
    return ExitStatus::Done;
}

} // namespace TmgLens
