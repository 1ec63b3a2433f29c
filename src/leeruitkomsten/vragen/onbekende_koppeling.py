"""A code of a curriculum that covers nothing, with its module, and why."""

from __future__ import annotations

import attrs

from ..oordeel import Controle, MetSuggesties
from ..plat import OnbekendeKoppelingDict, OnbekendeKoppelingRegel, Oordeelsoort
from ..zinnen import bedoeld, citaat
from .koppelingen import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tabel import Cel


@attrs.frozen(repr=False, eq=False)
class OnbekendeKoppeling(MetSuggesties):
    """A code that some module gives, and that stands for no succescriterium of the framework.

    Attributes:
        module: the module, as it was given.
        code: the code, as it was given; of what is no text a description.
        soort: what the judgement of the code is, as in `Controle`; of what exists, and holds no criterium, `onbekend`.
        suggesties: tuple of codes that may have been meant, as in `Controle`; worked out when they are first read.
        reden: what is wrong, in Dutch.
    """

    module: Module
    code: str
    soort: Oordeelsoort
    suggesties: tuple[str, ...]
    reden: str

    KOP = ("Module", "Code", "Reden", "Suggesties")

    if TYPE_CHECKING:

        def als_dict(self) -> OnbekendeKoppelingDict: ...
        def records(self) -> list[OnbekendeKoppelingRegel]: ...

    @classmethod
    def van(cls, module: Module, code: object, bevinding: Controle) -> OnbekendeKoppeling:
        """Return what a judgement says of a code, with its suggestions worked out when they are first read.

        A cel or leeruitkomst may exist, and hold no criterium: then the judgement is good, and the code adds nothing.
        """
        tekst = code if isinstance(code, str) else citaat(code)
        if bevinding.goed:
            return cls(module, tekst, "onbekend", (), f"in {tekst} staat geen succescriterium")
        wat = {"module": module, "code": tekst, "soort": bevinding.soort, "reden": bevinding.reden}
        return cls._later(lambda: bevinding.suggesties, **wat)

    def __str__(self) -> str:
        return f"{self.module}: {citaat(self.code)}: {self.reden}{bedoeld(self.soort, self.suggesties)}"

    def _regel(self) -> tuple[Cel, ...]:
        return (str(self.module), citaat(self.code), self.reden, ", ".join(self.suggesties))
