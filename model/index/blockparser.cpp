// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/blockparser.h"

#include "model/format/fieldcutter.h"
#include "model/format/w3cheader.h"
#include "model/index/blockbuilder.h"
#include "model/index/linemarks.h"

#include <algorithm>
#include <optional>

namespace TmgLens {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t pieceLength = 16 * 1024; // looked through at once: it and its marks stay in the fastest cache

/// Goes through the lines of a stretch, piece by piece.
class StretchParser
{
public:
    StretchParser(const Stretch& stretch, const SourcePointer& source, const LayoutPointer& layout)
        : m_stretch(stretch)
        , m_source(source)
    {
        m_result.layoutAtStart = layout;
        beginBlock(layout, stretch.offset);
    }

    ParsedStretch run()
    {
        std::size_t length = pieceLength;
        for (std::string_view rest = m_stretch.bytes; !rest.empty();) {
            const std::size_t done = takePiece(rest.substr(0, length), length >= rest.size());
            if (m_result.blocks.empty() && rest.data() == m_stretch.bytes.data())
                reserveFor(done);
            length = done > 0 ? pieceLength : length * 2; // a line that is longer than the piece
            rest.remove_prefix(done);
        }
        sealBlock();
        return std::move(m_result);
    }

private:
    /// Takes the whole lines of @p piece, and what stands after them if the stretch ends there. Returns how many bytes
    /// that were.
    std::size_t takePiece(std::string_view piece, bool isLast)
    {
        const bool canUseMarks = m_builder->keyCellPlaces().canUseMarks();
        m_marks->mark(piece);
        FoundMarks found{.fieldEnds = {}, .piece = piece.data(), .mayHoldNul = m_marks->holdsNul()};
        std::size_t begin = 0;
        for (std::size_t i = 0; i < m_marks->lineCount(); ++i) {
            found.fieldEnds = m_marks->fieldEnds(i);
            const quint32 end = found.fieldEnds.back();
            const auto text = piece.substr(begin, end - begin);
            begin = end + 1;
            if (!takeLine(text, true, canUseMarks ? &found : nullptr))
                return begin; // what comes has been marked for the layout before
        }
        if (isLast && begin < piece.size()) {
            takeLine(piece.substr(begin), false, nullptr);
            begin = piece.size();
        }
        return begin;
    }

    /// Returns whether the layout is still the same.
    bool takeLine(std::string_view text, bool isFinished, const FoundMarks* marks)
    {
        LogLine line{.text = text, .offset = offsetOf(text)};
        line.end = line.offset + text.size() + (isFinished ? 1 : 0);
        if (line.text.ends_with('\r'))
            line.text.remove_suffix(1);
        if (line.text.starts_with(byteOrderMark)) { // of a file that somebody joined to another
            line.text.remove_prefix(byteOrderMark.size());
            line.offset += byteOrderMark.size();
        }
        if (isDirective(line.text))
            return takeDirective(line);
        if (line.text.empty()) {
            m_builder->skipLine(line);
            return true;
        }
        m_builder->addRecord(line, marks);
        if (!isFinished && m_stretch.isLast)
            m_builder->markUnfinished();
        return true;
    }

    bool takeDirective(const LogLine& line)
    {
        if (const QString product = productOfSoftwareLine(line.text); !product.isEmpty())
            m_product = product;
        const auto layout = layoutOfFieldsLine(line.text, m_product, m_result.layoutAtEnd.get());
        const bool isChange = layout && *layout != *m_result.layoutAtEnd;
        if (isChange) {
            sealBlock();
            beginBlock(std::make_shared<const LogLayout>(*layout), line.offset);
        }
        m_builder->skipLine(line);
        return !isChange;
    }

    /// Makes room for the whole stretch, going by its first @p done bytes: growing bit by bit would leave holes behind
    /// that take as much memory again.
    void reserveFor(std::size_t done)
    {
        const quint64 lines = m_builder->lineCount();
        if (lines > 0)
            m_builder->reserve(std::size_t(lines * m_stretch.bytes.size() / done * 17 / 16));
    }

    [[nodiscard]] quint64 offsetOf(std::string_view text) const
    {
        return m_stretch.offset + quint64(text.data() - m_stretch.bytes.data());
    }

    void beginBlock(const LayoutPointer& layout, quint64 offset)
    {
        m_result.layoutAtEnd = layout;
        m_builder.emplace(m_source, layout, offset);
        // Where the fields part in another way, for line ends alone.
        const bool canUseMarks = m_builder->keyCellPlaces().canUseMarks();
        m_marks.emplace(layout->lineEnd, canUseMarks ? toStringView(layout->separator) : std::string_view("\t"));
    }

    void sealBlock()
    {
        if (m_builder->lineCount() > 0)
            m_result.blocks.push_back(m_builder->seal());
    }

    Stretch m_stretch;
    SourcePointer m_source;
    QString m_product;
    ParsedStretch m_result;
    std::optional<BlockBuilder> m_builder;
    std::optional<LineMarks> m_marks;
};

} // namespace

ParsedStretch parseStretch(const Stretch& stretch, const SourcePointer& source, const LayoutPointer& layout)
{
    return StretchParser(stretch, source, layout).run();
}

} // namespace TmgLens
