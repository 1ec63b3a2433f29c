"""The built site, for all tests of it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def site(wortel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site: warnings are errors. The notebooks stand there as stored: `test_notebooks` runs them anew."""
    if not find_spec("sphinx"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("sphinx is not installed (extra docs)")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "-W",
            "--keep-going",
            "-n",
            "-D",
            "nb_execution_mode=off",
            "-b",
            "html",
            wortel / "docs",
            folder / "html",
        ],
        check=False,  # the assertion shows what Sphinx says
        capture_output=True,
        text=True,
        # Nothing of the library is counted as covered by its docs: measuring would take as long again.
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")}
        | {"IPYTHONDIR": str(folder / "ipython")},
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"
