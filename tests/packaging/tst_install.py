# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into an empty prefix and asks the desktop's own tools what a double-click on a log does."""

import os
import pathlib
import struct
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["TMGLENS_BUILD"])
SOURCE = pathlib.Path(os.environ["TMGLENS_SOURCE"])
LOG_TYPE = "text/x-tmg-log"

ISA_2000 = "#Software: Microsoft(R) Internet Security and Acceleration Server 2000\r\n#Version: 1.0\r\n"
ISA_2004 = "#Software: Microsoft Internet Security and Acceleration Server 2004\r\n#Version: 2.0\r\n"
TMG = "#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
IIS = "#Software: Microsoft Internet Information Services 7.5\r\n#Fields: date time cs-method cs-uri-stem sc-status\r\n"
FIREWALL_FIELDS = "#Version: 2.0\r\n#Fields: computer\tdate\ttime\tsource\tdestination\toriginal client IP\taction\r\n"
HEADERLESS = "10.0.0.7\tanonymous\tBrowser\t2010-05-12\t08:00:01\tPROXY\t-\t200\r\n"

# File name, content, type. Endings that others own as well go by the content.
FILES = [
    ("ISALOG_20100512_WEB_000.w3c", TMG, LOG_TYPE),
    ("ISALOG_20100512_FWS_001.w3c", HEADERLESS, LOG_TYPE),
    ("ISALOG_20100512_WEB_000.iis", "10.0.0.7, -, -, N, 5/12/2010, 8:00:01\r\n", LOG_TYPE),
    ("ISALOG_20100512_WEB_000", HEADERLESS, LOG_TYPE),
    ("renamed by hand.w3c", HEADERLESS, LOG_TYPE),
    ("UPPER.W3C", TMG, LOG_TYPE),
    ("WEBEXTD20060101.log", ISA_2000, LOG_TYPE),
    ("FWSEXTD20060101.log", ISA_2004, LOG_TYPE),
    ("IPPEXTD20060101.log", ISA_2000, LOG_TYPE),
    ("proxy.log", ISA_2000, LOG_TYPE),
    ("from a colleague.txt", ISA_2004, LOG_TYPE),
    ("with a mark.txt", "\ufeff" + TMG, LOG_TYPE),
    ("only fields.txt", FIREWALL_FIELDS, LOG_TYPE),
    ("no ending at all", TMG, LOG_TYPE),
    ("u_ex100512.log", IIS, "text/x-log"),
    ("dpkg.log", "2010-05-12 08:00:01 status installed bash\n", "text/x-log"),
    ("readme.txt", "Nothing to see here.\n", "text/plain"),
]


def output(*command, **options):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, **options).stdout.strip()


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tmglens install ")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.prefix = cls.folder / "prefix"
        output("cmake", "--install", BUILD, "--prefix", cls.prefix)
        cls.share = cls.prefix / "share"
        cls.environment = {
            "HOME": str(cls.folder / "home"),
            "LC_ALL": "C.UTF-8",
            "PATH": f"{cls.prefix}/bin:{os.environ['PATH']}",
            "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_DATA_DIRS": f"{cls.share}:/usr/share",
        }
        output("update-mime-database", cls.share / "mime", env=cls.environment)
        output("update-desktop-database", cls.share / "applications", env=cls.environment)

    def ask(self, *command):
        return output(*command, env=self.environment)

    def test_typeOfFiles(self):
        for name, content, expected in FILES:
            with self.subTest(name):
                path = self.folder / name
                path.write_bytes(content.encode())
                described = self.ask("gio", "info", "--attributes=standard::content-type", path)
                self.assertIn(f"standard::content-type: {expected}", described.splitlines()[-1])
                self.assertEqual(self.ask("xdg-mime", "query", "filetype", path), expected)

    def test_logsWithoutHeaderOpenByName(self):
        """GLib lets `*.log` win over the longer patterns; the program is the same in the end."""
        for name in ("WEBEXTD20060101.log", "FWSEXTD20060101.log", "IPPEXTD20060101.log", "ISALOG_20100512_WEB_000"):
            with self.subTest(name):
                path = self.folder / name
                path.write_text(HEADERLESS)
                content_type = self.ask("xdg-mime", "query", "filetype", path)
                self.assertEqual(self.ask("xdg-mime", "query", "default", content_type), "tmglens.desktop")

    def test_typeOfSampleLogs(self):
        for path in sorted((SOURCE / "tests/data/samples").glob("*.*")):
            if path.suffix in (".w3c", ".iis"):
                with self.subTest(path.name):
                    self.assertEqual(self.ask("xdg-mime", "query", "filetype", path), LOG_TYPE)

    def test_defaultProgram(self):
        for content_type in (LOG_TYPE, "text/x-log"):
            with self.subTest(content_type):
                self.assertEqual(self.ask("xdg-mime", "query", "default", content_type), "tmglens.desktop")
                self.assertRegex(self.ask("gio", "mime", content_type), r"Default application.*: tmglens\.desktop")

    def test_plainTextKeepsItsProgram(self):
        self.assertNotIn("tmglens", self.ask("xdg-mime", "query", "default", "text/plain"))

    def test_programRunsFromThere(self):
        self.assertIn("12209", self.ask("tmglens", "decode", "12209"))

    def test_descriptionsAreValid(self):
        output("desktop-file-validate", self.share / "applications/tmglens.desktop")
        output("appstreamcli", "validate", "--no-net", self.share / "metainfo/org.tmglens.TMGLens.metainfo.xml")
        self.assertEqual(output("mandoc", "-Tlint", "-Wwarning", self.share / "man/man1/tmglens.1"), "")

    def test_iconsHaveTheirSize(self):
        icons = self.share / "icons/hicolor"
        self.assertTrue((icons / "scalable/apps/tmglens.svg").is_file())
        for size in (16, 22, 24, 32, 48, 64, 128, 256):
            header = (icons / f"{size}x{size}/apps/tmglens.png").read_bytes()[:24]
            self.assertEqual(struct.unpack(">II", header[16:]), (size, size))

    def test_debianPackageHoldsTheSame(self):
        packed = self.folder / "packed"
        output("cpack", "--config", BUILD / "CPackConfig.cmake", "-G", "DEB", "-B", packed)
        (package,) = packed.glob("*.deb")
        self.assertRegex(output("dpkg-deb", "--field", package, "Depends"), r"libqt6widgets6.*libstdc\+\+6|libstdc\+\+6.*libqt6widgets6")
        output("dpkg-deb", "--extract", package, self.folder / "unpacked")
        self.assertEqual(files_below(self.folder / "unpacked/usr"), files_below(self.prefix))


def files_below(folder):
    """The paths of all files, without what update-…-database made."""
    made = ("share/mime/packages/", "share/applications/tmglens.desktop")
    paths = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(p for p in paths if not p.startswith(("share/mime/", "share/applications/")) or p.startswith(made))


if __name__ == "__main__":
    unittest.main()
