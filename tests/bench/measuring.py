# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs in turn and asks the kernel for their times and memory."""

import dataclasses
import os
import pathlib
import statistics
import subprocess
import tempfile
import threading
import time

TIME_LIMIT = 1800  # seconds that one run may take


@dataclasses.dataclass(frozen=True)
class Contestant:
    """A program that does a task."""

    name: str
    command: tuple
    goal: float | None = None  # TMGLens may take so many times the time of this one
    statuses: tuple = (0,)  # that it ends with if all went well
    output: pathlib.Path | None = None  # what it writes, removed before and after each run
    is_heard: bool = False  # what it prints is kept; grep works less if it prints to /dev/null


@dataclasses.dataclass
class Result:
    """All runs of a contestant, in seconds and bytes."""

    wall: list = dataclasses.field(default_factory=list)
    processor: list = dataclasses.field(default_factory=list)  # user and system
    peak: int = 0  # memory: the largest resident set
    printed: list = dataclasses.field(default_factory=list)  # by each run, if it is heard
    failure: str = ""

    @property
    def median(self):
        return statistics.median(self.wall)


def compete(contestants, runs):
    """Results in the order of the contestants.

    They run in turn, each round begun by another one, so that whatever disturbs the machine disturbs them all.
    """
    results = [Result() for _ in contestants]
    for turn in range(runs):
        for place in range(len(contestants)):
            number = (turn + place) % len(contestants)
            if not results[number].failure:
                run_once(contestants[number], results[number])
    return results


def run_once(contestant, result):
    remove(contestant.output)
    environment = os.environ | {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complaints:
        begin = time.monotonic()
        process = subprocess.Popen(contestant.command, stdin=subprocess.DEVNULL, stderr=complaints, env=environment,
                                   stdout=printed if contestant.is_heard else subprocess.DEVNULL)
        watchdog = threading.Timer(TIME_LIMIT, process.kill)
        watchdog.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        watchdog.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode in contestant.statuses:
            result.wall.append(wall)
            result.processor.append(usage.ru_utime + usage.ru_stime)
            result.peak = max(result.peak, usage.ru_maxrss * 1024)
            result.printed.append(contents(printed))
        elif wall >= TIME_LIMIT:
            result.failure = f"took longer than {TIME_LIMIT} s"
        else:
            said = contents(complaints).strip().splitlines()
            result.failure = f"status {process.returncode}" + (f": {said[-1]}" if said else "")
    remove(contestant.output)


def contents(file):
    """The first 64 KiB: figures and complaints are short, records are not wanted."""
    file.seek(0)
    return file.read(65536).decode(errors="replace")


def remove(path):
    if path:
        path.unlink(missing_ok=True)


def smallest_peak():
    """The kernel counts what Python held when it started the child, so that no peak can be seen below this one."""
    result = Result()
    run_once(Contestant("true", ("true",)), result)
    return result.peak
