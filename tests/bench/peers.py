# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that TMGLens is measured against, as far as they are installed, and how each is told what to do.

All get the answer that TMGLens gets, each by its fastest way: no quoting, nothing inferred. lnav 0.12 is not among
them: of a log of TMG it takes one line in fifty for a record.
"""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess

DUCKDB_SCRIPT = """
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    console.log((await connection.runAndReadAll(process.argv[1])).getRows().join('\\n'));
})();
"""


@dataclasses.dataclass(frozen=True)
class Peer:
    name: str
    command: tuple  # what its arguments are put behind
    version: str


def find_peers(folder, unwanted):
    """Installed peers by name, and the names of those that are not; the `unwanted` are neither.

    `folder` may hold peers that the system has no package of: programs in bin/, modules of Node.js in node_modules/.
    """
    os.environ["PATH"] = f"{folder / 'bin'}:{os.environ['PATH']}"
    os.environ["NODE_PATH"] = f"{folder / 'node_modules'}:{os.environ.get('NODE_PATH', '')}"
    candidates = [
        ("wc", ("wc",), ("--version",)),
        ("rg", ("rg", "--no-config"), ("--version",)),
        ("grep", ("grep",), ("--version",)),
        ("mawk", ("mawk",), ("-W", "version")),
        ("gawk", ("gawk",), ("--version",)),
        ("mlr", ("mlr",), ("--version",)),
        ("sqlite3", ("sqlite3", "-batch"), ("--version",)),
        ("duckdb", ("duckdb", "-csv", "-c"), ("SELECT version()",)),
        ("duckdb", ("node", "-e", DUCKDB_SCRIPT), ("SELECT version()",)),
    ]
    found = {}
    for name, command, question in candidates:
        version = installed_version(command, question)
        if version and name not in found and name not in unwanted:
            found[name] = Peer(name, command, version)
    return found, sorted({name for name, _, _ in candidates} - found.keys() - set(unwanted))


def installed_version(command, question):
    """The version in the answer to a question, or nothing."""
    if not shutil.which(command[0]):
        return ""
    run = subprocess.run([*command, *question], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    version = re.search(r"\d+(\.\d+)+", run.stdout)
    return version[0] if run.returncode == 0 and version else ""


def awk_count(log):
    column = log.position("code")
    return ("-F\t", f"!/^#/ {{ n[${column}]++ }} END {{ for (code in n) print code, n[code] }}", str(log.path))


def awk_clients(log):
    client, duration = log.position("client"), log.position("duration")
    return ("-F\t", f'${client} ~ /^10\\./ && ${duration} + 0 > 5000 {{ print >"/dev/null" }}', str(log.path))


def miller(log, output, *verb):
    reading = ("--itsv", "--implicit-csv-header", "--allow-ragged-csv-input", "--skip-comments")
    return (*reading, output, *verb, str(log.path))


def miller_clients(log):
    client, duration = log.position("client"), log.position("duration")
    return miller(log, "--otsv", "filter", f'${client} =~ "^10\\." && is_int(${duration}) && ${duration} > 5000')


def sqlite_count(log, database):
    """Importing and counting: the way to the first answer."""
    columns = ", ".join(f"c{number}" for number in range(1, len(log.fields) + 1))
    return (
        str(database),
        "PRAGMA journal_mode=off",
        "PRAGMA synchronous=off",
        f"CREATE TABLE log ({columns})",
        ".mode ascii",
        r'.separator "\t" "\n"',
        f".import --skip {log.header_lines} '{log.path}' log",
        f"SELECT c{log.position('code')}, count(*) FROM log GROUP BY 1 ORDER BY 2 DESC",
    )


def duckdb_table(log):
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in log.fields)
    return (
        f"read_csv({quoted(log.path)}, auto_detect=false, delim='\t', quote='', escape='', header=false, "
        f"skip={log.header_lines}, columns={{{columns}}})"
    )


def duckdb_count(log):
    column = f'"{log.fields[log.position("code") - 1]}"'
    return (f"SELECT {column}, count(*) FROM {duckdb_table(log)} GROUP BY 1 ORDER BY 2 DESC",)


def duckdb_clients(log):
    client, duration = (f'"{log.fields[log.position(key) - 1]}"' for key in ("client", "duration"))
    found = f"SELECT * FROM {duckdb_table(log)} WHERE {client} LIKE '10.%' AND TRY_CAST({duration} AS BIGINT) > 5000"
    return (duckdb_copy(found, "/dev/null"),)


def duckdb_export(log, output):
    return (duckdb_copy(f"SELECT * FROM {duckdb_table(log)}", output),)


def duckdb_copy(query, output):
    # A temporary file would be renamed to /dev/null, and take its place.
    return f"COPY ({query}) TO {quoted(output)} (FORMAT csv, HEADER, USE_TMP_FILE false)"


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"
