"""Types of what a framework has and answers with, found when they are asked for: a first answer loads none but its own.

`typing.get_type_hints` finds them here, and so does a type checker.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from uuid import UUID as UUID

    from .eenheid import EvL as EvL
    from .herkomst import Bron as Bron
    from .herkomst import Erratum as Erratum
    from .herkomst import Noot as Noot
    from .herkomst import Vervallen as Vervallen
    from .identiteit import Kenmerk as Kenmerk
    from .plat import CriteriumRegel as CriteriumRegel
    from .plat import RaamwerkDict as RaamwerkDict
    from .plat import RaamwerkRegel as RaamwerkRegel
    from .vragen.controleer import Controles as Controles
    from .vragen.dekking import Dekking as Dekking
    from .vragen.koppelingen import Koppelingen as Koppelingen
    from .vragen.verdieping import Verdiepingen as Verdiepingen
    from .vragen.verschil import Verschil as Verschil
    from .vragen.voortgang import Voortgang as Voortgang
    from .vragen.zoek import Treffer as Treffer
else:
    _WAAR = {
        "Controles": ".vragen.controleer",
        "Bron": ".herkomst",
        "CriteriumRegel": ".plat",
        "Dekking": ".vragen.dekking",
        "Erratum": ".herkomst",
        "EvL": ".eenheid",
        "Kenmerk": ".identiteit",
        "Koppelingen": ".vragen.koppelingen",
        "Noot": ".herkomst",
        "RaamwerkDict": ".plat",
        "RaamwerkRegel": ".plat",
        "Treffer": ".vragen.zoek",
        "UUID": "uuid",
        "Verdiepingen": ".vragen.verdieping",
        "Verschil": ".vragen.verschil",
        "Vervallen": ".herkomst",
        "Voortgang": ".vragen.voortgang",
    }

    def __getattr__(naam: str) -> object:
        if naam not in _WAAR:
            raise AttributeError(f"module {__name__!r} heeft geen {naam!r}")
        from importlib import import_module

        return getattr(import_module(_WAAR[naam], __package__), naam)
