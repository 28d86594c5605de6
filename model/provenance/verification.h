// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/provenance/filedigest.h"

namespace TmgLens {

/// What a file is today, beside what it was.
struct Verdict
{
    enum class Kind {
        Same, ///< All its bytes.
        Grown, ///< Bytes have been added; those that there were are the same.
        Changed, ///< Other bytes, or fewer.
        Unverifiable, ///< It is nowhere, cannot be read (see error), or was no file.
    };

    Kind kind = Kind::Same;
    QString path = {}; ///< Where it was looked at.
    quint64 size = 0; ///< Today; 0 if it cannot be read.
    std::optional<LoadError> error = {};
};

/**
 * Compares the file that @p digest speaks of with what it held then. Only where it @p mayGrow, as a log that is being
 * written does, are bytes behind those no change.
 *
 * Blocks the caller, for as long as reading the file takes. When @p stop is requested the answer says nothing.
 */
[[nodiscard]] Verdict verify(const FileDigest& digest, bool mayGrow, const std::stop_token& stop,
                             const DigestProgress& progress = {});

/// @p verdict on @p digest in a sentence. Plain text.
[[nodiscard]] QString describeVerdict(const Verdict& verdict, const FileDigest& digest);

} // namespace TmgLens
