// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace TmgLens {

namespace {

/// The context of this box's sentences.
struct AboutBox
{
    Q_DECLARE_TR_FUNCTIONS(AboutBox)
};

} // namespace

void showAboutBox(QWidget* parent)
{
    QMessageBox::about(
        parent, AboutBox::tr("About TMGLens"),
        AboutBox::tr("<h3>TMGLens %1</h3>"
                     "<p>Shows the logs of Forefront TMG 2010 and ISA Server 2000 to 2006, tells what their result "
                     "codes mean, and what to do about them.</p>"
                     "<p>Copyright 2026 The TMGLens authors. Free software under the GNU General Public License, "
                     "version 3 or later; it comes without any warranty.</p>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped()));
}

} // namespace TmgLens
