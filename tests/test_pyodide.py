"""The wheel in a browser's Python (Pyodide: CPython 3.14, run by Node.js) answers as the library does here, without a warning."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import antwoorden
from kijken import ontbreekt, van_npm

# What the wheel asks for, and what those ask for; in a page micropip fetches them. MarkupSafe has pure Python beside its C.
ANDEREN = (
    "attrs",
    "cattrs",
    "importlib-resources",
    "typing-extensions",
    "jinja2",
    "markupsafe",
    "openpyxl",
    "et-xmlfile",
)
SCRIPT = Path(__file__).parent / "browser" / "antwoorden.mjs"


@pytest.fixture
def anderen(tmp_path: Path) -> Path:
    """What is installed here of the other packages, in one zip; what was compiled for this machine stays behind."""
    with zipfile.ZipFile(tmp_path / "anderen.zip", "w") as zip_:
        for naam in ANDEREN:
            for pad in importlib.metadata.files(naam) or ():
                if pad.suffix not in (".pyc", ".so", ".pyd") and ".." not in pad.parts:
                    zip_.write(str(pad.locate()), str(pad))
    return tmp_path / "anderen.zip"


@pytest.mark.grondig
def test_the_wheel_answers_the_same_in_the_python_of_a_browser(wiel: Path, anderen: Path) -> None:
    node, pyodide = shutil.which("node"), van_npm("pyodide/pyodide.mjs")
    if node is None:
        ontbreekt("node is missing: apt install nodejs")
    klaar = subprocess.run(
        [node, SCRIPT, pyodide, antwoorden.__file__, wiel, anderen], check=False, capture_output=True, text=True
    )
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert klaar.stdout == antwoorden.als_json(extras=False)
