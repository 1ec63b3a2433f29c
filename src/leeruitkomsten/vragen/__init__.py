"""The questions: each a module named as its function, a pure function over a `Register` and records.

What they answer with is found here by name when it is first asked for, so that a framework loads only the question it is asked.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .controleer import Bevinding as Bevinding
    from .dekking import Dekking as Dekking
    from .koppelingen import Koppelingen as Koppelingen
    from .verdieping import Verdieping as Verdieping
    from .verdieping import Verdiepingen as Verdiepingen
    from .verschil import Verschil as Verschil
    from .voortgang import Voortgang as Voortgang
    from .zoek import Treffer as Treffer
else:
    _MODULE = {
        "Bevinding": "controleer",
        "Dekking": "dekking",
        "Koppelingen": "koppelingen",
        "Treffer": "zoek",
        "Verdieping": "verdieping",
        "Verdiepingen": "verdieping",
        "Verschil": "verschil",
        "Voortgang": "voortgang",
    }

    def __getattr__(naam: str) -> object:
        if naam not in _MODULE:
            raise AttributeError(f"module {__name__!r} heeft geen {naam!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_MODULE[naam]}"), naam)
