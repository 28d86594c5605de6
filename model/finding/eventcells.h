// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/term.h"
#include "model/finding/eventneeds.h"

namespace TmgLens {

/**
 * Finds what patterns look at in the cells of records of one layout.
 *
 * For one thread.
 */
class EventCells
{
public:
    /// @p layout must outlive the object.
    explicit EventCells(const LogLayout& layout);

    /// Fills in what is needed of the cells of an event's record; record, code, time, Trait::Success and what is known
    /// of the connection do not come from there.
    void fill(Event& event, const EventNeeds& needs, Filter::RecordText& text);

private:
    using Place = std::optional<std::size_t>;

    /// What the last cell of a field meant: that of the next record is often the same.
    template <typename Meaning> struct LastCell
    {
        std::string cell = {};
        Meaning meaning = {};
    };

    [[nodiscard]] std::string_view cell(Filter::RecordText& text, const Place& place, std::string& spelled) const;
    void fillEnds(Event& event, const EventNeeds& needs, Filter::RecordText& text);
    [[nodiscard]] quint16 port(Filter::RecordText& text, std::string_view behind, const Place& place);
    [[nodiscard]] Fingerprint connection(const Event& event, Filter::RecordText& text, quint16 clientPort);
    [[nodiscard]] static Side sideOf(std::string_view network, std::string_view address, LastCell<Side>& last);
    void fillHost(Event& event, const EventNeeds& needs, std::string_view host);
    void fillUser(Event& event, std::string_view user);
    void fillTraffic(Event& event, const EventNeeds& needs, Filter::RecordText& text);
    [[nodiscard]] Fingerprint lowerFingerprint(std::string_view text);

    const LogLayout& m_layout;
    bool m_isWeb;
    Place m_client;
    Place m_clientPort;
    Place m_host;
    Place m_destination;
    Place m_user;
    Place m_agent;
    Place m_url;
    Place m_port;
    Place m_method;
    Place m_rule;
    Place m_action;
    Place m_transport;
    Place m_sourceNetwork;
    Place m_destinationNetwork;
    Place m_bytesIn;
    Place m_duration;
    std::string m_spelledClient; // where a table keeps addresses as numbers
    std::string m_spelledDestination;
    std::string m_spelled;
    std::string m_lower;
    LastCell<Side> m_lastSource;
    LastCell<Side> m_lastTarget;
    LastCell<Fingerprint> m_lastTransport;
};

} // namespace TmgLens
