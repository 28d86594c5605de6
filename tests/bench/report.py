# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures as Markdown."""

import os
import pathlib
import platform
import statistics

import comparisons

HEADER = """\
| task | program | median | least | processor | memory | TMGLens takes | goal | |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"""


def machine(program_version, found, missing, runs, smallest_peak):
    """What the figures were made on and with, and what they mean."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    lines = [
        f"- {processor_name()}, {len(os.sched_getaffinity(0))} cores, {pages / (1 << 30):.0f} GiB of memory",
        f"- {system}, Linux {platform.release()}; load before: {os.getloadavg()[0]:.2f}",
        f"- {program_version}",
        "- beside " + ", ".join(f"{peer.name} {peer.version}" for peer in found.values()),
        *(f"- {name} is not installed and left out" for name in missing),
        f"- {runs} runs of each program, in turn, with the log in the page cache; whole processes",
        "- processor: user and system; memory: the largest resident set, "
        f"small if it hides behind the {smallest_peak / (1 << 20):.0f} MiB of what starts the programs",
    ]
    return "\n".join(lines)


def processor_name():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def rows(comparison, results, smallest_peak):
    """A row for each program, then one for each figure that a program has printed."""
    ours = results[0]
    task = comparison.task.replace("|", "\\|")
    for contestant, result in zip(comparison.contestants, results):
        if result.failure:
            yield row(task, contestant.name, result.failure)
        else:
            cells = times(result, smallest_peak) + verdict(comparison, contestant, result, ours)
            yield row(task, contestant.name, *cells)
        task = ""
    for line in figures(comparison, results):
        yield row(*line)


def row(*cells):
    return "| " + " | ".join(cells + ("",) * (9 - len(cells))) + " |"


def times(result, smallest_peak):
    peak = "small" if result.peak <= smallest_peak * 1.1 else f"{result.peak / (1 << 20):.0f} MiB"
    return seconds(result.median), seconds(min(result.wall)), seconds(statistics.median(result.processor)), peak


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"


def verdict(comparison, contestant, result, ours):
    """What TMGLens takes in times of this program, the goal, and whether it is met."""
    if result is ours:
        if comparison.goal is None:
            return ()
        return "", f"≤ {comparison.goal:g} ms", met(result.median * 1000 <= comparison.goal)
    if ours.failure or comparison.prints_figures:
        return ()
    return against(ours.median, result.median, contestant.goal)


def against(ours, theirs, goal):
    ratio = ours / theirs
    if goal is None:
        return (f"{ratio:.3g} ×",)
    return f"{ratio:.3g} ×", f"≤ {goal:g} ×", met(ratio <= goal)


def met(is_met):
    return "met" if is_met else "**missed**"


def figures(comparison, results):
    """Cells of a row for each `name<TAB>value<TAB>unit` that TMGLens has printed: medians of the runs."""
    values = {}
    for printed in results[0].printed:
        for line in printed.splitlines():
            name, value, unit = line.split("\t")
            values.setdefault((name, unit), []).append(float(value))
    peer = results[1].median if len(results) > 1 and not results[1].failure else None
    for (name, unit), measured in values.items():
        median = statistics.median(measured)
        cells = ["", name, f"{median:g} {unit}", f"{min(measured):g} {unit}", "", ""]
        if name in comparisons.GOALS_OF_FIGURES and unit == "ms" and peer:
            cells += against(median / 1000, peer, comparisons.GOALS_OF_FIGURES[name])
        elif name in comparisons.WINDOW_GOALS:
            goal = comparisons.WINDOW_GOALS[name]
            cells += ["", f"≤ {goal} {unit}", met(median <= goal)]
        yield cells
