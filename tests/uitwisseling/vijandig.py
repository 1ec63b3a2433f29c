"""A hostile framework for the tests of every exporter: sound by its own rules, and full of what trips importers up."""

from __future__ import annotations

from leeruitkomsten import Raamwerk
from leeruitkomsten.bouwen import bouw

TEKSTEN = {
    "WP1.1a": 'Je zegt "ja", \'nee\'; of niets.',
    "WP1.1b": "=1+1",
    "WP1.1c": "-x",
    "WP1.2a": "+x",
    "WP1.2b": "@x",
    "WP1.3a": "007",
    "WP1.10a": "1.10",
    "WP2.1a": "x" * 5000,
    "WP2.1b": 'een pad\\"aanhaling',
    "WP2.2a": "aan het eind een \\",
    "WP2.2b": "<script>alert('x')</script> & <b>vet</b>",
    "WP2.2c": "👩🏽‍🏫 geeft les 😀",
    "WP2.11a": "*ster* _streep_ `code` [a](http://x) | ~~weg~~ # kop ![x](y) &amp; &#65;",
    "EVLA1.1a": '=HYPERLINK("http://x";"klik")',
    "EVLA1.1b": "• een punt in een punt",
    "EVLA1.1c": "a,b;c:d\\te",
    "EVLA2.9999z": "ünïcødé ﷽ 中文 \u200dx",
    "EVLA2.9999aa": "=na de z",
    "NULL1.1a": "null",
    "NULL1.1b": "TRUE",
    "NULL1.1c": "_x0041_ ]]> {{x}} ${x} %s",
    "NULL2.1a": "'",
}  # fmt: skip
"""The succescriteria by code: codes that start alike, a row 1 and a row 10, letters z and aa."""
UITKOMSTEN = {
    "WP1": '=SOM(A1;A2) "citaat", komma',
    "WP2": "Je " + "doet heel veel, " * 300 + "en meer.",
    "EVLA1": "<script>alert(1)</script>",
    "EVLA2": "-2+3",
    "NULL1": "@aan 😀",
    "NULL2": '"',
}
"""The leeruitkomsten by code."""
NOTATIES = {"WP1": "-1.2", "WP1.1a": '=1.2.3 "x"; <b>', "WP1.1b": "WP2", "EVLA1.1a": "007"}
"""What the source itself calls some of them: like a formula, markup, the code of another, and a number."""
RIJNAAM = '+Rij "één"; <b>'
LEERLIJNEN = {"WP": 'Leer; "lijn", één', "EVLA": "=1+1", "NULL": "<i>&amp;</i> 😀"}
FASEN = {1: '+fase, "één"; <b>', 2: "-fase"}
MET_BACKSLASH = ("WP2.1b", "WP2.2a")
"""Criteria that a reader in PHP gets wrong, and that an exporter for one refuses."""
NAAM = '=Raamwerk "vijandig", met; & <tekens> 😀'


def vijandig(zonder: tuple[str, ...] = ()) -> Raamwerk:
    """Return the framework; `zonder` leaves criteria out, for an exporter that rightly refuses their text."""
    return bouw(
        {
            "sleutel": "vijandig",
            "naam": NAAM,
            "versie": "1.0",
            "datum": "2024-02-29",
            "taal": "nl",
            "uitgever": '=Uitgever "x"; <b>',
            "licentie": "@vrij & \\ <i>",
            "bron": {
                "titel": '=Bron, "x" | <b>',
                "sha256": "",
                "verwijzingen": ["-a, 2015", '"b"; 2016'],
                "verantwoording": [],
                "op_inhoud_geplaatst": [],
            },
            "inleiding": [{"bij": "=x", "tekst": '<script>"</script>'}],
            "niveaus": [
                {"nummer": 1, "fase": FASEN[1], "begeleiding": None},
                {"nummer": 2, "fase": FASEN[2], "begeleiding": '=zelf, "x"'},
            ],
            "leerlijnen": [
                {
                    "code": lijn,
                    "naam": naam,
                    "leeruitkomsten": [
                        {
                            "code": f"{lijn}{niveau}",
                            "tekst": UITKOMSTEN[f"{lijn}{niveau}"],
                            "notatie": NOTATIES.get(f"{lijn}{niveau}"),
                            "succescriteria": [
                                {"code": code, "tekst": tekst, "notatie": NOTATIES.get(code)}
                                for code, tekst in TEKSTEN.items()
                                if code.partition(".")[0] == f"{lijn}{niveau}" and code not in zonder
                            ],
                        }
                        for niveau in FASEN
                    ],
                    "omschrijving": f"=omschrijving van {naam}",
                    "rijnamen": [{"rij": f"{lijn}.1", "naam": RIJNAAM, "uit_bron": lijn == "WP"}],
                }
                for lijn, naam in LEERLIJNEN.items()
            ],
            "errata": [],
            "vervallen": [{"code": "WP1.9a", "opvolgers": ["WP1.1a"], "sinds": "1.0", "reden": "=1+1"}],
        }
    )


def met_tekst(raamwerk: Raamwerk, nummer: int, tekst: str) -> Raamwerk:
    """Return a framework in which the first criterium of the n-th leeruitkomst says something else."""
    gegevens = raamwerk.als_dict()
    uitkomsten = [uitkomst for lijn in gegevens["leerlijnen"] for uitkomst in lijn["leeruitkomsten"]]
    uitkomsten[nummer]["succescriteria"][0]["tekst"] = tekst
    return bouw(gegevens)
