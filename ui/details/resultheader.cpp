// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/resultheader.h"

#include "ui/look/foldedtext.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int stripeWidth = 5;
constexpr qsizetype longestCode = 28; // what fits beside a title in a narrow pane; the page has the whole text

/// A label on a rounded, coloured ground.
class Badge final : public QLabel
{
public:
    explicit Badge(QWidget* parent) : QLabel(parent)
    {
        setContentsMargins(9, 3, 9, 3);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.end();
        QLabel::paintEvent(event);
    }
};

void makeSelectable(QLabel* label)
{
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QString aboutText(const ResultEntry& entry)
{
    QStringList parts;
    if (entry.family != ResultFamily::Unknown) {
        parts << resultFamilyTitle(entry.family);
    }
    if (!entry.area.isEmpty() && entry.area != "unknown"_L1) {
        parts << areaTitle(entry.area);
    }
    parts << severityTitle(entry.severity);
    return parts.join(u" \u00B7 "_s);
}

QString titleText(const DecodedResult& result)
{
    const QString code = visibleText(result.given, longestCode);
    return result.entry.title.isEmpty() ? code : QString(code % u"  " % result.entry.title);
}

} // namespace

ResultHeader::ResultHeader(QWidget* parent)
    : QWidget(parent)
    , m_badge(new Badge(this))
    , m_about(new QLabel(this))
    , m_title(new QLabel(this))
    , m_meaning(new QLabel(this))
{
    for (QLabel* label : {m_badge, m_about, m_title, m_meaning}) {
        makeSelectable(label);
    }
    m_badge->setObjectName(u"resultBadge"_s);
    m_badge->setAccessibleDescription(tr("What happened to the traffic"));
    m_title->setObjectName(u"resultTitle"_s);
    m_about->setObjectName(u"resultAbout"_s);
    m_meaning->setObjectName(u"resultMeaning"_s);
    m_meaning->hide();
    for (QLabel* label : {m_about, m_title, m_meaning}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1); // a long word must not keep the pane wide
    }

    auto* firstLine = new QHBoxLayout;
    firstLine->setSpacing(10);
    firstLine->addWidget(m_badge);
    firstLine->addWidget(m_about, 1);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(stripeWidth + 9, 12, 14, 12);
    lines->setSpacing(8);
    lines->addLayout(firstLine);
    lines->addWidget(m_title);
    lines->addWidget(m_meaning);
    applyColors();
}

void ResultHeader::showResult(const DecodedResult& result, const Pattern* folding)
{
    const ResultClass logged = result.entry.resultClass;
    m_class = folding ? folding->folded->resultClass : logged;
    m_badge->setText(folding ? folding->folded->title : resultClassTitle(logged));
    m_meaning->setText(folding ? foldedSentence(*folding, logged) : QString());
    m_meaning->setVisible(folding);
    m_about->setText(aboutText(result.entry));
    m_title->setText(titleText(result));
    applyColors();
    update(); // the ground, too, is the class's
}

void ResultHeader::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors();
    }
    QWidget::changeEvent(event);
}

void ResultHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), resultTint(m_class, palette()));
    painter.fillRect(style()->visualRect(layoutDirection(), rect(), QRect(0, 0, stripeWidth, height())),
                     resultColor(m_class, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), separatorColor(palette()));
}

void ResultHeader::applyColors()
{
    const QPalette page = palette();
    QPalette badge = page;
    badge.setColor(QPalette::Window, resultColor(m_class, page));
    badge.setColor(QPalette::WindowText, resultBadgeText(page));
    m_badge->setPalette(badge);

    QPalette about = page;
    about.setColor(QPalette::WindowText, quietTextColor(page));
    m_about->setPalette(about);

    QPalette title = page;
    title.setColor(QPalette::WindowText, page.color(QPalette::Text));
    m_title->setPalette(title);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_badge->setFont(bold);
    bold.setPointSizeF(bold.pointSizeF() * 1.35);
    m_title->setFont(bold);
}

} // namespace TmgLens
