// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/database/databasedialog.h"

#include "model/database/datasources.h"
#include "model/output/errortext.h"
#include "ui/database/logtablelist.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressSteps = 1000;

QDateTime dateTimeOf(std::chrono::sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
}

std::chrono::sys_seconds timeOf(const QDateTimeEdit* edit)
{
    return std::chrono::sys_seconds(std::chrono::seconds(edit->dateTime().toSecsSinceEpoch()));
}

/// For the digits of times, by whatever clock: in UTC each date has all hours.
QDateTimeEdit* createTimeEdit(const char* name, QWidget* parent)
{
    auto* edit = new QDateTimeEdit(parent);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setTimeZone(QTimeZone::UTC);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    return edit;
}

} // namespace

DatabaseDialog::DatabaseDialog(QWidget* parent)
    : QDialog(parent)
    , m_source(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_connect(new QPushButton(tr("&Connect"), this))
    , m_choice(new QGroupBox(tr("Logs"), this))
    , m_tables(new LogTableList(m_choice))
    , m_from(createTimeEdit("databaseFrom", m_choice))
    , m_to(createTimeEdit("databaseTo", m_choice))
    , m_filter(new QLineEdit(m_choice))
    , m_message(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(tr("&Stop"), this))
    , m_open(new QPushButton(tr("&Open"), this))
{
    setObjectName(u"databaseDialog"_s);
    setWindowTitle(tr("Open a log in a database"));
    auto* column = new QVBoxLayout(this);
    column->addLayout(createLogin());
    column->addWidget(createChoice(), 1);
    column->addWidget(m_message);
    column->addLayout(createProgress());
    column->addLayout(createButtons());
    resize(720, 560);
    tell(tr("TMG keeps its logs in SQL Server, each day in a database of its own unless told otherwise. Name the data "
            "source, and connect to see the logs in it."));
    updateState();
}

QLayout* DatabaseDialog::createLogin()
{
    m_source->setObjectName(u"databaseSource"_s);
    m_source->setEditable(true);
    m_source->addItems(dataSourceNames());
    m_source->setCurrentIndex(m_source->count() > 0 ? 0 : -1);
    m_source->lineEdit()->setPlaceholderText(tr("DSN, or a connection string: Driver=…;Server=…;Database=…"));
    m_source->setToolTip(tr("The name of a data source that ODBC knows, or all that a driver needs to know itself"));
    m_user->setObjectName(u"databaseUser"_s);
    m_user->setPlaceholderText(tr("empty where the data source knows"));
    m_password->setObjectName(u"databasePassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setToolTip(tr("Used to connect, and never stored"));
    m_connect->setObjectName(u"databaseConnect"_s);
    connect(m_connect, &QPushButton::clicked, this, &DatabaseDialog::findTables);
    connect(m_source, &QComboBox::editTextChanged, this, &DatabaseDialog::updateState);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Data source:"), m_source);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    auto* row = new QHBoxLayout;
    row->addLayout(form, 1);
    row->addWidget(m_connect, 0, Qt::AlignBottom);
    return row;
}

QWidget* DatabaseDialog::createChoice()
{
    m_tables->setObjectName(u"databaseTables"_s);
    m_filter->setObjectName(u"databaseFilter"_s);
    m_filter->setPlaceholderText(tr("all records; or a filter, as code:12209 client:10.1.2.3"));
    m_filter->setToolTip(tr("The database leaves out what it can. The same filter is in force when the log is open."));
    connect(m_tables, &QTreeWidget::currentItemChanged, this, &DatabaseDialog::showSpan);
    connect(m_tables, &QTreeWidget::itemDoubleClicked, this, &DatabaseDialog::readTable);
    auto* times = new QHBoxLayout;
    auto* to = new QLabel(tr("&to"), m_choice);
    to->setBuddy(m_to);
    times->addWidget(m_from);
    times->addWidget(to);
    times->addWidget(m_to);
    times->addStretch();
    auto* form = new QFormLayout;
    auto* from = new QLabel(tr("&From:"), m_choice);
    from->setBuddy(m_from);
    form->addRow(from, times);
    form->addRow(tr("O&nly:"), m_filter);
    auto* column = new QVBoxLayout(m_choice);
    column->addWidget(m_tables);
    column->addLayout(form);
    return m_choice;
}

QLayout* DatabaseDialog::createProgress()
{
    m_message->setObjectName(u"databaseMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_progress->setObjectName(u"databaseProgress"_s);
    m_progress->setTextVisible(false);
    m_stop->setObjectName(u"databaseStop"_s);
    m_stop->setAutoDefault(false);
    m_stop->setToolTip(tr("Show the records that have come"));
    connect(m_stop, &QPushButton::clicked, this, [this] { m_reading.cancel(); });
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    return row;
}

QLayout* DatabaseDialog::createButtons()
{
    m_open->setObjectName(u"databaseOpen"_s);
    connect(m_open, &QPushButton::clicked, this, &DatabaseDialog::readTable);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_open);
    row->addWidget(cancel);
    return row;
}

void DatabaseDialog::findTables()
{
    m_login = {.source = m_source->currentText().trimmed(), .user = m_user->text(), .password = m_password->text()};
    m_tables->setTables({});
    tell(tr("Looking for logs…"));
    m_finding.start(
        this, [login = m_login](const std::stop_token& stop) { return findLogTables(login, stop); },
        [this](const auto& tables) { showTables(tables); });
    updateState();
}

void DatabaseDialog::showTables(const std::expected<QList<LogTable>, LoadError>& tables)
{
    if (m_isDone) {
        deleteLater();
        return;
    }
    m_tables->setTables(tables.value_or(QList<LogTable>()));
    tell(tables ? QString() : describeLoadError(tables.error()));
    updateState();
    if (tables)
        m_tables->setFocus();
}

/// Offers all of the time that the chosen table is about.
void DatabaseDialog::showSpan()
{
    const LogTable* table = m_tables->current();
    const bool hasSpan = table && table->span;
    for (QDateTimeEdit* edit : {m_from, m_to}) {
        edit->setEnabled(hasSpan);
        if (hasSpan)
            edit->setDateTimeRange(dateTimeOf(table->span->begin),
                                   dateTimeOf(table->span->end - std::chrono::seconds(1)));
    }
    if (!hasSpan)
        return;
    m_from->setDateTime(m_from->minimumDateTime());
    m_to->setDateTime(m_to->maximumDateTime());
    m_choice->setTitle(table->key().id == FieldId::LocalTime ? tr("Logs, with times by the clock of the server")
                                                             : tr("Logs, with times in UTC"));
}

/// Nothing for the whole table, which may hold rows without a time, too.
std::optional<TimeSpan> DatabaseDialog::chosenSpan(const LogTable& table) const
{
    const TimeSpan chosen{timeOf(m_from), timeOf(m_to) + std::chrono::seconds(1)};
    return table.span && *table.span != chosen ? std::optional(chosen) : std::nullopt;
}

void DatabaseDialog::readTable()
{
    const LogTable* table = m_tables->current();
    if (!table || isBusy())
        return;
    const auto filter = FilterExpression::parse(m_filter->text());
    if (!filter) {
        tell(filter.error().message);
        m_filter->setFocus();
        m_filter->setSelection(int(filter.error().position), int(filter.error().length));
        return;
    }
    m_expression = *filter;
    const TableRequest request{.login = m_login, .table = *table, .span = chosenSpan(*table), .filter = m_expression};
    const auto progress = [this, report = m_reading.reporter(this)](quint64 rows, quint64 totalRows) {
        report([this, rows, totalRows] { showProgress(rows, totalRows); });
    };
    tell(tr("Reading…"));
    m_reading.start(
        this, [request, progress](const std::stop_token& stop) { return TmgLens::readTable(request, stop, progress); },
        [this](const auto& log) { finishReading(log); });
    updateState();
}

void DatabaseDialog::showProgress(quint64 rows, quint64 totalRows)
{
    if (!m_reading.isRunning())
        return;
    m_progress->setRange(0, progressSteps);
    m_progress->setValue(int(double(rows) / double(std::max<quint64>(totalRows, 1)) * progressSteps));
    tell(tr("Reading: %1 of %2 records")
             .arg(locale().toString(qulonglong(rows)), locale().toString(qulonglong(totalRows))));
}

void DatabaseDialog::finishReading(const std::expected<SourcePointer, LoadError>& log)
{
    if (m_isDone) {
        deleteLater();
        return;
    }
    updateState();
    if (!log) {
        tell(describeLoadError(log.error()));
        return;
    }
    Q_EMIT opened(*log, m_expression);
    accept();
}

void DatabaseDialog::tell(const QString& sentence)
{
    m_message->setText(sentence);
}

void DatabaseDialog::updateState()
{
    const bool isReading = m_reading.isRunning();
    const bool hasTables = m_tables->current();
    m_connect->setEnabled(!isBusy() && !m_source->currentText().trimmed().isEmpty());
    m_connect->setDefault(!hasTables);
    m_choice->setEnabled(hasTables && !isReading);
    m_progress->setVisible(isBusy());
    m_progress->setRange(0, 0); // how much there is shows later
    m_stop->setVisible(isReading);
    m_open->setEnabled(hasTables && !isBusy());
    m_open->setDefault(hasTables);
}

void DatabaseDialog::done(int result)
{
    QDialog::done(result);
    m_finding.cancel();
    m_reading.cancel();
    m_isDone = true;
    if (!isBusy())
        deleteLater();
}

} // namespace TmgLens
