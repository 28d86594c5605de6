// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/logname.h"
#include "model/source/membernames.h"
#include "tests/fuzz/target.h"

#include <QDir>
#include <QSet>

namespace TmgLens::Fuzz {

namespace {

void requireSafe(const QString& name)
{
    const QString address = QStringLiteral("/folder/archive.zip/") + name;
    require(QDir::cleanPath(address) == address, "a member's name is clean");
    require(QDir::isRelativePath(name) || name.contains(u':'), "a member's name is relative");
    require(!name.split(u'/').contains(QStringLiteral("..")), "a member is not outside the archive");
}

void requireNextLogs(const QString& name)
{
    const QDate today(2026, 1, 31);
    for (const QString& next : pathsOfNextLog(name, today)) {
        const auto read = logName(next);
        require(read && read->day.isValid() && next != name, "the log that follows has a name of the product's, too");
    }
}

} // namespace

/// Names of the members of an archive, one a line.
void tryInput(std::string_view input)
{
    MemberNames names;
    MemberNames sameNames;
    QSet<QString> given;
    while (!input.empty()) {
        const std::string_view line = takeLine(input);
        const QString name = QString::fromUtf8(line.data(), qsizetype(line.size()));
        const QString member = names.add(name);
        require(member == sameNames.add(name), "the same names give the same");
        require(!given.contains(member), "each member has a name of its own");
        given += member;
        requireSafe(member);
        requireNextLogs(name);
    }
}

} // namespace TmgLens::Fuzz
