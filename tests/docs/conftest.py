"""The built site, for all tests of it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import GRONDIG


@pytest.fixture(scope="session")
def site(wortel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site: warnings are errors. Every notebook has run anew; in an everyday run `test_notebooks` does that."""
    if not find_spec("sphinx"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("sphinx is not installed (extra docs)")
    folder = tmp_path_factory.mktemp("site")
    notebooks = [] if GRONDIG else ["-D", "nb_execution_mode=off"]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "-W",
            "--keep-going",
            "-n",
            *notebooks,
            "-b",
            "html",
            wortel / "docs",
            folder / "html",
        ],
        check=False,  # the assertion shows what Sphinx says
        capture_output=True,
        text=True,
        env={**os.environ, "IPYTHONDIR": str(folder / "ipython")},
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"
