// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace TmgLens {

struct CsvOptions;

/**
 * Asks where to export to and how.
 *
 * Starts with what was chosen last time and remembers what is chosen now. Writes nothing itself.
 */
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is on screen and so will be in the file.
    struct Extent
    {
        quint64 records = 0;
        std::size_t columns = 0;
        bool hasFindings = false; ///< The log has been searched for patterns.
    };

    ExportDialog(const QString& logPath, const Extent& extent, QWidget* parent);

    [[nodiscard]] QString path() const;
    /// Fills in the switches; the columns and findings are the caller's.
    void applyTo(CsvOptions& options) const;
    /// Whether it is to be written where the export comes from.
    [[nodiscard]] bool addsProvenance() const;
    /// Whether findings are wanted.
    [[nodiscard]] bool addsFindings() const;

public Q_SLOTS:
    void accept() override;

private:
    void setupOptions();
    QLayout* createTargetRow(const QString& logPath);
    void browse();
    void updateState();

    QLineEdit* m_path;
    QLabel* m_replaceHint;
    QCheckBox* m_utc = nullptr;
    QCheckBox* m_decoded;
    QCheckBox* m_findings;
    QCheckBox* m_guard;
    QCheckBox* m_byteOrderMark;
    QCheckBox* m_provenance;
    QDialogButtonBox* m_buttons;
};

} // namespace TmgLens
