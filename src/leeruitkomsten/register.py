"""Lookup: a code gives its record, or one clear error with what may have been meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from typing import Any

    from .fouten import OnbekendeCode
    from .herkomst import Vervallen
    from .model import EvL, Leerlijn, Leeruitkomst, Niveau, Rij, Succescriterium

    Bekend = Mapping[str, Mapping[Any, Any]]
    """For each soort of code: the codes that exist, and what they stand for."""


def is_getal(gegeven: object) -> bool:
    """Say whether this is a whole number of any kind (NumPy's too); `True` and `2.0` are not."""
    soort = gegeven.__class__
    return hasattr(soort, "__index__") and soort is not bool and soort.__hash__ is not None


def bestaat(bestaand: Container[object], gegeven: object) -> bool:
    """Say whether `gegeven` is one of `bestaand`: a text or a whole number, and exactly that one."""
    return (isinstance(gegeven, str) or is_getal(gegeven)) and gegeven in bestaand


def onbekend(
    bestaand: Mapping[Any, object],
    soort: str,
    *gegeven: object,
    gevolgd: Mapping[object, tuple[str, ...]] | None = None,
) -> OnbekendeCode:
    """Return the error for those of `gegeven` that do not exist (at least one), with what may have been meant.

    `gevolgd` has the successors of codes that ended; those that exist are suggested instead of a near spelling.
    """
    from .codes import Spelling
    from .fouten import OnbekendeCode

    codes = {str(code): code for code in bestaand}
    spelling = Spelling(codes)
    gevolgd = gevolgd or {}

    def bedoeld(code: object) -> tuple[object, ...]:
        if isinstance(code, str) and code in gevolgd:
            return tuple(opvolger for opvolger in gevolgd[code] if opvolger in codes)
        return tuple(codes[naam] for naam in spelling.suggesties(code))

    return OnbekendeCode.samen(
        OnbekendeCode(code, soort, bedoeld(code)) for code in gegeven if not bestaat(bestaand, code)
    )


def criteriumfouten(kader: Opzoeken, codes: Iterable[str]) -> dict[str, OnbekendeCode]:
    """Return, for each of some codes that is no succescriterium of a framework, the error that says so."""
    from .fouten import OnbekendeCode

    bestaand = {criterium.code: criterium for criterium in kader.succescriteria}
    vreemd = [code for code in dict.fromkeys(codes) if code not in bestaand]
    if not vreemd:
        return {}
    gevolgd: dict[object, tuple[str, ...]] = {v.code: kader.opvolgers(v.code) for v in kader.vervallen}
    eerste = onbekend(bestaand, "succescriterium", *vreemd, gevolgd=gevolgd)
    suggesties = [eerste.suggesties, *(ander.suggesties for ander in eerste.verder)]
    return {
        code: OnbekendeCode(code, "succescriterium", bedoeld) for code, bedoeld in zip(vreemd, suggesties, strict=True)
    }


class Opzoeken:
    """The lookups of a framework: everything that has a code, in one index, and by soort."""

    __slots__ = ("_bekend", "_index")

    _bekend: Bekend
    _index: Mapping[str, Any]
    if TYPE_CHECKING:
        succescriteria: tuple[Succescriterium, ...]
        vervallen: tuple[Vervallen, ...]

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self._index

    def _vind(self, soort: str, code: object) -> Any:
        bestaand = self._bekend[soort]
        if code.__class__ is str or bestaat(bestaand, code):
            gevonden = bestaand.get(code)
            if gevonden is not None:
                return gevonden
        raise self._onbekend(bestaand, soort, code)

    def _onbekend(self, bestaand: Mapping[Any, object], soort: str, *gegeven: object) -> OnbekendeCode:
        """Return the error for codes that do not exist; of those that ended, with the codes that follow them."""
        gevolgd: dict[object, tuple[str, ...]] = {v.code: self.opvolgers(v.code) for v in self.vervallen}
        return onbekend(bestaand, soort, *gegeven, gevolgd=gevolgd)

    def leerlijn(self, code: str) -> Leerlijn:
        """Return the leerlijn (strand) with this code.

        Raises:
            OnbekendeCode: no leerlijn has this code; `.suggesties` says which may have been meant.

        >>> import leeruitkomsten as lu
        >>> lu.leerlijn("WPI").naam
        'Professionele identiteit'
        """
        return self._vind("leerlijn", code)  # type: ignore[no-any-return]  # of this kind by its index

    def niveau(self, nummer: int) -> Niveau:
        """Return the niveau (level) with this number, an `int` from 1.

        Raises:
            OnbekendeCode: the framework has no such niveau.

        >>> import leeruitkomsten as lu
        >>> lu.niveau(3).fase
        'Visiefase'
        """
        return self._vind("niveau", nummer)  # type: ignore[no-any-return]  # of this kind by its index

    def leeruitkomst(self, code: str) -> Leeruitkomst:
        """Return the leeruitkomst (learning outcome) with this code, such as `WP2`.

        Raises:
            OnbekendeCode: no leeruitkomst has this code.

        >>> import leeruitkomsten as lu
        >>> len(lu.leeruitkomst("WP2").succescriteria)
        9
        """
        return self._vind("leeruitkomst", code)  # type: ignore[no-any-return]  # of this kind by its index

    def succescriterium(self, code: str) -> Succescriterium:
        """Return the succescriterium (success criterion) with this code, such as `WP2.4a`.

        Raises:
            OnbekendeCode: no succescriterium has this code.

        >>> import leeruitkomsten as lu
        >>> lu.succescriterium("WP1.3a").tekst
        'Je herkent verschillen tussen leerlingen.'
        """
        return self._vind("succescriterium", code)  # type: ignore[no-any-return]  # of this kind by its index

    def evl(self, niveau: int | str) -> EvL:
        """Return the EvL (eenheid van leeruitkomsten) of a niveau, given by its number or by the code of the EvL.

        Raises:
            OnbekendeCode: the framework has no such niveau.

        >>> import leeruitkomsten as lu
        >>> [u.code for u in lu.evl(2).leeruitkomsten]
        ['WP2', 'WD2', 'WPO2', 'WPI2']
        """
        return self._vind("evl", niveau)  # type: ignore[no-any-return]  # of this kind by its index

    def rij(self, code: str) -> Rij:
        """Return the row of a leerlijn with this code, such as `WP.4`: one cell of criteria per niveau.

        Raises:
            OnbekendeCode: no row has this code.

        >>> import leeruitkomsten as lu
        >>> lu.rij("WP.5").begint_op
        2
        """
        return self._vind("rij", code)  # type: ignore[no-any-return]  # of this kind by its index

    def opbouw(self, code: str) -> Rij:
        """Return the row through all niveaus of which a succescriterium, a cel or the row itself is given by code.

        Raises:
            OnbekendeCode: the code is none of these.

        >>> import leeruitkomsten as lu
        >>> lu.opbouw("WP3.4b").code
        'WP.4'
        """
        if code in self:
            from .codes import ontleed

            delen = ontleed(code)
            if delen.rij is not None:
                return self.rij(f"{delen.leerlijn}.{delen.rij}")
        raise onbekend({met: met for met in self._index if "." in met}, "succescriterium, cel of rij", code)

    def opvolgers(self, code: str) -> tuple[str, ...]:
        """Return the codes that a code goes on as: itself while it exists, else the codes that follow it.

        Successors that ended in their turn are followed as well. The answer may be empty: ended, and followed by nothing.

        Raises:
            OnbekendeCode: this framework has no such code, and never had.

        >>> import leeruitkomsten as lu
        >>> lu.opvolgers("WP2.4a")
        ('WP2.4a',)
        """
        if code in self:
            return (code,)
        verder = {vervallen.code: vervallen.opvolgers for vervallen in self.vervallen}
        if not bestaat(verder, code):
            raise onbekend(self._index, "code", code)
        gevolgd: dict[str, None] = {}
        te_volgen = [code]
        while te_volgen:
            volgende = te_volgen.pop()
            if volgende not in gevolgd:
                gevolgd[volgende] = None
                te_volgen += reversed(verder.get(volgende, ()))
        return tuple(opvolger for opvolger in gevolgd if opvolger in self)

    def volgende(self, code: str) -> Leeruitkomst | None:
        """Return the leeruitkomst one niveau higher in the same leerlijn; `None` at the highest.

        Raises:
            OnbekendeCode: no leeruitkomst has this code.

        >>> import leeruitkomsten as lu
        >>> lu.volgende("WPI2").code
        'WPI3'
        """
        return self._op_niveau(code, +1)

    def vorige(self, code: str) -> Leeruitkomst | None:
        """Return the leeruitkomst one niveau lower in the same leerlijn; `None` at the lowest.

        Raises:
            OnbekendeCode: no leeruitkomst has this code.

        >>> import leeruitkomsten as lu
        >>> lu.vorige("WPI1") is None
        True
        """
        return self._op_niveau(code, -1)

    def _op_niveau(self, code: str, stap: int) -> Leeruitkomst | None:
        uitkomst = self.leeruitkomst(code)
        reeks = self.leerlijn(uitkomst.leerlijn).leeruitkomsten
        index = uitkomst.niveau - 1 + stap
        return reeks[index] if 0 <= index < len(reeks) else None
