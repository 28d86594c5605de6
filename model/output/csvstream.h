// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/scanlog.h"
#include "model/output/csvoptions.h"
#include "model/output/targetfile.h"

#include <functional>
#include <stop_token>
#include <string>

class QIODevice;

namespace TmgLens {

class ColumnSet;

/**
 * Writes a log as CSV while it is read, as writeCsv() would from its index, in memory that does not grow with the log.
 *
 * The first row names the fields of the whole log, and those can change in mid-file. A log that does so cannot be
 * written so: isImpossible(). Where it is too late by then, the rows wait at first: what a filter lets through is often
 * all of it. When they become too many, the rest of the log is looked through by keepsLayout() before any is written.
 *
 * Belongs to one thread.
 */
class CsvStream
{
public:
    /// Says what of a log with these columns is written. Thread-safe.
    using OptionsMaker = std::function<CsvOptions(const ColumnSet& columns)>;

    /// What becomes of the bytes that were written when the stream turns out to be impossible.
    enum class Target { CanBeBegunAgain, IsFinal };

    CsvStream(QIODevice& device, Target target, OptionsMaker optionsOf, std::stop_token stop);

    /// Makes the rows, for the scan of the log.
    [[nodiscard]] RowMaker rowMaker() const;

    /// Takes the next block of the log, which may have no records. Returns false if no more of them can be taken.
    [[nodiscard]] bool take(const ScannedBlock& scanned);

    /// True if the layout changes. Nothing has been written then that is final.
    [[nodiscard]] bool isImpossible() const { return m_isImpossible; }

    /// Writes what still waits, and tells how all of it went; at the end, unless it is impossible.
    [[nodiscard]] Written finish();

private:
    void begin(const BlockPointer& block);
    void writeWaiting();

    QIODevice& m_device;
    OptionsMaker m_optionsOf;
    std::stop_token m_stop;
    Target m_target;
    LayoutPointer m_layout; // of the log, once a block has come
    std::string m_waiting; // rows, the header before them
    bool m_hasToWait = true;
    bool m_isImpossible = false;
    Written m_written;
};

} // namespace TmgLens
