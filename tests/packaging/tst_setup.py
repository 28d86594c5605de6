# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands in packaging/ on pretended systems: small scripts stand for apt, mmdebstrap, bubblewrap and sudo."""

import os
import pathlib
import subprocess
import tempfile
import unittest

ENV = pathlib.Path(os.environ["TMGLENS_SOURCE"]) / "packaging/env"

# A system that lacks every package and whose apt knows nothing new enough.
OLD_SYSTEM = {
    "apt-cache": "exit 0",
    "apt-get": "exit 0",
    "bwrap": 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
    "df": "printf 'Filesystem Blocks Used Available\\nx 9999 0 9999\\n'",
    "dpkg-query": "exit 1",
    "mmdebstrap": 'for last; do :; done; mkdir -p "$last/etc" "$last/usr"; echo made >>"$CALLS"',
    "sudo": '[ "$1" != -n ] || shift; exec "$@"',
    "unshare": 'while [ "${1#--}" != "$1" ]; do shift; done; exec "$@"',
}


class Env(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="tmglens set-up ")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.cache = self.folder / "cache" / "tmglens"
        self.calls = self.folder / "calls"
        self.calls.touch()

    def pretend(self, **changes):
        tools = self.folder / "bin"
        tools.mkdir(exist_ok=True)
        for name, script in (OLD_SYSTEM | changes).items():
            tool = tools / name.replace("_", "-")
            tool.write_text(f"#!/bin/sh\n{script}\n")
            tool.chmod(0o755)

    def run_env(self, *arguments):
        environment = {
            "CALLS": str(self.calls),
            "HOME": str(self.folder),
            "PATH": f"{self.folder}/bin:/usr/bin:/bin",
            "XDG_CACHE_HOME": str(self.folder / "cache"),
        }
        return subprocess.run([ENV, *arguments], env=environment, cwd=self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60)

    def roots(self):
        return sorted(path.name for path in self.cache.glob("root-*"))

    def assertRefused(self, result, *words):
        """One sentence, the set-up's own status, and nothing that a later run could trust."""
        self.assertEqual(result.returncode, 125)
        self.assertEqual(result.stdout, "")
        sentence = [line for line in result.stderr.splitlines() if "once" not in line]
        self.assertEqual(len(sentence), 1, result.stderr)
        for word in words:
            self.assertIn(word, sentence[0])
        self.assertEqual(self.roots(), [])

    def test_makesTheRootOnce(self):
        self.pretend()
        for _ in range(2):
            self.assertEqual(self.run_env("true").returncode, 0)
        self.assertEqual(self.calls.read_text(), "made\n")
        self.assertEqual(len(self.roots()), 1)

    def test_isQuietTheSecondTime(self):
        self.pretend()
        self.assertIn("once", self.run_env("true").stderr)
        self.pretend(apt_get="echo called >>\"$CALLS\"")
        self.assertEqual(self.run_env("echo", "a").stderr, "")
        self.assertNotIn("called", self.calls.read_text())

    def test_handsOnFolderArgumentsAndStatus(self):
        self.pretend()
        result = self.run_env("sh", "-c", 'pwd; printf "<%s>" "$@"; exit 7', "sh", "a b", "", "*", "$HOME")
        self.assertEqual(result.stdout, f"{self.folder}\n<a b><><*><$HOME>")
        self.assertEqual(result.returncode, 7)
        self.assertEqual(self.run_env("no-such-command").returncode, 127)

    def test_wantsACommand(self):
        self.assertEqual(self.run_env().returncode, 2)

    def test_removesWhatAnInterruptedRunLeft(self):
        self.pretend()
        (self.cache / "root-0000000000.1.partial" / "etc").mkdir(parents=True)
        self.assertEqual(self.run_env("true").returncode, 0)
        self.assertFalse(any("partial" in name for name in self.roots()))

    def test_trustsNoHalfMadeRoot(self):
        half = OLD_SYSTEM["mmdebstrap"] + "; exit 1"
        self.pretend(mmdebstrap=half)
        self.assertRefused(self.run_env("true"), "could not be made")
        self.pretend()
        self.assertEqual(self.run_env("true").returncode, 0)
        self.assertEqual(self.calls.read_text(), "made\nmade\n")

    def test_saysThatThereIsNoNetwork(self):
        self.pretend(mmdebstrap="echo \"E: Temporary failure resolving 'deb.invalid'\" >&2; exit 25")
        self.assertRefused(self.run_env("true"), "no package server could be reached", "again")

    def test_saysThatTheDiskIsFull(self):
        self.pretend(mmdebstrap="echo 'E: write error: No space left on device' >&2; exit 25")
        self.assertRefused(self.run_env("true"), "the disk is full", "XDG_CACHE_HOME")

    def test_saysBeforehandThatThereIsNoRoom(self):
        self.pretend(df="printf 'Filesystem Blocks Used Available\\nx 99 89 10\\n'")
        self.assertRefused(self.run_env("true"), "where 10 MB are free", "XDG_CACHE_HOME")
        self.assertEqual(self.calls.read_text(), "")

    def test_saysThatTheCacheCannotBeWritten(self):
        self.pretend()
        (self.folder / "cache").write_text("in the way")
        self.assertRefused(self.run_env("true"), "Cannot write to", "XDG_CACHE_HOME")

    def test_installsFromAptWhereItIsNewEnough(self):
        self.pretend(
            apt_cache="echo '  Candidate: 7:99.0-1'",
            apt_get="case \"$*\" in *install*) echo installed >>\"$CALLS\";; esac",
        )
        self.assertIn("Installing the packages", self.run_env("true").stderr)
        self.assertEqual(self.calls.read_text(), "installed\n")
        self.assertEqual(self.roots(), [])


if __name__ == "__main__":
    unittest.main()
