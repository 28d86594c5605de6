// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace TmgLens {

/// The titles over the columns of a log: each stands over its values, also where these are numbers.
class LogHeaderView : public QHeaderView
{
    Q_OBJECT

public:
    LogHeaderView();

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int column) const override;
};

} // namespace TmgLens
