# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that count the values of a column in a file, as far as they are installed."""

import csv
import io
import json
import shutil
import sqlite3
import subprocess


def sqlite_counts(path, column):
    """By Python's own SQLite, of a CSV that Python's csv module reads."""
    with path.open(encoding="utf-8", newline="") as file:
        titles, *rows = csv.reader(file, strict=True)
    database = sqlite3.connect(":memory:")
    names = [f"c{i}" for i in range(len(titles))]
    database.execute(f"CREATE TABLE log ({', '.join(names)})")
    database.executemany(f"INSERT INTO log VALUES ({', '.join('?' * len(titles))})", rows)
    name = names[titles.index(column)]
    return dict(database.execute(f"SELECT {name}, count(*) FROM log GROUP BY {name}"))


def miller_counts(path, column):
    run = subprocess.run(["mlr", "--icsv", "--ojson", "--infer-none", "count-distinct", "-f", column, path],
                         capture_output=True, text=True, check=True)
    return {row[column]: row["count"] for row in json.loads(run.stdout)}


def duckdb_counts(path, column):
    query = (f"SELECT \"{column}\", count(*) FROM read_csv('{path}', header=true, all_varchar=true, delim=',', "
             "quote='\"', escape='\"', strict_mode=true, null_padding=false) GROUP BY 1")
    run = subprocess.run(["duckdb", "-csv", "-noheader", "-c", query], capture_output=True, text=True, check=True)
    return {value: int(count) for value, count in csv.reader(io.StringIO(run.stdout))}


def engines():
    """Those that are there, by name."""
    found = {"Python's sqlite3": sqlite_counts}
    if shutil.which("mlr"):
        found["Miller"] = miller_counts
    if shutil.which("duckdb"):
        found["DuckDB"] = duckdb_counts
    return found
