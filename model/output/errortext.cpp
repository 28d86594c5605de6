// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/errortext.h"

#include "model/output/harmlesstext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownBytes = 24;
constexpr qsizetype shownColumns = 80; // in characters

/// The system's words as the end of a sentence, or nothing.
QString reason(const LoadError& error)
{
    return error.systemText.isEmpty() ? QString() : u" ("_s + harmlessText(error.systemText) + u')';
}

QString describeNotALog(const LoadError& error)
{
    const QString name = harmlessText(error.path);
    if (error.seen.isEmpty())
        return QCoreApplication::translate(
                   "LoadError",
                   "“%1” is not a log of ISA Server or Forefront TMG: its lines have the shape "
                   "of none of the known layouts. Open a text log, rows copied from the console, or "
                   "an export of the SQL tables.")
            .arg(name);
    return QCoreApplication::translate("LoadError",
                                       "“%1” is not a log of ISA Server or Forefront TMG: it begins with “%2”, which "
                                       "is neither a W3C header, nor column titles of the console or the SQL tables, "
                                       "nor a record of a known layout.")
        .arg(name, harmlessBytes(error.seen, shownBytes));
}

/// Fields are shown with blanks between, whatever the other program has there.
QString describeForeignLog(const LoadError& error)
{
    constexpr qsizetype shownFields = 80;
    const QByteArray fields = error.seen.simplified();
    return QCoreApplication::translate("LoadError",
                                       "“%1” is a W3C log, but not one of ISA Server or Forefront TMG: its fields are "
                                       "“%2”. Open it with a viewer for the logs of the program that wrote it.")
        .arg(harmlessText(error.path), harmlessBytes(fields, shownFields));
}

/// What came short has a name only while a log is loaded.
QString describeShortMemory(const QString& name)
{
    if (name.isEmpty())
        return QCoreApplication::translate("LoadError",
                                           "There is not enough memory for this. Close other programs, or split the "
                                           "log by day or hour.");
    return QCoreApplication::translate("LoadError",
                                       "There is not enough memory for “%1”. Close other programs, or split the log "
                                       "by day or hour.")
        .arg(name);
}

/// Kinds where the system said no.
QString describeRefusal(const LoadError& error)
{
    const QString name = harmlessText(error.path);
    switch (error.kind) {
    case LoadError::Kind::NotFound:
        return QCoreApplication::translate("LoadError", "There is no file “%1”. Check the name and the folder.")
            .arg(name);
    case LoadError::Kind::EmptyFolder:
        return QCoreApplication::translate("LoadError", "There is no file in the folder “%1”. Choose another one.")
            .arg(name);
    case LoadError::Kind::IsFolder:
        return QCoreApplication::translate("LoadError", "“%1” is a folder. Choose a log file in it.").arg(name);
    case LoadError::Kind::NoPermission:
        return QCoreApplication::translate("LoadError",
                                           "You have no permission to read “%1”. Ask its owner, or copy it to a place "
                                           "of your own.")
            .arg(name);
    case LoadError::Kind::NoSpace:
        return QCoreApplication::translate("LoadError",
                                           "There is no room for the temporary copy that reading “%1” needs%2. Free "
                                           "some space in the folder for temporary files.")
            .arg(name, reason(error));
    case LoadError::Kind::StillReading:
        return QCoreApplication::translate("LoadError",
                                           "“%1” does not answer yet: the disk or the network takes its time. Wait, "
                                           "or copy the file to a local disk.")
            .arg(name);
    case LoadError::Kind::Stopped:
        return QCoreApplication::translate("LoadError", "Reading “%1” was stopped.").arg(name);
    case LoadError::Kind::NoMemory:
        return describeShortMemory(name);
    case LoadError::Kind::Shrunk:
        return QCoreApplication::translate("LoadError",
                                           "“%1” became shorter while it was being read: at byte %2 there is nothing "
                                           "any more. Reload it, or work on a copy.")
            .arg(name, QString::number(error.offset));
    default:
        return QCoreApplication::translate("LoadError",
                                           "“%1” could not be read at byte %2%3. Try again, or copy the file to a "
                                           "local disk first.")
            .arg(name, QString::number(error.offset), reason(error));
    }
}

