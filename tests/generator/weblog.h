// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/dayplan.h"
#include "tests/generator/webtraffic.h"

namespace TmgLens::Generator {

/**
 * Writes a Web Proxy log of TMG 2010: ordinary requests, the logons before some of them, and incidents.
 *
 * Field order, spellings and the way the fields go together follow a real log of that product: 33 fields in W3C form,
 * all 59 in native form.
 */
class WebLog
{
public:
    WebLog(RecordWriter& writer, Random& random, const Cast& cast);

    void writeHeader(std::chrono::sys_seconds utc);
    void write(const PlannedRecord& planned);

private:
    enum class LogonStep { None, Refused, Failed, Granted };

    [[nodiscard]] WebRecord ordinary();
    [[nodiscard]] WebRecord incident(const PlannedRecord& planned);
    [[nodiscard]] WebRecord firstLogonStep();
    [[nodiscard]] WebRecord nextLogonStep();
    [[nodiscard]] WebRecord unresolved();
    [[nodiscard]] WebRecord badCertificate(const PlannedRecord& planned);
    [[nodiscard]] WebRecord flooding();
    [[nodiscard]] WebRecord guessed(const PlannedRecord& planned);
    [[nodiscard]] WebRecord siteDown();
    void write(const WebRecord& record);

    RecordWriter& m_writer;
    Random& m_random;
    const Cast& m_cast;
    WebTraffic m_traffic;
    std::uint32_t m_requestId;
    WebRecord m_logon; // the request that a logon is about
    LogonStep m_logonStep = LogonStep::None;
    std::chrono::sys_seconds m_logonTime{};
};

} // namespace TmgLens::Generator
