// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/setexport.h"

#include "model/index/timeorder.h"
#include "model/load/chosenrecords.h"
#include "model/output/csvwriter.h"

namespace TmgLens {

namespace {

/// The records of a group, and which of them are to be written.
struct GroupRecords
{
    RecordIndex index;
    std::vector<quint32> chosen;
};

} // namespace

Written writeSetCsv(QIODevice& device, const SetOutline& outline, const CsvOptions& options, const SetReading& reading,
                    const std::stop_token& stop, const std::function<void(std::size_t)>& progress)
{
    std::size_t written = 0;
    const auto tell = [&] {
        if (progress)
            progress(written);
    };
    CsvOptions groupOptions = options;
    for (const std::vector<std::size_t>& files : outline.groups()) {
        GroupRecords group{.index = outline.emptyIndex(), .chosen = {}};
        const auto sink = [&](const ScannedBlock& scanned, const ScanProgress&) {
            appendChosen(scanned, bool(reading.chooser), group.index, group.chosen);
            tell();
        };
        for (const std::size_t file : files) {
            const SourcePointer& source = outline.index().files()[file].source;
            const auto read = scanLog(source, sink, stop, reading.chooser, reading.choices);
            if (stop.stop_requested())
                return std::unexpected(ExportError{ExportError::Kind::Cancelled});
            if (!read)
                return std::unexpected(cannotRead(read.error()));
        }
        group.chosen = inOrder(timeOrder(group.index, stop), std::move(group.chosen));
        const auto rows = writeCsv(device, group.index, group.chosen, groupOptions, stop, [&tell](quint64) { tell(); });
        if (!rows)
            return rows;
        groupOptions.addHeader = false;
        written += files.size();
    }
    return {};
}

} // namespace TmgLens
