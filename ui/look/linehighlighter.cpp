// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/linehighlighter.h"

#include "ui/look/resultcolors.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Language = LineHighlighter::Language;

QString definitionName(Language language)
{
    switch (language) {
    case Language::W3cLog:
        return u"TMG/ISA W3C log"_s;
    case Language::NativeLog:
        return u"TMG/ISA native log"_s;
    case Language::Filter:
        return u"TMGLens filter"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// Has read all that is wanted of it when it is made: after that it may be used, though from one thread only.
class ReadRepository : public KSyntaxHighlighting::Repository
{
public:
    ReadRepository()
    {
        for (const auto language : {Language::NativeLog, Language::W3cLog, Language::Filter})
            (void)definitionForName(definitionName(language)).formats();
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

KSyntaxHighlighting::Definition definitionFor(Language language)
{
    return repository().definitionForName(definitionName(language));
}

/// Collects what the library says of one line.
class FormatCollector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    FormatCollector(const QPalette& palette, QPalette::ColorRole ground) : m_palette(palette), m_ground(ground) {}

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
        result.setForeground(
            legibleColor(format.textColor(theme()), m_palette.color(QPalette::Text), m_palette.color(m_ground)));
        if (format.isBold(theme())) {
            result.setFontWeight(QFont::Bold);
        }
        return result;
    }

    QPalette m_palette;
    QPalette::ColorRole m_ground;
    QList<QTextLayout::FormatRange> m_ranges;
};

} // namespace

Language LineHighlighter::languageOf(LogLayout::Format format)
{
    return format == LogLayout::Format::Native ? Language::NativeLog : Language::W3cLog;
}

void LineHighlighter::prepare()
{
    (void)repository();
}

bool LineHighlighter::hasDefinition(Language language)
{
    // A broken file still has a name; its formats come out empty.
    const KSyntaxHighlighting::Definition definition = definitionFor(language);
    return definition.isValid() && !definition.formats().isEmpty();
}

QList<QTextLayout::FormatRange> LineHighlighter::highlight(const QString& line, Language language,
                                                           const QPalette& palette, QPalette::ColorRole ground)
{
    FormatCollector collector(palette, ground);
    collector.setDefinition(definitionFor(language));
    collector.setTheme(repository().themeForPalette(palette));
    return collector.ranges(line);
}

} // namespace TmgLens
