"""The questions that can be asked of a framework. How each is worked out stands in a module of its own."""

from __future__ import annotations

from types import MappingProxyType

from .register import Opzoeken, onbekend
from .vragen.verdieping import traject, verdieping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Leeruitkomst, Rij, Succescriterium
    from .record import Reeks
    from .vragen.controleer import Bevinding
    from .vragen.dekking import Dekking
    from .vragen.kies import EenOfMeer, Eisen
    from .vragen.koppelingen import Koppelingen
    from .vragen.verdieping import Verdieping
    from .vragen.verschil import Verschil
    from .vragen.voortgang import Voortgang
    from .vragen.zoek import Treffer, Zoekindex


class Vragen(Opzoeken):
    """The questions: filter, search, progression, word differences, checks of codes.

    What was worked out before is kept: the data cannot change. Each memory is replaced as a whole and never changed, so
    that everything reachable from a framework stays immutable.
    """

    __slots__ = ("_verdiepingen", "_zoekindex")

    _verdiepingen: Mapping[tuple[object, object], Reeks[Verdieping]]
    _zoekindex: Zoekindex | None
    if TYPE_CHECKING:
        leeruitkomsten: tuple[Leeruitkomst, ...]
        succescriteria: tuple[Succescriterium, ...]
        rijen: tuple[Rij, ...]

    def kies(
        self,
        *,
        leerlijn: EenOfMeer[str] = None,
        niveau: EenOfMeer[int] = None,
        leeruitkomst: EenOfMeer[str] = None,
        rij: EenOfMeer[str] = None,
    ) -> Reeks[Succescriterium]:
        """Return the succescriteria that meet every keyword, in source order; a keyword left out asks nothing.

        Each keyword takes one value or several (any iterable); a criterium meets it by having one of them.

        Raises:
            OnbekendeCode: a value does not exist in this framework; the error names all that do not.

        >>> import leeruitkomsten as lu
        >>> [c.code for c in lu.kies(leerlijn="WPO", niveau=[1, 3])]
        ['WPO1.1a', 'WPO1.2a', 'WPO1.2b', 'WPO1.3a', 'WPO3.1a', 'WPO3.2a', 'WPO3.3a']
        """
        from .vragen.kies import eisen, kies

        gevraagd = {"leerlijn": leerlijn, "niveau": niveau, "leeruitkomst": leeruitkomst, "rij": rij}
        return kies(self.succescriteria, eisen(self._bekend, gevraagd))

    def zoek(self, tekst: str, *, leerlijn: EenOfMeer[str] = None, niveau: EenOfMeer[int] = None) -> Reeks[Treffer]:
        """Find the leeruitkomsten and succescriteria with every word of `tekst`, in source order.

        A word is found anywhere, inside other words too. Case, accents and the kind of apostrophe do not count; round
        brackets may be left out ("nonverbaal" finds "(non)verbaal"). Double quotes make a phrase of words. A text
        without words finds nothing. `leerlijn` and `niveau` narrow the search, with one value or several.

        Raises:
            OnbekendeCode: a leerlijn or niveau does not exist in this framework.
            TypeError: `tekst` is no text.

        >>> import leeruitkomsten as lu
        >>> [treffer.code for treffer in lu.zoek("feedback", leerlijn="WD")]
        ['WD2.3b', 'WD3.3b', 'WD4.3b']
        """
        if not isinstance(tekst, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # most users have no type checker
            from .fouten import citaat

            raise TypeError(f"zoek vraagt om tekst, niet om {citaat(tekst)}")
        zoekindex = self._zoekindex
        if zoekindex is None:
            from .vragen.zoek import Zoekindex

            zoekindex = Zoekindex.van(self.leeruitkomsten)
            object.__setattr__(self, "_zoekindex", zoekindex)
        geeist: Eisen = {}
        if leerlijn is not None or niveau is not None:
            from .vragen.kies import eisen

            geeist = eisen(self._bekend, {"leerlijn": leerlijn, "niveau": niveau})
        return zoekindex.zoek(tekst, geeist)

    def verdieping(self, van: str | int, naar: str | int) -> Reeks[Verdieping]:
        """Say row by row what deepens from one leeruitkomst to a higher one, or from one niveau to a higher one.

        Two codes of one leerlijn give its rows; two niveaus give those of all leerlijnen, in source order. Rows that
        ask nothing on either side are left out. Niveaus may be skipped.

        Raises:
            OnbekendeCode: a leeruitkomst or niveau does not exist; the error names both if neither does.
            ValueError: the leerlijn is another, the niveau does not rise, or a leeruitkomst and a niveau are mixed.

        >>> import leeruitkomsten as lu
        >>> print(lu.verdieping("WPO1", "WPO2"))
        WPO.1 verdiept: WPO1.1a → WPO2.1a
        WPO.2 verdiept: WPO1.2a, WPO1.2b → WPO2.2a, WPO2.2b
        WPO.3 verdiept: WPO1.3a → WPO2.3a
        """
        # Only these two: 2.0 and True would find the answer of 2 and 1.
        if (van.__class__ is str or van.__class__ is int) and (naar.__class__ is str or naar.__class__ is int):
            try:
                return self._verdiepingen[van, naar]
            except KeyError:
                pass
        gevonden = verdieping(*traject(self._bekend, van, naar))
        object.__setattr__(self, "_verdiepingen", MappingProxyType({**self._verdiepingen, (van, naar): gevonden}))
        return gevonden

    def verschil(self, van: str, naar: str) -> Verschil:
        """Return the word differences between the texts of two succescriteria or leeruitkomsten, given by code.

        `str()` marks them as `[-gone-]` and `{+new+}`.

        Raises:
            OnbekendeCode: a code has no text in this framework; the error names both if neither has.

        >>> import leeruitkomsten as lu
        >>> print(lu.verschil("WP2.4b", "WP3.4b"))
        Je [-herkent-] {+stuurt+} en begeleidt groepsprocessen.
        """
        from .vragen.verschil import verschil

        een, ander = (getattr(self._index[code] if code in self else None, "tekst", None) for code in (van, naar))
        if een is not None and ander is not None:
            return verschil(een, ander)
        met_tekst = {code: record for code, record in self._index.items() if hasattr(record, "tekst")}
        raise onbekend(met_tekst, "leeruitkomst of succescriterium", van, naar)

    def controleer(self, codes: str | Iterable[str]) -> Reeks[Bevinding]:
        """Say of every code whether this framework has exactly that code, in the order given; nothing is repaired.

        Takes one code or any iterable of codes; what is not text is reported as well. A code is any of the six soorten.

        >>> import leeruitkomsten as lu
        >>> print(lu.controleer(["WP2", "wp 2", "WPl1"]))
        'WP2' is goed
        'wp 2': hoofdletters, witruimte of leestekens kloppen niet; bedoelde je 'WP2'?
        'WPl1': een teken lijkt op het juiste, maar is een ander; bedoelde je 'WPI1'?
        """
        from .vragen.controleer import controleer

        return controleer(self._index, {vervallen.code: vervallen for vervallen in self.vervallen}, codes)

    def voortgang(self, codes: str | Iterable[str], niveau: int | None = None) -> Voortgang:
        """Count what one student has shown, per leeruitkomst and per EvL, and say what is still to be shown.

        Args:
            codes: of succescriteria for which there is evidence (text), in any order; one that is given twice counts once.
            niveau: count one niveau (its EvL) only; what was shown of other niveaus stands in `.eerder` and `.later`.

        Raises:
            OnbekendeCode: a code is no succescriterium of this framework (the error names all that are not), or there is
                no such niveau.

        >>> import leeruitkomsten as lu
        >>> stand = lu.voortgang({"WP1.1a", "WP1.2a", "WP2.1a"}, niveau=1)
        >>> stand.per_leeruitkomst["WP1"]
        Stand(aangetoond=2, totaal=4)
        >>> [c.code for c in stand.nog_aan_te_tonen][:2], [c.code for c in stand.later]
        (['WP1.3a', 'WP1.4a'], ['WP2.1a'])
        """
        from .vragen.voortgang import voortgang

        nummer = None if niveau is None else self.niveau(niveau).nummer
        return voortgang(self.leeruitkomsten, self._bekend["succescriterium"], codes, nummer, self._onbekend)

    def dekking(self, koppelingen: Koppelingen) -> Dekking:
        """Say which modules of a curriculum work on which succescriteria, what none covers, and in which order.

        Args:
            koppelingen: a mapping from each module (a name or a whole number) to its codes, or pairs of a module and a
                code, or a frame of pandas or Polars with two columns, the module first, whatever their names; in the order
                of the curriculum. A code is that of a succescriterium, or of a leeruitkomst, which stands for all of its
                criteria.

        Codes that the framework does not have cover nothing; `.onbekend` lists them with their module.

        Raises:
            ValueError: a line is no pair, or a module has no name; the error names all such lines.
            TypeError: these are no links at all.

        >>> import leeruitkomsten as lu
        >>> plan = lu.dekking({"Stage 2A": ["WP3.4b", "WD2"], "Stage 2B": ["WP2.4a", "WD2.3b", "WPl2"]})
        >>> print(plan)
        10 van 101 succescriteria gedekt door 2 modules
        >>> print(plan.omgekeerd)
        WP.4: niveau 3 (Stage 2A) komt vóór niveau 2 (Stage 2B)
        >>> print(plan.onbekend)
        Stage 2B: 'WPl2': een teken lijkt op het juiste, maar is een ander; bedoelde je 'WPI2'?
        """
        from .vragen.dekking import dekking

        vervallen = {vervallen.code: vervallen for vervallen in self.vervallen}
        return dekking(self.leeruitkomsten, self.rijen, vervallen, koppelingen)

    def records(self) -> list[dict[str, str | int]]:
        """Return one flat dict per succescriterium, in source order, for `pandas.DataFrame` or `polars.DataFrame`.

        Keys: code, leerlijn, niveau, fase, leeruitkomst, rij, letter, tekst; niveau and rij are `int`, the rest `str`.

        >>> import leeruitkomsten as lu
        >>> lu.laad().records()[0]["leeruitkomst"]
        'WP1'
        """
        return [
            {
                "code": c.code,
                "leerlijn": c.leerlijn,
                "niveau": c.niveau,
                "fase": self._bekend["niveau"][c.niveau].fase,
                "leeruitkomst": c.leeruitkomst,
                "rij": c.rij,
                "letter": c.letter,
                "tekst": c.tekst,
            }
            for c in self.succescriteria
        ]
