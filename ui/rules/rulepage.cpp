// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rulepage.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/output/targetfile.h"
#include "model/rules/rulecsv.h"
#include "model/source/logaddress.h"
#include "model/table/logtablemodel.h"
#include "ui/look/namedlabel.h"
#include "ui/look/quietcolors.h"
#include "ui/rules/rulecounting.h"
#include "ui/rules/ruletable.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int charactersOfOneRow = 90; // in less room the buttons stand under the words

QString countOf(quint64 count)
{
    return QLocale().toString(count);
}

QString factsOf(const RuleReport& report)
{
    quint64 rules = 0;
    for (const RuleTotals& rule : report.rules)
        rules += rule.isOneRule() ? 1 : rule.furtherRules;
    return rules == 1 ? RulePage::tr("1 rule") : RulePage::tr("%1 rules").arg(countOf(rules));
}

QString scopeOf(const RuleReport& report)
{
    QString scope = report.records == report.wholeCount
        ? RulePage::tr("In all %1 records.").arg(countOf(report.wholeCount))
        : RulePage::tr("In the %1 visible records of %2.").arg(countOf(report.records), countOf(report.wholeCount));
    if (report.withoutField == 0)
        return scope;
    return scope % u' '
        % RulePage::tr("%1 of them are from logs that do not name rules.").arg(countOf(report.withoutField));
}

QString suggestedPath(const RecordIndex& index)
{
    const QString log = index.files().empty() ? QString() : index.files().front().source->path();
    const QString name = QFileInfo(log).completeBaseName();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return folder.filePath(name.isEmpty() || log == u"-"_s ? u"rules.csv"_s : QString(name % "-rules.csv"_L1));
}

} // namespace

