// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulemodel.h"

#include "model/filter/exactvalue.h"
#include "model/output/harmlesstext.h"
#include "model/output/plaintip.h"
#include "model/output/summarywording.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200; // characters
constexpr qsizetype longestTip = 1000;
constexpr qsizetype longestCode = 40;
constexpr qsizetype longestTerm = 4000; // of a name that goes into the filter line

QString countOf(quint64 count)
{
    return QLocale().toString(count);
}

QString countOf(const DistinctCount& distinct)
{
    return distinct.hasMore ? QString("> "_L1 + countOf(distinct.count)) : countOf(distinct.count);
}

QString nameOf(const RuleTotals& rule, qsizetype longest)
{
    if (rule.furtherRules > 0)
        return RuleModel::tr("(%1 further rules)").arg(countOf(rule.furtherRules));
    return rule.name.isEmpty() ? RuleModel::tr("(no rule)") : harmlessText(shortened(rule.name, longest));
}

QString nameOf(const CodeEntry& code)
{
    return code.text.isEmpty() ? RuleModel::tr("(none)") : harmlessText(shortened(codeText(code), longestCode));
}

QString topCodes(const RuleTotals& rule)
{
    QStringList words;
    for (const CodeEntry& code : rule.topCodes)
        words += u"%1 (%2)"_s.arg(nameOf(code), countOf(code.count));
    return words.join(", "_L1);
}

QString explainedCodes(const RuleTotals& rule)
{
    QStringList lines;
    for (const CodeEntry& code : rule.topCodes)
        lines += RuleModel::tr("%1 %2: %3 records")
                     .arg(nameOf(code), harmlessText(shortened(meaningOf(code.result.entry), longestName)),
                          countOf(code.count));
    return lines.join(u'\n');
}

int alignment(int column)
{
    if (column >= RuleModel::Records && column <= RuleModel::Destinations)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isTime = column == RuleModel::FirstUse || column == RuleModel::LastUse; // all of one width
    return int((isTime ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// The outcome that @p column counts; it must be one of theirs.
constexpr RuleOutcome outcomeOf(int column)
{
    return RuleOutcome(column - RuleModel::Allowed);
}

QVariant sortValue(const RuleTotals& rule, int column)
{
    switch (column) {
    case RuleModel::Records:
        return rule.records;
    case RuleModel::Allowed:
    case RuleModel::Denied:
    case RuleModel::Failed:
    case RuleModel::Other:
        return rule.outcome(outcomeOf(column));
    case RuleModel::TopCodes:
        return topCodes(rule);
    case RuleModel::Clients:
        return rule.clients.count;
    case RuleModel::Destinations:
        return rule.destinations.count;
    case RuleModel::FirstUse:
        return qlonglong(rule.first.time_since_epoch().count());
    case RuleModel::LastUse:
        return qlonglong(rule.last.time_since_epoch().count());
    default:
        return nameOf(rule, longestName);
    }
}

QString headerExplanation(int column)
{
    switch (column) {
    case RuleModel::Allowed:
        return RuleModel::tr("Allowed, redirected, or closed in order");
    case RuleModel::Denied:
        return RuleModel::tr("Denied by policy or for want of a logon");
    case RuleModel::Failed:
        return RuleModel::tr("Failed, dropped, taken for an attack, or over a limit");
    case RuleModel::Other:
        return RuleModel::tr("Information, and codes of which nothing is known");
    case RuleModel::Clients:
        return RuleModel::tr("Different client addresses");
    case RuleModel::Destinations:
        return RuleModel::tr("Different names of destinations, addresses where there is no name");
    default:
        return {};
    }
}

/// Puts @p rules in the order of @p old, if they are the same. Returns whether they are.
bool bringIntoOrderOf(const std::vector<RuleTotals>& old, std::vector<RuleTotals>& rules)
{
    if (old.size() != rules.size())
        return false;
    const auto keyOf = [](const RuleTotals& rule) { return std::pair(rule.furtherRules > 0, rule.name); };
    QHash<std::pair<bool, QString>, qsizetype> places;
    for (std::size_t i = 0; i < old.size(); ++i)
        places.insert(keyOf(old[i]), qsizetype(i));
    const auto placeOf = [&](const RuleTotals& rule) { return places.value(keyOf(rule), -1); };
    if (std::ranges::contains(rules, -1, placeOf))
        return false;
    std::ranges::sort(rules, {}, placeOf);
    return true;
}

} // namespace

int RuleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int RuleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RuleTotals& totals = rule(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(totals, Column(index.column()));
    case Qt::ToolTipRole:
        return plainTip(explanation(totals, Column(index.column())));
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case SortRole:
        return sortValue(totals, index.column());
    default:
        return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role == Qt::ToolTipRole)
        return headerExplanation(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Rule");
    case Records:
        return tr("Records");
    case Allowed:
        return tr("Allowed");
    case Denied:
        return tr("Denied");
    case Failed:
        return tr("Failed");
    case Other:
        return tr("Other");
    case TopCodes:
        return tr("Top codes");
    case Clients:
        return tr("Clients");
    case Destinations:
        return tr("Destinations");
    case FirstUse:
        return tr("First use");
    case LastUse:
        return tr("Last use");
    default:
        return {};
    }
}

void RuleModel::setRules(std::vector<RuleTotals> rules)
{
    const bool areSame = bringIntoOrderOf(m_rules, rules);
    if (!areSame)
        beginResetModel();
    m_rules = std::move(rules);
    m_mostRecords = m_rules.empty() ? 0 : std::ranges::max(m_rules, {}, &RuleTotals::records).records;
    if (!areSame)
        endResetModel();
    else
        tellChanged();
}

void RuleModel::setZone(const QTimeZone& zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    tellChanged();
}

void RuleModel::tellChanged()
{
    if (!m_rules.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

FilterExpression RuleModel::term(const QList<int>& rows) const
{
    const Filter::FieldName field = Filter::fieldName(u"rule"_s);
    QStringList names;
    for (const int row : rows) {
        const RuleTotals& totals = rule(row);
        if (totals.furtherRules > 0 || totals.name.size() > longestTerm || !Filter::isComparable(field, totals.name))
            return {};
        names += totals.name;
    }
    return Filter::valueTerm(field, names);
}

QString RuleModel::text(const RuleTotals& rule, Column column) const
{
    switch (column) {
    case Name:
        return nameOf(rule, longestName);
    case Records:
        return countOf(rule.records);
    case Allowed:
    case Denied:
    case Failed:
    case Other: {
        const quint64 count = rule.outcome(outcomeOf(column));
        return count > 0 ? countOf(count) : u"–"_s; // so that what never happened is seen
    }
    case TopCodes:
        return topCodes(rule);
    case Clients:
        return countOf(rule.clients);
    case Destinations:
        return countOf(rule.destinations);
    case FirstUse:
        return timeOf(rule.first);
    case LastUse:
        return timeOf(rule.last);
    case ColumnCount:
        break;
    }
    return {};
}

QString RuleModel::explanation(const RuleTotals& rule, Column column) const
{
    if (column == Name)
        return nameOf(rule, longestTip);
    return column == TopCodes ? explainedCodes(rule) : text(rule, column);
}

QString RuleModel::timeOf(LogTime moment) const
{
    if (moment == invalidTime)
        return {};
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace TmgLens
