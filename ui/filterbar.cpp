// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filterbar.h"

#include "model/filter/missingfields.h"
#include "model/filter/timerange.h"
#include "ui/icons.h"
#include "ui/resultcolors.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList fieldsMissing(const FilterExpression& expression, const ColumnSet& columns)
{
    return columns.size() == 0 ? QStringList() : missingFields(expression, columns);
}

} // namespace

FilterBar::FilterBar(QWidget* parent) : QWidget(parent), m_line(new QLineEdit(this)), m_mistake(new QLabel(this))
{
    m_line->setObjectName(u"filterLine"_s);
    m_line->setAccessibleName(tr("Filter"));
    m_line->setPlaceholderText(tr("Words, or class:denied  client:10.0.0.0/8  code:12202..12239  -user:anonymous"));
    m_line->setClearButtonEnabled(true);
    m_line->setAcceptDrops(false); // a log dropped here is to be opened by the window
    m_line->installEventFilter(this);
    m_mistake->setObjectName(u"filterMistake"_s);
    m_mistake->setTextFormat(Qt::PlainText);
    m_mistake->setWordWrap(true);
    m_mistake->hide();

    auto* label = new QLabel(tr("Fi&lter:"), this);
    label->setBuddy(m_line);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 6);
    grid->setVerticalSpacing(2);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_line, 0, 1);
    grid->addWidget(m_mistake, 1, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        apply();
        if (m_mistake->isHidden())
            Q_EMIT left();
    });
}

void FilterBar::setColumns(const ColumnSet& columns)
{
    m_columns = columns;
    m_pause.start(); // what was missing can be there now, and the other way round
}

void FilterBar::startTyping()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::clear()
{
    m_line->clear();
    apply();
}

void FilterBar::setTimeRange(const std::optional<Filter::Times>& range)
{
    apply(); // what is being typed is part of it
    m_line->selectAll();
    m_line->insert(withTimeRange(m_expression, range).toString()); // so that it can be undone
    apply();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (m_line->text().isEmpty())
            Q_EMIT left();
        else
            clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::apply()
{
    m_pause.stop();
    const QString text = m_line->text();
    const auto parsed = FilterExpression::parse(text);
    if (!parsed) {
        showMistake(parsed.error());
        return;
    }
    if (const QStringList missing = fieldsMissing(*parsed, m_columns); !missing.isEmpty()) {
        showMissing(missing);
        return;
    }
    hideMistake();
    if (text.trimmed() == m_appliedText)
        return;
    m_appliedText = text.trimmed();
    m_expression = *parsed;
    Q_EMIT expressionChanged(m_expression);
}

void FilterBar::showMistake(const FilterError& mistake)
{
    const QString wrong = m_line->text().mid(mistake.position, mistake.length);
    const QString sentence = wrong.isEmpty()
        ? tr("At the end: %1").arg(mistake.message)
        : tr("At character %1, “%2”: %3").arg(QString::number(mistake.position + 1), wrong, mistake.message);
    showUnderLine(sentence);
}

void FilterBar::showMissing(const QStringList& fields)
{
    const QString names = fields.join(u"”, “"_s);
    showUnderLine(fields.size() == 1 ? tr("This log has no field “%1”.").arg(names)
                                     : tr("This log has none of the fields “%1”.").arg(names));
}

void FilterBar::showUnderLine(const QString& sentence)
{
    const bool isOlderInForce = !m_expression.isEmpty() && m_line->text().trimmed() != m_appliedText;
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, resultColor(ResultClass::Failed, palette()));
    m_mistake->setPalette(warning);
    m_mistake->setText(isOlderInForce ? tr("%1 The filter before it stays in force.").arg(sentence) : sentence);
    m_mistake->show();
    m_line->setAccessibleDescription(m_mistake->text());
}

void FilterBar::hideMistake()
{
    m_mistake->hide();
    m_line->setAccessibleDescription({});
}

} // namespace TmgLens
