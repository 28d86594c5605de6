// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/random.h"
#include "tests/generator/recordwriter.h"

#include <string>
#include <vector>

namespace TmgLens::Generator {

/// Somebody in the office, with the computer on the desk.
struct Person
{
    std::string user; ///< DOMAIN\name.
    std::string computer; ///< Full name of the computer.
    Address address;
    std::string_view agent; ///< The browser.
};

/// A host that people visit.
struct Site
{
    std::string host;
    Address address;
    bool isSecure = false; ///< Reached through tunnels on port 443 only.
};

/// Names and addresses of one story. Addresses are private ones or those set aside for documentation.
class Cast
{
public:
    Cast();

    [[nodiscard]] const Person& anyPerson(Random& random) const { return m_people[m_byActivity.draw(random)]; }
    [[nodiscard]] const Site& anySite(Random& random) const { return m_sites[m_byFame.draw(random)]; }
    [[nodiscard]] const Site& anyPlainSite(Random& random) const;
    [[nodiscard]] const Site& anySecureSite(Random& random) const;

    /// The one whose computer is infected.
    [[nodiscard]] const Person& infected() const { return m_people[137]; }

    /// The site whose certificate runs out.
    [[nodiscard]] const Site& payroll() const { return m_payroll; }

    /// The site that does not answer for a while, and that nobody asks at other times.
    [[nodiscard]] const Site& ticketShop() const { return m_ticketShop; }

private:
    void addPeople();
    void addSites();

    std::vector<Person> m_people;
    std::vector<Site> m_sites;
    Site m_payroll;
    Site m_ticketShop;
    Lottery m_byActivity;
    Lottery m_byFame;
};

/// An address of those set aside for documentation, as computers outside have them.
[[nodiscard]] Address outsideAddress(Random& random);

namespace Names {

inline constexpr std::string_view server = "HALDEN-TMG1";
inline constexpr Address proxy = ipv4(10, 20, 0, 5); ///< The inner address of the server.
inline constexpr std::uint32_t proxyPort = 8080;
inline constexpr Address outerAddress = ipv4(198, 51, 100, 5); ///< The outer address of the server.
inline constexpr Address natAddress = ipv4(198, 51, 100, 6);
inline constexpr Address nameServer = ipv4(10, 20, 0, 10);
inline constexpr Address webServer = ipv4(10, 20, 0, 21); ///< Published to the outside.
inline constexpr Address mailServer = ipv4(10, 20, 0, 25);
inline constexpr Address scanner = ipv4(203, 0, 113, 77);

} // namespace Names

} // namespace TmgLens::Generator
