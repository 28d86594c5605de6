// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findinglook.h"

#include "ui/look/resultcolors.h"
#include "ui/look/resultmark.h"

#include <QCoreApplication>

namespace TmgLens {

namespace {

struct SeverityTitles
{
    Q_DECLARE_TR_FUNCTIONS(FindingSeverity)
};

/// A class of results whose look the severity has, so that one window has one set of signs.
std::pair<ResultClass, Severity> likeness(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Alarm:
        return {ResultClass::Failed, Severity::Critical};
    case FindingSeverity::Warning:
        return {ResultClass::Denied, Severity::Warning};
    case FindingSeverity::Notice:
        return {ResultClass::Info, Severity::Notice};
    case FindingSeverity::Noise:
        break;
    }
    return {ResultClass::Closed, Severity::Ok};
}

} // namespace

QString title(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Alarm:
        return SeverityTitles::tr("Alarm");
    case FindingSeverity::Warning:
        return SeverityTitles::tr("Warning");
    case FindingSeverity::Notice:
        return SeverityTitles::tr("Notice");
    case FindingSeverity::Noise:
        break;
    }
    return SeverityTitles::tr("Noise");
}

QColor severityColor(FindingSeverity severity, const QPalette& palette)
{
    return resultColor(likeness(severity).first, palette);
}

QIcon severityMark(FindingSeverity severity, const QPalette& palette)
{
    const auto [resultClass, weight] = likeness(severity);
    return resultMark(resultClass, weight, palette);
}

} // namespace TmgLens
