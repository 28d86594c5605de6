// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/provenance/digestdevice.h"

namespace TmgLens {

DigestDevice::DigestDevice(QIODevice& target) : m_target(target)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 DigestDevice::readData(char* /*data*/, qint64 /*length*/)
{
    return -1;
}

qint64 DigestDevice::writeData(const char* data, qint64 length)
{
    const qint64 count = m_target.write(data, length);
    if (count < length)
        setErrorString(m_target.errorString());
    if (count < 0)
        return count;
    m_hash.addData(QByteArrayView(data, count));
    m_bytesTaken += quint64(count);
    return count;
}

Written writeDigested(QIODevice& device, FileDigest& output, const std::function<Written(QIODevice&)>& write)
{
    DigestDevice digest(device);
    Written written = write(digest);
    output.size = digest.bytesTaken();
    output.sha256 = digest.sha256();
    return written;
}

} // namespace TmgLens
