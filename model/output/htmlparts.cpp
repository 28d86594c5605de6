// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/htmlparts.h"

#include "model/output/harmlesstext.h"
#include "model/output/summarywording.h"

#include <QFile>

namespace TmgLens::Html {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 300; // characters

QString styleSheet(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString sheet = QString::fromUtf8(file.readAll());
    return sheet.sliced(sheet.indexOf("*/"_L1) + 2).trimmed() + u'\n'; // without what the file says of itself
}

} // namespace

QString escaped(const QString& text)
{
    return harmlessText(shortened(text, longestValue)).toHtmlEscaped();
}

QString element(QLatin1StringView tag, const QString& text)
{
    return u'<' + tag + u'>' + escaped(text) + u"</"_s + tag + u">\n"_s;
}

QString headCell(const QString& title, QLatin1StringView styleClass)
{
    const QString style = styleClass.isEmpty() ? QString() : u" class=\""_s + styleClass + u'"';
    return u"<th scope=\"col\""_s + style + u'>' + escaped(title) + u"</th>"_s;
}

QString countCells(quint64 count, quint64 total)
{
    const QString share = shareText(count, total);
    QString width = share;
    width.remove(u' ');
    return u"<td class=\"number\">"_s + countText(count) + u"</td><td class=\"share\">"_s + share
        + u"<span class=\"bar\"><span style=\"width:"_s + width + u"\"></span></span></td>"_s;
}

QString classRow(ResultClass resultClass)
{
    return u"<tr class=\""_s + keyword(resultClass) + u"\">"_s;
}

QString tableOf(const QString& head, const QString& body, const QString& caption)
{
    const QString under = caption.isEmpty() ? QString() : u"<caption>"_s + escaped(caption) + u"</caption>"_s;
    return u"<table>"_s + under + u"<thead><tr>"_s + head + u"</tr></thead>\n<tbody>\n"_s + body
        + u"</tbody></table>\n"_s;
}

QString section(const QString& title, const QString& content)
{
    return u"<section>\n"_s + element("h2"_L1, title) + content + u"</section>\n"_s;
}

QString page(const QString& title, const QString& body, const QStringList& styleSheets)
{
    QString html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n"_s;
    html += element("title"_L1, title) + u"<style>\n"_s;
    for (const QString& path : styleSheets)
        html += styleSheet(path);
    html += u"</style>\n</head>\n<body>\n<main>\n"_s + body;
    html += u"<footer>\n"_s + element("p"_L1, SummaryText::tr("Made by TMGLens.")) + u"</footer>\n"_s;
    return html + u"</main>\n</body>\n</html>\n"_s;
}

} // namespace TmgLens::Html
