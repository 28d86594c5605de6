# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The logs that are measured: made once, or given."""

import dataclasses
import itertools
import pathlib
import shutil
import subprocess

GIB = 1 << 30

# Kind, records in a file of 1 GiB.
GENERATED = (("web", 2_240_000), ("firewall", 3_400_000))

# Names in the `#Fields` line of each kind of log: result code, client, duration.
KEY_FIELDS = {
    "web": ("sc-status", "c-ip", "time-taken"),
    "firewall": ("status", "original client IP", "connection time"),
}


@dataclasses.dataclass(frozen=True)
class Log:
    """A W3C log with one header at its start."""

    path: pathlib.Path
    kind: str
    fields: tuple
    header_lines: int

    @property
    def size(self):
        return self.path.stat().st_size

    def position(self, key):
        """Of `code`, `client` or `duration` among the fields, from 1 on as the peers count."""
        name = KEY_FIELDS[self.kind][("code", "client", "duration").index(key)]
        return self.fields.index(name) + 1


def read_log(path):
    """The log at `path`; ends the program if it is none that the peers can read."""
    with open(path, "rb") as file:
        header = list(itertools.takewhile(lambda line: line.startswith(b"#"), file))
    for line in header:
        if line.startswith(b"#Fields:"):
            fields = tuple(line.decode().removeprefix("#Fields:").strip().split("\t"))
            for kind, names in KEY_FIELDS.items():
                if set(names) <= set(fields):
                    return Log(path, kind, fields, len(header))
    raise SystemExit(f"{path}: not a W3C log of TMG that begins with its header; the peers cannot read another one.")


def generated_logs(generator, folder, gibibytes):
    """The generated logs of about that size, made in `folder` where they are missing."""
    logs = []
    for kind, records in GENERATED:
        path = folder / f"{kind}-{gibibytes}GiB.w3c"
        if not path.exists():
            check_room(folder, 3 * gibibytes * GIB, "the log and what is exported from it")
            print(f"Making {path}, once.", flush=True)
            make_log(generator, kind, records * gibibytes, path)
        logs.append(read_log(path))
    return logs


def make_log(generator, kind, records, path):
    part = path.with_suffix(".part")
    with open(part, "wb") as file:
        subprocess.run([generator, "--kind", kind, "--rows", str(records), "--seed", "1"], stdout=file, check=True)
    part.rename(path)


def check_room(folder, needed, purpose):
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise SystemExit(f"{folder} has {free / GIB:.1f} GiB free; {needed / GIB:.0f} GiB are needed for {purpose}.")


def warm(log):
    """Reads the log once, so that nobody is measured with a cold cache."""
    with open(log.path, "rb", buffering=0) as file:
        buffer = bytearray(1 << 20)
        while file.readinto(buffer):
            pass
