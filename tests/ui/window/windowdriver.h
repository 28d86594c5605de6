// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/ownsettings.h"
#include "tests/support/testlog.h"
#include "ui/table/logtableview.h"
#include "ui/window/mainwindow.h"

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

namespace TmgLens::Test {

/// Forty records: the codes 12209 (denied), 200 (allowed), 11001 (failed), 304 (allowed) in turn.
inline QByteArray fortyRecords()
{
    QByteArrayList codes;
    for (int i = 0; i < 10; ++i)
        codes += {"12209", "200", "11001", "304"};
    return webLog(codes);
}

/// The column of the codes of webHeader.
inline constexpr int codeColumn = 5;

/// A window with a hand on it and an eye for it.
class WindowDriver
{
public:
    explicit WindowDriver(MainWindow& window) : m_window(window) {}

    template <typename Part> [[nodiscard]] Part* part(QAnyStringView name) const
    {
        return m_window.findChild<Part*>(name);
    }
    [[nodiscard]] LogTableView* table() const { return part<LogTableView>(u"logRecords"); }
    [[nodiscard]] QString countText() const { return part<QLabel>(u"recordCount")->text(); }
    [[nodiscard]] bool shows(QAnyStringView name) const
    {
        const auto* widget = part<QWidget>(name);
        return widget && widget->isVisible();
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data(RawTextRole).toString();
    }
    void trigger(QAnyStringView action) const { part<QAction>(action)->trigger(); }
    /// Types @p text into an empty line.
    void type(QAnyStringView line, const QString& text) const
    {
        auto* edit = part<QWidget>(line);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

private:
    MainWindow& m_window;
};

/// Writes @p bytes to a file of @p folder and returns its path.
inline QString writeFile(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

} // namespace TmgLens::Test
