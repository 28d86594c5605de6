// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rawhighlighter.h"

#include "ui/resultcolors.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString definitionName(LogLayout::Format format)
{
    return format == LogLayout::Format::Native ? u"TMG/ISA native log"_s : u"TMG/ISA W3C log"_s;
}

/// Has read all that is wanted of it when it is made: after that it may be used, though from one thread only.
class ReadRepository : public KSyntaxHighlighting::Repository
{
public:
    ReadRepository()
    {
        for (const auto format : {LogLayout::Format::Native, LogLayout::Format::W3c})
            (void)definitionForName(definitionName(format)).formats();
        const QList<KSyntaxHighlighting::Theme> all = themes();
        for (const auto& theme : all) // one is chosen by its colours
            (void)theme.editorColor(KSyntaxHighlighting::Theme::BackgroundColor);
    }
};

/// The one repository of the program.
KSyntaxHighlighting::Repository& repository()
{
    static ReadRepository theRepository;
    return theRepository;
}

KSyntaxHighlighting::Definition definitionFor(LogLayout::Format format)
{
    return repository().definitionForName(definitionName(format));
}

/// Collects what the library says of one line.
class LineHighlighter final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit LineHighlighter(const QPalette& palette) : m_palette(palette) {}

    QList<QTextLayout::FormatRange> ranges(QStringView line)
    {
        m_ranges.clear();
        highlightLine(line, KSyntaxHighlighting::State());
        return m_ranges;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override
    {
        if (length > 0 && !format.isDefaultTextStyle(theme())) {
            m_ranges.append({offset, length, charFormat(format)});
        }
    }

private:
    [[nodiscard]] QTextCharFormat charFormat(const KSyntaxHighlighting::Format& format) const
    {
        QTextCharFormat result;
        // Themes are made for their own ground, which is not quite that of the desktop.
        result.setForeground(legibleColor(format.textColor(theme()), m_palette.color(QPalette::Text),
                                          m_palette.color(QPalette::AlternateBase)));
        if (format.isBold(theme())) {
            result.setFontWeight(QFont::Bold);
        }
        return result;
    }

    QPalette m_palette;
    QList<QTextLayout::FormatRange> m_ranges;
};

} // namespace

void RawHighlighter::prepare()
{
    (void)repository();
}

bool RawHighlighter::hasDefinition(LogLayout::Format format)
{
    // A broken file still has a name; its formats come out empty.
    const KSyntaxHighlighting::Definition definition = definitionFor(format);
    return definition.isValid() && !definition.formats().isEmpty();
}

QList<QTextLayout::FormatRange> RawHighlighter::highlight(const QString& line, LogLayout::Format format,
                                                          const QPalette& palette)
{
    LineHighlighter highlighter(palette);
    highlighter.setDefinition(definitionFor(format));
    highlighter.setTheme(repository().themeForPalette(palette));
    return highlighter.ranges(line);
}

} // namespace TmgLens
