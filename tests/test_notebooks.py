"""The notebooks in the docs run, and give what is stored in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").rglob("*.ipynb"))
GETEKEND = re.compile(r'aria-label="([^"]*)"|>([^<>]+)<')
Uitvoer = list[tuple[str, dict[str, str]]]


@pytest.fixture(params=NOTEBOOKS, ids=lambda pad: pad.stem)
def notebook(request: pytest.FixtureRequest) -> Any:
    """Each notebook, as it is stored."""
    notebook = nbformat.read(request.param, as_version=4)
    nbformat.validate(notebook)
    return notebook


def woorden(html: str) -> str:
    """A drawing by its words, numbers and descriptions: where they stand depends on the fonts at hand."""
    return html if "<svg" not in html else "\n".join("".join(deel) for deel in GETEKEND.findall(html))


def uitvoer(cel: Any) -> Uitvoer:
    """What a cell gives: its kinds and texts; a stream that comes in parts as a whole."""
    gegeven: Uitvoer = []
    for deel in cel.outputs:
        if deel.output_type != "stream":
            data = deel.get("data", {"fout": deel.get("evalue", "")})
            gegeven.append((deel.output_type, {soort: woorden(tekst) for soort, tekst in data.items()}))
        elif gegeven and gegeven[-1][0] == deel.name:
            gegeven[-1][1]["tekst"] += deel.text
        else:
            gegeven.append((deel.name, {"tekst": deel.text}))
    return gegeven


def code(notebook: Any) -> list[Any]:
    return [cel for cel in notebook.cells if cel.cell_type == "code"]


def test_all_are_there() -> None:
    assert [pad.stem for pad in NOTEBOOKS] == ["cohort-nl", "cohort", "curriculum", "eigen-raamwerk", "portfolio"]


@pytest.mark.dagelijks("portfolio")
@pytest.mark.usefixtures("eigen_lus")
def test_running_it_gives_what_is_stored(notebook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    opgeslagen = [uitvoer(cel) for cel in code(notebook)]
    assert any(opgeslagen)
    for cel in code(notebook):
        cel.outputs = []
    NotebookClient(notebook, kernel_name="python3", timeout=300, resources={"metadata": {"path": tmp_path}}).execute()
    for cel, verwacht in zip(code(notebook), opgeslagen, strict=True):
        assert uitvoer(cel) == verwacht, cel.source


def test_of_a_drawing_what_it_says_is_held_and_not_where() -> None:
    rood, blauw = (f'<svg><g aria-label="WP2: 3 van 9"><text x="{plek}">3/9</text></g></svg>' for plek in (1, 2))
    assert woorden(rood) == woorden(blauw) == "WP2: 3 van 9\n3/9"
    assert woorden("<p>een</p>") == "<p>een</p>"


def test_the_drawings_show_what_the_notebooks_count() -> None:
    gegeven = {
        pad.stem: [data for cel in code(nbformat.read(pad, as_version=4)) for _, data in uitvoer(cel)]
        for pad in NOTEBOOKS
    }
    getekend = {
        naam: data["text/html"].splitlines()
        for naam, alles in gegeven.items()
        for data in alles
        if "HTML object" in data.get("text/plain", "")
    }
    assert set(getekend) == {"cohort", "cohort-nl", "curriculum", "portfolio"}
    geteld_door, _, onbekend = gegeven["curriculum"][0]["tekst"].strip().partition(", ")
    assert onbekend == "1 module zonder codes, 1 code onbekend"  # the drawing is of what is known
    assert f"{geteld_door}." in " ".join(getekend["curriculum"])
    geteld = re.findall(r"^(\w+: \d+) van (\d+)$", gegeven["portfolio"][1]["tekst"], re.MULTILINE)
    assert len(geteld) == 4
    assert {"/".join(deel) for deel in geteld} <= set(getekend["portfolio"])


def test_every_cell_has_run_in_its_order(notebook: Any) -> None:
    assert [cel.execution_count for cel in code(notebook)] == [*range(1, len(code(notebook)) + 1)]
    soorten = {soort for cel in code(notebook) for soort, _ in uitvoer(cel)}
    assert soorten <= {"stdout", "execute_result", "display_data"}


@pytest.mark.parametrize("pad", NOTEBOOKS, ids=lambda pad: pad.stem)
def test_it_stores_no_moment_and_no_place(pad: Path) -> None:
    opgeslagen = pad.read_text("utf-8")
    assert not re.search(r"\d{4}-\d\d-\d\d[T ]\d\d:|iopub|shell\.execute|\d\d:\d\d:\d\d", opgeslagen)
    assert not re.search(r"/(home|tmp|root|Users|work|usr)\b|[A-Z]:\\\\|file://| at 0x[0-9a-f]+", opgeslagen)
    assert all(not cel.metadata for cel in nbformat.reads(opgeslagen, as_version=4).cells)
