"""A chart in a file: a drawing, a picture, or a page that shows it without a network."""

from __future__ import annotations

import html
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..fouten import citaat
from ..jsonbestand import bewaar as bewaar_bestand
from .stijl import ONTBREEKT, altair

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHAAL = 2
"""How many pixels of a picture go to one of the chart, so that it is sharp in print and on fine screens."""


def bewaar(grafiek: Any, doel: str | os.PathLike[str]) -> bytes:
    """Write a chart to a file, by the ending of its name."""
    alt = altair()
    if not isinstance(grafiek, alt.TopLevelMixin):
        raise TypeError(f"hier hoort een grafiek van Altair, geen {type(grafiek).__name__}")
    if not isinstance(doel, str | os.PathLike):  # pyright: ignore[reportUnnecessaryIsInstance]  # most users have no type checker
        raise TypeError(f"hier hoort het pad van een bestand, niet {citaat(doel)}")
    naam = Path(doel).name
    einde = Path(doel).suffix.casefold()
    if einde not in _SCHRIJVERS:
        raise ValueError(f"{citaat(naam)} eindigt niet op .svg, .png of .html")
    return bewaar_bestand(_SCHRIJVERS[einde](grafiek.to_dict(), _vl_convert()), doel)


def _vl_convert() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise ImportError(ONTBREEKT) from None
    return vl_convert


def _versie() -> str:
    """Return the version of Vega-Lite that Altair writes for, as vl-convert names it: `6.4`."""
    versie: str = altair().SCHEMA_VERSION
    return versie.removeprefix("v").rpartition(".")[0]


def _svg(spec: dict[str, Any], vl: Any) -> bytes:
    tekening: str = vl.vegalite_to_svg(spec, vl_version=_versie())
    naam = html.escape(str(spec.get("description", "")))
    # Vega leaves the drawing as a whole without a name and a language.
    return f'<svg lang="nl" role="graphics-document" aria-label="{naam}"{tekening.removeprefix("<svg")}'.encode()


def _png(spec: dict[str, Any], vl: Any) -> bytes:
    beeld: bytes = vl.vegalite_to_png(spec, vl_version=_versie(), scale=_SCHAAL)
    return beeld


def _html(spec: dict[str, Any], vl: Any) -> bytes:
    # JSON in a script: no < may open or close an element. The menu of Vega is English; it is left out.
    inhoud = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    opties = {"mode": "vega-lite", "renderer": "svg", "actions": False}
    return _PAGINA.format(
        titel=html.escape(_titel(spec)),
        bibliotheek=vl.javascript_bundle(vl_version=_versie()),
        grafiek=inhoud,
        opties=json.dumps(opties),
    ).encode()


def _titel(spec: dict[str, Any]) -> str:
    titel: Any = spec.get("title", "")
    tekst: Any = cast("dict[str, Any]", titel).get("text", "") if isinstance(titel, dict) else titel
    return " ".join(cast("list[str]", tekst)) if isinstance(tekst, list) else str(tekst) or "Grafiek"


_PAGINA = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{titel}</title>
<script>{bibliotheek}</script>
</head>
<body style="margin:0;background:#ffffff">
<noscript>Deze grafiek wordt getekend met JavaScript; zet dat aan om haar te zien.</noscript>
<main><div id="grafiek"></div></main>
<script>vegaEmbed("#grafiek", {grafiek}, {opties});</script>
</body>
</html>
"""
_SCHRIJVERS: dict[str, Callable[[dict[str, Any], Any], bytes]] = {".svg": _svg, ".png": _png, ".html": _html}
