// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/resultpage.h"

#include "model/output/wording.h"
#include "ui/details/pagewriter.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"

#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestGivenText = 200;

/// The context of this page's sentences.
struct ResultPage
{
    Q_DECLARE_TR_FUNCTIONS(ResultPage)
};

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Documented:
        return ResultPage::tr("Documented");
    case Confidence::Practice:
        return ResultPage::tr("Known from practice");
    case Confidence::Inferred:
        break;
    }
    return ResultPage::tr("Inferred, not documented");
}

std::vector<Fact> codeFacts(const DecodedResult& result)
{
    std::vector<Fact> facts;
    if (!result.given.isEmpty()) {
        facts.push_back({ResultPage::tr("As written"), {}, visibleText(result.given, longestGivenText), {}});
    }
    if (result.value) {
        facts.push_back({ResultPage::tr("Decimal"), {}, QString::number(*result.value), {}});
        facts.push_back({ResultPage::tr("Signed"), {}, QString::number(qint32(*result.value)), {}});
        facts.push_back({ResultPage::tr("Hexadecimal"), {}, hexText(*result.value), {}});
    }
    const ResultEntry& entry = result.entry;
    if (!entry.symbols.isEmpty()) {
        facts.push_back({entry.symbols.size() > 1 ? ResultPage::tr("Symbols") : ResultPage::tr("Symbol"),
                         {},
                         entry.symbols.join(u'\n'),
                         {}});
    }
    if (const QString log = logKindTitle(entry.log); !log.isEmpty()) {
        facts.push_back({ResultPage::tr("Meaning in"), {}, log, {}});
    }
    return facts;
}

void writeSection(PageWriter& page, const QString& heading, const QString& text)
{
    if (!text.isEmpty()) {
        page.addHeading(heading);
        page.addParagraph(text);
    }
}

} // namespace

void writeMeaning(PageWriter& page, const DecodedResult& result)
{
    const ResultEntry& entry = result.entry;
    if (entry.message.isEmpty()) {
        page.addParagraph(ResultPage::tr("No message text is documented for this code."), PageWriter::Tone::Quiet);
    } else {
        page.addParagraph(entry.message, PageWriter::Tone::Lead);
    }
    writeSection(page, ResultPage::tr("Causes"), entry.causes);
    writeSection(page, ResultPage::tr("How to confirm"), entry.confirm);
    writeSection(page, ResultPage::tr("What to do"), entry.advice);
}

void writeCode(PageWriter& page, const DecodedResult& result)
{
    const ResultEntry& entry = result.entry;
    page.addHeading(ResultPage::tr("Code"));
    page.addFacts(codeFacts(result));

    if (result.isKnown) {
        page.addHeading(ResultPage::tr("Basis"));
        const QString confidence = confidenceText(entry.confidence);
        page.addParagraph(entry.source.isEmpty() ? confidence : QString(confidence % u": " % entry.source),
                          PageWriter::Tone::Quiet);
    }
}

} // namespace TmgLens