/// Kinds that only archives have.
QString describeArchive(const LoadError& error)
{
    const QString name = harmlessText(error.path);
    switch (error.kind) {
    case LoadError::Kind::EmptyArchive:
        return QCoreApplication::translate("LoadError", "“%1” is an archive, but there is no file in it.").arg(name);
    case LoadError::Kind::Encrypted:
        return QCoreApplication::translate("LoadError",
                                           "“%1” is encrypted. Unpack it with its password first, and open what comes "
                                           "out.")
            .arg(name);
    case LoadError::Kind::UnpacksTooLarge:
        return QCoreApplication::translate("LoadError",
                                           "“%1” unpacks to more than the limit of %2, as an archive does that was "
                                           "made to fill disks. If you trust where it comes from, raise the limit.")
            .arg(name, QLocale(QLocale::English).formattedDataSize(qint64(error.limit)));
    case LoadError::Kind::NestedTooDeep:
        return QCoreApplication::translate("LoadError",
                                           "“%1” is an archive in an archive in an archive, and is not unpacked. "
                                           "Unpack the outer one first.")
            .arg(name);
    default:
        return QCoreApplication::translate("LoadError",
                                           "“%1” is damaged: its archive is cut short or changed, so that nothing "
                                           "behind byte %2 of it could be unpacked%3. Take another copy of the "
                                           "archive.")
            .arg(name, QString::number(error.offset), reason(error));
    }
}

/// Kinds where the bytes came, but were not what was hoped for.
QString describeContent(const LoadError& error)
{
    const QString name = harmlessText(error.path);
    switch (error.kind) {
    case LoadError::Kind::Empty:
        return QCoreApplication::translate("LoadError", "“%1” is empty: it has no bytes at all.").arg(name);
    case LoadError::Kind::OnlyNulBytes:
        return QCoreApplication::translate("LoadError",
                                           "“%1” holds nothing but NUL bytes: the service reserved the space and has "
                                           "not written to it yet. Copy the file again later.")
            .arg(name);
    case LoadError::Kind::Database:
        return QCoreApplication::translate("LoadError",
                                           "“%1” is a database file or a queue file of the logging service, not a "
                                           "text log. Query the tables WebProxyLog or FirewallLog on the server and "
                                           "save the result as text, or switch the log to W3C files.")
            .arg(name);
    case LoadError::Kind::TabsLost:
        return QCoreApplication::translate("LoadError",
                                           "“%1” holds rows of a log whose tabs have become blanks, as editors and "
                                           "mail programs do it; such rows cannot be split safely. Take a copy of the "
                                           "original file.")
            .arg(name);
    case LoadError::Kind::TimeColumnMissing:
        return QCoreApplication::translate(
                   "LoadError",
                   "“%1” has columns of a log of ISA Server or Forefront TMG, but none with the "
                   "time. Export the column GmtLogTime or logTime too (GMT Log Time or Log "
                   "Time in the console).")
            .arg(name);
    case LoadError::Kind::PatternGaveUp:
        return QCoreApplication::translate("LoadError",
                                           "The regular expression needs too long on the record at byte %2 of “%1”, "
                                           "so it was given up. Make it simpler: a repetition inside a repetition, as "
                                           "in (a+)+, is the usual reason.")
            .arg(name, QString::number(error.offset));
    case LoadError::Kind::TooManyRecords:
        return QCoreApplication::translate("LoadError",
                                           "“%1” has more records than can be numbered (2,147,483,647). Split it by "
                                           "day or hour.")
            .arg(name);
    case LoadError::Kind::ForeignLog:
        return describeForeignLog(error);
    default:
        return describeNotALog(error);
    }
}

