// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/story/storytitles.h"

#include "ui/look/visibletext.h"

#include <QCoreApplication>

namespace TmgLens {

namespace {

constexpr qsizetype longestName = 80;

/// Context of the texts for translators.
struct StoryTitles
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::StoryTitles)
};

QString titleForm(StorySubject::Kind kind)
{
    switch (kind) {
    case StorySubject::Kind::Client:
        return StoryTitles::tr("Client %1");
    case StorySubject::Kind::Host:
        return StoryTitles::tr("Host %1");
    case StorySubject::Kind::User:
        return StoryTitles::tr("User %1");
    case StorySubject::Kind::Connection:
        break;
    }
    return StoryTitles::tr("Connection %1");
}

} // namespace

QString subjectTitle(const StorySubject& subject)
{
    return titleForm(subject.kind).arg(visibleText(subject.name, longestName));
}

} // namespace TmgLens
