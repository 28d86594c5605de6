#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The TMGLens authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the program's sources and fails on an #include that the architecture does not have, and on two types of a name."""

import os
import pathlib
import re
import sys

SOURCE = pathlib.Path(os.environ["TMGLENS_SOURCE"])

# Room -> rooms it may include, beside itself. Everyone may know model/result.
ALLOWED = {
    "model/result": set(),
    "model/bytes": set(),
    "model/source": set(),
    "model/format": {"model/source"},
    "model/index": {"model/bytes", "model/source", "model/format"},
    "model/filter": {"model/bytes", "model/source", "model/format", "model/index"},
    "model/facet": {"model/source", "model/format", "model/index", "model/filter"},
    "model/context": {"model/source", "model/format", "model/index", "model/filter", "model/facet"},
    "model/finding": {"model/source", "model/format", "model/index", "model/filter"},
    "model/story": {"model/source", "model/format", "model/index", "model/filter", "model/context"},
    "model/load": {"model/source", "model/format", "model/index"},
    "model/database": {"model/source", "model/format", "model/filter"},
    "model/table": {"model/source", "model/format", "model/index", "model/filter", "model/finding"},
    "model/query": {"model/source", "model/format", "model/index", "model/filter", "model/table"},
    "model/output": {
        "model/source", "model/format", "model/index", "model/filter", "model/facet", "model/finding", "model/load",
    },
    "model/report": {"model/source", "model/format", "model/index", "model/finding", "model/output"},
    "model/rules": {"model/source", "model/format", "model/index", "model/filter", "model/facet", "model/output"},
    "model/set": {"model/source", "model/format", "model/index", "model/load", "model/output"},
    "model/keeping": {"model/source", "model/format", "model/index", "model/filter", "model/table", "model/output"},
    "model/provenance": {"model/source", "model/format", "model/index", "model/output", "model/keeping"},
    "resources": {"model/result"},
    "ui": {"model"},  # what all rooms of ui may use
    "ui/look": {"model", "ui"},
    "ui/bookmarks": {"model", "ui", "ui/look"},
    "ui/categories": {"model", "ui", "ui/look"},
    "ui/database": {"model", "ui", "ui/look"},
    "ui/details": {"model", "ui", "ui/look"},
    "ui/export": {"model", "ui", "ui/look"},
    "ui/facets": {"model", "ui", "ui/look"},
    "ui/files": {"model", "ui", "ui/look"},
    "ui/filter": {"model", "ui", "ui/look"},
    "ui/findings": {"model", "ui", "ui/look"},
    "ui/find": {"model", "ui", "ui/look"},
    "ui/rules": {"model", "ui", "ui/look"},
    "ui/savedfilters": {"model", "ui", "ui/look"},
    "ui/story": {"model", "ui", "ui/look"},
    "ui/summary": {"model", "ui", "ui/look"},
    "ui/table": {"model", "ui", "ui/look", "ui/find"},
    "ui/timestrip": {"model", "ui", "ui/look"},
    "ui/window": {
        "model", "ui", "ui/look", "ui/bookmarks", "ui/categories", "ui/database", "ui/details", "ui/export", "ui/facets",
        "ui/files", "ui/filter", "ui/find", "ui/findings", "ui/rules", "ui/savedfilters", "ui/story", "ui/summary",
        "ui/table", "ui/timestrip",
    },
    "app": {"ui/look", "ui/window", "model"},
}
# Whatever has pixels stays out of the model and of the tools; a module in front of a header's name would slip past the
# link line.
NO_PIXELS = re.compile(r"<(Qt(Gui|Widgets|Network)/|QColor|QIcon|QPixmap|QBrush|QFont|QWidget|QApplication|KSyntax)")
FORBIDDEN = {
    "model": NO_PIXELS,
    "resources": NO_PIXELS,
    "ui": re.compile(r"<Qt[A-Z]\w*/"),
    "app": re.compile(r"<Qt[A-Z]\w*/"),
}
# One file knows the highlighting library.
HIGHLIGHTER = {"ui/look/linehighlighter.h", "ui/look/linehighlighter.cpp"}
# One room knows databases.
DATABASE = "model/database"
# One file knows libarchive.
UNPACKER = "model/source/archivereader.cpp"


def room_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] in ("model", "ui") and len(parts) > 2 else parts[0]


def complaints(path):
    room = room_of(path)
    for number, line in enumerate((SOURCE / path).read_text(encoding="utf-8").splitlines(), 1):
        if match := re.match(r'#include "([^"]+)"', line):
            other = room_of(match[1])
            allowed = ALLOWED.get(room, set()) | {room, "model/result"}
            if other not in allowed and not (other.startswith("model/") and "model" in allowed) and "/" in match[1]:
                yield f"{path}:{number}: {room} must not know {other}"
        elif line.startswith("#include <"):
            if FORBIDDEN[path.split("/")[0]].search(line):
                yield f"{path}:{number}: {line} does not belong here"
            if "KSyntaxHighlighting" in line and path not in HIGHLIGHTER:
                yield f"{path}:{number}: only the highlighter includes KSyntaxHighlighting"
            if line.startswith("#include <QSql") and room != DATABASE:
                yield f"{path}:{number}: only {DATABASE} includes Qt SQL"
            if re.match(r"#include <archive(_entry)?\.h>", line) and path != UNPACKER:
                yield f"{path}:{number}: only {UNPACKER} includes libarchive"


def types_of(path):
    """The types that a header defines outside others, with their namespaces."""
    namespaces = []
    for line in (SOURCE / path).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"namespace ([\w:]+)\s*\{", line):
            namespaces.append(match[1])
        elif line.startswith("} // namespace") and namespaces:
            namespaces.pop()
        elif match := re.match(r"(?:enum )?(?:class|struct) (\w+)(?!.*;$)", line):
            yield "::".join([*namespaces, match[1]])


def twins(headers):
    """Two types of one name make a program that links and crashes."""
    definitions = {}
    for path in headers:
        for name in types_of(path):
            if name in definitions:
                yield f"{path}: {name} is also defined in {definitions[name]}"
            definitions[name] = path


def main():
    files = [
        path.relative_to(SOURCE).as_posix()
        for top in ("model", "resources", "ui", "app")
        for path in sorted((SOURCE / top).rglob("*"))
        if path.suffix in (".h", ".cpp")
    ]
    found = [complaint for path in files for complaint in complaints(path)]
    found += twins(path for path in files if path.endswith(".h"))
    print("\n".join(found) or f"{len(files)} files follow the architecture")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
