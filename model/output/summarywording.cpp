// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarywording.h"

#include "model/format/fieldcutter.h"

#include <QLocale>

namespace TmgLens {

using namespace Qt::StringLiterals;

QString countText(quint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

QString shareText(quint64 count, quint64 total)
{
    return QString::number(100.0 * double(count) / double(total), 'f', 1) + u" %"_s;
}

QString timeForPeople(const QDateTime& time)
{
    const QString zone = time.timeSpec() == Qt::UTC ? u"UTC"_s : time.timeZoneAbbreviation();
    return time.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + zone;
}

QString zoneForPeople(const LogSummary& summary)
{
    const auto zone = summary.serverZone();
    return zone ? SummaryText::tr("Server time: %1.").arg(serverZoneText(*zone)) : QString();
}

QString pathForPeople(const FileSummary& file)
{
    return file.path == u"-"_s ? SummaryText::tr("standard input") : file.path;
}

QString remarkForPeople(const QString& remark)
{
    return SummaryText::tr("To note: %1").arg(remark);
}

QString codeText(const CodeEntry& code)
{
    return cellText({code.text.constData(), std::size_t(code.text.size())});
}

QString meaningOf(const ResultEntry& entry)
{
    if (!entry.title.isEmpty())
        return entry.title;
    return entry.message.isEmpty() ? entry.symbols.join("; "_L1) : entry.message;
}

QString firstAdvice(const ResultEntry& entry)
{
    if (entry.severity < Severity::Warning)
        return {};
    const qsizetype end = entry.advice.indexOf(u". "_s);
    return end < 0 ? entry.advice : entry.advice.first(end + 1);
}

QString valuesTitle(const Filter::FieldName& field)
{
    switch (field.id) {
    case FieldId::Client:
        return SummaryText::tr("Clients");
    case FieldId::Host:
        return SummaryText::tr("Hosts");
    case FieldId::Destination:
        return SummaryText::tr("Destinations");
    case FieldId::Rule:
        return SummaryText::tr("Rules");
    case FieldId::User:
        return SummaryText::tr("Users");
    default:
        return field.name;
    }
}

QString shortened(const QString& text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    const bool isInCharacter = text[limit - 2].isHighSurrogate();
    return text.first(limit - (isInCharacter ? 2 : 1)) + u'…';
}

} // namespace TmgLens
