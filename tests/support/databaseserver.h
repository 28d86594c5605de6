// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/databaseconnection.h"
#include "model/format/columntitles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <ranges>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace TmgLens::Test {

/**
 * A real database server (PostgreSQL) with real ODBC in front of it, in a temporary folder, on a socket in it.
 *
 * It runs as nobody where the tests run as root, because it refuses that one.
 */
class DatabaseServer
{
public:
    DatabaseServer() = default;
    DatabaseServer(const DatabaseServer&) = delete;
    DatabaseServer& operator=(const DatabaseServer&) = delete;
    ~DatabaseServer() { kill(); }

    /// Nothing if it runs, else why it cannot.
    [[nodiscard]] std::optional<QString> start();
    /// Ends it at once, whatever it is doing.
    void kill();

    [[nodiscard]] static DatabaseLogin login(const QString& database = QStringLiteral("logs"))
    {
        return {.source = database, .user = QStringLiteral("tester")};
    }

    /// Does @p sql, or ends the test program.
    static void run(const QString& sql, const QString& database = QStringLiteral("logs"))
    {
        const auto connection = DatabaseConnection::open(login(database));
        if (!connection)
            qFatal("%s", qPrintable(connection.error().systemText));
        QSqlQuery query((*connection)->database());
        if (!query.exec(sql))
            qFatal("%s", qPrintable((*connection)->database().driverName() + queryError(query, sql).systemText));
    }

    /// Makes the table @p name of the rows of @p csv, which has titles of the product's tables.
    void import(const QString& name, const QByteArray& csv, LogKind kind);

private:
    static QString newest(const QString& folder, const QString& pattern);
    bool call(const QString& program, const QStringList& arguments);
    void writeSettings(const QString& driver);
    void write(const QString& name, const QByteArray& bytes) const;
    static QString typeOf(const QByteArray& title, LogKind kind);

    QTemporaryDir m_folder;
    QProcess m_server;
};

/// The first file that matches @p pattern in the last of the folders that match @p folder, such as that of a version.
inline QString DatabaseServer::newest(const QString& folder, const QString& pattern)
{
    const QDir parent(QFileInfo(folder).path());
    QStringList folders = parent.entryList({QFileInfo(folder).fileName()}, QDir::Dirs, QDir::Name);
    while (!folders.isEmpty()) {
        const QString path = parent.filePath(folders.takeLast()) + u'/' + pattern;
        if (QFile::exists(path))
            return path;
    }
    return {};
}

inline void DatabaseServer::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test folder cannot be written.");
}

