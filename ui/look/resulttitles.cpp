// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/resulttitles.h"

#include <QCoreApplication>

namespace TmgLens {

QString resultClassTitle(ResultClass resultClass)
{
    switch (resultClass) {
    case ResultClass::Allowed:
        return QCoreApplication::translate("ResultClass", "Allowed");
    case ResultClass::Redirected:
        return QCoreApplication::translate("ResultClass", "Redirected");
    case ResultClass::Closed:
        return QCoreApplication::translate("ResultClass", "Closed");
    case ResultClass::Info:
        return QCoreApplication::translate("ResultClass", "Information");
    case ResultClass::Denied:
        return QCoreApplication::translate("ResultClass", "Denied");
    case ResultClass::Failed:
        return QCoreApplication::translate("ResultClass", "Failed");
    case ResultClass::Dropped:
        return QCoreApplication::translate("ResultClass", "Dropped");
    case ResultClass::Attack:
        return QCoreApplication::translate("ResultClass", "Attack");
    case ResultClass::Limit:
        return QCoreApplication::translate("ResultClass", "Limit reached");
    case ResultClass::Unknown:
        break;
    }
    return QCoreApplication::translate("ResultClass", "Unknown");
}

QString resultFamilyTitle(ResultFamily family)
{
    switch (family) {
    case ResultFamily::Win32:
        return QCoreApplication::translate("ResultFamily", "Windows");
    case ResultFamily::Http:
        return QCoreApplication::translate("ResultFamily", "HTTP status");
    case ResultFamily::Winsock:
        return QCoreApplication::translate("ResultFamily", "Winsock");
    case ResultFamily::Rws:
        return QCoreApplication::translate("ResultFamily", "Connection end");
    case ResultFamily::TmgForward:
        return QCoreApplication::translate("ResultFamily", "TMG forward proxy");
    case ResultFamily::TmgReverse:
        return QCoreApplication::translate("ResultFamily", "TMG reverse proxy");
    case ResultFamily::TmgFirewall:
        return QCoreApplication::translate("ResultFamily", "TMG firewall");
    case ResultFamily::Hresult:
        return QCoreApplication::translate("ResultFamily", "HRESULT");
    case ResultFamily::Unknown:
        break;
    }
    return QCoreApplication::translate("ResultFamily", "Unknown");
}

QString severityTitle(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return QCoreApplication::translate("Severity", "OK");
    case Severity::Notice:
        return QCoreApplication::translate("Severity", "Notice");
    case Severity::Warning:
        return QCoreApplication::translate("Severity", "Warning");
    case Severity::Error:
        return QCoreApplication::translate("Severity", "Error");
    case Severity::Critical:
        break;
    }
    return QCoreApplication::translate("Severity", "Critical");
}

QString areaTitle(const QString& area)
{
    QString title = area;
    title.replace(u'-', u' ');
    if (!title.isEmpty()) {
        title[0] = title[0].toUpper();
    }
    return title;
}

QString logKindTitle(LogKind kind)
{
    switch (kind) {
    case LogKind::Web:
        return QCoreApplication::translate("LogKind", "Web proxy log");
    case LogKind::Firewall:
        return QCoreApplication::translate("LogKind", "Firewall log");
    case LogKind::PacketFilter:
        return QCoreApplication::translate("LogKind", "Packet filter log");
    case LogKind::Unknown:
        break;
    }
    return {};
}

} // namespace TmgLens
