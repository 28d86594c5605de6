// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/term.h"
#include "model/finding/event.h"

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

    /// Fills in what @p event has from the cells of its record: all but record, code, time, Trait::Success and what is
    /// known of its connection.
    void fill(Event& event, Filter::RecordText& text);

private:
    using Place = std::optional<std::size_t>;

    [[nodiscard]] std::string_view cell(Filter::RecordText& text, const Place& place, std::string& spelled) const;
    void fillClient(Event& event, std::string_view client) const;
    void fillDestination(Event& event, Filter::RecordText& text, std::string_view client);
    void fillHost(Event& event, std::string_view host);
    void fillUser(Event& event, std::string_view user);
    [[nodiscard]] Fingerprint lowerFingerprint(std::string_view text);

    const LogLayout& m_layout;
    bool m_isWeb;
    Place m_client;
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
    std::string m_lower;
};

} // namespace TmgLens
