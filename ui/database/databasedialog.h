// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/tablereader.h"
#include "ui/backgroundtask.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QGroupBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace TmgLens {

class LogTableList;

/**
 * Asks for a log in a database, and reads it: connection, table, stretch of time, filter.
 *
 * Goes away by itself. A database that does not answer holds up neither this nor the window, but for the end of the
 * program. What is typed is kept nowhere.
 */
class DatabaseDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DatabaseDialog(QWidget* parent);

    void done(int result) override;

Q_SIGNALS:
    /// The rows are there, as the bytes of a log; @p filter has left out only some of those that it does not let
    /// through.
    void opened(const TmgLens::SourcePointer& log, const TmgLens::FilterExpression& filter);

private:
    QLayout* createLogin();
    QWidget* createChoice();
    QLayout* createProgress();
    QLayout* createButtons();

    void findTables();
    void showTables(const std::expected<QList<LogTable>, LoadError>& tables);
    void showSpan();
    void readTable();
    void showProgress(quint64 rows, quint64 totalRows);
    void finishReading(const std::expected<SourcePointer, LoadError>& log);
    void tell(const QString& sentence);
    void updateState();
    [[nodiscard]] bool isBusy() const { return m_finding.isRunning() || m_reading.isRunning(); }
    [[nodiscard]] std::optional<TimeSpan> chosenSpan(const LogTable& table) const;

    DatabaseLogin m_login; // which the tables in the list are of
    FilterExpression m_expression; // of the rows that are being read
    bool m_isDone = false;

    QComboBox* m_source;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QPushButton* m_connect;
    QGroupBox* m_choice;
    LogTableList* m_tables;
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    QLineEdit* m_filter;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_open;

    BackgroundTask<std::expected<QList<LogTable>, LoadError>> m_finding;
    BackgroundTask<std::expected<SourcePointer, LoadError>> m_reading;
};

} // namespace TmgLens
