// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/filesource.h"

#include <QStringConverter>

#include <functional>

class QTemporaryFile;

namespace TmgLens {

/// The UTF-16 or UTF-32 encoding that the first bytes of a file speak for, or nothing for what is read byte by byte.
[[nodiscard]] std::optional<QStringConverter::Encoding> wideEncoding(QByteArrayView firstBytes);

/// Fills a buffer with the next bytes of something and returns how many there were: fewer than it takes only at the
/// end.
using PieceReader = std::function<std::expected<std::size_t, LoadError>(std::span<char> buffer)>;

/**
 * An unnamed temporary file for what cannot be read by position as it is: pipes, wide encodings, members of archives.
 *
 * One file for any number of copies, however many there are. It is gone when the last copy and this are gone; room that
 * no copy needs any more is used again. Copies may be read from any thread; this belongs to one.
 */
class Spool
{
public:
    /// Copies all that @p read gives, as UTF-8 if it is UTF-16 or UTF-32. @p path names it to people. Fails as @p read
    /// does, and with LoadError::Kind::NoSpace. Blocks the caller.
    [[nodiscard]] std::expected<std::shared_ptr<FileSource>, LoadError> add(const PieceReader& read,
                                                                            const QString& path);

private:
    [[nodiscard]] bool prepare();

    std::shared_ptr<QTemporaryFile> m_file;
    qint64 m_end = 0; // of the last copy
};

} // namespace TmgLens
