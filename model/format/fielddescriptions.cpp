// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fielddescriptions.h"

#include "model/format/fieldvaluetable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace TmgLens {

using namespace Qt::StringLiterals;

const FieldDescriptions& FieldDescriptions::builtIn()
{
    static const FieldDescriptions descriptions = [] {
        QFile file(u":/tmglens/fieldvalues/fields.json"_s);
        auto read = fromJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        Q_ASSERT_X(read.has_value(), "FieldDescriptions", "the shipped descriptions are faulty");
        return read ? std::move(*read) : FieldDescriptions();
    }();
    return descriptions;
}

std::expected<FieldDescriptions, QString> FieldDescriptions::fromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(error.errorString());
    FieldDescriptions descriptions;
    const QJsonArray fields = document.object().value("fields"_L1).toArray();
    for (const auto& field : fields) {
        const FieldDescription description{.title = field["title"_L1].toString(),
                                           .meaning = field["meaning"_L1].toString()};
        const std::optional<LogKind> log = logKindOfKeyword(field["log"_L1].toString());
        if (description.title.isEmpty() || description.meaning.isEmpty() || !log)
            return std::unexpected(QString(u"A field needs log, title and meaning: "_s % description.title));
        const QJsonArray names = field["names"_L1].toArray();
        for (const auto& name : names) {
            if (!descriptions.m_byName.insert(*log, name.toString(), descriptions.m_descriptions.size()))
                return std::unexpected(QString(name.toString() % u" is there twice"_s));
        }
        descriptions.m_descriptions.push_back(description);
    }
    return descriptions;
}

const FieldDescription* FieldDescriptions::find(QStringView name, LogKind log) const
{
    const std::optional<std::size_t> position = m_byName.find(log, name);
    return position ? &m_descriptions[*position] : nullptr;
}

std::optional<FieldDescription> fieldDescription(QStringView name, LogKind log)
{
    const FieldDescription* description = FieldDescriptions::builtIn().find(name, log);
    return description ? std::optional(*description) : std::nullopt;
}

} // namespace TmgLens
