# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is compared with what, and the goals."""

import dataclasses
import pathlib

import peers
from measuring import Contestant

# TMGLens may take so many times the time of the peer.
SUMMARY_GOAL = {"web": 1.3, "firewall": 1.6}  # of wc -l
TEXT_GOAL = 1.2  # of rg -c
FIELD_GOAL = 3.0  # of wc -l
EXPORT_GOAL = 0.25  # of DuckDB's COPY
DECODE_GOAL = 60  # ms

# Figures that bench_window prints, and how large they may be, in their unit.
WINDOW_GOALS = {"first rows": 100, "category filter": 16, "bytes per record": 16}

# Figures that may take so many times the time of wc -l.
GOALS_OF_FIGURES = {"all records": 1.5, "findings": 6.0}

# Words and regular expressions anywhere in the record. Nobody regards case.
WORDS = {"rare-word": "12222", "frequent-word": "denied"}
REGULAR_EXPRESSIONS = {"regex": r"\.(gif|exe)\b", "regex-line-end": r"exe(\?|$)"}


@dataclasses.dataclass(frozen=True)
class Comparison:
    """A task and the programs that do it; the first one is TMGLens."""

    name: str
    task: str
    contestants: tuple
    goal: float | None = None  # ms that TMGLens may take
    prints_figures: bool = False  # the first one does many things and prints a figure for each


@dataclasses.dataclass(frozen=True)
class Place:
    """Where the programs are and where they may write."""

    programs: pathlib.Path  # build/release/bin
    scratch: pathlib.Path
    peers: dict

    def ours(self, *arguments, output=None):
        # Status 1: some records of the log are malformed.
        return Contestant("tmglens", (str(self.programs / "tmglens"), *map(str, arguments)), None, (0, 1), output)

    def peer(self, name, *arguments, **details):
        """A list, which is empty if the peer is not installed."""
        if name not in self.peers:
            return []
        return [Contestant(name, (*self.peers[name].command, *map(str, arguments)), **details)]


def comparisons_without_log(place):
    return [Comparison("decode", "`decode 12209`, the whole process", (place.ours("decode", "12209"),), DECODE_GOAL)]


def comparisons_of(log, place):
    yield summary(log, place)
    for name, words in WORDS.items():
        yield text_filter(log, place, name, words, words)
    for name, pattern in REGULAR_EXPRESSIONS.items():
        yield text_filter(log, place, name, f"/{pattern}/", pattern)
    yield field_filter(log, place)
    yield export_to_nowhere(log, place)
    yield export_to_file(log, place)
    if (place.programs / "bench_window").exists():
        yield window(log, place)
    if (place.programs / "bench_finding").exists():
        yield findings(log, place)


def summary(log, place):
    database = place.scratch / "import.sqlite"
    return Comparison("summary", "count by code: `summary`", (
        place.ours("summary", log.path),
        *place.peer("wc", "-l", log.path, goal=SUMMARY_GOAL[log.kind]),
        *place.peer("duckdb", *peers.duckdb_count(log)),
        *place.peer("mawk", *peers.awk_count(log)),
        *place.peer("gawk", *peers.awk_count(log)),
        *place.peer("mlr", *peers.miller(log, "--ojson", "count-distinct", "-f", str(log.position("code")))),
        *place.peer("sqlite3", *peers.sqlite_count(log, database), output=database),
    ))


def text_filter(log, place, name, expression, pattern):
    searching = ("-c", "-i", "-e", pattern, log.path)
    return Comparison(name, f"`export --filter '{expression}' -o /dev/null`", (
        place.ours("export", "--filter", expression, "-o", "/dev/null", log.path),
        *place.peer("rg", "--crlf", *searching, goal=TEXT_GOAL, statuses=(0, 1), is_heard=True),
        *place.peer("grep", "-E", *searching, statuses=(0, 1), is_heard=True),
    ))


def field_filter(log, place):
    expression = "client:10.0.0.0/8 duration>5000"
    return Comparison("field-filter", f"`export --filter '{expression}' -o /dev/null`", (
        place.ours("export", "--filter", expression, "-o", "/dev/null", log.path),
        *place.peer("wc", "-l", log.path, goal=FIELD_GOAL),
        *place.peer("duckdb", *peers.duckdb_clients(log)),
        *place.peer("mawk", *peers.awk_clients(log)),
        *place.peer("gawk", *peers.awk_clients(log)),
        *place.peer("mlr", *peers.miller_clients(log)),
    ))


def export_to_nowhere(log, place):
    return Comparison("export", "all as CSV: `export -o /dev/null`", (
        place.ours("export", "-o", "/dev/null", log.path),
        *place.peer("duckdb", *peers.duckdb_export(log, "/dev/null"), goal=EXPORT_GOAL),
        *place.peer("wc", "-l", log.path),
        *place.peer("mlr", *peers.miller(log, "--ocsv", "cat")),
    ))


def export_to_file(log, place):
    output = place.scratch / "export.csv"
    return Comparison("export-file", "all as CSV: `export -o FILE`", (
        place.ours("export", "-o", output, log.path, output=output),
        *place.peer("duckdb", *peers.duckdb_export(log, output), goal=EXPORT_GOAL, output=output),
    ))


def window(log, place):
    """bench_window measures itself and prints a line `name<TAB>value<TAB>unit` for each figure."""
    command = (str(place.programs / "bench_window"), str(log.path))
    return Comparison("window", "the window: `bench_window`", (
        Contestant("bench_window", command, is_heard=True),
        *place.peer("wc", "-l", log.path),
    ), prints_figures=True)


def findings(log, place):
    """bench_finding prints figures as bench_window does."""
    command = (str(place.programs / "bench_finding"), str(log.path))
    return Comparison("findings", "what records mean together: `bench_finding`", (
        Contestant("bench_finding", command, is_heard=True),
        *place.peer("wc", "-l", log.path),
    ), prints_figures=True)
