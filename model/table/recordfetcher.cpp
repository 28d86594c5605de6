// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/recordfetcher.h"

#include "model/index/recordreader.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

/// How long all rows together may keep the event loop waiting in one turn: disks that work are faster, and a person
/// begins to take a window for stuck at some hundred milliseconds more.
constexpr std::chrono::nanoseconds patience = 200ms;

/// Of which a record takes nothing that comes within this time: a screenful of such is no longer than one slow one.
constexpr std::chrono::nanoseconds quick = 1ms;

constexpr std::size_t mostWishes = 512; // some screenfuls

RecordFetcher::Bytes noMemory()
{
    return std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory});
}

} // namespace

/// A record that was asked for.
struct RecordFetcher::Wish
{
    RecordNumber number = {};
    BlockPointer block;
    std::size_t place = 0; ///< In the block.
    std::optional<Bytes> bytes = {}; ///< Guarded by the mutex of the desk.
};

/// Where the GUI thread leaves wishes for records of one log. There is a reader as long as there are wishes.
class RecordFetcher::Desk : public std::enable_shared_from_this<Desk>
{
public:
    explicit Desk(RecordFetcher* owner) : m_owner(owner) {}

    /// Leaves a wish, which comes before all others. Returns false if the system has no thread for a reader.
    bool add(const WishPointer& wish)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_hasReader && !startReader())
            return false;
        m_wishes.push_back(wish); // the reader cannot look before the lock is off
        return true;
    }

    /// Takes the oldest wish back if there are too many.
    WishPointer takeSurplus()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_wishes.size() <= mostWishes)
            return {};
        WishPointer oldest = m_wishes.front();
        m_wishes.erase(m_wishes.begin());
        return oldest;
    }

    /// What was wished for, or nothing if it is not there after @p time.
    std::optional<Bytes> await(const Wish& wish, std::chrono::nanoseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [&wish] { return wish.bytes.has_value(); });
        return wish.bytes;
    }

    /// Sends the reader away, now or when it comes back from a read that hangs.
    void leave()
    {
        const std::scoped_lock lock(m_mutex);
        m_owner = nullptr;
    }

private:
    bool startReader()
    try {
        std::thread([desk = shared_from_this()] { desk->serve(); }).detach();
        m_hasReader = true;
        return true;
    } catch (const std::system_error&) {
        return false;
    }

    /// What the reader does.
    void serve()
    {
        std::unique_lock lock(m_mutex);
        while (m_owner && !m_wishes.empty()) {
            const WishPointer wish = m_wishes.back(); // somebody looks at it, while the others may be out of sight
            m_wishes.pop_back();
            lock.unlock();
            Bytes bytes = read(*wish);
            lock.lock();
            wish->bytes = std::move(bytes);
            m_changed.notify_all();
            if (m_owner)
                QMetaObject::invokeMethod(
                    m_owner, [owner = m_owner, desk = shared_from_this(), wish] { owner->take(desk, wish); },
                    Qt::QueuedConnection);
        }
        m_hasReader = false;
    }

    static Bytes read(const Wish& wish)
    try {
        return readRecord(*wish.block, wish.place);
    } catch (const std::bad_alloc&) {
        return noMemory();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by the mutex:
    RecordFetcher* m_owner;
    std::vector<WishPointer> m_wishes; // the latest last
    bool m_hasReader = false;
};

RecordFetcher::~RecordFetcher()
{
    clear();
}

void RecordFetcher::clear()
{
    m_wishes.clear();
    m_failed.clear();
    const auto desks = std::exchange(m_desks, {}); // a reader may hang; there will be another one
    for (const auto& desk : desks)
        desk->leave();
}

std::optional<RecordFetcher::Bytes> RecordFetcher::fetch(RecordNumber number, const RecordIndex::Place& place)
{
    if (auto bytes = readRecordAtOnce(*place.part->block, place.record))
        return std::move(*bytes);
    if (m_wishes.contains(qToUnderlying(number)))
        return {};
    const bool mayWait = m_wishes.isEmpty();
    const WishPointer wish = ask(number, place);
    if (!wish)
        return noMemory();
    auto bytes = mayWait ? await(*wish) : std::nullopt;
    if (bytes)
        m_wishes.remove(qToUnderlying(number));
    return bytes;
}

/// Leaves a wish on the desk of its log; nullptr if there is no reader for it.
RecordFetcher::WishPointer RecordFetcher::ask(RecordNumber number, const RecordIndex::Place& place)
{
    auto wish = std::make_shared<Wish>(number, place.part->block, place.record);
    std::shared_ptr<Desk>& desk = deskOf(*wish);
    if (!desk)
        desk = std::make_shared<Desk>(this);
    if (!desk->add(wish))
        return {};
    m_wishes.insert(qToUnderlying(number), wish);
    if (const WishPointer dropped = desk->takeSurplus())
        m_wishes.remove(qToUnderlying(dropped->number));
    return wish;
}

/// The desk for the log of @p wish; null until there is something to read of that log.
std::shared_ptr<RecordFetcher::Desk>& RecordFetcher::deskOf(const Wish& wish)
{
    return m_desks[wish.block->source];
}

/// Waits for @p wish as long as there is patience left in this turn of the event loop.
std::optional<RecordFetcher::Bytes> RecordFetcher::await(const Wish& wish)
{
    if (!std::exchange(m_isTurnKnown, true)) {
        m_patience = patience;
        QMetaObject::invokeMethod(this, [this] { m_isTurnKnown = false; }, Qt::QueuedConnection);
    }
    const auto begin = std::chrono::steady_clock::now();
    auto bytes = deskOf(wish)->await(wish, m_patience);
    const std::chrono::nanoseconds waited = std::chrono::steady_clock::now() - begin;
    m_patience -= std::clamp(waited - quick, std::chrono::nanoseconds(0), m_patience);
    return bytes;
}

/// Tells of what the reader of @p desk has read, unless somebody has waited for it or nobody wants it any more.
void RecordFetcher::take(const std::shared_ptr<Desk>& desk, const WishPointer& wish)
{
    if (desk != m_desks.value(wish->block->source))
        return;
    const Bytes bytes = desk->await(*wish, 0ns).value_or(noMemory()); // it is there
    if (!bytes && !m_failed.contains(bytes.error().path)) {
        m_failed.insert(bytes.error().path);
        Q_EMIT failed(bytes.error());
    }
    const auto known = m_wishes.constFind(qToUnderlying(wish->number));
    if (known == m_wishes.constEnd() || *known != wish)
        return;
    m_wishes.erase(known);
    Q_EMIT fetched({wish->number, bytes});
}

} // namespace TmgLens
