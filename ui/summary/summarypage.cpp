// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/summary/summarypage.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/output/summaryhtml.h"
#include "model/output/summarywording.h"
#include "model/output/targetfile.h"
#include "ui/look/namedlabel.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"
#include "ui/summary/summarycounting.h"
#include "ui/summary/summarylist.h"
#include "ui/summary/summaryprinting.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostValueLists = 4;
constexpr int charactersOfTwoColumns = 90; // in less room the lists stand one below the other
constexpr qsizetype longestFact = 300; // characters

void makeBold(QWidget* widget, double scale)
{
    QFont font = widget->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * scale);
    widget->setFont(font);
}

QString factsOf(const LogSummary& summary)
{
    const QLocale locale;
    const QString records = SummaryPage::tr("%1 of %2 records")
                                .arg(locale.toString(summary.recordCount()), locale.toString(summary.wholeCount()));
    const QString malformed = summary.malformedCount() == 0
        ? QString()
        : SummaryPage::tr(", %1 malformed").arg(locale.toString(summary.malformedCount()));
    return records + malformed;
}

QString headingOf(const TopValues& values)
{
    const quint64 distinct = values.counts.distinct;
    const QString title = valuesTitle(values.field);
    return distinct <= values.counts.values.size()
        ? title
        : SummaryPage::tr("%1, the first %2 of %3")
              .arg(title, QString::number(values.counts.values.size()), QLocale().toString(distinct));
}

/// Where and when the records are from.
QString originOf(const LogSummary& summary)
{
    QStringList words;
    if (summary.first().isValid())
        words += SummaryPage::tr("%1 to %2").arg(timeForPeople(summary.first()), timeForPeople(summary.last()));
    words += zoneForPeople(summary);
    if (summary.files().size() > 1)
        words += SummaryPage::tr("%1 logs").arg(QLocale().toString(qulonglong(summary.files().size())));
    else
        for (const FileSummary& file : summary.files()) {
            words += logKindTitle(file.log);
            words += file.product;
            words += pathForPeople(file) == file.path ? QFileInfo(file.path).fileName() : pathForPeople(file);
        }
    words.removeAll(QString());
    return visibleText(words.join(u" · "_s), longestFact);
}

QString suggestedPath(const LogSummary& summary)
{
    const QString log = summary.files().empty() ? QString() : summary.files().front().path;
    const QString name = QFileInfo(log).completeBaseName();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return folder.filePath(name.isEmpty() || log == u"-"_s ? u"summary.html"_s : QString(name % "-summary.html"_L1));
}

} // namespace

SummaryPage::SummaryPage(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent)
    : QWidget(parent)
    , m_counting(new SummaryCounting(log, records, this))
    , m_facts(new NamedLabel(tr("Records"), this))
    , m_origin(new QLabel(this))
    , m_state(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"summaryPage"_s);
    setAccessibleName(tr("Summary"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createHead());
    column->addWidget(m_scroll, 1);
    setupLists();
    setupCounting();
    setFocusProxy(m_classes.list);
    updateColors();
}

// -- Parts -----------------------------------------------------------------------------------------------------------

