// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/stripchart.h"

#include "model/output/wording.h"
#include "model/report/reportwording.h"

#include <algorithm>
#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int binCount = 160;
constexpr int binWidth = 6; // units of the drawing, which is as wide as its page
constexpr int barHeight = 90;
constexpr int bandHeight = 10; // under the bars, for what was found
constexpr int chartWidth = binCount * binWidth;

using Counts = std::array<quint64, resultClassCount>;

/// Records by time and class.
class Histogram
{
public:
    explicit Histogram(const RecordIndex& index)
    {
        eachMoment(index, [this](LogTime time, ResultClass) {
            m_begin = m_end == invalidTime ? time : std::min(m_begin, time);
            m_end = m_end == invalidTime ? time : std::max(m_end, time);
        });
        if (isEmpty())
            return;
        m_bins.resize(binCount);
        eachMoment(index, [this](LogTime time, ResultClass resultClass) {
            ++m_bins[std::size_t(placeOf(time) / binWidth)][std::size_t(resultClass)];
        });
    }

    [[nodiscard]] bool isEmpty() const { return m_end == invalidTime; }
    [[nodiscard]] LogTime begin() const { return m_begin; }
    [[nodiscard]] LogTime end() const { return m_end; }
    [[nodiscard]] const std::vector<Counts>& bins() const { return m_bins; }

    /// Where @p time is, in units of the drawing: from 0 to below chartWidth.
    [[nodiscard]] int placeOf(LogTime time) const
    {
        const qint64 span = (m_end - m_begin).count() + 1;
        return int(std::clamp<qint64>((time - m_begin).count() * chartWidth / span, 0, chartWidth - 1));
    }

private:
    template <typename Visitor> static void eachMoment(const RecordIndex& index, Visitor visit)
    {
        for (const RecordIndex::Part& part : index.parts()) {
            const IndexBlock& block = *part.block;
            for (std::size_t i = 0; i < block.size(); ++i)
                if (const LogTime time = block.time(i); time != invalidTime)
                    visit(time, index.codes().at(part.codes[qToUnderlying(block.code(i))]).result.entry.resultClass);
        }
    }

    LogTime m_begin = invalidTime;
    LogTime m_end = invalidTime;
    std::vector<Counts> m_bins;
};

quint64 total(const Counts& counts)
{
    return std::ranges::fold_left(counts, quint64(0), std::plus());
}

QString rectangle(double x, double y, double width, double height, const QString& styleClass)
{
    return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" class=\"%5\"/>"_s.arg(x)
        .arg(y, 0, 'f', 1)
        .arg(width)
        .arg(height, 0, 'f', 1)
        .arg(styleClass);
}

QString bars(const Histogram& histogram)
{
    const quint64 most = std::max<quint64>(total(std::ranges::max(histogram.bins(), {}, total)), 1);
    QString drawing;
    for (std::size_t bin = 0; bin < histogram.bins().size(); ++bin) {
        double bottom = barHeight;
        for (std::size_t i = 0; i < resultClassCount; ++i) {
            const quint64 count = histogram.bins()[bin][i];
            const double height = barHeight * double(count) / double(most);
            bottom -= height;
            if (count > 0)
                drawing += rectangle(double(bin) * binWidth, bottom, binWidth - 1, height, keyword(ResultClass(i)));
        }
    }
    return drawing;
}

QString bands(const FindingReport& report, const Histogram& histogram)
{
    constexpr int narrowest = 3; // to be seen at all
    QString drawing;
    for (const FindingSeverity severity : {FindingSeverity::Warning, FindingSeverity::Alarm}) { // the worst on top
        for (const Finding* finding : report.findings) {
            if (finding->severity != severity)
                continue;
            const int begin = histogram.placeOf(finding->first);
            const int end = finding->isOver ? histogram.placeOf(finding->last) : chartWidth;
            drawing += rectangle(begin, barHeight + 4, std::max(end - begin, narrowest), bandHeight, keyword(severity));
        }
    }
    return drawing;
}

} // namespace

QString stripChart(const FindingReport& report)
{
    const Histogram histogram(report.index);
    if (histogram.isEmpty())
        return {};
    const QString title = FindingText::tr("Records by time and class, and under them the alarms and warnings");
    return u"<figure>\n<svg viewBox=\"0 0 %1 %2\" preserveAspectRatio=\"none\" role=\"img\">\n<title>%3</title>\n"_s
               .arg(chartWidth)
               .arg(barHeight + bandHeight + 4)
               .arg(title.toHtmlEscaped())
        + bars(histogram) + bands(report, histogram)
        + u"\n</svg>\n<figcaption><span>%1 UTC</span><span>%2 UTC</span></figcaption>\n</figure>\n"_s.arg(
            timeText(histogram.begin()), timeText(histogram.end()));
}

} // namespace TmgLens
