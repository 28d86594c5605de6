// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/plaintip.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

QString plainTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    return u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

} // namespace TmgLens
