// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/story/storyphrases.h"

#include "model/format/fieldcutter.h"
#include "model/table/readablevalue.h"
#include "ui/look/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <string>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Ending = StoryStep::Ending;
using Kind = StoryStep::Kind;

constexpr qsizetype longestName = 80;

/// Context of the texts for translators.
struct StoryPhrases
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::StoryPhrases)
};

QString shown(const QString& name)
{
    return visibleText(name, longestName);
}

QString countText(quint64 count)
{
    return QLocale().toString(qulonglong(count));
}

QString sizeText(qint64 bytes)
{
    return readableValue(std::to_string(bytes), FieldType::Bytes);
}

QString codeText(CodeIndex index, const CodeTable& codes)
{
    const CodeEntry& code = codes.at(index);
    return visibleText(withTitle(cellText(toStringView(code.text)), code), longestName);
}

QString withPort(const QString& address, const StoryStep& step)
{
    const QString& port = step.parties.port;
    const bool hasPort = !port.isEmpty() && port != "0"_L1 && !step.hasSeveralPorts;
    return hasPort ? (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address, shown(port)) : address;
}

QString targetText(const StoryStep& step)
{
    const QString host = shown(step.parties.host);
    const QString address = shown(step.parties.destination);
    if (host.isEmpty() && address.isEmpty())
        return StoryPhrases::tr("an unknown destination");
    if (step.kind == Kind::Visit)
        return host.isEmpty() ? address : host;
    if (host.isEmpty() || host == address)
        return withPort(address.isEmpty() ? host : address, step);
    return address.isEmpty() ? withPort(host, step) : StoryPhrases::tr("%1 (%2)").arg(host, withPort(address, step));
}

/// Who did it, where the story is not about them.
QString clientText(const StoryStep& step, StorySubject::Kind subject)
{
    const QString client = shown(step.parties.client);
    if (subject == StorySubject::Kind::Client || client.isEmpty())
        return {};
    return StoryPhrases::tr("%1: ").arg(client);
}

QString trafficText(const StoryStep& step)
{
    if (step.bytesIn == 0 && step.bytesOut == 0)
        return {};
    return StoryPhrases::tr("%1 received, %2 sent").arg(sizeText(step.bytesIn), sizeText(step.bytesOut));
}

QString ruleText(const StoryStep& step)
{
    return step.rule.isEmpty() ? QString() : StoryPhrases::tr("rule \u201C%1\u201D").arg(shown(step.rule));
}

QString userText(const StoryStep& step, StorySubject::Kind subject)
{
    const bool isNews = subject != StorySubject::Kind::User && isNamedUser(step.user);
    return isNews ? StoryPhrases::tr("user %1").arg(shown(step.user)) : QString();
}

/// Records of a client and of a connection are all that there are; those of a host or a user can lack the end, which
/// does not always name them.
QString openText(StorySubject::Kind subject)
{
    const bool hasAll = subject == StorySubject::Kind::Client || subject == StorySubject::Kind::Connection;
    return hasAll ? StoryPhrases::tr("still open when the log ends")
                  : StoryPhrases::tr("its end is not among these records");
}

QString endingText(const StoryStep& step, StorySubject::Kind subject, const CodeTable& codes)
{
    switch (step.ending) {
    case Ending::Closed:
        return StoryPhrases::tr("ended with %1").arg(codeText(step.lastCode, codes));
    case Ending::Open:
        return openText(subject);
    case Ending::Untold:
        break;
    }
    return StoryPhrases::tr("its end is not in the log");
}

QStringList connectionParts(const StoryStep& step, StorySubject::Kind subject, const CodeTable& codes)
{
    const QString protocol = step.protocol.isEmpty() ? step.transport : step.protocol;
    QStringList parts{protocol.isEmpty()
                          ? StoryPhrases::tr("Connection to %1").arg(targetText(step))
                          : StoryPhrases::tr("%1 connection to %2").arg(shown(protocol), targetText(step))};
    parts += trafficText(step);
    if (!step.hasBeginning)
        parts += StoryPhrases::tr("its beginning is not among these records");
    parts += endingText(step, subject, codes);
    return parts;
}

QString problemsText(const StoryStep& step, const CodeTable& codes)
{
    QStringList counts;
    if (step.denied > 0)
        counts += StoryPhrases::tr("%1 denied").arg(countText(step.denied));
    if (step.failed > 0)
        counts += StoryPhrases::tr("%1 failed").arg(countText(step.failed));
    if (counts.isEmpty())
        return {};
    const QString all = counts.join(u", "_s);
    return StoryPhrases::tr("%1 (%2)").arg(all, codeText(step.code, codes));
}

QString logonText(const StoryStep& step)
{
    if (step.logonRefusals == 0)
        return {};
    return step.logonRefusals == 1
        ? StoryPhrases::tr("one refusal was part of a logon")
        : StoryPhrases::tr("%1 refusals were part of logons").arg(countText(step.logonRefusals));
}

QStringList visitParts(const StoryStep& step, const CodeTable& codes)
{
    const QString requests = step.records == 1
        ? StoryPhrases::tr("One request to %1").arg(targetText(step))
        : StoryPhrases::tr("%1 requests to %2").arg(countText(step.records), targetText(step));
    QString outcome = problemsText(step, codes);
    if (outcome.isEmpty() && step.records == 1)
        outcome = codeText(step.code, codes);
    return {requests, trafficText(step), outcome, logonText(step)};
}

QStringList seriesParts(const StoryStep& step, const CodeTable& codes)
{
    const QString what = step.action.isEmpty() ? StoryPhrases::tr("Record") : shown(step.action);
    const QString often =
        step.records == 1 ? what : StoryPhrases::tr("%1, %2 times").arg(what, countText(step.records));
    QString target = StoryPhrases::tr("to %1").arg(targetText(step));
    if (!step.protocol.isEmpty())
        target = StoryPhrases::tr("%1 to %2").arg(shown(step.protocol), targetText(step));
    QStringList parts{StoryPhrases::tr("%1: %2").arg(often, target), codeText(step.code, codes)};
    if (step.hasSeveralPorts)
        parts += StoryPhrases::tr("several ports");
    parts += trafficText(step);
    return parts;
}

QStringList partsOf(const StoryStep& step, StorySubject::Kind subject, const CodeTable& codes)
{
    switch (step.kind) {
    case Kind::Connection:
        return connectionParts(step, subject, codes);
    case Kind::Visit:
        return visitParts(step, codes);
    case Kind::Series:
        break;
    }
    return seriesParts(step, codes);
}

} // namespace

QString stepText(const StoryStep& step, StorySubject::Kind subject, const CodeTable& codes)
{
    QStringList parts = partsOf(step, subject, codes);
    parts += ruleText(step);
    parts += userText(step, subject);
    parts.removeAll(QString());
    return clientText(step, subject) + parts.join(u"; "_s);
}

QString lastedText(const StoryStep& step)
{
    const std::chrono::seconds lasted = step.end - step.begin;
    return lasted > std::chrono::seconds::zero() ? secondsText(lasted.count()) : QString();
}

QString silenceText(std::chrono::seconds silence)
{
    return StoryPhrases::tr("Nothing for %1").arg(secondsText(silence.count()));
}

QString furtherText(const Story& story)
{
    return story.further == 0
        ? QString()
        : StoryPhrases::tr("Only the first %1 steps are told. Records that would begin others: %2. Filter the log to "
                           "see them.")
              .arg(countText(mostStorySteps), countText(story.further));
}

} // namespace TmgLens
