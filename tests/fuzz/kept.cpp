// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/bookmarkstore.h"
#include "model/keeping/hiddenfindings.h"
#include "model/keeping/savedfilters.h"
#include "model/keeping/session.h"
#include "tests/fuzz/target.h"

#include <QFile>
#include <QTemporaryDir>

namespace TmgLens::Fuzz {

namespace {

const QString somePath = QStringLiteral("/folder/kept.json");

void requireDescribed(const KeepingError& error)
{
    require(!describeKeepingError(error).isEmpty(), "an error can be described");
}

void tryFilters(const QByteArray& json)
{
    const auto filters = filtersFromJson(json, somePath);
    if (!filters)
        return requireDescribed(filters.error());
    const auto again = filtersFromJson(filtersToJson(*filters), somePath);
    require(again && *again == *filters, "filters are kept as they are");
    const MergedFilters merged = mergeFilters({}, *filters);
    require(merged.added + merged.known == filters->size(), "no filter is lost");
    require(mergeFilters(merged.filters, merged.filters).added == 0, "what is there is not added");
    (void)describeFirstMistake(*filters);
}

void trySession(const QByteArray& json)
{
    const auto windows = sessionFromJson(json, somePath);
    if (!windows)
        return requireDescribed(windows.error());
    const QByteArray kept =
        sessionToJson(*windows); // what made no sense, such as the column of no record, is not in it
    const auto again = sessionFromJson(kept, somePath);
    require(again && again->size() == windows->size() && sessionToJson(*again) == kept, "windows are kept as they are");
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(), "a file can be written");
}

void tryBookmarks(const QByteArray& json, const QString& folder)
{
    const BookmarkStore store(folder);
    const LogIdentity log{.path = QStringLiteral("/folder/web.w3c"), .size = 3, .start = "abc"};
    const QString path = store.fileFor(log.path);
    write(path, json);
    const auto bookmarks = store.read(log);
    const Bookmark added{.offset = 7, .line = 1, .note = QStringLiteral("note")};
    const auto changed = store.change(log, {.set = {added}});
    require(bookmarks.has_value() == changed.has_value(), "what can be read can be changed");
    if (!changed) {
        requireDescribed(changed.error());
        return require(contentOf(path) == json, "a damaged file is left alone");
    }
    const auto all = store.read(log);
    require(all && all->contains(added), "a bookmark is kept");
    for (const Bookmark& old : *bookmarks)
        require(old.offset == added.offset || all->contains(old), "no bookmark is lost");
}

void tryHiddenFindings(const QByteArray& json, const QString& folder)
{
    const QString path = folder + QStringLiteral("/hidden.json");
    write(path, json);
    const HiddenFindingStore store(path);
    const auto before = store.read();
    const QString log = QStringLiteral("/folder/web.w3c");
    const HiddenFinding added{.pattern = QStringLiteral("A1")};
    if (!store.change({log}, added, true))
        return require(!before && contentOf(path) == json, "a damaged file is left alone");
    const auto after = store.read();
    require(before && after && after->value(log).contains(added), "what is hidden is kept");
    for (auto it = before->begin(); it != before->end(); ++it)
        require(after->value(it.key()).contains(it.value()), "nothing that was hidden is lost");
}

} // namespace

/// A file in which something is kept, whatever that is.
void tryInput(std::string_view input)
{
    static const QTemporaryDir folder;
    const QByteArray json(input.data(), qsizetype(input.size()));
    if (json.contains('\0') || json.contains("\\u0000"))
        return; // Qt 6.8 takes a key with a NUL at its end for the one without
    tryFilters(json);
    trySession(json);
    tryBookmarks(json, folder.path());
    tryHiddenFindings(json, folder.path());
}

} // namespace TmgLens::Fuzz
