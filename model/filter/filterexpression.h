// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <expected>
#include <memory>

namespace TmgLens {

/// A mistake in a filter expression.
struct FilterError
{
    qsizetype position = 0; ///< In characters from the start of the text.
    qsizetype length = 0; ///< Characters that are wrong; 0 at the end of the text.
    QString message; ///< What was expected, as a sentence.
};

namespace Filter {
struct Node;
}

/**
 * A filter in the project's one-line language (see the manual page), parsed to a typed tree.
 *
 * An immutable value; may be copied to any thread. The default one lets everything through.
 */
class FilterExpression
{
public:
    FilterExpression() = default;
    /// Takes a tree that was built by hand; nullptr lets everything through.
    explicit FilterExpression(std::shared_ptr<const Filter::Node> root);
    [[nodiscard]] static std::expected<FilterExpression, FilterError> parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return !m_root; }
    /// Text that parses to the same tree.
    [[nodiscard]] QString toString() const;
    /// Nullptr for the empty expression.
    [[nodiscard]] const Filter::Node* root() const { return m_root.get(); }

    /// The parts that a record must meet, each for itself, as they stand side by side; none for the empty expression.
    [[nodiscard]] QList<FilterExpression> terms() const;
    /// All of @p terms side by side, of which none is empty: the reverse of terms().
    [[nodiscard]] static FilterExpression allOf(const QList<FilterExpression>& terms);

    /// What lets through all that this one does not; not for the empty expression.
    [[nodiscard]] FilterExpression inverted() const;

    /// True if both were written alike, blanks aside.
    bool operator==(const FilterExpression& other) const;

private:
    std::shared_ptr<const Filter::Node> m_root;
};

} // namespace TmgLens
