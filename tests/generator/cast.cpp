// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/cast.h"

#include <format>

namespace TmgLens::Generator {

namespace {

constexpr std::size_t personCount = 240;

constexpr std::array<std::string_view, 20> givenNames{"anna",  "bela",  "carl", "dora", "emil", "fina", "gero",
                                                      "hanna", "ivo",   "jana", "kaja", "lars", "mira", "nils",
                                                      "olga",  "pavel", "rosa", "sven", "tove", "uwe"};
constexpr std::array<std::string_view, 12> familyNames{"ahlberg", "brandt", "czerny", "dahl",   "eklund", "forster",
                                                       "gruber",  "holm",   "ilves",  "jensen", "kovac",  "lund"};

constexpr std::array<std::string_view, 6> browsers{
    "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0; SLCC2)",
    "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; .NET CLR 2.0.50727)",
    "Mozilla/5.0 (Windows; U; Windows NT 6.1; en-US; rv:1.9.2.3) Gecko/20100401 Firefox/3.6.3",
    "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; InfoPath.2)",
    "Mozilla/5.0 (Windows; U; Windows NT 6.1; en-US) AppleWebKit/533.4 (KHTML, like Gecko) Chrome/5.0.375.29 "
    "Safari/533.4",
    "Mozilla/5.0 (Windows; U; Windows NT 5.1; de; rv:1.9.1.9) Gecko/20100315 Firefox/3.5.9",
};

constexpr std::array<std::string_view, 8> siteKinds{"www.", "www.", "news.", "cdn.", "img.", "", "", "shop."};
constexpr std::array<std::string_view, 16> siteAdjectives{"morning", "northern", "silver", "open",  "green", "little",
                                                          "rapid",   "harbour",  "alpine", "blue",  "old",   "bright",
                                                          "urban",   "quiet",    "metro",  "global"};
constexpr std::array<std::string_view, 24> siteNouns{"gazette", "weather",  "travel",  "market",   "recipes", "radio",
                                                     "maps",    "sports",   "library", "auctions", "bank",    "forum",
                                                     "gallery", "music",    "games",   "mail",     "finance", "science",
                                                     "garden",  "software", "cinema",  "jobs",     "cars",    "wiki"};

std::string siteHost(std::size_t number)
{
    // Steps that share no factor with the sizes, so that famous sites do not all begin alike.
    const std::string_view kind = siteKinds[number * 5 % siteKinds.size()];
    const std::string_view adjective = siteAdjectives[(number * 7 + number / 48) % siteAdjectives.size()];
    const std::string_view noun = siteNouns[number * 11 % siteNouns.size()];
    return std::format("{}{}-{}.example", kind, adjective, noun);
}

Address outsideAddress(std::size_t number)
{
    constexpr std::array<Address, 3> nets{ipv4(192, 0, 2, 0), ipv4(198, 51, 100, 0), ipv4(203, 0, 113, 0)};
    return {.v4 = nets[number % nets.size()].v4 + 10 + static_cast<std::uint32_t>(number / nets.size() % 240)};
}

} // namespace

Cast::Cast()
    : m_payroll{.host = "portal.payroll-hub.example", .address = ipv4(192, 0, 2, 200), .isSecure = true}
    , m_ticketShop{.host = "www.ticket-shop.example", .address = ipv4(192, 0, 2, 201), .isSecure = false}
    , m_byActivity(Lottery::zipf(personCount))
    , m_byFame(Lottery::zipf(siteAdjectives.size() * siteNouns.size()))
{
    addPeople();
    addSites();
}

const Site& Cast::anyPlainSite(Random& random) const
{
    while (true) {
        const Site& site = anySite(random);
        if (!site.isSecure)
            return site;
    }
}

const Site& Cast::anySecureSite(Random& random) const
{
    while (true) {
        const Site& site = anySite(random);
        if (site.isSecure)
            return site;
    }
}

void Cast::addPeople()
{
    for (std::size_t number = 0; number < personCount; ++number) {
        const std::string_view given = givenNames[number % givenNames.size()];
        const std::string_view family = familyNames[number / givenNames.size()];
        const auto net = static_cast<std::uint32_t>(30 + number % 4);
        const auto host = static_cast<std::uint32_t>(20 + number / 4);
        m_people.push_back({.user = std::format("HALDEN\\{}.{}", given, family),
                            .computer = std::format("pc-{:04}.halden.example", 1000 + number * 7),
                            .address = ipv4(10, 20, net, host),
                            .agent = browsers[(number + number / 7) % browsers.size()]});
    }
}

void Cast::addSites()
{
    for (std::size_t number = 0; number < siteAdjectives.size() * siteNouns.size(); ++number)
        m_sites.push_back({.host = siteHost(number), .address = outsideAddress(number), .isSecure = number % 5 == 3});
}

Address outsideAddress(Random& random)
{
    return outsideAddress(static_cast<std::size_t>(random.below(720)));
}

} // namespace TmgLens::Generator
