// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exportdialog.h"

#include "model/output/csvwriter.h"
#include "ui/export/csvexport.h"
#include "ui/look/icons.h"
#include "ui/look/quietcolors.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "export/folder"_L1;
constexpr auto utcKey = "export/utc"_L1;
constexpr auto decodedKey = "export/decoded"_L1;
constexpr auto findingsKey = "export/findings"_L1;
constexpr auto guardKey = "export/guardFormulas"_L1;
constexpr auto byteOrderMarkKey = "export/byteOrderMark"_L1;
constexpr auto provenanceKey = "export/provenance"_L1;

QString suggestedPath(const QString& logPath)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = QSettings().value(folderKey, documents).toString();
    if (!QDir(folder).exists())
        folder = QDir::homePath();
    return QDir::toNativeSeparators(QDir(folder).filePath(QFileInfo(logPath).completeBaseName() % ".csv"_L1));
}

/// A tick box with a line of explanation that belongs to it.
QCheckBox* addOption(QBoxLayout* column, const QString& text, const QString& explanation)
{
    auto* box = new QCheckBox(text);
    box->setAccessibleDescription(explanation);
    auto* hint = new QLabel(explanation);
    hint->setWordWrap(true);
    QPalette quiet = hint->palette();
    quiet.setColor(hint->foregroundRole(), quietTextColor(quiet));
    hint->setPalette(quiet);
    hint->setIndent(24);
    column->addWidget(box);
    column->addWidget(hint);
    return box;
}

} // namespace

ExportDialog::ExportDialog(const QString& logPath, const Extent& extent, QWidget* parent)
    : QDialog(parent)
    , m_path(new QLineEdit(this))
    , m_replaceHint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export as CSV"));
    const QLocale numbers;
    auto* summary =
        new QLabel(tr("Records: %1. Columns: %2. Both as they are in the window, in the same order.")
                       .arg(numbers.toString(qulonglong(extent.records)), numbers.toString(qulonglong(extent.columns))),
                   this);
    summary->setWordWrap(true);
    auto* options = new QVBoxLayout;
    m_utc = addOption(options, tr("Add the &time in UTC"),
                      tr("One more column, utc-time, that names its zone: the other times are as the log has them."));
    m_decoded = addOption(options, tr("Add the &meaning of the result"),
                          tr("Three more columns: result-class, result-symbol, result-message."));
    m_findings = addOption(options, tr("Add what was foun&d"),
                           extent.hasFindings
                               ? tr("One more column, finding: the patterns that a record belongs to, the worst first.")
                               : tr("One more column, finding. The search for patterns has to be done before."));
    m_findings->setEnabled(extent.hasFindings);
    m_guard = addOption(options, tr("&Guard against formulas"),
                        tr("An apostrophe before cells that a spreadsheet would run. Leave it off for other programs: "
                           "they get the log's own bytes."));
    m_byteOrderMark = addOption(options, tr("Mark as UTF-8 for &Excel"),
                                tr("A byte order mark at the start, without which Excel garbles names."));
    m_provenance = addOption(options, tr("Write where it &comes from"),
                             tr("A second file beside it, with .json at the end of its name: SHA-256 of the export and "
                                "of all logs, filter, columns. “tmglens verify” checks it."));
    setupOptions();

    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(summary);
    column->addLayout(createTargetRow(logPath));
    column->addWidget(m_replaceHint);
    column->addLayout(options);
    column->addStretch();
    column->addWidget(m_buttons);
    constexpr int narrowest = 480;
    // Qt itself would give a dialog no more than two thirds of the screen, and cut the explanations.
    setMinimumSize(narrowest, column->totalHeightForWidth(narrowest));
    updateState();
}

void ExportDialog::setupOptions()
{
    const QSettings settings;
    m_utc->setObjectName(u"exportUtc"_s);
    m_utc->setChecked(settings.value(utcKey, false).toBool());
    m_decoded->setObjectName(u"exportDecoded"_s);
    m_decoded->setChecked(settings.value(decodedKey, false).toBool());
    m_findings->setObjectName(u"exportFindings"_s);
    m_findings->setChecked(m_findings->isEnabled() && settings.value(findingsKey, false).toBool());
    m_guard->setObjectName(u"exportGuard"_s);
    m_guard->setChecked(settings.value(guardKey, true).toBool());
    m_byteOrderMark->setObjectName(u"exportByteOrderMark"_s);
    m_byteOrderMark->setChecked(settings.value(byteOrderMarkKey, false).toBool());
    m_provenance->setObjectName(u"exportProvenance"_s);
    m_provenance->setChecked(settings.value(provenanceKey, false).toBool());
    connect(m_provenance, &QCheckBox::toggled, this, &ExportDialog::updateState);

    auto* start = m_buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    start->setObjectName(u"exportButton"_s);
    start->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

QLayout* ExportDialog::createTargetRow(const QString& logPath)
{
    m_path->setObjectName(u"exportPath"_s);
    m_path->setText(suggestedPath(logPath));
    m_replaceHint->setObjectName(u"exportReplaceHint"_s);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    auto* label = new QLabel(tr("&File:"), this);
    label->setBuddy(m_path);
    auto* choose = new QPushButton(tr("&Browse…"), this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    return row;
}

QString ExportDialog::path() const
{
    const QString text = QDir::fromNativeSeparators(m_path->text().trimmed());
    return text.isEmpty() ? QString() : QDir::home().absoluteFilePath(text);
}

void ExportDialog::applyTo(CsvOptions& options) const
{
    options.addUtc = m_utc->isChecked();
    options.addDecoded = m_decoded->isChecked();
    options.guardFormulas = m_guard->isChecked();
    options.addByteOrderMark = m_byteOrderMark->isChecked();
}

bool ExportDialog::addsFindings() const
{
    return m_findings->isChecked();
}

bool ExportDialog::addsProvenance() const
{
    return m_provenance->isChecked();
}

void ExportDialog::accept()
{
    QSettings settings;
    settings.setValue(folderKey, QFileInfo(path()).absolutePath());
    settings.setValue(utcKey, m_utc->isChecked());
    settings.setValue(decodedKey, m_decoded->isChecked());
    if (m_findings->isEnabled()) // else nobody was asked
        settings.setValue(findingsKey, m_findings->isChecked());
    settings.setValue(guardKey, m_guard->isChecked());
    settings.setValue(byteOrderMarkKey, m_byteOrderMark->isChecked());
    settings.setValue(provenanceKey, m_provenance->isChecked());
    QDialog::accept();
}

void ExportDialog::browse()
{
    // The dialog itself tells that a file will be replaced, so one question is enough.
    const QString chosen =
        QFileDialog::getSaveFileName(this, tr("Export as CSV"), path(), tr("CSV files (*.csv);;All files (*)"), nullptr,
                                     QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_path->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::updateState()
{
    const QFileInfo target(path());
    const bool isFolder = path().isEmpty() || target.isDir();
    const bool hasFolder = QFileInfo(target.absolutePath()).isDir();
    auto* start = m_buttons->findChild<QPushButton*>(u"exportButton"_s);
    start->setEnabled(!isFolder && hasFolder);
    const bool isReplacing = target.exists() || (addsProvenance() && QFileInfo::exists(provenancePath(path())));
    start->setText(!isFolder && isReplacing ? tr("&Replace the file") : tr("&Export"));
    if (isFolder)
        m_replaceHint->setText(tr("A file name is needed."));
    else if (!hasFolder)
        m_replaceHint->setText(tr("There is no such folder."));
    else
        m_replaceHint->setText(isReplacing ? tr("This file exists and will be replaced.") : QString());
}

} // namespace TmgLens
