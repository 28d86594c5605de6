// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/codelookupdialog.h"

#include "model/output/wording.h"
#include "model/result/resultcatalogue.h"
#include "ui/details/resultpage.h"
#include "ui/details/resultview.h"
#include "ui/look/quietplaceholder.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resulttitles.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestInput = 200; // twice the longest symbol and a number beside it

bool meanTheSame(const DecodedResult& one, const DecodedResult& other)
{
    return one.value == other.value && one.entry.title == other.entry.title && one.entry.message == other.entry.message
        && one.entry.advice == other.entry.advice;
}

QString meaningTitle(const DecodedResult& meaning)
{
    QStringList parts{meaning.value ? hexText(*meaning.value) : meaning.given};
    if (const QString log = logKindTitle(meaning.entry.log); !log.isEmpty()) {
        parts << log;
    }
    parts << resultClassTitle(meaning.entry.resultClass);
    if (!meaning.entry.title.isEmpty()) {
        parts << meaning.entry.title;
    }
    return parts.join(u" \u00B7 "_s);
}

QIcon classMark(ResultClass resultClass, const QPalette& palette)
{
    QPixmap pixmap(24, 24);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(resultColor(resultClass, palette));
    painter.drawRoundedRect(QRect(4, 4, 16, 16), 4, 4);
    return QIcon(pixmap);
}

} // namespace

std::vector<DecodedResult> codeMeanings(const QString& text, LogKind log)
{
    const QString code = text.trimmed();
    if (code.isEmpty()) {
        return {};
    }
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    std::vector<DecodedResult> meanings;
    const auto add = [&](const QString& spelling, LogKind kind) {
        DecodedResult meaning = decodeResult(catalogue, spelling, kind);
        meaning.given = code;
        if (std::ranges::none_of(meanings, [&](const auto& known) { return meanTheSame(known, meaning); })) {
            meanings.push_back(std::move(meaning));
        }
    };
    const auto values = resultValues(catalogue, code);
    for (const quint32 value : values) {
        const QString spelling = QString::number(value);
        add(spelling, log);
        if (log == LogKind::Unknown) {
            add(spelling, LogKind::Web);
            add(spelling, LogKind::Firewall);
        }
    }
    if (meanings.empty()) { // a packet filter's disposition, or no code at all
        const DecodedResult disposition = decodeResult(catalogue, code, LogKind::PacketFilter);
        add(code, disposition.isKnown ? LogKind::PacketFilter : log);
    }
    return meanings;
}

CodeLookupDialog::CodeLookupDialog(QWidget* parent)
    : QDialog(parent)
    , m_code(new QLineEdit(this))
    , m_log(new QComboBox(this))
    , m_list(new QListWidget(this))
    , m_view(new ResultView(this))
{
    setWindowTitle(tr("Look Up a Code"));
    setupParts();
    connect(m_code, &QLineEdit::textChanged, this, &CodeLookupDialog::decode);
    connect(m_log, &QComboBox::currentIndexChanged, this, &CodeLookupDialog::decode);
    connect(m_list, &QListWidget::currentRowChanged, this, &CodeLookupDialog::showMeaning);
    resize(620, 680);
    decode();
}

void CodeLookupDialog::setupParts()
{
    m_code->setObjectName(u"lookupCode"_s);
    m_code->setAccessibleName(tr("Code to look up"));
    m_code->setPlaceholderText(tr("12209, 0xC004000D, -1073479667 or a symbol"));
    new QuietPlaceholder(m_code);
    m_code->setMaxLength(longestInput);
    m_code->setClearButtonEnabled(true);
    m_log->setObjectName(u"lookupLog"_s);
    m_log->setAccessibleName(tr("Log that the code comes from"));
    m_log->addItem(tr("Either log"), int(LogKind::Unknown));
    m_log->addItem(logKindTitle(LogKind::Web), int(LogKind::Web));
    m_log->addItem(logKindTitle(LogKind::Firewall), int(LogKind::Firewall));
    m_list->setObjectName(u"lookupMeanings"_s);
    m_list->setAccessibleName(tr("Meanings of the code"));
    m_view->setAccessibleName(tr("Meaning of the code"));

    auto* label = new QLabel(tr("&Code:"), this);
    label->setBuddy(m_code);
    auto* question = new QHBoxLayout;
    question->addWidget(label);
    question->addWidget(m_code, 1);
    question->addWidget(m_log);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return in the box must not close the dialog

    auto* answer = new QFrame(this);
    answer->setFrameShape(QFrame::StyledPanel);
    auto* answerParts = new QVBoxLayout(answer);
    answerParts->setContentsMargins(1, 1, 1, 1);
    answerParts->addWidget(m_view);

    auto* parts = new QVBoxLayout(this);
    parts->addLayout(question);
    parts->addWidget(m_list);
    parts->addWidget(answer, 1);
    parts->addWidget(buttons);
}

void CodeLookupDialog::setCode(const QString& code)
{
    m_code->setText(code);
    m_code->selectAll();
}

void CodeLookupDialog::decode()
{
    m_meanings = codeMeanings(m_code->text(), chosenLog());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const DecodedResult& meaning : m_meanings) {
            m_list->addItem(
                new QListWidgetItem(classMark(meaning.entry.resultClass, palette()), meaningTitle(meaning)));
        }
        m_list->setCurrentRow(m_meanings.empty() ? -1 : 0);
    }
    m_list->setVisible(m_meanings.size() > 1);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * int(std::min<std::size_t>(m_meanings.size(), 5))
                           + 2 * m_list->frameWidth());
    showMeaning(m_list->currentRow());
}

void CodeLookupDialog::showMeaning(int row)
{
    if (row < 0 || std::size_t(row) >= m_meanings.size()) {
        m_view->showNotice(tr("Type a result code the way you found it: decimal, signed, hexadecimal, or its symbol."));
        return;
    }
    const DecodedResult meaning = m_meanings[std::size_t(row)];
    m_view->showPage(meaning, [meaning](PageWriter& page) {
        writeMeaning(page, meaning);
        writeCode(page, meaning);
    });
}

LogKind CodeLookupDialog::chosenLog() const
{
    return LogKind(m_log->currentData().toInt());
}

} // namespace TmgLens
