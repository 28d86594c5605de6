// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <span>

namespace TmgLens {

/// A column as the product's log viewer or its SQL tables call it.
struct TableColumn
{
    const char* title;
    FieldId id = FieldId::Other;
    FieldType type = FieldType::Text;
};

/**
 * All columns of an SQL table, in the order in which the product creates them.
 *
 * Source: ISA 2006's scripts w3proxy.sql and fwsrv.sql; for TMG a published copy of WebProxyLog and a published list
 * of the columns of FirewallLog, whose order is that of the documented field numbers.
 */
struct DatabaseTable
{
    QString product;
    LogKind kind = LogKind::Unknown;
    std::span<const TableColumn> columns;
};

[[nodiscard]] const std::vector<DatabaseTable>& databaseTables();

/**
 * The field that a column called @p title holds, however it is spelled; FieldId::Other for titles nobody knows.
 *
 * @param kind what most rows are; the viewer calls the bytes of web and of firewall records by the same two titles,
 * which mean the opposite (see completeLayout())
 */
[[nodiscard]] Field fieldByTitle(QByteArrayView title, LogLayout::Format format, LogKind kind);

/// True if the viewer or a table has a column called @p title.
[[nodiscard]] bool isColumnTitle(QByteArrayView title, LogLayout::Format format, LogKind kind);

} // namespace TmgLens
