"""Is this of the same framework? In what something that was counted with one framework differs from another.

Two frameworks have the same codes and say other things; what was counted with one is not drawn with the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .model import Leeruitkomst
    from .vragen.voortgang import Voortgang


def verschillen(leeruitkomsten: tuple[Leeruitkomst, ...], voortgang: Voortgang) -> Iterator[str]:
    """Yield in what a `Voortgang` and a framework differ: a line for each kind of difference, with all its codes.

    Args:
        leeruitkomsten: those of the framework, all of them.
        voortgang: what was counted. Of niveaus that it does not count nothing can be missing.

    Codes and texts are compared, of leeruitkomsten and of succescriteria.

    >>> import leeruitkomsten as lu
    >>> list(verschillen(lu.laad(errata=True).leeruitkomsten, lu.voortgang([], niveau=2)))
    ['luidt in dit raamwerk anders: WP2.5b']
    """
    daar = teksten(voortgang.leeruitkomsten) | {c.code: c.tekst for c in (*voortgang.eerder, *voortgang.later)}
    geteld = [u for u in leeruitkomsten if voortgang.niveau in (None, u.niveau)]
    yield from tekstverschillen(teksten(leeruitkomsten), daar, teksten(geteld), "de voortgang")


def teksten(leeruitkomsten: Iterable[Leeruitkomst]) -> dict[str, str]:
    """Return the texts of leeruitkomsten and of their succescriteria by code, in source order."""
    alle: dict[str, str] = {}
    for uitkomst in leeruitkomsten:
        alle[uitkomst.code] = uitkomst.tekst
        alle |= {criterium.code: criterium.tekst for criterium in uitkomst.succescriteria}
    return alle


def tekstverschillen(
    hier: Mapping[str, str], daar: Mapping[str, str], nodig: Iterable[str], naam: str
) -> Iterator[str]:
    """Yield in what the texts of a framework (`hier`) and of something made with one (`daar`, called `naam`) differ, as above.

    Args:
        hier: texts by code.
        daar: texts by code, too.
        nodig: codes of the framework that may not be missing there.
        naam: what it is called in a Dutch sentence, with its article.
    """
    soorten = (
        ("bestaat", "bestaan", "niet in dit raamwerk", [code for code in daar if code not in hier]),
        (
            "luidt",
            "luiden",
            "in dit raamwerk anders",
            [code for code in daar if hier.get(code, daar[code]) != daar[code]],
        ),
        ("ontbreekt", "ontbreken", f"in {naam}", [code for code in nodig if code not in daar]),
    )
    for enkel, meer, rest, codes in soorten:
        if codes:
            yield f"{enkel if len(codes) == 1 else meer} {rest}: {', '.join(codes)}"
