#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports W3C logs and reads the CSV back with a reader that is not ours: cell by cell it must be the log.

Usage: readback.py TMGLENS FOLDER...   (folders that do not exist are passed over)
"""

import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile

HOSTILE = (
    "#Software: Microsoft Forefront Threat Management Gateway\r\n"
    "#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\trule\r\n"
    '10.0.0.1\tM\u00fcller, "Max"\t2010-05-12\t08:00:01\thttp://a.example/?a=1,2;3\t200\t=cmd|\' /C calc\'!A0\r\n'
    '10.0.0.2\t"\t2010-05-12\t08:00:02\t-\t12209\t+1+1\r\n'
    "10.0.0.3\t \t2010-05-12\t08:00:03\t\u65e5\u672c\t-1073479667\t-\r\n"
    "10.0.0.4\t\t2010-05-12\t08:00:04\t,\t0\t@SUM(A1)\r\n"
    '10.0.0.5\t""\t2010-05-12\t08:00:05\t",",\t0\t-12\r\n'
)


def cells_of(log):
    """Header and rows of a W3C log that has one header, or None."""
    lines = [line.removesuffix("\r") for line in log.split("\n") if line.strip("\r")]
    headers = [line for line in lines if line.startswith("#Fields:")]
    if len(headers) != 1:
        return None
    fields = headers[0].removeprefix("#Fields:").strip().split("\t")
    rows = [line.split("\t")[: len(fields)] for line in lines if not line.startswith("#")]
    return [fields] + rows


def exported(program, path, *options):
    run = subprocess.run([program, "export", path, *options], capture_output=True)
    if run.returncode != 0:
        sys.exit(f"{path}: status {run.returncode}: {run.stderr.decode()}")
    if run.stdout.count(b"\n") != run.stdout.count(b"\r\n"):
        sys.exit(f"{path}: a line does not end in CRLF")
    return list(csv.reader(io.StringIO(run.stdout.decode("utf-8"), newline=""), strict=True))


def compare(path, expected, found):
    if len(expected) != len(found):
        sys.exit(f"{path}: {len(found)} rows instead of {len(expected)}")
    for number, (wanted, got) in enumerate(zip(expected, found)):
        if wanted != got:
            sys.exit(f"{path}: row {number}: {got} instead of {wanted}")
    print(f"{path}: {len(found)} rows are the same")


def compare_findings(path, cells, found):
    """With one more column, whose ids filters find again."""
    compare(path, cells, [row[:-1] for row in found])
    if found[0][-1] != "finding" or any(not re.fullmatch(r"([A-Z]\d+b?( |$))*", row[-1]) for row in found[1:]):
        sys.exit(f"{path}: the last column is no column of findings")


def guarded(cell):
    is_formula = cell[:1] in tuple("=+-@\t\r") and cell not in ("", "-", "-12", "-1073479667")
    return "'" + cell if is_formula else cell


def main(program, folders):
    with tempfile.TemporaryDirectory() as folder:
        hostile = pathlib.Path(folder, "hostile.w3c")
        hostile.write_bytes(HOSTILE.encode("utf-8"))
        cells = cells_of(HOSTILE)
        compare(hostile, cells, exported(program, hostile))
        compare(hostile, [[guarded(cell) for cell in row] for row in cells],
                exported(program, hostile, "--guard-formulas"))
    logs = [path for folder in folders for path in sorted(pathlib.Path(folder).glob("*"))
            if path.suffix in (".w3c", ".log")]
    for path in logs:
        cells = cells_of(path.read_bytes().decode("utf-8"))
        if cells:
            compare(path, cells, exported(program, path))
            compare_findings(path, cells, exported(program, path, "--findings"))


main(sys.argv[1], sys.argv[2:])
