"""What a program of one file needs of this package beside what its imports say: PyInstaller asks it of this folder.

The entry point `pyinstaller40` names the folder. A hook in it is read where a program imports the module that it is named
after; what belongs to an extra comes along with its own door only.
"""

from __future__ import annotations

from pathlib import Path


def mappen() -> list[str]:
    """Return the folder in which PyInstaller finds the hooks.

    >>> [Path(map).name for map in mappen()]
    ['_pyinstaller']
    """
    return [str(Path(__file__).parent)]


def gegevens(*map_: str) -> list[tuple[str, str]]:
    """Return a folder of the package, and where it stands in the program: in the same place.

    >>> [naar for _, naar in gegevens("weergave", "sjablonen")]
    ['leeruitkomsten/weergave/sjablonen']
    """
    pakket = Path(__file__).parents[1]
    return [(str(pakket.joinpath(*map_)), "/".join([pakket.name, *map_]))]
