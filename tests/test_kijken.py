"""The eyes of the other tests see: each says so when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kijken import OOK_VERBORGEN, Nu, Openen, bezwaren

GOED = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>t</title></head><body><main><h1>t</h1></main></body></html>'


def test_axe_sees_what_is_wrong(openen: Openen, axe: str) -> None:
    assert bezwaren(openen(GOED), axe) == []
    (bezwaar,) = bezwaren(openen(GOED.replace(' lang="nl"', "")), axe)
    assert "html-has-lang" in bezwaar


def test_the_checker_sees_what_is_wrong(nu: Nu, tmp_path: Path) -> None:
    assert nu(tmp_path, GOED) == []
    assert len(nu(tmp_path, GOED, GOED.replace("</h1>", ""), "<b>")) >= 3


def test_axe_sees_what_is_wrong_wherever_it_stands(openen: Openen, axe: str) -> None:
    """What is not shown stands aside only for the rules that pass it by, and is in its place again afterwards."""
    verborgen = (
        "<section hidden><p id='a'>a</p><p id='a' style='color: #ddd'>a</p><input aria-labelledby='a'></section>"
    )
    blad = openen(GOED.replace("</main>", f"{verborgen}<p style='color: #eee'>licht</p></main>"))
    tevoren = blad.content()
    licht, dubbel = bezwaren(blad, axe, twijfel=True)
    assert dubbel.startswith("duplicate-id-aria")
    assert licht.startswith("color-contrast")
    assert ">licht<" in licht
    assert bezwaren(blad, axe, runOnly=["color-contrast"]) == [licht]
    assert blad.content() == tevoren
    kijken_erlangs = (
        "axe._audit.rules.filter(r => !r.excludeHidden && r.enabled && !r.tags.includes('experimental')).map(r => r.id)"
    )
    assert {*blad.evaluate(kijken_erlangs)} - {"color-contrast", "link-in-text-block"} == {*OOK_VERBORGEN}


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
