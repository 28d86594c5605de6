// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/summary/summaryprinting.h"

#include "model/output/summaryhtml.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace TmgLens {

using namespace Qt::StringLiterals;

void askAndPrint(const LogSummary& summary, QWidget* parent)
{
    auto* dialog = new QPrintDialog(parent);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog,
                     [summary](QPrinter* printer) { printSummary(summary, printer); });
    dialog->open();
}

void printSummary(const LogSummary& summary, QPrinter* printer)
{
    QTextDocument document;
    document.setHtml(summaryHtml(summary, HtmlMedium::Paper));
    printer->setDocName(document.metaInformation(QTextDocument::DocumentTitle));
    document.print(printer);
}

} // namespace TmgLens
