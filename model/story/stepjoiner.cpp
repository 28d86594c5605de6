// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/story/stepjoiner.h"

#include <QtNumeric>

#include <algorithm>
#include <limits>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Ending = StoryStep::Ending;
using Kind = StoryStep::Kind;
using Phase = StoryRecord::Phase;

/// What a log claims beyond that is damage, and would make a story that spans ages.
constexpr std::chrono::days longestConnection{366};

/// What joins records: @p values, together with what all records of any step have in common.
QString keyOf(Kind kind, const StoryRecord& record, const QStringList& values)
{
    const QStringList common{QString::number(int(kind)), QString::number(int(record.log))};
    return QStringList(common + values).join(u'\n');
}

/// The host of a web log, the address of others; the other one where that is missing.
QString targetOf(const StoryRecord& record)
{
    const Parties& parties = record.parties;
    const bool isHost = parties.destination.isEmpty() || (record.log == LogKind::Web && !parties.host.isEmpty());
    return isHost ? parties.host : parties.destination;
}

/// Refusals with which a proxy asks who somebody is; 5 stands for a logon by NTLM that is half done.
bool isLogonRefusal(const StoryRecord& record, const DecodedResult& result)
{
    constexpr quint32 accessDenied = 5;
    const bool isRequest = result.entry.resultClass == ResultClass::Denied && result.entry.area == "authentication"_L1;
    return (isRequest || result.value == accessDenied) && !isNamedUser(record.user);
}

bool isRefused(ResultClass resultClass)
{
    return resultClass == ResultClass::Denied || resultClass == ResultClass::Dropped
        || resultClass == ResultClass::Attack || resultClass == ResultClass::Limit;
}

/// A log can claim any number of bytes.
void addBytes(qint64& total, const std::optional<qint64>& bytes)
{
    if (qAddOverflow(total, bytes.value_or(0), &total))
        total = std::numeric_limits<qint64>::max();
}

void takeMissing(QString& text, const QString& other)
{
    if (text.isEmpty())
        text = other;
}

} // namespace

void StepJoiner::add(const StoryRecord& record)
{
    ++m_story.records;
    if (record.phase != Phase::None)
        addToConnection(record);
    else if (record.log == LogKind::Web)
        addToVisit(record);
    else
        addToSeries(record);
}

/// Goes by the ends of connections: the log's own numbers for them are missing from many logs, and hold for one run of
/// the service only.
void StepJoiner::addToConnection(const StoryRecord& record)
{
    const Parties& parties = record.parties;
    const QString key =
        keyOf(Kind::Connection, record,
              {record.transport, parties.client, parties.clientPort, parties.destination, parties.port});
    Live* live = nullptr;
    if (const auto known = m_live.find(key); known != m_live.end()) {
        if (record.phase != Phase::Begin)
            live = &*known;
        else
            m_story.steps[known->step].ending = Ending::Untold;
    }
    if (!live)
        live = begin(Kind::Connection, key, record);
    if (!live)
        return;
    StoryStep& step = m_story.steps[live->step];
    join(step, record);
    // Totals since the beginning: the last ones are all.
    step.bytesIn = std::max(step.bytesIn, record.bytesIn.value_or(0));
    step.bytesOut = std::max(step.bytesOut, record.bytesOut.value_or(0));
    takeCode(step, record.code);
    if (record.phase == Phase::End) {
        step.ending = Ending::Closed;
        step.lastCode = record.code;
        m_live.remove(key);
    }
}

void StepJoiner::addToVisit(const StoryRecord& record)
{
    const QString key = keyOf(Kind::Visit, record, {record.parties.client, targetOf(record)});
    Live* live = nullptr;
    if (const auto known = m_live.find(key); known != m_live.end()) {
        if (record.moment - m_story.steps[known->step].end < visitPause)
            live = &*known;
        else
            settle(*known);
    }
    if (!live)
        live = begin(Kind::Visit, key, record);
    if (!live)
        return;
    StoryStep& step = m_story.steps[live->step];
    join(step, record);
    addBytes(step.bytesIn, record.bytesIn);
    addBytes(step.bytesOut, record.bytesOut);
    judge(*live, record);
}

