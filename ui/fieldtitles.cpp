// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fieldtitles.h"

#include <QCoreApplication>

namespace TmgLens {

QString fieldTitle(FieldId id)
{
    switch (id) {
    case FieldId::Client:
        return QCoreApplication::translate("FieldTitle", "Client address");
    case FieldId::User:
        return QCoreApplication::translate("FieldTitle", "User");
    case FieldId::Agent:
        return QCoreApplication::translate("FieldTitle", "Client program");
    case FieldId::Url:
        return QCoreApplication::translate("FieldTitle", "URL");
    case FieldId::Host:
        return QCoreApplication::translate("FieldTitle", "Destination name");
    case FieldId::Destination:
        return QCoreApplication::translate("FieldTitle", "Destination address");
    case FieldId::Port:
        return QCoreApplication::translate("FieldTitle", "Destination port");
    case FieldId::Method:
        return QCoreApplication::translate("FieldTitle", "Method");
    case FieldId::Rule:
        return QCoreApplication::translate("FieldTitle", "Rule");
    case FieldId::Action:
        return QCoreApplication::translate("FieldTitle", "Action");
    case FieldId::ResultCode:
        return QCoreApplication::translate("FieldTitle", "Result code");
    case FieldId::Date:
        return QCoreApplication::translate("FieldTitle", "Date");
    case FieldId::Time:
        return QCoreApplication::translate("FieldTitle", "Time");
    case FieldId::GmtTime:
        return QCoreApplication::translate("FieldTitle", "Time in UTC");
    case FieldId::BytesIn:
        return QCoreApplication::translate("FieldTitle", "Bytes to the client");
    case FieldId::BytesOut:
        return QCoreApplication::translate("FieldTitle", "Bytes from the client");
    case FieldId::Duration:
        return QCoreApplication::translate("FieldTitle", "Duration");
    case FieldId::Protocol:
        return QCoreApplication::translate("FieldTitle", "Protocol");
    case FieldId::Transport:
        return QCoreApplication::translate("FieldTitle", "Transport");
    case FieldId::Service:
        return QCoreApplication::translate("FieldTitle", "Service");
    case FieldId::Server:
        return QCoreApplication::translate("FieldTitle", "Server");
    case FieldId::ObjectSource:
        return QCoreApplication::translate("FieldTitle", "Object source");
    case FieldId::CacheInfo:
        return QCoreApplication::translate("FieldTitle", "Cache information");
    case FieldId::ErrorInfo:
        return QCoreApplication::translate("FieldTitle", "Error information");
    case FieldId::FilterInfo:
        return QCoreApplication::translate("FieldTitle", "Filter information");
    case FieldId::MimeType:
        return QCoreApplication::translate("FieldTitle", "Content type");
    case FieldId::SourceNetwork:
        return QCoreApplication::translate("FieldTitle", "Source network");
    case FieldId::DestinationNetwork:
        return QCoreApplication::translate("FieldTitle", "Destination network");
    case FieldId::Other:
        break;
    }
    return {};
}

} // namespace TmgLens
