#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what `summary --html` writes as a browser would: the elements nest, nothing is fetched or run, and the cells say
what `summary --json` says, also for logs that try to break out of them.

Called as: summarypage.py PROGRAM LOG...
"""

import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile

VOID = {"meta", "br"}
KNOWN = VOID | {
    "html", "head", "title", "style", "body", "main", "header", "section", "footer", "div", "h1", "h2", "p", "span",
    "strong", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "scope", "style"}
PARENTS = {"tr": {"thead", "tbody"}, "td": {"tr"}, "th": {"tr"}, "thead": {"table"}, "tbody": {"table"}}
HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></tr></table>", "&amp;&lt;", "'`${x}",
    "\x1b]0;x\x07", "\u202egnp.exe", "<!--", "]]>", "</style><style>", "a\x00b", "ü€😀", "\ufffe",
]  # fmt: skip


class Page(html.parser.HTMLParser):
    """Tables by the heading above them, as rows of the texts of their cells."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.tables = {}
        self.heading = ""
        self.styles = ""
        assert text.startswith("<!DOCTYPE html>\n"), text[:40]
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        assert tag in KNOWN, f"<{tag}> at {self.getpos()}"
        assert {name for name, _ in attributes} <= ATTRIBUTES, f"{attributes} at {self.getpos()}"
        parent = self.open[-1] if self.open else ""
        assert parent in PARENTS.get(tag, {parent}), f"<{tag}> in <{parent}> at {self.getpos()}"
        if tag == "h2":
            self.heading = ""
        elif tag == "table":
            assert self.heading not in self.tables
            self.tables[self.heading] = []
        elif tag == "tr":
            self.tables[self.heading].append([])
        elif tag in ("td", "th"):
            self.tables[self.heading][-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data):
        if "style" in self.open:
            self.styles += data
        elif "h2" in self.open:
            self.heading += data
        elif "td" in self.open or "th" in self.open:
            self.tables[self.heading][-1][-1] += data


def run(program, *arguments):
    done = subprocess.run([program, "summary", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode("utf-8")


def number(text):
    return int(text.replace(",", ""))


def check(program, *arguments):
    text = run(program, "--html", *arguments)
    page = Page(text)
    told = json.loads(run(program, "--json", *arguments))
    for word in ("url(", "@import", "http:", "https:", "javascript:"):
        assert word not in page.styles, word
    assert "src=" not in text.replace("src=x", "") and "href=" not in text
    for heading, rows in page.tables.items():
        assert all(len(row) == len(rows[0]) for row in rows), heading
    if told["records"] > 0:
        classes = {row[0]: number(row[1]) for row in page.tables["Classes"][1:]}
        assert classes == {name: count for name, count in told["classes"].items() if count > 0}, classes
        codes = [number(row[3]) for row in page.tables["Result codes"][1:]]
        assert codes == [code["count"] for code in told["codes"]][: len(codes)], codes
    files = [(number(row[4]), number(row[5])) for row in page.tables["Logs"][1:]]
    assert files == [(file["records"], file["malformed"]) for file in told["files"]], files
    return page


def hostile_log(folder):
    lines = ["#Software: Microsoft Forefront Threat Management Gateway <b>", "#Version: 2.0"]
    lines += ["#Fields: c-ip\tcs-username\tdate\ttime\tr-host\trule\tsc-status"]
    for value in HOSTILE:
        lines += ["\t".join(["10.0.0.1", value, "2010-05-12", "08:00:01", value, value, value])]
    path = folder / "hostile <i> & log.w3c"
    path.write_bytes("\r\n".join(lines + [""]).encode())
    return path


def main():
    program, *logs = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="tmglens summary ") as scratch:
        hostile = hostile_log(pathlib.Path(scratch))
        page = check(program, hostile)
        users = {row[0] for heading, rows in page.tables.items() if heading == "Users" for row in rows[1:]}
        assert users <= {"(no value)"} | {
            value.replace("\x1b", "\\x1B").replace("\x07", "\\x07").replace("\x00", "\\x00").replace("\u202e", "\\u202E")
            for value in HOSTILE
        }, users
        assert len(users) == 10, users
        for log in logs:
            check(program, log)
            check(program, log, "--filter", "class:denied")
            check(program, log, "--filter", "user:nobody-at-all")
        check(program, *logs, hostile)
    print(f"{len(logs)} logs and a hostile one read back")


if __name__ == "__main__":
    main()
