"""The framework: one class, which holds its records and a register of them, and puts each question to a function of `vragen`.

The functions of the package itself are the methods of the packaged framework.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self, TypeAlias

import attrs

from .model import Leerlijn, Leeruitkomst, Lijnnummer, Niveau, Rij, Succescriterium, benoemd
from .record import Bouwsteen, Datum, Record, Reeks, Sleutel, Taal, Tekst, Uitgesteld, Versie, druk, namen_van
from .register import Register, bestaat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import typen
    from .fouten import Bevinding
    from .tabel import Tabel
else:
    typen = Uitgesteld("typen")

Gecodeerd: TypeAlias = "Leerlijn | Leeruitkomst | Rij | Succescriterium | typen.EvL | Reeks[Succescriterium]"
"""What a code stands for; a cel stands for its succescriteria."""
Later: TypeAlias = Callable[[], Mapping[str, Any]]
"""What gives the fields of a framework by name."""


class MetRegister(Bouwsteen):
    """The place for the register, which follows from the records."""

    __slots__ = ("_alle", "_later", "register")
    register: Register
    _later: Later | None
    _alle: Mapping[str, Any]


@attrs.frozen(repr=False, eq=False)
class Raamwerk(MetRegister):
    """A competency framework: leerlijnen × niveaus, with one leeruitkomst and its succescriteria in each.

    It is a container of codes: `raamwerk[code]`, `code in raamwerk`, `len(raamwerk)` and iteration over all codes, in
    source order per soort (leerlijnen, leeruitkomsten, succescriteria, rijen, cellen, EvLs). It is no `Mapping`: a `get`
    that answers `None` would hide a wrong code.

    Attributes:
        sleutel: the key that tells frameworks apart: 2 to 40 of a-z, 0-9 and `-`.
        naam, versie, datum: what framework this is, which version of its data, and the date (ISO 8601) of that version.
        taal: the language of its texts (BCP 47), such as `nl`.
        uitgever, licentie: who publishes it and under which licence; `None` where the source does not say.
        bron: where the text comes from.
        inleiding: tuple of `Noot`, what the source says ahead of the table, in its order.
        niveaus, leerlijnen: tuples, from low to high and in the order of the source.
        errata: tuple of `Erratum`, known slips in the source that the texts still have.
        vervallen: tuple of `Vervallen`, codes of earlier versions that ended, and what follows them.
        register: the same records by code, for the questions.

    Raises:
        OngeldigRaamwerk: what is given has another type or form, or its parts disagree; every fault is named.
    """

    sleutel: Sleutel
    naam: Tekst
    versie: Versie
    datum: Datum
    taal: Taal
    uitgever: Tekst | None
    licentie: Tekst | None
    bron: typen.Bron
    inleiding: Reeks[typen.Noot]
    niveaus: Reeks[Niveau]
    leerlijnen: Reeks[Leerlijn]
    errata: Reeks[typen.Erratum]
    vervallen: Reeks[typen.Vervallen]

    @classmethod
    def _vertrouwd(cls, *waarden: object, later: Later | None = None, vingerafdruk: str | None = None) -> Self:
        """Return a framework of values that have been checked.

        Args:
            waarden: of the fields, in their order.
            later: what makes the values, by name, that are `None` here; it is called when one of them is asked for.
            vingerafdruk: the fingerprint, where it is known.
        """
        zelf = object.__new__(cls)
        for naam, waarde in zip(namen_van(cls)[0], waarden, strict=True):
            if later is None or waarde is not None:
                object.__setattr__(zelf, naam, waarde)
        zelf._leid_af(later, vingerafdruk)
        return zelf

    def _leid_af(self, later: Later | None = None, vingerafdruk: str | None = None) -> None:
        zet = object.__setattr__
        lijnen = Reeks(lijn._op_lijn(Lijnnummer(nummer, self.taal)) for nummer, lijn in enumerate(self.leerlijnen, 1))
        zet(self, "leerlijnen", lijnen)
        zet(self, "niveaus", Reeks(niveau._in_taal(self.taal) for niveau in self.niveaus))
        zet(self, "_later", later)
        if later is None:
            # In which order they were given means nothing: errata stand in the order of the source, ended codes by code.
            zet(self, "errata", op_bronvolgorde(self.errata, lijnen, self.taal))
            zet(self, "vervallen", Reeks(sorted(self.vervallen, key=lambda ended: ended.code)))
            # Without a way back to the framework itself: it goes as soon as nobody needs it.
            velden = {naam: getattr(self, naam) for naam in namen_van(Raamwerk)[0]}
            zet(self, "register", Register(self.niveaus, lijnen, lambda: velden, vingerafdruk))
        else:
            zet(self, "register", Register(self.niveaus, lijnen, later, vingerafdruk))

    def __getattr__(self, naam: str) -> Any:
        # Only what was left for later has not been set.
        velden: Mapping[str, Any] = self._later() if naam != "_later" and self._later else {}
        if naam not in velden:
            raise AttributeError(f"een Raamwerk heeft geen {naam!r}")
        object.__setattr__(self, naam, velden[naam])
        return velden[naam]

    def _gebreken(self) -> list[Bevinding]:
        from .samenhang import samenhangfouten

        return samenhangfouten(self._als_gegevens())

    @property
    def leeruitkomsten(self) -> Reeks[Leeruitkomst]:
        """All leeruitkomsten, in source order."""
        return self.register.leeruitkomsten

    @property
    def succescriteria(self) -> Reeks[Succescriterium]:
        """All succescriteria, in source order."""
        return self.register.succescriteria

    @property
    def rijen(self) -> Reeks[Rij]:
        """All rows, by leerlijn and number."""
        return self.register.rijen

    @property
    def evls(self) -> Reeks[typen.EvL]:
        """The EvLs, from low to high."""
        return self.register.evls

    @property
    def kenmerk(self) -> typen.Kenmerk:
        """Which framework this is, and exactly which contents it has."""
        return self.register.kenmerk

    @property
    def vingerafdruk(self) -> str:
        """The SHA-256 of its canonical file (the bytes that `schrijf` gives), 64 hexadecimal digits."""
        return self.register.kenmerk.vingerafdruk

    def uuid(self, code: str) -> typen.UUID:
        """Return the UUID (version 5) of a code: the same on every machine, for good, and another one in another framework.

        Raises:
            OnbekendeCode: the framework has no such code, and never had.

        >>> import leeruitkomsten as lu
        >>> str(lu.laad().uuid("WP2"))
        '5e464596-5e43-57e5-aaab-9f20f0033e72'
        """
        from .identiteit import uuid

        if code not in self and not bestaat(self.register.vervallen, code):
            raise self.register.onbekend("code", code)
        return uuid(self.sleutel, code)

    def __getitem__(self, code: str) -> Gecodeerd:
        """Return the record of any code: leerlijn, leeruitkomst, rij, succescriterium or EvL; of a cel its criteria.

        Raises:
            OnbekendeCode: the framework has no such code (a `KeyError`, with suggestions).

        >>> import leeruitkomsten as lu
        >>> lu.laad()["WP2.4b"]
        <Succescriterium WP2.4b Je herkent en begeleidt groepsprocessen.>
        """
        try:
            return self._alle[code]
        except AttributeError:  # the first time
            object.__setattr__(self, "_alle", self.register.alle)
            return self[code]
        except (KeyError, TypeError):
            raise self.register.onbekend("code", code) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.register.alle)

    def __len__(self) -> int:
        return len(self.register.alle)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self.register.alle

    def leerlijn(self, code: str) -> Leerlijn:
        """Return the leerlijn (strand) with this code.

        Raises:
            OnbekendeCode: no leerlijn has this code; `.suggesties` says which may have been meant.

        >>> import leeruitkomsten as lu
        >>> lu.leerlijn("WPI").naam
        'Professionele identiteit'
        """
        return self.register.vind("leerlijn", code)

    def niveau(self, nummer: int) -> Niveau:
        """Return the niveau (level) with this number, an `int` from 1.

        Raises:
            OnbekendeCode: the framework has no such niveau.

        >>> import leeruitkomsten as lu
        >>> lu.niveau(3).fase
        'Visiefase'
        """
        return self.register.vind("niveau", nummer)

    def leeruitkomst(self, code: str) -> Leeruitkomst:
        """Return the leeruitkomst (learning outcome) with this code, such as `WP2`.

        Raises:
            OnbekendeCode: no leeruitkomst has this code.

        >>> import leeruitkomsten as lu
        >>> len(lu.leeruitkomst("WP2").succescriteria)
        9
        """
        return self.register.vind("leeruitkomst", code)

    def succescriterium(self, code: str) -> Succescriterium:
        """Return the succescriterium (success criterion) with this code, such as `WP2.4a`.

        Raises:
            OnbekendeCode: no succescriterium has this code.

        >>> import leeruitkomsten as lu
        >>> lu.succescriterium("WP1.3a").tekst
        'Je herkent verschillen tussen leerlingen.'
        """
        return self.register.vind("succescriterium", code)

    def evl(self, niveau: int | str) -> typen.EvL:
        """Return the EvL (eenheid van leeruitkomsten) of a niveau, given by its number or by the code of the EvL.

        Raises:
            OnbekendeCode: the framework has no such niveau.

        >>> import leeruitkomsten as lu
        >>> [u.code for u in lu.evl(2).leeruitkomsten]
        ['WP2', 'WD2', 'WPO2', 'WPI2']
        """
        return self.register.vind("evl", niveau)

    def rij(self, code: str) -> Rij:
        """Return the row of a leerlijn with this code, such as `WP.4`: one cell of criteria per niveau.

        Raises:
            OnbekendeCode: no row has this code.

        >>> import leeruitkomsten as lu
        >>> lu.rij("WP.5").begint_op
        2
        """
        return self.register.vind("rij", code)

    def opbouw(self, code: str) -> Rij:
        """Return the row through all niveaus of which a succescriterium, a cel or the row itself is given by code.

        Raises:
            OnbekendeCode: the code is none of these.

        >>> import leeruitkomsten as lu
        >>> lu.opbouw("WP3.4b").code
        'WP.4'
        """
        from .vragen.opbouw import opbouw

        return opbouw(self.register, code)

    def opvolgers(self, code: str) -> tuple[str, ...]:
        """Return the codes that a code goes on as: itself while it exists, else the codes that follow it.

        Successors that ended in their turn are followed as well. The answer may be empty: ended, and followed by nothing.

        Raises:
            OnbekendeCode: this framework has no such code, and never had.

        >>> import leeruitkomsten as lu
        >>> lu.opvolgers("WP2.4a")
        ('WP2.4a',)
        """
        from .vragen.opvolgers import opvolgers

        return opvolgers(self.register, code)

    def volgende(self, code: str) -> Leeruitkomst | None:
        """Return the leeruitkomst one niveau higher in the same leerlijn; `None` at the highest.

        Raises:
            OnbekendeCode: no leeruitkomst has this code.

        >>> import leeruitkomsten as lu
        >>> lu.volgende("WPI2").code
        'WPI3'
        """
        from .vragen.volgende import volgende

        return volgende(self.register, code)

    def vorige(self, code: str) -> Leeruitkomst | None:
        """Return the leeruitkomst one niveau lower in the same leerlijn; `None` at the lowest.

        Raises:
            OnbekendeCode: no leeruitkomst has this code.

        >>> import leeruitkomsten as lu
        >>> lu.vorige("WPI1") is None
        True
        """
        from .vragen.volgende import vorige

        return vorige(self.register, code)

    def kies(
        self,
        *,
        leerlijn: typen.EenOfMeer[str] = None,
        niveau: typen.EenOfMeer[int] = None,
        leeruitkomst: typen.EenOfMeer[str] = None,
        rij: typen.EenOfMeer[str] = None,
    ) -> Reeks[Succescriterium]:
        """Return the succescriteria that meet every keyword, in source order; a keyword left out asks nothing.

        Each keyword takes one value or several (any iterable); a criterium meets it by having one of them.

        Raises:
            OnbekendeCode: a value does not exist in this framework; the error names all that do not.

        >>> import leeruitkomsten as lu
        >>> [c.code for c in lu.kies(leerlijn="WPO", niveau=[1, 3])]
        ['WPO1.1a', 'WPO1.2a', 'WPO1.2b', 'WPO1.3a', 'WPO3.1a', 'WPO3.2a', 'WPO3.3a']
        """
        from .vragen.kies import kies

        return kies(self.register, leerlijn=leerlijn, niveau=niveau, leeruitkomst=leeruitkomst, rij=rij)

    def zoek(
        self, tekst: str, *, leerlijn: typen.EenOfMeer[str] = None, niveau: typen.EenOfMeer[int] = None
    ) -> Reeks[typen.Treffer]:
        """Find the leeruitkomsten and succescriteria with every word of `tekst`, in source order.

        A word is found anywhere, inside other words too. Case, accents and the kind of apostrophe do not count; round
        brackets may be left out ("nonverbaal" finds "(non)verbaal"). Double quotes make a phrase of words. A text
        without words finds nothing. A word that stands in no text is found by its beginning: the longest of at least five
        letters that does ("communiceren" finds "communiceert"); `.bij_begin` of what was found says so.

        `leerlijn` and `niveau` narrow the search, with one value or several.

        Raises:
            OnbekendeCode: a leerlijn or niveau does not exist in this framework.
            VerkeerdType: `tekst` is no text.

        >>> import leeruitkomsten as lu
        >>> [treffer.code for treffer in lu.zoek("feedback", leerlijn="WD")]
        ['WD2.3b', 'WD3.3b', 'WD4.3b']
        """
        from .vragen.zoek import zoek

        return zoek(self.register, tekst, leerlijn=leerlijn, niveau=niveau)

    def verdieping(self, van: str | int, naar: str | int) -> typen.Verdiepingen:
        """Say row by row what deepens from one leeruitkomst to a higher one, or from one niveau to a higher one.

        Two codes of one leerlijn give its rows; two niveaus give those of all leerlijnen, in source order. Rows that
        ask nothing on either side are left out. Niveaus may be skipped.

        Raises:
            OnbekendeCode: a leeruitkomst or niveau does not exist; the error names both if neither does.
            OngeldigeVraag: the leerlijn is another, the niveau does not rise, or a leeruitkomst and a niveau are mixed.

        >>> import leeruitkomsten as lu
        >>> print(lu.verdieping("WPO1", "WPO2"))
        WPO.1 verdiept: WPO1.1a → WPO2.1a
        WPO.2 verdiept: WPO1.2a, WPO1.2b → WPO2.2a, WPO2.2b
        WPO.3 verdiept: WPO1.3a → WPO2.3a
        """
        # Only these two: 2.0 and True would find the answer of 2 and 1.
        if (van.__class__ is str or van.__class__ is int) and (naar.__class__ is str or naar.__class__ is int):
            try:
                return self.register.verdiepingen[van, naar]
            except KeyError:
                pass
        from .vragen.verdieping import verdieping

        return verdieping(self.register, van, naar)

    def verschil(self, van: str, naar: str) -> typen.Verschil:
        """Return the word differences between the texts of two succescriteria or leeruitkomsten, given by code.

        `str()` marks them as `[-gone-]` and `{+new+}`.

        Raises:
            OnbekendeCode: a code has no text in this framework; the error names both if neither has.

        >>> import leeruitkomsten as lu
        >>> print(lu.verschil("WP2.4b", "WP3.4b"))
        Je [-herkent-] {+stuurt+} en begeleidt groepsprocessen.
        """
        from .vragen.verschil import verschil

        return verschil(self.register, van, naar)

    def controleer(self, codes: str | Iterable[str]) -> typen.Controles:
        """Say of every code whether this framework has exactly that code, in the order given; nothing is repaired.

        Takes one code or any iterable of codes; what is not text is reported as well. A code is any of the six soorten.

        >>> import leeruitkomsten as lu
        >>> print(lu.controleer(["WP2", "wp 2", "WPl1"]))
        'WP2' is goed
        'wp 2': hoofdletters, witruimte of leestekens kloppen niet; bedoelde je 'WP2'?
        'WPl1': een teken lijkt op het juiste, maar is een ander; bedoelde je 'WPI1'?
        """
        from .vragen.controleer import controleer

        return controleer(self.register.codeboek, codes, self.register.geef_kenmerk)

    def voortgang(
        self,
        codes: str | Iterable[str] | Record,
        niveau: int | str | None = None,
        *,
        tot: typen.DagOfTekst | None = None,
    ) -> typen.Voortgang:
        """Count what one student has shown, per leeruitkomst and per EvL, and say what is still to be shown.

        Args:
            codes: of succescriteria for which there is evidence (text), in any order, or a `Portfolio` of this framework; one
                that is given twice counts once.
            niveau: count one niveau (its EvL) only; what was shown of other niveaus stands in `.eerder` and `.later`.
            tot: count the evidence of a portfolio up to this day, which counts: a date, or text as `2026-11-24`. Of evidence that
                is of after it `.na_tot` says how much there is.

        Raises:
            OnbekendeCode: a code is no succescriterium of this framework (the error names all that are not), or there is
                no such niveau.
            OngeldigeVraag: the portfolio is of another framework or version, or `tot` is no day.
            VerkeerdType: `tot` is given with codes, which have no date.

        >>> import leeruitkomsten as lu
        >>> stand = lu.voortgang({"WP1.1a", "WP1.2a", "WP2.1a"}, niveau=1)
        >>> stand.per_leeruitkomst["WP1"]
        Stand(aantal=2, totaal=4)
        >>> [c.code for c in stand.nog_aan_te_tonen][:2], [c.code for c in stand.later]
        (['WP1.3a', 'WP1.4a'], ['WP2.1a'])
        """
        from .vragen.voortgang import voortgang

        return voortgang(self.register, codes, niveau, tot)

    def groei(
        self,
        portfolio: Record,
        *,
        stap: typen.Periodestap | typen.Periodetabel = "maand",
        niveau: int | str | None = None,
        tot: typen.DagOfTekst | None = None,
    ) -> typen.Groei:
        """Count what one student had shown by the end of each period; a criterium counts from its first day on.

        Args:
            portfolio: a `Portfolio` of this framework, in which all evidence has its date.
            stap: `week`, `maand` or `kwartaal`; or periods of one's own, in order: a dict or pairs of a name and the last day
                that belongs to it, or a frame with these two columns.
            niveau: count one niveau (its EvL) only.
            tot: the last day that counts: a date, or text as `2026-11-24`. The last period ends with it.

        Returns:
            A `Groeistap` per period, from that of the first evidence to that of the last, or of `tot`; of a table of periods all of
            them, up to `tot`. Each has the `Voortgang` by its last day. `.na_tot` says how much evidence is of after `tot`.

        Raises:
            VerkeerdType: this is no portfolio.
            OnbekendeCode: it has a code that is no succescriterium of this framework, or there is no such niveau.
            OngeldigeVraag: it is of another framework or version; there are no such periods, or more than 1000; the portfolio has
                evidence of after the last period of a table, and no `tot` says to leave it out; or `tot` is no day.

        >>> import leeruitkomsten as lu
        >>> dagen = {"WP1.1a": "2026-09-30", "WP1.2a": "2026-11-24"}
        >>> bewijs = [lu.Bewijs(code, "lesbezoek", dag) for code, dag in dagen.items()]
        >>> print(lu.groei(lu.Portfolio(lu.laad().kenmerk, "s12", bewijs)))
        september 2026 (tot en met 2026-09-30): 1 van 101 succescriteria aangetoond, 1 erbij
        oktober 2026 (tot en met 2026-10-31): 1 van 101 succescriteria aangetoond
        november 2026 (tot en met 2026-11-30): 2 van 101 succescriteria aangetoond, 1 erbij
        """
        from .vragen.groei import groei

        return groei(self.register, portfolio, stap, niveau, tot)

    def dekking(
        self,
        koppelingen: typen.Koppelingen,
        *,
        module: str | None = None,
        criterium: str | None = None,
        volgorde: str | None = None,
    ) -> typen.Dekking:
        """Say which modules of a curriculum work on which succescriteria, what none covers, and in which order.

        Args:
            koppelingen: a mapping from each module (a name or a whole number) to its codes, or pairs of a module and its codes, or
                a table: a list of dicts, a frame of pandas or Polars, a table of PyArrow, a relation of DuckDB, or what
                `lees_tabel` gives. In the order of the curriculum. A code is that of a succescriterium, or of what holds some
                (leerlijn, leeruitkomst, rij, cel, EvL) and then stands for all of them; a text may have several, parted by comma,
                semicolon or line.
            module: what the column of a table with modules is called, unless it is `module`. A table of two columns has the module
                first, whatever their names.
            criterium: what the column with codes is called, unless it is `criterium`.
            volgorde: the column with the order of the modules: a number, a date or a period (`1.2`, `blok 3`). Of two modules with
                the same, neither comes before the other. Without it modules come in the order of their first lines.

        A code that stands for no criterium of the framework covers nothing; `.onbekend` lists those with their module, and
        `.zonder_codes` the modules without any. `.omgekeerd` and `.zonder_basis` list each `Aandachtspunt`: a deepening that is
        taught before its foundation, or while that never is.

        Raises:
            OngeldigeVraag: a line is no pair, a module has no name, or there is no order by the column for it (the error names all
                such lines); two columns are the same; or columns are named of what is no table.
            GeenKolom: a table has no such columns, or two of that name.
            VerkeerdType: these are no links at all.

        >>> import leeruitkomsten as lu
        >>> plan = lu.dekking({"Stage 2A": ["WP3.4b", "WD2"], "Stage 2B": ["WP2.4a", "WD2.3b", "WPl2"]})
        >>> print(plan)
        10 van 101 succescriteria gedekt door 2 modules, 1 code onbekend
        >>> print(plan.omgekeerd)
        WP.4: niveau 3 (Stage 2A) komt vóór niveau 2 (Stage 2B)
        >>> print(plan.onbekend)
        Stage 2B: 'WPl2': een teken lijkt op het juiste, maar is een ander; bedoelde je 'WPI2'?
        >>> regels = [{"vak": "Stage 2", "codes": "WD3.3b; EvL1", "blok": 2}, {"vak": "Stage 1", "codes": "WD2.3b", "blok": 3}]
        >>> lu.dekking(regels, module="vak", criterium="codes", volgorde="blok").omgekeerd[1].diepte
        'paar'
        """
        from .vragen.dekking import dekking

        return dekking(self.register, koppelingen, module=module, criterium=criterium, volgorde=volgorde)

    def records(self) -> list[typen.RaamwerkRegel]:
        """Return one flat dict per succescriterium, in source order, for `pandas.DataFrame` or `polars.DataFrame`.

        Keys: criterium (its code), leerlijn, leeruitkomst, rij, niveau, letter, notatie, tekst and fase; niveau is an `int`,
        notatie `None` where the source gives no code, the rest `str`.

        >>> import leeruitkomsten as lu
        >>> lu.laad().records()[0]["leeruitkomst"]
        'WP1'
        """
        fasen = {niveau.nummer: niveau.fase for niveau in self.niveaus}
        regels: list[typen.CriteriumRegel] = self.succescriteria.records()
        return [{**regel, "fase": fasen[regel["niveau"]]} for regel in regels]

    def als_dict(self) -> typen.RaamwerkDict:
        """Return the framework as plain data in the shape of its file, ready for `json.dumps`."""
        from .identiteit import bestandsvorm

        return bestandsvorm({naam: getattr(self, naam) for naam in namen_van(Raamwerk)[0]})

    def __str__(self) -> str:
        return f"{self.naam}, versie {self.versie}"

    def __repr__(self) -> str:
        aantal = f"{len(self.leeruitkomsten)} leeruitkomsten, {len(self.succescriteria)} succescriteria"
        return f"<Raamwerk {self.versie}: {aantal}>"

    _repr_pretty_ = druk

    def _tabel(self) -> Tabel:
        """Return the leeruitkomsten as one table: a line per leerlijn, a column per niveau."""
        from .tabel import Tabel

        kop = ("Leerlijn", *(f"{n.nummer} {n.fase}" for n in self.niveaus))
        rijen = tuple((benoemd(lijn), *map(benoemd, lijn.leeruitkomsten)) for lijn in self.leerlijnen)
        return Tabel(str(self), kop, rijen, taal=self.taal)


def op_bronvolgorde(errata: Iterable[typen.Erratum], leerlijnen: Reeks[Leerlijn], taal: str) -> Reeks[typen.Erratum]:
    """Return errata in the order of the source, with texts in this language."""
    alle = tuple(erratum._in_taal(taal) for erratum in errata)
    plaats: dict[str, tuple[int, ...]] = {}
    for lijn in leerlijnen if alle else ():
        plaats[lijn.code] = lijn.plaats
        for uitkomst in lijn.leeruitkomsten:
            plaats[uitkomst.code] = uitkomst.plaats
            plaats |= {criterium.code: criterium.plaats for criterium in uitkomst.succescriteria}
    return Reeks(sorted(alle, key=lambda erratum: (plaats[erratum.code], erratum.veld, erratum.staat)))
