// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <QByteArray>

#include <algorithm>

namespace TmgLens {

/// A log in memory: rows that somebody has pasted.
class BytesInMemory : public ByteSource
{
public:
    /// @p name is what people call the log.
    BytesInMemory(const QByteArray& bytes, const QString& name) : m_bytes(bytes), m_name(name) {}

    [[nodiscard]] QString path() const override { return m_name; }
    [[nodiscard]] quint64 size() const override { return quint64(m_bytes.size()); }

    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
    {
        if (offset >= size())
            return 0;
        const auto count = std::size_t(std::min<quint64>(buffer.size(), size() - offset));
        std::copy_n(m_bytes.constData() + offset, count, buffer.data());
        return count;
    }

    [[nodiscard]] bool readAtOnce(quint64 offset, std::span<char> buffer) const override
    {
        return read(offset, buffer) == buffer.size();
    }

private:
    QByteArray m_bytes;
    QString m_name;
};

} // namespace TmgLens