inline bool DatabaseServer::call(const QString& program, const QStringList& arguments)
{
    QProcess process;
#ifdef Q_OS_UNIX
    if (::geteuid() == 0) {
        constexpr uid_t nobody = 65534;
        if (::chown(QFile::encodeName(m_folder.path()).constData(), nobody, nobody) != 0)
            return false;
        const auto becomeNobody = [] {
            if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
                ::_exit(1);
        };
        process.setChildProcessModifier(becomeNobody);
        m_server.setChildProcessModifier(becomeNobody);
    }
#endif
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

/// Where ODBC finds the driver, and what it calls the database.
inline void DatabaseServer::writeSettings(const QString& driver)
{
    QByteArray sources;
    for (const QByteArray name : {"logs", "postgres", "empty"})
        sources += '[' + name + "]\nDriver=Test\nServername=" + QFile::encodeName(m_folder.path())
            + "\nDatabase=" + name + "\n";
    write(QStringLiteral("odbcinst.ini"), "[Test]\nDriver=" + QFile::encodeName(driver) + "\n");
    write(QStringLiteral("odbc.ini"), sources);
    qputenv("ODBCSYSINI", QFile::encodeName(m_folder.path()));
    qputenv("ODBCINI", QFile::encodeName(m_folder.filePath(QStringLiteral("own.ini"))));
}

inline std::optional<QString> DatabaseServer::start()
{
#ifndef Q_OS_UNIX
    return QStringLiteral("The test knows how to start a server on Unix only.");
#else
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QODBC")))
        return QStringLiteral("Qt's driver for ODBC is missing (Debian: libqt6sql6-odbc).");
    const QString driver = newest(QStringLiteral("/usr/lib/*-linux-gnu"), QStringLiteral("odbc/psqlodbcw.so"));
    if (driver.isEmpty())
        return QStringLiteral("PostgreSQL's driver for ODBC is missing (Debian: odbc-postgresql).");
    const QString initialize = newest(QStringLiteral("/usr/lib/postgresql/*"), QStringLiteral("bin/initdb"));
    if (initialize.isEmpty())
        return QStringLiteral("PostgreSQL is missing (Debian: postgresql).");
    writeSettings(driver);
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (!call(initialize,
              {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("tester"), QStringLiteral("-A"),
               QStringLiteral("trust"), QStringLiteral("--no-sync"), QStringLiteral("--no-locale"),
               QStringLiteral("-E"), QStringLiteral("UTF8")}))
        return QStringLiteral("PostgreSQL cannot make a database here.");
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(QFileInfo(initialize).path() + QStringLiteral("/postgres"),
                   {QStringLiteral("-D"), data, QStringLiteral("-c"), QStringLiteral("listen_addresses="),
                    QStringLiteral("-c"), QStringLiteral("unix_socket_directories=") + m_folder.path(),
                    QStringLiteral("-c"), QStringLiteral("fsync=off"), QStringLiteral("-c"),
                    QStringLiteral("dynamic_shared_memory_type=mmap")});
    const auto answers = [] { return DatabaseConnection::open(login(QStringLiteral("postgres"))).has_value(); };
    if (!QTest::qWaitFor(answers, 30'000))
        return QStringLiteral("PostgreSQL does not answer: ") + QString::fromLocal8Bit(m_server.readAll());
    for (const char* name : {"logs", "empty"})
        run(QStringLiteral("CREATE DATABASE %1").arg(QLatin1StringView(name)), QStringLiteral("postgres"));
    return {};
#endif
}

inline void DatabaseServer::kill()
{
#ifdef Q_OS_UNIX
    if (m_server.state() == QProcess::Running)
        ::kill(pid_t(m_server.processId()), SIGQUIT); // takes its children with it, as a cut wire would
#endif
    m_server.waitForFinished();
}

/// The nearest to the type in the product's scripts.
inline QString DatabaseServer::typeOf(const QByteArray& title, LogKind kind)
{
    static const QByteArrayList words = {"ClientAuthenticate", "service",       "objectsource", "Action",
                                         "Bidirectional",      "ipsScanResult", "SessionType"};
    if (words.contains(title))
        return QStringLiteral("smallint");
    switch (fieldByTitle(title, LogLayout::Format::Database, kind).type) {
    case FieldType::Address:
        return QStringLiteral("uuid");
    case FieldType::DateTime:
        return QStringLiteral("timestamp");
    case FieldType::Bytes:
        return QStringLiteral("bigint");
    case FieldType::ResultCode:
    case FieldType::Number:
    case FieldType::Milliseconds:
    case FieldType::Flags:
        return QStringLiteral("int");
    default:
        return QStringLiteral("varchar(2048)");
    }
}

inline void DatabaseServer::import(const QString& name, const QByteArray& csv, LogKind kind)
{
    QStringList columns;
    const QByteArrayList titles = csv.first(csv.indexOf('\n')).trimmed().split(',');
    for (const QByteArray& title : titles)
        columns += u'"' + QString::fromLatin1(title) + u"\" " + typeOf(title, kind);
    write(QStringLiteral("rows.csv"), csv);
    run(QStringLiteral("CREATE TABLE \"%1\" (%2)").arg(name, columns.join(u", ")));
    run(QStringLiteral("COPY \"%1\" FROM '%2' (FORMAT csv, HEADER, NULL 'NULL')")
            .arg(name, m_folder.filePath(QStringLiteral("rows.csv"))));
}

} // namespace TmgLens::Test
