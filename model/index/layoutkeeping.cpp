// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/layoutkeeping.h"

#include "model/bytes/wordfinder.h"
#include "model/format/w3cheader.h"
#include "model/source/readbuffer.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <atomic>

namespace TmgLens {

namespace {

constexpr std::size_t pieceLength = 256 * 1024; // stays in the processor's cache between reading and looking
constexpr quint64 stretchLength = 16 * pieceLength; // looked through by one thread
constexpr std::size_t longestDirective = 16 * 1024; // far more than a header of all fields takes

/// Whether the directive at the start of @p bytes leaves things as they are. Where it stands in its line does not
/// matter: in the middle of one it is no directive, and to take it for one does no harm.
bool isHarmless(std::string_view bytes, const LogLayout& layout)
{
    const std::size_t end = bytes.find(layout.lineEnd);
    if (end == std::string_view::npos && bytes.size() >= longestDirective)
        return false;
    const std::string_view line = bytes.substr(0, end);
    if (const QString product = productOfSoftwareLine(line); !product.isEmpty())
        return product == layout.product;
    const auto said = layoutOfFieldsLine(line, {}, &layout);
    return !said || *said == layout;
}

/// What keepsLayout() says, of what begins in the @p length bytes from @p begin on.
bool keepsLayoutIn(const ByteSource& source, const LogLayout& layout, quint64 begin, quint64 length,
                   const std::stop_token& stop)
{
    static const std::vector<std::string> words = {"#Fields:", "#Software:"};
    const WordFinder finder(words, Qt::CaseSensitive);
    const ReadBuffer buffer(pieceLength + longestDirective, begin);
    for (const quint64 limit = begin + length; begin < limit; begin += pieceLength) {
        const auto count = source.read(begin, buffer.bytes());
        if (!count || stop.stop_requested())
            return false;
        const std::string_view bytes(buffer.bytes().data(), *count);
        const bool isLast = bytes.size() < buffer.bytes().size();
        const std::size_t end = isLast ? bytes.size() : pieceLength; // what is behind comes again, with more after it
        for (auto at = finder.find(bytes); at && *at < end; at = finder.find(bytes, *at + 1)) {
            if (!isHarmless(bytes.substr(*at, longestDirective), layout))
                return false;
        }
        if (isLast)
            break;
    }
    return true;
}

} // namespace

bool keepsLayout(const ByteSource& source, const LogLayout& layout, quint64 begin, const std::stop_token& stop)
{
    if (layout.isTable())
        return !layout.hasHeader;
    std::vector<quint64> begins;
    for (; begin < source.size(); begin += stretchLength)
        begins.push_back(begin);
    std::atomic<bool> isKept = true;
    QThreadPool pool; // of its own: the caller may be on a thread of the global one
    QtConcurrent::blockingMap(&pool, begins, [&](quint64 stretch) {
        if (isKept && !keepsLayoutIn(source, layout, stretch, stretchLength, stop))
            isKept = false;
    });
    return isKept && !stop.stop_requested();
}

} // namespace TmgLens
