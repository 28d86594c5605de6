# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the release build spends on a log, counted where no noise reaches: instructions a byte, allocations a record.

Each verb reads two logs under valgrind; the difference between them leaves out what starting costs. valgrind knows no
AVX-512, so that the vector code is the one for AVX2 wherever this runs. From run to run the counts differ by less than
a thousandth, by which thread does what.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

PROGRAMS = pathlib.Path(os.environ["TMGLENS_PROGRAMS"])
RECORDS = {"web": (20_000, 100_000), "firewall": (30_000, 150_000)}

# Instructions a byte: an eighth above what was counted when the limit was set, which is given behind it. Fewer are not
# always faster: marks are written by a table without jumps, which takes half the time and half an instruction a byte
# more than jumping that the processor cannot foresee.
INSTRUCTIONS = {
    ("summary", "web"): 2.85,  # 2.54
    ("summary", "firewall"): 3.60,  # 3.22
    ("export", "web"): 8.9,  # 7.86
    ("export", "firewall"): 9.0,  # 8.01
}

# A record costs none; each stretch about 200 for itself and its codes. To be counted it has 4 MiB, some 10,000 records:
# 0.02. To be written it has 512 KiB, so that its rows are still in the cache when they are: 0.18.
ALLOCATIONS = {"summary": 0.04, "export": 0.25}


def why_not():
    """A reason not to count, or nothing."""
    if os.environ["TMGLENS_BUILD_TYPE"] != "Release" or os.environ["TMGLENS_SANITIZE"]:
        return "the limits are those of a release build without sanitizers"
    if not shutil.which("valgrind"):
        return "valgrind is not installed"
    if " avx2 " not in pathlib.Path("/proc/cpuinfo").read_text():
        return "the limits are those of a processor with AVX2"
    return ""


def run(tool, command, profile):
    environment = {name: value for name, value in os.environ.items() if name != "DEBUGINFOD_URLS"}
    subprocess.run(["valgrind", "--quiet", f"--tool={tool}", f"--{tool}-out-file={profile}", *command],
                   env=environment, stdout=subprocess.DEVNULL, check=True)


def count(command, folder):
    """Instructions and allocations of all threads: by two tools, since the one that counts allocations has slow
    copies of memchr and its like."""
    profile = folder / "profile"
    run("callgrind", command, profile)
    instructions = int(re.search(r"^(?:summary|totals): (\d+)$", profile.read_text(), re.MULTILINE).group(1))
    run("dhat", command, profile)
    allocations = sum(point["tbk"] for point in json.loads(profile.read_bytes())["pps"])
    return instructions, allocations


@unittest.skipIf(why_not(), why_not())
class Cost(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tmglens cost ")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)

    def log(self, kind, records):
        path = self.folder / f"{kind}-{records}.w3c"
        if not path.exists():
            with open(path, "wb") as file:
                subprocess.run([PROGRAMS / "generate-log", "--kind", kind, "--rows", str(records), "--seed", "1"],
                               stdout=file, check=True)
        return path

    def check(self, verb, *options):
        for kind, (few, many) in RECORDS.items():
            with self.subTest(f"{verb} of a {kind} log"):
                small, large = self.log(kind, few), self.log(kind, many)
                size = large.stat().st_size - small.stat().st_size
                instructions, allocations = (
                    of_large - of_small for of_small, of_large in
                    zip(*(count([PROGRAMS / "tmglens", verb, *options, log], self.folder) for log in (small, large))))
                print(f"{verb}, {kind}: {instructions / size:.3f} instructions a byte, "
                      f"{allocations / (many - few):.4f} allocations a record", flush=True)
                self.assertLess(instructions / size, INSTRUCTIONS[verb, kind], "instructions a byte")
                self.assertLess(allocations / (many - few), ALLOCATIONS[verb], "allocations a record")

    def test_index(self):
        self.check("summary")

    def test_export(self):
        self.check("export", "-o", self.folder / "out.csv")


if __name__ == "__main__":
    unittest.main(verbosity=2)
