"""A chart in a file: a drawing, a picture, or a page that shows it without a network."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from ..bestanden.bewaren import bewaar as bewaar_bestand
from ..fouten import OngeldigeVraag, VerkeerdType, eis_type, onderdeel
from ..schermtaal import SCHERMTALEN, Schermtaal, Spreek, schermtaal_van, spreker
from ..zinnen import citaat
from ._stijl import SCHERMTAAL, altair

_SCHAAL = 2
"""How many pixels of a picture go to one of the chart, so that it is sharp in print and on fine screens."""


def bewaar(grafiek: Any, doel: str | os.PathLike[str], schermtaal: Schermtaal | None) -> bytes:
    """Write a chart to a file, by the ending of its name."""
    eis_type(doel, (str, os.PathLike), "het pad van een bestand", "doel")
    naam, einde = Path(doel).name, Path(doel).suffix
    if einde.casefold() not in _SCHRIJVERS:
        raise OngeldigeVraag("ongeldige_waarde", f"{citaat(naam)} eindigt niet op .svg, .png of .html", {"doel": naam})
    return bewaar_bestand(inhoud(grafiek, einde, schermtaal), doel)


def inhoud(grafiek: Any, vorm: str, schermtaal: Schermtaal | None) -> bytes:
    """Return a chart as what a file with this ending holds."""
    spreek = None if schermtaal is None else spreker(schermtaal)
    alt = altair()
    if not isinstance(grafiek, alt.TopLevelMixin):
        soort = type(grafiek).__name__
        raise VerkeerdType(f"hier hoort een grafiek van Altair, geen {soort}", {"grafiek": soort})
    schrijf = _SCHRIJVERS.get(f".{vorm.removeprefix('.')}".casefold())
    if schrijf is None:
        raise OngeldigeVraag.keuze("vorm", vorm, tuple(einde.removeprefix(".") for einde in _SCHRIJVERS))
    spec = grafiek.to_dict()
    if adressen := ", ".join(dict.fromkeys(_van_elders(spec))):
        reden = f"deze grafiek haalt haar gegevens van {adressen}; geef ze zelf mee"
        raise OngeldigeVraag("ongeldige_waarde", reden, {"adressen": adressen})
    return schrijf(spec, _vl_convert(), spreek or spreker(_schermtaal(spec)))


def _schermtaal(spec: dict[str, Any]) -> Schermtaal:
    """Return the language that a chart says that it speaks; one that says nothing, or of someone else, counts as Dutch."""
    gezegd: Any = spec.get("usermeta")
    taal: Any = cast("dict[str, Any]", gezegd).get(SCHERMTAAL) if isinstance(gezegd, dict) else None
    return taal if taal in SCHERMTALEN else SCHERMTALEN[0]


def _van_elders(deel: Any) -> Iterator[str]:
    """Yield what a spec fetches: data or a picture with an address. What stands in its data itself is not looked at."""
    if isinstance(deel, dict):
        for naam, waarde in cast("dict[str, Any]", deel).items():
            if naam == "url":
                yield _adres(waarde)
            elif naam not in ("datasets", "values"):
                yield from _van_elders(waarde)
    elif isinstance(deel, list):
        for waarde in cast("list[object]", deel):
            yield from _van_elders(waarde)


def _adres(url: Any) -> str:
    """Return an address as it can stand in a message; that of a picture may be in a column."""
    gegeven: dict[str, Any] = cast("dict[str, Any]", url) if isinstance(url, dict) else {"value": url}
    return f"de adressen in {citaat(gegeven['field'])}" if "field" in gegeven else citaat(gegeven.get("value", "url"))


def _vl_convert() -> Any:
    with onderdeel("grafiek", "grafieken"):
        import vl_convert
    return vl_convert


def _versie() -> str:
    """Return the version of Vega-Lite that Altair writes for, as vl-convert names it: `6.4`."""
    versie: str = altair().SCHEMA_VERSION
    return versie.removeprefix("v").rpartition(".")[0]


def _svg(spec: dict[str, Any], vl: Any, spreek: Spreek) -> bytes:
    tekening: str = vl.vegalite_to_svg(spec, vl_version=_versie(), allowed_base_urls=[])
    naam = html.escape(str(spec.get("description", "")))
    # Vega leaves the drawing as a whole without a name and a language.
    taal = schermtaal_van(spreek)
    return f'<svg lang="{taal}" role="graphics-document" aria-label="{naam}"{tekening.removeprefix("<svg")}'.encode()


def _png(spec: dict[str, Any], vl: Any, _: Spreek) -> bytes:
    beeld: bytes = vl.vegalite_to_png(spec, vl_version=_versie(), scale=_SCHAAL, allowed_base_urls=[])
    return beeld


def _html(spec: dict[str, Any], vl: Any, spreek: Spreek) -> bytes:
    # JSON in a script: no < may open or close an element. The menu of Vega is English; it is left out.
    inhoud = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    opties = {"mode": "vega-lite", "renderer": "svg", "actions": False}
    return _PAGINA.format(
        beleid=_BELEID,
        taal=schermtaal_van(spreek),
        titel=html.escape(_titel(spec) or spreek("grafiek.grafiek")),
        zonder_script=spreek("grafiek.zonder_script"),
        bibliotheek=vl.javascript_bundle(vl_version=_versie()),
        grafiek=inhoud,
        opties=json.dumps(opties),
    ).encode()


def _titel(spec: dict[str, Any]) -> str:
    titel: Any = spec.get("title", "")
    tekst: Any = cast("dict[str, Any]", titel).get("text", "") if isinstance(titel, dict) else titel
    return " ".join(cast("list[str]", tekst)) if isinstance(tekst, list) else str(tekst)


_BELEID = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
"""A page asks nothing of the network, whatever a chart of someone else says. Vega makes functions of its expressions."""
_PAGINA = """<!doctype html>
<html lang="{taal}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{beleid}">
<meta name="viewport" content="width=device-width">
<title>{titel}</title>
<script>{bibliotheek}</script>
</head>
<body style="margin:0;background:#ffffff">
<noscript>{zonder_script}</noscript>
<main><div id="grafiek"></div></main>
<script>vegaEmbed("#grafiek", {grafiek}, {opties});</script>
</body>
</html>
"""
_SCHRIJVERS: dict[str, Callable[[dict[str, Any], Any, Spreek], bytes]] = {".svg": _svg, ".png": _png, ".html": _html}