/// Kinds that only databases have.
QString describeDatabase(const LoadError& error)
{
    const QString name = harmlessText(error.path);
    switch (error.kind) {
    case LoadError::Kind::NoDatabaseDriver:
        return QCoreApplication::translate("LoadError",
                                           "“%1” cannot be opened, because Qt's driver for ODBC is not installed. On "
                                           "Debian it is the package libqt6sql6-odbc.")
            .arg(name);
    case LoadError::Kind::NoConnection:
        return QCoreApplication::translate("LoadError",
                                           "There is no connection with “%1”%2. Check the data source, the user and "
                                           "the password.")
            .arg(name, reason(error));
    case LoadError::Kind::NoLogTable:
        return QCoreApplication::translate("LoadError",
                                           "“%1” has no table of ISA Server or Forefront TMG: none has the columns of "
                                           "WebProxyLog or FirewallLog. Choose the database of the log, and a user who "
                                           "may read it.")
            .arg(name);
    case LoadError::Kind::ColumnsMissing:
        return QCoreApplication::translate("LoadError",
                                           "The table “%1” is not one of ISA Server or Forefront TMG: it lacks the "
                                           "columns %2.")
            .arg(name, harmlessBytes(error.seen, shownColumns));
    default:
        return QCoreApplication::translate("LoadError",
                                           "“%1” could not be read to the end, because the database does not answer "
                                           "any more%2. Check the connection, and open it again.")
            .arg(name, reason(error));
    }
}

} // namespace

QString describeLoadError(const LoadError& error)
{
    switch (error.kind) {
    case LoadError::Kind::NotFound:
    case LoadError::Kind::EmptyFolder:
    case LoadError::Kind::IsFolder:
    case LoadError::Kind::NoPermission:
    case LoadError::Kind::Unreadable:
    case LoadError::Kind::Shrunk:
    case LoadError::Kind::NoSpace:
    case LoadError::Kind::StillReading:
    case LoadError::Kind::Stopped:
    case LoadError::Kind::NoMemory:
        return describeRefusal(error);
    case LoadError::Kind::EmptyArchive:
    case LoadError::Kind::BrokenArchive:
    case LoadError::Kind::Encrypted:
    case LoadError::Kind::UnpacksTooLarge:
    case LoadError::Kind::NestedTooDeep:
        return describeArchive(error);
    case LoadError::Kind::NoDatabaseDriver:
    case LoadError::Kind::NoConnection:
    case LoadError::Kind::NoLogTable:
    case LoadError::Kind::ColumnsMissing:
    case LoadError::Kind::QueryFailed:
        return describeDatabase(error);
    case LoadError::Kind::Empty:
    case LoadError::Kind::OnlyNulBytes:
    case LoadError::Kind::TabsLost:
    case LoadError::Kind::Database:
    case LoadError::Kind::ForeignLog:
    case LoadError::Kind::TimeColumnMissing:
    case LoadError::Kind::NotALog:
    case LoadError::Kind::TooManyRecords:
    case LoadError::Kind::PatternGaveUp:
        break;
    }
    return describeContent(error);
}

QStringList describeRecordFlags(RecordFlags flags)
{
    constexpr std::array sentences = {
        std::pair(RecordFlag::TooFewFields,
                  QT_TRANSLATE_NOOP("RecordFlag", "The record has fewer fields than the log's layout.")),
        std::pair(RecordFlag::TooManyFields,
                  QT_TRANSLATE_NOOP("RecordFlag", "The record has more fields than the log's layout.")),
        std::pair(
            RecordFlag::InvalidTime,
            QT_TRANSLATE_NOOP("RecordFlag",
                              "The date or the time is missing, does not exist, or is not of the years 1980 to 2115.")),
        std::pair(RecordFlag::InvalidCode,
                  QT_TRANSLATE_NOOP("RecordFlag", "The result code is neither a number nor a word that the log uses.")),
        std::pair(RecordFlag::TooLong,
                  QT_TRANSLATE_NOOP("RecordFlag", "The record is longer than 4 MiB; only its start is read.")),
        std::pair(RecordFlag::CutShort, QT_TRANSLATE_NOOP("RecordFlag", "The log ends in the middle of the record.")),
        std::pair(
            RecordFlag::ControlBytes,
            QT_TRANSLATE_NOOP("RecordFlag", "The record holds NUL bytes: damage, or what was on the disk before.")),
        std::pair(RecordFlag::OtherLog,
                  QT_TRANSLATE_NOOP("RecordFlag",
                                    "The record is from the server's other log, which has other fields; "
                                    "part the two logs where syslog writes them.")),
    };
    QStringList result;
    for (const auto& [flag, sentence] : sentences) {
        if (flags.testFlag(flag))
            result += QCoreApplication::translate("RecordFlag", sentence);
    }
    return result;
}

} // namespace TmgLens
