// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/connectionmemory.h"
#include "model/finding/eventneeds.h"
#include "model/finding/recognizer.h"

namespace TmgLens {

/**
 * Hands events to the recognizers that want them.
 *
 * Takes events in the order of time. For one thread.
 */
class FindingMachine
{
public:
    /// @p patterns must outlive the machine.
    explicit FindingMachine(const std::vector<Pattern>& patterns);

    /// What anybody wants to know of records with @p code.
    [[nodiscard]] EventNeeds needs(const CodeEntry& code) const;
    /// To be called before see(), with all codes that there are.
    void setCodes(const CodeTable& codes);
    /// Is told of an event shortly before it is to be seen, so that what is known of it is at hand then.
    void expect(const Event& event) const { m_connections.expect(event); }
    void see(Event& event);

    [[nodiscard]] const std::vector<std::unique_ptr<Recognizer>>& recognizers() const { return m_recognizers; }

private:
    /// A test that events with a code may pass, and who asks for it.
    struct Route
    {
        Recognizer* recognizer = nullptr;
        const EventTest* test = nullptr;
        EventRole role = EventRole::Event;
        bool asksForMore = false; ///< See EventTest::asksForMore().
        std::size_t number = 0; ///< Of the test among those for the role.
    };

    [[nodiscard]] bool countsClients(const CodeEntry& code) const;
    void addRoutes(Recognizer& recognizer, const std::vector<EventTest>& tests, EventRole role);
    void follow(const Event& event, const std::vector<Route>& routes);
    [[nodiscard]] const std::vector<Route>& routesFor(const Event& event);
    void seeDerived(LogTime now);

    std::vector<std::unique_ptr<Recognizer>> m_recognizers;
    std::vector<Route> m_routes; // all of them
    FingerprintTable<std::vector<Route>> m_routesOfKind; // what events with a code, traits and sides may pass
    CodeTable m_codes;
    ConnectionMemory m_connections;
    Surroundings m_surroundings;
    std::vector<bool> m_countsClients; // by CodeIndex: whether somebody wants to know who is active in its log
    std::vector<Recognizer*> m_deriving;
    std::vector<Event> m_derived;
};

} // namespace TmgLens
