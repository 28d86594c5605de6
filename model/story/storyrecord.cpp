// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/story/storyrecord.h"

#include "model/filter/celltest.h"
#include "model/format/readablecell.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Phase = StoryRecord::Phase;

std::optional<qint64> amount(FieldId id, Filter::RecordText& text)
{
    const auto field = fieldPosition(text.layout(), id);
    if (!field)
        return {};
    const auto number = Filter::numberOfCell(Filter::trimmed(text.cell(*field)));
    return number && *number >= 0 ? number : std::nullopt;
}

/**
 * Firewall logs have the actions of the SDK's FpcAction: Establish, Intermediate and Terminate, and three others for
 * VPN. ISA 2000 has Connect and Accept for both ends of a life, which the codes 0 and 20000 and following tell apart.
 */
Phase phaseOf(const QString& action, const CodeEntry& code)
{
    if (code.log != LogKind::Firewall)
        return Phase::None;
    const QByteArray word = foldedName(action.toUtf8());
    if (word == "establish" || word == "successfulconnection")
        return Phase::Begin;
    if (word == "intermediate")
        return Phase::Interim;
    if (word == "terminate" || word == "disconnection")
        return Phase::End;
    const ResultClass resultClass = code.result.entry.resultClass;
    if (resultClass == ResultClass::Closed)
        return Phase::End;
    const bool isIsa2000 = word == "connect" || word == "accept";
    return isIsa2000 && resultClass == ResultClass::Allowed ? Phase::Begin : Phase::None;
}

/// Long texts are cut, also in memory.
void shorten(QString& text)
{
    if (text.size() > longestStoryText)
        text = QString(text.constData(), longestStoryText);
}

} // namespace

bool isNamedUser(const QString& user)
{
    return !user.isEmpty() && user.compare("anonymous"_L1, Qt::CaseInsensitive) != 0 && !user.contains(u'?');
}

QString textOfField(FieldId id, Filter::RecordText& text)
{
    const LogLayout& layout = text.layout();
    const auto field = fieldPosition(layout, id);
    if (!field)
        return {};
    const std::string_view cell = text.cell(*field);
    if (isEmptyCell(cell))
        return {};
    return textLogCell(cell, layout.fields[*field], layout).value_or(cellText(cell));
}

StoryRecordReader::StoryRecordReader(const LogLayout& layout) : m_parties(layout) {}

void StoryRecordReader::read(Filter::RecordText& text, const CodeEntry& code, StoryRecord& record) const
{
    record.parties = m_parties.read(text);
    record.transport = textOfField(FieldId::Transport, text);
    record.protocol = textOfField(FieldId::Protocol, text);
    record.action = textOfField(FieldId::Action, text);
    record.rule = textOfField(FieldId::Rule, text);
    record.user = textOfField(FieldId::User, text);
    for (QString* cell :
         {&record.parties.client, &record.parties.clientPort, &record.parties.host, &record.parties.destination,
          &record.parties.port, &record.transport, &record.protocol, &record.action, &record.rule, &record.user})
        shorten(*cell);
    record.phase = phaseOf(record.action, code);
    record.bytesIn = amount(FieldId::BytesIn, text);
    record.bytesOut = amount(FieldId::BytesOut, text);
    record.duration =
        amount(FieldId::Duration, text).transform([](qint64 ms) { return std::chrono::milliseconds(ms); });
}

} // namespace TmgLens
