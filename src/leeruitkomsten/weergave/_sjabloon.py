"""Templates and stylesheets: plain data in, one HTML document out that needs nothing from elsewhere and runs nothing unasked.

Every text is escaped by the template engine. What a document may load or run stands in its own Content-Security-Policy:
nothing, but the style and the script that it carries, by their hash.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
import string
from typing import TYPE_CHECKING, Any

from ..fouten import onderdeel
from ..schermtaal import NEDERLANDS, WOORDEN, Spreek, ongevuld
from . import _woorden as woorden
from ._bladen import bladen_van
from ._rollen import rollen_van
from ._scherm import Scherm

if TYPE_CHECKING:
    from jinja2 import Environment


_NEDERLANDS = Scherm()


def css_tekst(tekst: str) -> str:
    r"""Return a text as a string of CSS in which no character can end the string, or the style that it stands in.

    >>> print(css_tekst("één </style>"))
    "één \3c \2f style\3e "
    """
    return '"' + "".join(t if t.isalnum() or t in " .,:;()-–" else f"\\{ord(t):x} " for t in tekst) + '"'


def tekst_van(naam: str) -> str:
    """Return a template, stylesheet or script of this package as text."""
    from importlib_resources import files

    return files(__package__).joinpath("sjablonen", naam).read_text("utf-8")


_OPMERKING = {".css": re.compile(r"/\*.*?\*/", re.DOTALL), ".js": re.compile(r"^ *//.*$", re.MULTILINE)}


def kaal(naam: str) -> str:
    """Return a stylesheet or script as a document carries it: without remarks on lines of their own, indents, and spaces of style.

    >>> print(kaal("blad.css").partition("}")[0])
    html{background: var(--papier);
    """
    regels = _OPMERKING[naam[naam.rindex(".") :]].sub("", tekst_van(naam)).split("\n")
    if naam.endswith(".css"):
        regels = [re.sub(r"\s*([{};,])\s*", r"\1", regel) for regel in regels]
    return "\n".join(regel for regel in map(str.strip, regels) if regel)


def beleid(stijl: str, script: str = "") -> str:
    """Return the Content-Security-Policy of a document with this style and script, and nothing else.

    >>> beleid("")
    "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'"
    """
    delen = ["default-src 'none'", f"style-src {_hash(stijl)}", "base-uri 'none'", "form-action 'none'"]
    if script:
        # Trusted types: no text of a framework can become markup, whatever the script does with it.
        delen += [f"script-src {_hash(script)}", "require-trusted-types-for 'script'", "trusted-types 'none'"]
    return "; ".join(delen)


def _hash(tekst: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode()}'"


@functools.lru_cache(maxsize=1)
def omgeving() -> Environment:
    """Return the engine that fills the templates.

    Raises:
        OntbrekendOnderdeel: the extra `weergave` is not installed.
    """
    with onderdeel("weergave", "matrix, formulier en pagina"):
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    motor = Environment(
        loader=FunctionLoader(tekst_van),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Data in the order in which they were given, and to the letter: the page that carries them says that it is UTF-8.
    motor.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    in_elk_sjabloon: Any = motor.globals
    in_elk_sjabloon |= {"woorden": woorden, "bladen_van": bladen_van, "rollen_van": rollen_van}
    return motor


def vul(
    sjabloon: str, *, stijlen: tuple[str, ...], extra: str = "", scripts: tuple[str, ...] = (), scherm: Scherm = _NEDERLANDS,
    **gegevens: object,
) -> str:  # fmt: skip
    """Return the document that a template makes of these data.

    Args:
        sjabloon: name of the template; it extends `blad.html`, which has head, style, script and policy.
        stijlen: names of stylesheets, in order, after that of the house.
        extra: what comes after them, as CSS: texts of a framework in it go through `css_tekst`.
        scripts: names of scripts, in order; together they are one module, so none of their names is global.
        scherm: the language of the document, and that of the texts in it.
        gegevens: what the template asks for, by name.

    Raises:
        OntbrekendOnderdeel: the extra `weergave` is not installed.
    """
    nummer = bladnummer(scherm.schermtaal)
    stijl = _samen(*(kaal(naam).replace("BLADNUMMER", nummer) for naam in ("huisstijl.css", *stijlen)), extra)
    code = _samen(*map(kaal, scripts))
    return gevuld(
        sjabloon, stijl=stijl, script=code, beleid=beleid(stijl, code), scherm=scherm, spreek=scherm.spreek, **gegevens
    )


def bladnummer(schermtaal: str) -> str:
    """Return which sheet of how many this is, as the `content` of CSS.

    >>> print(bladnummer("nl"))
    "blad " counter(page) " van " counter(pages)
    """
    tellers = {"nummer": " counter(page) ", "aantal": " counter(pages)"}
    delen = string.Formatter().parse(ongevuld("vel.blad", schermtaal))
    return "".join(css_tekst(vast) + tellers[naam or ""] for vast, naam, _, _ in delen)


def woorden_in(scripts: tuple[str, ...], schermtaal: str) -> dict[str, str]:
    """Return the words of the table that scripts name, as they stand there: what is filled in still in braces."""
    genoemd = dict.fromkeys(re.findall(r'"([a-z_]*\.?[a-z_]+)"', _samen(*map(tekst_van, scripts))))
    return {woord: ongevuld(woord, schermtaal) for woord in genoemd if woord in WOORDEN}


def _samen(*teksten: str) -> str:
    # No line end after the last line: HTML checkers leave it out of what they hash.
    return "\n".join(teksten).rstrip()


def gevuld(sjabloon: str, *, spreek: Spreek = NEDERLANDS, **gegevens: object) -> str:
    """Return what a template makes of these data, every text in it escaped; `spreek` says its words.

    Raises:
        OntbrekendOnderdeel: the extra `weergave` is not installed.
    """
    return omgeving().get_template(sjabloon).render(spreek=spreek, **gegevens)
