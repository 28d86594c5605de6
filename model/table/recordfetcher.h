// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>

namespace TmgLens {

/**
 * Reads records for the GUI thread, which must not wait for a disk that is slow, or a share that hangs.
 *
 * What the system has in memory is read at once. The rest is read by a thread of its own for each log: neither another
 * log nor Qt's pool nor anybody else has one thread less if it hangs. It is left behind then, and shares nothing with
 * anybody.
 *
 * Belongs to the GUI thread and emits there.
 */
class RecordFetcher : public QObject
{
    Q_OBJECT

public:
    using Bytes = std::expected<QByteArray, LoadError>;

    /// A record that has come, or why it has not.
    struct Fetched
    {
        RecordNumber number = {};
        Bytes bytes;
    };

    explicit RecordFetcher(QObject* parent = nullptr) : QObject(parent) {}
    /// Waits for nobody.
    ~RecordFetcher() override;

    /**
     * The bytes of record @p number, which is at @p place, without line end; nothing if they are still to come:
     * fetched() follows then, unless so much else is asked for that nobody can be looking at this record any more.
     *
     * Waits a little where nothing is in memory, so that a disk that works shows its records at once. Nobody waits
     * behind a record that has not come.
     */
    [[nodiscard]] std::optional<Bytes> fetch(RecordNumber number, const RecordIndex::Place& place);
    /// Nothing is emitted any more for what was asked for.
    void clear();

Q_SIGNALS:
    void fetched(const TmgLens::RecordFetcher::Fetched& record);
    /// A log cannot be read any more, or not everywhere; once for each until clear().
    void failed(const TmgLens::LoadError& error);

private:
    struct Wish;
    class Desk;
    using WishPointer = std::shared_ptr<Wish>;

    [[nodiscard]] WishPointer ask(RecordNumber number, const RecordIndex::Place& place);
    [[nodiscard]] std::shared_ptr<Desk>& deskOf(const Wish& wish);
    [[nodiscard]] std::optional<Bytes> await(const Wish& wish);
    void take(const std::shared_ptr<Desk>& desk, const WishPointer& wish);

    QHash<SourcePointer, std::shared_ptr<Desk>> m_desks; // by log, each shared with its reader
    QHash<quint32, WishPointer> m_wishes; // what has been asked for and has not come
    QSet<QString> m_failed; // paths of logs of which failed() has told
    std::chrono::nanoseconds m_patience{}; // that is left in this turn of the event loop
    bool m_isTurnKnown = false; // m_patience is of this turn
};

} // namespace TmgLens