RulePage::RulePage(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_counting(new RuleCounting(log, records, this))
    , m_facts(new NamedLabel(tr("Rules"), this))
    , m_scope(new QLabel(this))
    , m_state(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_head(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_table(new RuleTable(this))
{
    setObjectName(u"rulePage"_s);
    setAccessibleName(tr("Rules"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(12, 0, 0, 0); // names stand below the words above them
    body->addWidget(m_table);
    column->addLayout(body, 1);
    setupHead();
    setupTable();
    setupCounting();
    showState({});
    updateColors();
}

void RulePage::setupHead()
{
    m_facts->setObjectName(u"ruleFacts"_s);
    QFont font = m_facts->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.25);
    m_facts->setFont(font);
    m_scope->setObjectName(u"ruleScope"_s);
    m_state->setObjectName(u"ruleState"_s);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_facts);
    for (QLabel* label : {m_scope, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        words->addWidget(label);
    }
    m_head->setContentsMargins(16, 12, 12, 8);
    m_head->addLayout(words, 1);
    QLayout* buttons = createButtons();
    m_head->addLayout(buttons);
    m_head->setAlignment(buttons, Qt::AlignTop | Qt::AlignLeft);
}

QLayout* RulePage::createButtons()
{
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    m_choice->setObjectName(u"ruleChoice"_s);
    m_choice->setAccessibleName(tr("Which rules"));
    using Choice = RuleSortModel::Choice;
    m_choice->addItem(tr("All rules"), QVariant::fromValue(Choice::All));
    m_choice->addItem(tr("Never allowed"), QVariant::fromValue(Choice::NeverAllowed));
    m_choice->addItem(tr("Never denied"), QVariant::fromValue(Choice::NeverDenied));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RulePage::showChoice);
    buttons->addWidget(m_choice);
    const auto add = [&](const QString& text, const char* name, void (RulePage::*act)()) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
        return button;
    };
    m_export = add(tr("E&xport as CSV…"), "exportRulesButton", &RulePage::exportRules);
    m_export->setEnabled(false);
    add(tr("&Back to the records"), "leaveRulesButton", &RulePage::left);
    return buttons;
}

void RulePage::setupTable()
{
    connect(m_table, &RuleTable::termRequested, this, &RulePage::termRequested);
    connect(m_table, &RuleTable::recordsRequested, this, [this](const FilterExpression& term) {
        Q_EMIT left();
        Q_EMIT termRequested(term);
    });
    connect(m_table, &RuleTable::exportRequested, this, &RulePage::exportRules);
    connect(m_log, &LogTableModel::timesChanged, this, &RulePage::showTimes);
}

void RulePage::setupCounting()
{
    m_busyPause.setSingleShot(true);
    m_busyPause.setInterval(250ms);
    // In the place of another line, so that the table does not move.
    connect(&m_busyPause, &QTimer::timeout, this, [this] { m_scope->setText(tr("Counting…")); });
    connect(m_counting, &RuleCounting::started, &m_busyPause, qOverload<>(&QTimer::start));
    connect(m_counting, &RuleCounting::counted, this, &RulePage::showReport);
    connect(m_counting, &RuleCounting::failed, this, &RulePage::showFailure);
}

void RulePage::showReport(const RuleReport& report)
{
    m_busyPause.stop();
    m_report = report;
    m_facts->showText(factsOf(report));
    m_scope->setText(scopeOf(report));
    showTimes();
    m_table->setRules(report.rules);
    showChoice();
}

void RulePage::showFailure(const LoadError& error)
{
    showReport({}); // what was counted before is not what is visible
    m_facts->showText(tr("Rules"));
    m_scope->clear();
    showState(describeLoadError(error));
}

void RulePage::showChoice()
{
    m_table->setChoice(m_choice->currentData().value<RuleSortModel::Choice>());
    showState(emptyState());
    m_export->setEnabled(m_table->model()->rowCount() > 0);
}

/// Why there is nothing in the table; empty if there is.
QString RulePage::emptyState() const
{
    if (m_table->model()->rowCount() > 0)
        return {};
    if (m_report.records == 0)
        return tr("No record is shown. Take terms off the filter, or press Ctrl+Shift+A for all.");
    if (m_report.withoutField == m_report.records)
        return tr("These logs do not say which rule was used.");
    return m_choice->currentIndex() == 1 ? tr("Each rule has allowed something.")
                                         : tr("Each rule has denied something.");
}

void RulePage::showTimes()
{
    m_table->setZone(m_log->shownClock().clock.zone());
}

void RulePage::showState(const QString& sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

// -- Events ----------------------------------------------------------------------------------------------------------

void RulePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_counting->setWatched(true);
}

void RulePage::hideEvent(QHideEvent* event)
{
    m_counting->setWatched(false);
    m_busyPause.stop();
    QWidget::hideEvent(event);
}

void RulePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() > charactersOfOneRow * fontMetrics().averageCharWidth();
    m_head->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void RulePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        updateColors();
    QWidget::changeEvent(event);
}

void RulePage::updateColors()
{
    QPalette quiet = palette();
    quiet.setColor(m_scope->foregroundRole(), quietTextColor(palette()));
    m_scope->setPalette(quiet);
    m_state->setPalette(quiet);
}

void RulePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

// -- File ------------------------------------------------------------------------------------------------------------

void RulePage::exportRules()
{
    auto* dialog = new QFileDialog(this, tr("Export the rules as CSV"), suggestedPath(m_log->records()),
                                   tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(u"exportRulesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &RulePage::saveTo);
    dialog->open();
}

void RulePage::saveTo(const QString& path)
{
    const QString target = harmlessPath(path);
    QStringList logs;
    for (const RecordIndex::File& file : m_log->records().files())
        logs += logAddress(file.source->path()).file;
    if (isOneOf(path, logs)) {
        Q_EMIT failed(tr("%1 is the log itself; choose another file.").arg(target));
        return;
    }
    const QByteArray csv = rulesAsCsv(m_table->shownRules());
    const Written written = writeTargetFile(
        path, [&](QIODevice& device) { return writeAll(device, {csv.constData(), std::size_t(csv.size())}); });
    if (written)
        Q_EMIT saved(path);
    else
        Q_EMIT failed(tr("%1 could not be written: %2. Choose another place, or make room, and export again.")
                          .arg(target, written.error().systemText));
}

} // namespace TmgLens
