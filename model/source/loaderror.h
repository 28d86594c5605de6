// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace TmgLens {

/**
 * Why a log could not be read, with what a person needs to act on it.
 *
 * describeLoadError() in model/output turns it into a sentence.
 */
struct LoadError
{
    enum class Kind {
        NotFound,
        IsFolder,
        NoPermission,
        Unreadable, ///< The system refused to open or read; see systemText.
        Shrunk, ///< The file became shorter than it was when it was opened.
        NoSpace, ///< A temporary copy (standard input, UTF-16) could not be written.
        StillReading, ///< The disk or the network takes its time: what was asked for comes later, or never.
        Stopped, ///< Somebody asked for it; nothing went wrong.
        Empty,
        OnlyNulBytes,
        EmptyFolder, ///< There is no file in it.
        EmptyArchive, ///< There is no file in it.
        BrokenArchive, ///< It is cut short or changed; offset counts the bytes of the member that could be unpacked.
        Encrypted, ///< An archive that asks for a password.
        UnpacksTooLarge, ///< An archive that unpacks to more than limit bytes.
        NestedTooDeep, ///< An archive in an archive in an archive.
        Database, ///< An SQL Server file or backup, or the service's own queue file.
        TabsLost, ///< Rows of a log whose tabs an editor turned into blanks: they cannot be split safely.
        ForeignLog, ///< A W3C log of another program; seen holds the start of its list of fields.
        TimeColumnMissing, ///< A table with columns of a log, but none of them has the time.
        NotALog,
        NoDatabaseDriver, ///< What asks databases, Qt's part for ODBC, is not installed.
        NoConnection, ///< A database that cannot be reached, or lets nobody in; see systemText.
        NoLogTable, ///< A database without a table of the product.
        ColumnsMissing, ///< A table with a name of the product; seen holds the columns that it lacks.
        QueryFailed, ///< A database that does not answer a question, or not to the end; see systemText.
        TooManyRecords, ///< More than the table can number.
        NoMemory,
        PatternGaveUp, ///< A regular expression needs too long on the record at offset; nothing is wrong with the log.
    };

    Kind kind = Kind::Unreadable;
    QString path = {};
    quint64 offset = 0; ///< Where reading failed, in bytes from the start.
    QByteArray seen = {}; ///< The first bytes of what is not a log.
    QString systemText = {}; ///< The system's own words, if it had any.
    quint64 limit = 0; ///< How many bytes an archive was allowed to unpack to.
};

} // namespace TmgLens