void StepJoiner::addToSeries(const StoryRecord& record)
{
    const QString key = keyOf(Kind::Series, record,
                              {QString::number(qToUnderlying(record.code)), record.action, record.parties.client,
                               targetOf(record), record.transport});
    const auto known = m_live.find(key);
    const bool goesOn = known != m_live.end() && record.moment - m_story.steps[known->step].end <= seriesPause;
    Live* live = goesOn ? &*known : begin(Kind::Series, key, record);
    if (!live)
        return;
    StoryStep& step = m_story.steps[live->step];
    join(step, record);
    step.hasSeveralPorts = step.hasSeveralPorts || step.parties.port != record.parties.port;
    addBytes(step.bytesIn, record.bytesIn);
    addBytes(step.bytesOut, record.bytesOut);
    takeCode(step, record.code);
}

/// Begins a step with @p record in the place of any other with that key; nullptr if there are too many steps.
StepJoiner::Live* StepJoiner::begin(Kind kind, const QString& key, const StoryRecord& record)
{
    if (m_story.steps.size() >= mostStorySteps) {
        if (m_story.further++ == 0)
            m_story.furtherFrom = record.moment;
        m_live.remove(key);
        return nullptr;
    }
    StoryStep step{.kind = kind, .log = record.log, .first = record.number};
    step.begin = record.moment;
    step.parties = record.parties;
    step.transport = record.transport;
    step.action = record.action;
    step.code = record.code;
    step.hasBeginning = record.phase == Phase::Begin;
    if (kind == Kind::Connection && !step.hasBeginning && record.duration && *record.duration <= longestConnection)
        step.begin = record.moment - std::chrono::round<std::chrono::seconds>(*record.duration);
    m_story.steps.push_back(std::move(step));
    return &*m_live.insert(key, Live{.step = m_story.steps.size() - 1});
}

void StepJoiner::join(StoryStep& step, const StoryRecord& record) const
{
    ++step.records;
    step.last = record.number;
    step.end = record.moment;
    takeMissing(step.parties.host, record.parties.host);
    takeMissing(step.parties.destination, record.parties.destination);
    takeMissing(step.protocol, record.protocol);
    takeMissing(step.rule, record.rule);
    if (!isNamedUser(step.user))
        step.user = record.user;
}

/// Counts what became of a request.
void StepJoiner::judge(Live& live, const StoryRecord& record)
{
    StoryStep& step = m_story.steps[live.step];
    const DecodedResult& result = m_codes.at(record.code).result;
    if (isLogonRefusal(record, result)) {
        ++live.refusals;
        live.refusal = record.code;
        return;
    }
    const bool isFirst = step.records == live.refusals + step.logonRefusals + 1;
    if (isFirst)
        step.code = record.code;
    const ResultClass resultClass = result.entry.resultClass;
    if (resultClass == ResultClass::Allowed || resultClass == ResultClass::Redirected)
        step.logonRefusals += std::exchange(live.refusals, 0);
    step.denied += isRefused(resultClass) ? 1 : 0;
    step.failed += resultClass == ResultClass::Failed ? 1 : 0;
    takeCode(step, record.code);
}

/// Refusals at the end of a visit belong to no logon: nothing succeeded after them.
void StepJoiner::settle(const Live& live)
{
    if (live.refusals == 0)
        return;
    StoryStep& step = m_story.steps[live.step];
    step.denied += live.refusals;
    takeCode(step, live.refusal);
}

void StepJoiner::takeCode(StoryStep& step, CodeIndex code) const
{
    const auto severityOf = [this](CodeIndex index) { return m_codes.at(index).result.entry.severity; };
    if (severityOf(code) > severityOf(step.code))
        step.code = code;
}

Story StepJoiner::finish()
{
    for (const Live& live : std::as_const(m_live))
        settle(live);
    std::ranges::stable_sort(m_story.steps, {}, &StoryStep::begin);
    tellSilences();
    return std::move(m_story);
}

void StepJoiner::tellSilences()
{
    LogTime end = LogTime::max();
    for (StoryStep& step : m_story.steps) {
        if (end != LogTime::max() && step.begin - end > longestPause)
            step.silence = step.begin - end;
        end = end == LogTime::max() ? step.end : std::max(end, step.end);
    }
}

} // namespace TmgLens
