// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/recordwriter.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace TmgLens::Generator {

/// What one record of the Web Proxy log says. Texts that are empty are written as `-`.
struct WebRecord
{
    Address client;
    std::string_view user = "anonymous";
    std::string_view agent;
    bool isAuthenticated = true; ///< The product writes Y for anonymous requests as well, if a rule matched.
    bool isPublished = false; ///< A request from outside for a server inside.
    std::string_view referrer;
    std::string_view host;
    Address server;
    std::uint32_t port = 80;
    std::uint32_t milliseconds = 0;
    std::uint64_t received = 0; ///< Bytes of the request.
    std::uint64_t sent = 0; ///< Bytes of the answer.
    std::string_view protocol = "http";
    std::string_view method = "GET";
    std::string url;
    std::string_view mimeType;
    std::string_view objectSource = "Inet";
    std::uint32_t status = 200;
    std::uint32_t cacheInfo = 0;
    std::string_view rule = "Internet Access";
    std::uint64_t firstByte = 0; ///< Of the part that was asked for, for 206.
    std::uint64_t lastByte = 0; ///< 0: the whole was asked for.
    std::string_view sourceNetwork = "Internal";
    std::string_view targetNetwork = "External";
    std::uint32_t errorInfo = 0;
    std::string_view action = "Allowed";
    bool isTranslated = false; ///< A NAT address was used.
    std::string_view sessionType = "Web Proxy";
    std::uint32_t clientPort = 0;
};

/// The header lines of a W3C file, or the titles of a table; nothing in other formats.
void writeWebHeader(RecordWriter& writer, std::chrono::sys_seconds utc);

/// One record: 33 fields in W3C form, all 59 in native form, 57 columns in a database, 41 in the viewer. @p requestId
/// goes into the filter information.
void writeWebRecord(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId);

} // namespace TmgLens::Generator
