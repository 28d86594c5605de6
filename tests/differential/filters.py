# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters by chance, each as TMGLens is told it and as a predicate of a record in Python."""

import dataclasses
import fnmatch
import ipaddress
import re
from collections.abc import Callable


@dataclasses.dataclass(frozen=True)
class Filter:
    text: str
    matches: Callable  # of a record: its cells and its line


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def exact(log, random):
    column = random.randrange(len(log.fields))
    value = random.choice(log.rows)[column]
    return Filter(f"{quoted(log.fields[column])}={quoted(value)}", lambda cells, line: cells[column] == value)


def number(log, random):
    columns = [i for i in range(len(log.fields)) if log.fields[i] in NUMBERS]
    column = random.choice(columns)
    values = [int(row[column]) for row in log.rows if row[column].isdigit()]
    limit = random.choice(values)
    name, comparison = random.choice([(">", int.__gt__), (">=", int.__ge__), ("<", int.__lt__), ("<=", int.__le__)])
    return Filter(f"{quoted(log.fields[column])}{name}{limit}",
                  lambda cells, line: cells[column].isdigit() and comparison(int(cells[column]), limit))


def wildcard(log, random):
    column = log.column("cs-uri", "rule")
    value = random.choice(log.rows)[column]
    begin = random.randrange(len(value))
    piece = re.sub(r"[^a-z0-9./-]", "?", value[begin:begin + 6].lower())
    pattern = f"*{piece}*"
    # A lone hyphen is how these logs write that there is no value.
    return Filter(f"{quoted(log.fields[column])}:{quoted(pattern)}",
                  lambda cells, line: cells[column] != "-" and fnmatch.fnmatchcase(cells[column].lower(), pattern))


def network(log, random):
    column = log.column("c-ip", "original client ip")
    address = random.choice(log.rows)[column]
    size = random.choice([8, 16, 24, 28, 32])
    net = ipaddress.ip_network(f"{address}/{size}", strict=False)
    return Filter(f"client:{net}", lambda cells, line: ipaddress.ip_address(cells[column]) in net)


def code(log, random):
    column = log.column("sc-status", "status")
    value = int(random.choice(log.rows)[column], 0)
    spelled = random.choice([str(value), hex(value & 0xFFFFFFFF)])
    return Filter(f"code:{spelled}", lambda cells, line: int(cells[column], 0) & 0xFFFFFFFF == value & 0xFFFFFFFF)


def word(log, random):
    words = re.findall(r"[A-Za-z0-9.]{3,}", random.choice(log.lines))
    chosen = random.choice(words)
    return Filter(quoted(chosen), lambda cells, line: chosen.lower() in line.lower())


def expression(log, random):
    first, second = random.choice(re.findall(r"([a-z]{2})[a-z]*([a-z]{2})", random.choice(log.lines)))
    pattern = f"{first}[a-z]*{second}"
    compiled = re.compile(pattern, re.IGNORECASE | re.ASCII)
    return Filter(f"/{pattern}/", lambda cells, line: compiled.search(line) is not None)


def time_range(log, random):
    column = log.column("time")
    begin, end = sorted(f"{random.randrange(24):02}:{random.randrange(60):02}" for _ in range(2))
    return Filter(f"time:{begin}..{end}", lambda cells, line: begin <= cells[column][:5] <= end)


def either(log, random):
    one, other = plain(log, random), plain(log, random)
    return Filter(f"({one.text} OR {other.text})",
                  lambda cells, line: one.matches(cells, line) or other.matches(cells, line))


def both(log, random):
    one, other = plain(log, random), plain(log, random)
    return Filter(f"{one.text} {other.text}",
                  lambda cells, line: one.matches(cells, line) and other.matches(cells, line))


def negated(log, random):
    inner = random.choice([plain, either])(log, random)
    return Filter(f"NOT {inner.text}", lambda cells, line: not inner.matches(cells, line))


def plain(log, random):
    return random.choice(PLAIN)(log, random)


def any_filter(log, random):
    return random.choice([plain, plain, either, both, negated])(log, random)


NUMBERS = {"time-taken", "sc-bytes", "cs-bytes", "r-port", "bytes sent", "bytes received", "connection time"}
PLAIN = [exact, number, wildcard, network, code, word, expression, time_range]
