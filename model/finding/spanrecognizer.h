// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/recognizer.h"

namespace TmgLens {

/// Finds what one record begins and another ends, and what happens between them.
class SpanRecognizer final : public Recognizer
{
public:
    using Recognizer::Recognizer;

    void see(const Event& event, EventRole role, std::size_t test, const Surroundings& surroundings) override;

private:
    FingerprintTable<std::size_t> m_open; // by key: the incident that has begun
};

} // namespace TmgLens
