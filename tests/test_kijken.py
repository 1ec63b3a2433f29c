"""The eyes of the other tests see: each says so when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kijken import Nu, Openen, bezwaren

GOED = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>t</title></head><body><main><h1>t</h1></main></body></html>'


def test_axe_sees_what_is_wrong(openen: Openen, axe: str) -> None:
    assert bezwaren(openen(GOED), axe) == []
    (bezwaar,) = bezwaren(openen(GOED.replace(' lang="nl"', "")), axe)
    assert "html-has-lang" in bezwaar


def test_the_checker_sees_what_is_wrong(nu: Nu, tmp_path: Path) -> None:
    assert nu(tmp_path, GOED) == []
    assert len(nu(tmp_path, GOED, GOED.replace("</h1>", ""), "<b>")) >= 3


@pytest.mark.parametrize(
    ("fout", "verwacht"),
    [
        ("<img src='http://localhost:9/x.png' alt=''>", "request: http://localhost:9/x.png"),
        ("<script>console.log('hoi')</script>", "console: hoi"),
        ("<script>throw Error('au')</script>", "error: "),
        ("<script>alert('hier')</script>", "dialog: hier"),
    ],
)
def test_nothing_a_page_does_goes_unseen(openen: Openen, gezegd: list[str], fout: str, verwacht: str) -> None:
    openen(GOED.replace("<main>", f"<main>{fout}"))
    assert any(verwacht in regel for regel in gezegd)
    gezegd.clear()
