"""Is this of the same framework? What was counted with one framework, or one version of it, is not drawn with another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .fouten import OngeldigeVraag, VerkeerdType
from .identiteit import verschilt_in
from .model import Leeruitkomst
from .raamwerk import Raamwerk
from .zinnen import citaat

if TYPE_CHECKING:
    from .identiteit import Kenmerk
    from .model import Succescriterium
    from .vragen.voortgang import Voortgang


def eis_raamwerk(gegeven: object) -> Raamwerk:
    """Return what was given, when it is a framework.

    Raises:
        VerkeerdType: it is something else.
    """
    if not isinstance(gegeven, Raamwerk):
        reden = f"hier hoort een Raamwerk, er staat {citaat(gegeven)}; lees een bestand eerst met lees()"
        raise VerkeerdType(reden, {"raamwerk": gegeven})
    return gegeven


def eis_zelfde(
    raamwerk: Raamwerk, kenmerk: Kenmerk, wat: str, geteld: Iterable[Leeruitkomst | Succescriterium]
) -> None:
    """Do nothing when what was counted is of this framework, with exactly these contents.

    Args:
        raamwerk: the framework.
        kenmerk: of what was counted.
        wat: what that is called in a Dutch sentence, without its article (`de`).
        geteld: what was counted, in source order: of two editions of one version the error says what reads differently.

    Raises:
        OngeldigeVraag: it is of another framework, or of another version (soort `ander_raamwerk`); it names both.

    >>> import leeruitkomsten as lu
    >>> voortgang = lu.voortgang([], niveau=2)
    >>> eis_zelfde(lu.laad(errata=True), voortgang.kenmerk, "voortgang", voortgang.leeruitkomsten)
    Traceback (most recent call last):
    leeruitkomsten.fouten.OngeldigeVraag: deze voortgang is van een ander raamwerk, of van een andere versie:
    - de voortgang is van 'werkplekleren' (Leeruitkomsten van het werkplekleren, versie 1.0)
    - hier is het 'werkplekleren' (Leeruitkomsten van het werkplekleren, versie 1.0+errata)
    - luidt hier anders: WP2.5b
    """
    eigen = raamwerk.kenmerk
    if kenmerk == eigen:
        return
    regels = [
        f"deze {wat} is van een ander raamwerk, of van een andere versie:",
        f"- de {wat} is van {_genoemd(kenmerk)}",
        f"- hier is het {_genoemd(eigen)}",
    ]
    anders: list[str] = []
    if verschilt_in(kenmerk, eigen) not in ("sleutel", "versie"):
        anders = list(_anders(raamwerk, geteld))
        if kenmerk.versie == eigen.versie:
            regels.append("- de sleutel en de versie zijn gelijk, de inhoud is dat niet")
        if anders:
            regels.append(f"- {'luidt' if len(anders) == 1 else 'luiden'} hier anders: {', '.join(anders)}")
    gegevens = {wat: kenmerk, "raamwerk": eigen, "anders": anders}
    raise OngeldigeVraag("ander_raamwerk", "\n".join(regels), gegevens)


def eis_zelfde_voortgang(raamwerk: Raamwerk, voortgang: Voortgang) -> None:
    """Do nothing when a voortgang is of this framework, with exactly these contents.

    Raises:
        OngeldigeVraag: it is of another framework, or of another version; it names both.
    """
    eis_zelfde(
        raamwerk, voortgang.kenmerk, "voortgang", (*voortgang.leeruitkomsten, *voortgang.eerder, *voortgang.later)
    )


def _genoemd(kenmerk: Kenmerk) -> str:
    return f"{citaat(kenmerk.sleutel)} ({kenmerk})"


def _anders(raamwerk: Raamwerk, geteld: Iterable[Leeruitkomst | Succescriterium]) -> Iterator[str]:
    """Yield the codes of what was counted that say something else here, or are not here: of leeruitkomsten and their criteria."""
    hier = {u.code: u.tekst for u in raamwerk.leeruitkomsten} | {c.code: c.tekst for c in raamwerk.succescriteria}
    for deel in geteld:
        delen: tuple[Leeruitkomst | Succescriterium, ...] = (deel,)
        if isinstance(deel, Leeruitkomst):
            delen += deel.succescriteria
        for record in delen:
            if hier.get(record.code) != record.tekst:
                yield record.code
