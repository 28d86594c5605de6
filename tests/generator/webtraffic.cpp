// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/webtraffic.h"

#include <format>
#include <iterator>

namespace TmgLens::Generator {

namespace {

// Bits of s-cache-info.
constexpr std::uint32_t ifModifiedSince = 0x2;
constexpr std::uint32_t ifNoneMatch = 0x1000;
constexpr std::uint32_t privateAnswer = 0x20000;
constexpr std::uint32_t hasMaxAge = 0x200000;
constexpr std::uint32_t hasLastModified = 0x800000;
constexpr std::uint32_t setsCookie = 0x2000000;
constexpr std::uint32_t notToBeCached = 0x40000000;

constexpr std::array<std::string_view, 12> folders{"news",     "2010/05/12",     "images", "articles",
                                                   "products", "style",          "media",  "archive",
                                                   "scripts",  "themes/default", "forum",  "data"};
constexpr std::array<std::string_view, 16> names{"index",  "overview", "story", "header",  "logo",  "teaser",
                                                 "detail", "list",     "main",  "banner",  "photo", "search",
                                                 "topics", "weather",  "chart", "comments"};

struct Content
{
    std::string_view suffix;
    std::string_view mimeType;
};

constexpr std::array<Content, 10> contents{{
    {".html", "text/html; charset=utf-8"},
    {".aspx", "text/html; charset=iso-8859-1"},
    {".gif", "image/gif"},
    {".jpg", "image/jpeg"},
    {".png", "image/png"},
    {".js", "application/x-javascript"},
    {".css", "text/css"},
    {"/", "text/html"},
    {".xml", "text/xml; charset=utf-8"},
    {".swf", "application/x-shockwave-flash"},
}};

constexpr std::string_view pickMimeType(std::string_view url)
{
    for (const Content& content : contents) {
        if (url.contains(content.suffix) && content.suffix != "/")
            return content.mimeType;
    }
    return "text/html";
}

} // namespace

using namespace ErrorInfo;

// Shares in thousandths.
const std::array<WebTraffic::Kind, 15> WebTraffic::kinds{{
    {405, &WebTraffic::page},
    {85, &WebTraffic::revalidated},
    {75, &WebTraffic::posted},
    {60, &WebTraffic::fromCache},
    {50, &WebTraffic::redirected},
    {35, &WebTraffic::answeredWithError},
    {10, &WebTraffic::partial},
    {130, &WebTraffic::tunnel},
    {6, &WebTraffic::tunnelToOddPort},
    {3, &WebTraffic::upstreamLogon},
    {14, &WebTraffic::unreachable},
    {25, &WebTraffic::brokenOff},
    {40, &WebTraffic::deniedByRule},
    {17, &WebTraffic::revocationList},
    {45, &WebTraffic::published},
}};

WebTraffic::WebTraffic(Random& random, const Cast& cast) : m_random(random), m_cast(cast), m_lottery(shares()) {}

WebRecord WebTraffic::ordinary()
{
    return (this->*kinds[m_lottery.draw(m_random)].make)();
}

Lottery WebTraffic::shares()
{
    std::array<std::uint32_t, kinds.size()> shares{};
    std::ranges::transform(kinds, shares.begin(), &Kind::share);
    return Lottery(shares);
}

WebRecord WebTraffic::base(const Person& person, const Site& site)
{
    WebRecord record;
    const bool isFirstOnConnection = m_random.percent(10);
    record.client = person.address;
    record.user = person.user;
    record.agent = person.agent;
    record.host = site.host;
    record.server = site.address;
    record.milliseconds = m_random.skewed(3, 10);
    record.received = m_random.between(350, 1400);
    record.sent = m_random.skewed(9, 17);
    record.sessionType = isFirstOnConnection ? "Web Proxy" : "None";
    record.errorInfo = isFirstOnConnection ? 0 : clientKeepsAlive;
    record.isTranslated = m_random.percent(40);
    record.clientPort = m_random.between(49152, 65535);
    return record;
}

WebRecord WebTraffic::page()
{
    const Site& site = m_cast.anyPlainSite(m_random);
    WebRecord record = base(m_cast.anyPerson(m_random), site);
    record.url = "http://" + site.host + path();
    record.mimeType = pickMimeType(record.url);
    if (m_random.percent(30)) {
        m_referrer = "http://" + m_cast.anyPlainSite(m_random).host + path();
        record.referrer = m_referrer;
    }
    record.errorInfo |= responseHasBody | (m_random.percent(55) ? serverKeepsAlive : 0);
    record.cacheInfo = m_random.percent(60) ? hasLastModified | hasMaxAge : privateAnswer | setsCookie;
    return record;
}

WebRecord WebTraffic::revalidated()
{
    WebRecord record = page();
    record.status = 304;
    record.mimeType = {};
    record.sent = m_random.between(180, 420);
    record.cacheInfo = ifModifiedSince | ifNoneMatch;
    if (m_random.percent(25))
        record.objectSource = "Not Modified";
    return record;
}

WebRecord WebTraffic::posted()
{
    WebRecord record = page();
    record.method = "POST";
    record.mimeType = m_random.percent(50) ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";
    record.received += m_random.skewed(6, 13);
    record.errorInfo |= requestHasBody;
    record.cacheInfo = notToBeCached | 0x4;
    if (m_random.percent(15)) {
        record.status = m_random.percent(50) ? 201 : 202;
    } else if (m_random.percent(12)) {
        record.status = 204;
        record.mimeType = {};
        record.sent = m_random.between(200, 500);
    }
    return record;
}

WebRecord WebTraffic::fromCache()
{
    constexpr std::array<std::string_view, 4> sources{"Cache", "Cache", "Vcache", "VFInet"};
    WebRecord record = page();
    record.objectSource = m_random.pick(sources);
    record.cacheInfo = hasLastModified | hasMaxAge;
    record.errorInfo &= ~serverKeepsAlive;
    record.isTranslated = false;
    if (record.objectSource == "Cache") {
        record.server = {};
        record.milliseconds = m_random.below(3);
    }
    return record;
}

WebRecord WebTraffic::redirected()
{
    constexpr std::array<std::uint32_t, 5> statuses{301, 302, 302, 302, 303};
    WebRecord record = page();
    record.status = m_random.pick(statuses);
    record.mimeType = "text/html";
    record.sent = m_random.between(350, 900);
    return record;
}

WebRecord WebTraffic::answeredWithError()
{
    constexpr std::array<std::uint32_t, 12> statuses{404, 404, 404, 404, 404, 403, 400, 401, 500, 500, 502, 503};
    WebRecord record = page();
    record.status = m_random.percent(5) ? 504 : m_random.pick(statuses);
    record.mimeType = "text/html; charset=iso-8859-1";
    record.sent = m_random.between(400, 4600);
    if (record.status == 504)
        record.milliseconds = m_random.between(5000, 62000);
    return record;
}

WebRecord WebTraffic::partial()
{
    WebRecord record = page();
    const std::uint32_t first = m_random.below(500000);
    record.status = 206;
    record.mimeType = "application/octet-stream";
    record.agent = "Microsoft BITS/7.5";
    record.referrer = {};
    record.sent = m_random.skewed(13, 20);
    record.firstByte = first;
    record.lastByte = first + record.sent - 1;
    record.cacheInfo |= 0x40;
    return record;
}

WebRecord WebTraffic::tunnel()
{
    const Site& site = m_cast.anySecureSite(m_random);
    WebRecord record = base(m_cast.anyPerson(m_random), site);
    record.port = 443;
    record.protocol = "SSL-tunnel";
    record.method = {};
    record.url = site.host + ":443";
    record.milliseconds = m_random.skewed(6, 17);
    record.received = m_random.skewed(10, 15);
    record.sent = m_random.skewed(11, 19);
    record.status = 0;
    const std::uint32_t ending = m_random.below(100);
    if (ending < 12) {
        record.status = 64;
        record.action = "Failed";
        record.errorInfo |= m_random.percent(50) ? fromServerFailed : toClientFailed;
    } else if (ending < 17) {
        record.status = 995;
        record.action = "Failed";
        record.errorInfo |= fromClientFailed;
    } else if (ending < 45) {
        // Sockets that are simply closed leave an error bit in a tunnel that worked.
        record.errorInfo |= m_random.percent(50) ? fromServerFailed : fromClientFailed;
    }
    return record;
}

WebRecord WebTraffic::tunnelToOddPort()
{
    constexpr std::array<std::uint32_t, 4> ports{5222, 8443, 563, 4433};
    WebRecord record = tunnel();
    record.port = m_random.pick(ports);
    record.url = std::format("{}:{}", record.host, record.port);
    refuse(record, 12204);
    record.isAuthenticated = false;
    record.agent = {};
    record.action = "Failed";
    record.rule = {};
    record.targetNetwork = {};
    return record;
}

WebRecord WebTraffic::upstreamLogon()
{
    WebRecord record = tunnel();
    refuse(record, 407);
    record.action = "Allowed";
    return record;
}

WebRecord WebTraffic::unreachable()
{
    constexpr std::array<std::uint32_t, 6> statuses{10060, 10060, 10060, 10061, 10061, 10065};
    const bool isTunnel = m_random.percent(40);
    WebRecord record = isTunnel ? tunnel() : page();
    record.status = m_random.pick(statuses);
    record.action = "Failed";
    record.mimeType = {};
    record.cacheInfo = 0;
    record.errorInfo = (record.errorInfo & clientKeepsAlive) | connectFailed;
    record.milliseconds = record.status == 10060 ? m_random.between(20900, 63100) : m_random.between(900, 3200);
    record.received = isTunnel ? 0 : record.received;
    record.sent = isTunnel ? m_random.between(820, 1180) : m_random.between(4300, 4600);
    return record;
}

WebRecord WebTraffic::brokenOff()
{
    constexpr std::array<std::uint32_t, 5> statuses{64, 64, 995, 10053, 10054};
    WebRecord record = page();
    record.status = m_random.pick(statuses);
    record.action = "Failed";
    record.cacheInfo = 0;
    record.errorInfo |= record.status == 10054 ? fromServerFailed : toClientFailed;
    return record;
}

WebRecord WebTraffic::deniedByRule()
{
    constexpr std::array<std::string_view, 6> blocked{"www.lucky-casino.example", "play.poker-hall.example",
                                                      "www.chat-corner.example",  "dl.free-movies.example",
                                                      "www.bet-arena.example",    "tracker.swap-files.example"};
    WebRecord record = m_random.percent(30) ? tunnel() : page();
    const std::string_view user = record.user;
    refuse(record, 12202);
    record.host = m_random.pick(blocked);
    record.url = record.protocol == "http" ? std::format("http://{}{}", record.host, path())
                                           : std::format("{}:443", record.host);
    record.rule = m_random.percent(70) ? "Blocked Sites" : "Default rule";
    if (record.protocol == "http" && m_random.percent(50))
        record.user = user;
    return record;
}

WebRecord WebTraffic::revocationList()
{
    constexpr std::array<std::string_view, 3> authorities{"crl.trust-one.example", "crl.root-signers.example",
                                                          "crl.certify.example"};
    WebRecord record = page();
    record.client = Names::proxy;
    record.user = "anonymous";
    record.agent = "Microsoft-CryptoAPI/6.1";
    record.referrer = {};
    record.host = m_random.pick(authorities);
    record.url = std::format("http://{}/root{}.crl", record.host, m_random.between(1, 9));
    record.mimeType = "application/pkix-crl";
    record.rule = "[System] Allow all HTTP traffic from Forefront TMG to all networks (for CRL downloads)";
    record.sourceNetwork = "Local Host";
    return record;
}

WebRecord WebTraffic::published()
{
    constexpr std::array<std::uint32_t, 12> statuses{200, 200, 200, 200, 200, 304, 302, 401, 404, 12302, 12309, 12311};
    WebRecord record = page();
    record.client = outsideAddress(m_random);
    record.user = "anonymous";
    record.isPublished = true;
    record.host = "mail.halden.example";
    record.server = Names::webServer;
    record.port = 443;
    record.protocol = "https";
    record.url = "https://mail.halden.example/owa" + path();
    record.referrer = {};
    record.rule = "Publish Mail";
    record.sourceNetwork = "External";
    record.targetNetwork = "Internal";
    record.isTranslated = false;
    const std::uint32_t status = m_random.pick(statuses);
    if (status > 12000) {
        refuse(record, status);
        record.server = Names::outerAddress;
        record.port = 443;
        if (status == 12302)
            record.rule = "Default rule";
    }
    if (status == 12311) {
        record.port = 80;
        record.protocol = "http";
        record.url = "http://mail.halden.example/owa/";
    }
    record.status = status;
    return record;
}

void WebTraffic::refuse(WebRecord& record, std::uint32_t status)
{
    record.user = "anonymous";
    record.server = Names::proxy;
    record.port = record.protocol == "SSL-tunnel" ? record.port : Names::proxyPort;
    record.milliseconds = m_random.between(1, 12);
    record.sent = record.protocol == "SSL-tunnel" ? m_random.between(820, 1180) : m_random.between(3700, 4650);
    record.received = record.protocol == "SSL-tunnel" ? 0 : record.received;
    record.mimeType = {};
    record.objectSource = record.protocol == "SSL-tunnel" ? "Inet" : "";
    record.status = status;
    record.cacheInfo = 0;
    record.errorInfo &= clientKeepsAlive | requestHasBody;
    record.action = "Denied";
    record.isTranslated = false;
}

std::string WebTraffic::path()
{
    std::string result = "/";
    result += m_random.pick(folders);
    result += '/';
    result += m_random.pick(names);
    if (m_random.percent(70))
        std::format_to(std::back_inserter(result), "-{}", m_random.below(100000));
    result += m_random.pick(contents).suffix;
    if (m_random.percent(30)) {
        std::format_to(std::back_inserter(result), "?id={}&topic={}", m_random.below(100000), m_random.pick(names));
    }
    return result;
}

} // namespace TmgLens::Generator
