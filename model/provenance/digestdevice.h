// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/targetfile.h"
#include "model/provenance/filedigest.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <functional>

namespace TmgLens {

/// Hands what is written on to another device, and takes its SHA-256 on the way. Open from the start, for writing.
class DigestDevice final : public QIODevice
{
public:
    /// @p target must be open and outlive the device.
    explicit DigestDevice(QIODevice& target);

    [[nodiscard]] bool isSequential() const override { return true; }
    /// So many bytes have been taken by the target.
    [[nodiscard]] quint64 bytesTaken() const { return m_bytesTaken; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); }

protected:
    qint64 readData(char* data, qint64 length) override;
    qint64 writeData(const char* data, qint64 length) override;

private:
    QIODevice& m_target;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    quint64 m_bytesTaken = 0;
};

/// Writes by @p write to @p device, and notes in @p output the size and the SHA-256 of what was written.
[[nodiscard]] Written writeDigested(QIODevice& device, FileDigest& output,
                                    const std::function<Written(QIODevice&)>& write);

} // namespace TmgLens
