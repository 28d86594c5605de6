# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs as Python reads them: line by line, cell by cell, with nothing of TMGLens in it."""

import csv
import dataclasses
import pathlib


@dataclasses.dataclass(frozen=True)
class PlainLog:
    path: pathlib.Path
    fields: list
    rows: list  # of cells, as many as there are fields
    lines: list  # the records as they stand in the file, without line ends

    def column(self, *names):
        """The place of the first field that has one of the names, or nothing."""
        folded = [field.casefold() for field in self.fields]
        return next((folded.index(name) for name in names if name in folded), None)


def read_w3c(path):
    """A W3C log with one header, or nothing."""
    lines = [line.removesuffix("\r") for line in path.read_bytes().decode("utf-8").split("\n")]
    headers = [line for line in lines if line.startswith("#Fields:")]
    if len(headers) != 1:
        return None
    fields = headers[0].removeprefix("#Fields:").strip().split("\t")
    records = [line for line in lines if line and not line.startswith("#")]
    rows = [line.split("\t") for line in records]
    if any(len(row) != len(fields) for row in rows):
        return None
    return PlainLog(path, fields, rows, records)


def read_csv(path):
    """A CSV with titles."""
    with path.open(encoding="utf-8", newline="") as file:
        fields, *rows = csv.reader(file, strict=True)
    return PlainLog(path, fields, rows, [])