QWidget* SummaryPage::createHead()
{
    m_facts->setObjectName(u"summaryFacts"_s);
    makeBold(m_facts, 1.25);
    m_origin->setObjectName(u"summaryOrigin"_s);
    m_state->setObjectName(u"summaryState"_s);
    for (QLabel* label : {m_origin, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    for (QLabel* label : std::initializer_list<QLabel*>{m_facts, m_origin, m_state})
        words->addWidget(label);

    auto* head = new QWidget(this);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, head);
    m_head->setContentsMargins(16, 12, 12, 4);
    m_head->addLayout(words, 1);
    auto* buttons = new QHBoxLayout;
    m_head->addLayout(buttons);
    m_head->setAlignment(buttons, Qt::AlignTop | Qt::AlignLeft);
    const auto add = [&](const QString& text, const char* name, void (SummaryPage::*act)()) {
        auto* button = new QPushButton(text, head);
        button->setObjectName(QString::fromLatin1(name));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    add(tr("&Print…"), "printSummaryButton", &SummaryPage::print);
    add(tr("Save as &HTML…"), "saveSummaryButton", &SummaryPage::save);
    add(tr("&Back to the records"), "leaveSummaryButton", &SummaryPage::left);
    return head;
}

void SummaryPage::setupLists()
{
    auto* content = new QWidget(m_scroll);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(8, 4, 8, 16);
    m_columns->setSpacing(24);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (QVBoxLayout* column : {left, right})
        column->setSpacing(0);
    m_columns->addLayout(left, 5);
    m_columns->addLayout(right, 4);
    m_classes = createPart();
    m_codes = createPart();
    for (const Part& part : {m_classes, m_codes})
        left->addWidget(part.box);
    for (int i = 0; i < mostValueLists; ++i) {
        m_values.push_back(createPart());
        right->addWidget(m_values.back().box);
    }
    left->addStretch();
    right->addStretch();
    m_scroll->setObjectName(u"summaryLists"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its lists take the keyboard
    m_scroll->setWidget(content);
    content->setBackgroundRole(QPalette::Base);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
}

SummaryPage::Part SummaryPage::createPart()
{
    auto* box = new QWidget(this);
    const Part part{.box = box, .heading = new QLabel(box), .list = new SummaryList(box)};
    part.heading->setTextFormat(Qt::PlainText);
    part.heading->setContentsMargins(8, 0, 8, 2);
    makeBold(part.heading, 1.0);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(2);
    column->addWidget(part.heading);
    column->addWidget(part.list);
    box->hide();
    connect(part.list, &SummaryList::termRequested, this, &SummaryPage::termRequested);
    connect(part.list, &SummaryList::left, this, [this, list = part.list](bool isForward) { moveOn(list, isForward); });
    connect(part.list, &SummaryList::lineReached, this, [this, list = part.list](const QRect& line) {
        const QPoint center = list->mapTo(m_scroll->widget(), line.center());
        m_scroll->ensureVisible(center.x(), center.y(), 0, 2 * line.height());
    });
    return part;
}

void SummaryPage::setupCounting()
{
    m_busyPause.setSingleShot(true);
    m_busyPause.setInterval(250ms);
    connect(&m_busyPause, &QTimer::timeout, this, [this] { showState(tr("Counting…")); });
    connect(m_counting, &SummaryCounting::started, &m_busyPause, qOverload<>(&QTimer::start));
    connect(m_counting, &SummaryCounting::counted, this, &SummaryPage::showSummary);
    connect(m_counting, &SummaryCounting::failed, this, [this](const LoadError& error) {
        m_whenCounted = {};
        showSummary({}); // what was counted before is not what is visible
        m_hasCounts = false;
        showState(describeLoadError(error));
    });
}

// -- What it shows ---------------------------------------------------------------------------------------------------

void SummaryPage::showSummary(const LogSummary& summary)
{
    m_summary = summary;
    m_hasCounts = true;
    m_facts->showText(factsOf(summary));
    m_origin->setText(originOf(summary));
    const bool isEmpty = summary.recordCount() == 0;
    showState(isEmpty ? tr("No record is shown. Take terms off the filter, or press Ctrl+Shift+A for all.")
                      : QString());
    showPart(m_classes, tr("Classes"), classLines(summary));
    showPart(m_codes, tr("Result codes"), codeLines(summary));
    const auto& values = summary.topValues();
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const bool isThere = i < values.size();
        showPart(m_values[i], isThere ? headingOf(values[i]) : QString(),
                 isThere ? valueLines(values[i]) : std::vector<SummaryLine>());
    }
    if (m_whenCounted)
        std::exchange(m_whenCounted, {})();
}

void SummaryPage::showPart(const Part& part, const QString& title, std::vector<SummaryLine> lines)
{
    part.box->setHidden(lines.empty());
    part.heading->setText(title);
    part.list->setAccessibleName(title);
    part.list->setLines(std::move(lines));
}

void SummaryPage::showState(const QString& sentence)
{
    m_busyPause.stop();
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

/// Gives the keyboard to the list before or after @p from.
void SummaryPage::moveOn(const SummaryList* from, bool isForward)
{
    std::vector<SummaryList*> lists;
    const QList<SummaryList*> all = findChildren<SummaryList*>();
    for (SummaryList* list : all)
        if (list->isVisibleTo(this))
            lists.push_back(list);
    const auto place = std::ranges::find(lists, from) - lists.begin();
    const auto next = place + (isForward ? 1 : -1);
    if (next >= 0 && next < std::ssize(lists))
        lists[std::size_t(next)]->enter(isForward);
}

void SummaryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_counting->setWatched(true);
}

void SummaryPage::hideEvent(QHideEvent* event)
{
    m_counting->setWatched(false);
    m_whenCounted = {};
    showState({});
    QWidget::hideEvent(event);
}

void SummaryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() > charactersOfTwoColumns * fontMetrics().averageCharWidth();
    for (QBoxLayout* parts : {m_head, m_columns})
        parts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(isWide ? 24 : 0);
}

void SummaryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        updateColors();
    QWidget::changeEvent(event);
}

void SummaryPage::updateColors()
{
    QPalette quiet = palette();
    quiet.setColor(m_origin->foregroundRole(), quietTextColor(palette()));
    m_origin->setPalette(quiet);
    m_state->setPalette(quiet);
}

void SummaryPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

// -- Paper and file --------------------------------------------------------------------------------------------------

/// Runs @p act at once, or when the counts of the visible records are there.
void SummaryPage::whenCounted(std::function<void()> act)
{
    if (m_hasCounts && m_counting->isCurrent())
        act();
    else
        m_whenCounted = std::move(act);
}

void SummaryPage::print()
{
    whenCounted([this] { askAndPrint(m_summary, this); });
}

void SummaryPage::save()
{
    whenCounted([this] {
        auto* dialog =
            new QFileDialog(this, tr("Save the summary"), suggestedPath(m_summary), tr("Web pages (*.html)"));
        dialog->setObjectName(u"saveSummaryDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"html"_s);
        connect(dialog, &QFileDialog::fileSelected, this, &SummaryPage::saveTo);
        dialog->open();
    });
}

void SummaryPage::saveTo(const QString& path)
{
    const QString target = harmlessPath(path);
    QStringList logs;
    for (const FileSummary& file : m_summary.files())
        logs += file.path;
    if (isOneOf(path, logs)) {
        Q_EMIT failed(tr("%1 is the log itself; choose another file.").arg(target));
        return;
    }
    const QByteArray page = summaryHtml(m_summary).toUtf8();
    const Written written = writeTargetFile(
        path, [&](QIODevice& device) { return writeAll(device, {page.constData(), std::size_t(page.size())}); });
    if (written)
        Q_EMIT saved(path);
    else
        Q_EMIT failed(tr("%1 could not be written: %2. Choose another place, or make room, and save again.")
                          .arg(target, written.error().systemText));
}

} // namespace TmgLens
