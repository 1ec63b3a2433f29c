"""The records of a framework: immutable, hashable, picklable, and sorted in the order of the source.

They nest downwards (a leerlijn holds its leeruitkomsten, a leeruitkomst its succescriteria) and refer upwards by code. What
follows from a code or from the parts is worked out when a record is made, and never given: a record cannot contradict itself.
"""

from __future__ import annotations

import functools
from typing import Any, Self

import attrs

from .record import (
    Bouwsteen,
    Criteriumcode,
    InTaal,
    Leerlijncode,
    Leeruitkomstcode,
    Niveaunummer,
    Reeks,
    Regel,
    Rijcode,
    Tekst,
    TekstOfLeeg,
    Uitgesteld,
    namen_van,
    zet_kolommen,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import plat
    from .fouten import Bevinding
    from .tabel import Cel, Tabel, Tekstregel
else:
    plat = Uitgesteld("plat")

NIET_VERMELD = "niet vermeld"
"""How a begeleiding is shown of which the source says nothing (never "geen": that would be a claim)."""


class Geordend:
    """Records that sort in source order: a leerlijn before its leeruitkomsten, a leeruitkomst before its criteria.

    A leerlijn, its leeruitkomsten and their criteria sort together, as they stand in one table; a `Rij`, a `Niveau` and
    an `EvL` each sort among their like.
    """

    __slots__ = ()
    ORDE = "tabel"

    @property
    def plaats(self) -> tuple[int, ...]:
        """By which it sorts among its like."""
        raise NotImplementedError

    def __lt__(self, other: object) -> bool:
        plaatsen = self._plaatsen(other)
        return NotImplemented if plaatsen is None else plaatsen[0] < plaatsen[1]

    def __le__(self, other: object) -> bool:
        plaatsen = self._plaatsen(other)
        return NotImplemented if plaatsen is None else plaatsen[0] <= plaatsen[1]

    def __gt__(self, other: object) -> bool:
        plaatsen = self._plaatsen(other)
        return NotImplemented if plaatsen is None else plaatsen[0] > plaatsen[1]

    def __ge__(self, other: object) -> bool:
        plaatsen = self._plaatsen(other)
        return NotImplemented if plaatsen is None else plaatsen[0] >= plaatsen[1]

    def _plaatsen(self, other: object) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Return where both stand among their like; `None` where nothing says which comes first."""
        return (self.plaats, other.plaats) if isinstance(other, Geordend) and other.ORDE == self.ORDE else None


class Lijnnummer(int):
    """The number of a leerlijn in its framework, which also says in which language the texts of that framework are.

    All records of a leerlijn have the same one. The same number in a framework of another language is another.

    >>> Lijnnummer(2, "ar").taal, Lijnnummer(2, "ar") == 2, Lijnnummer(2, "ar") == Lijnnummer(2, "nl")
    ('ar', True, False)
    """

    taal: str

    def __new__(cls, nummer: int, taal: str = "nl") -> Self:
        """Make the number of a leerlijn."""
        zelf = super().__new__(cls, nummer)
        zelf.taal = taal
        return zelf

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) is True and (not isinstance(other, Lijnnummer) or self.taal == other.taal)

    __hash__ = int.__hash__


class Geplaatst(Bouwsteen, Regel, Geordend):
    """A record with a place in the table of the source.

    Where it stands within its leerlijn follows from its code; which number its leerlijn has, the framework says that it is a part
    of. That is 0 for a record that is no part of one.
    """

    __slots__ = ("_lijn", "leerlijn")
    _lijn: int
    leerlijn: str

    @property
    def plaats(self) -> tuple[int, ...]:
        """By which it sorts: number of the leerlijn in its framework, then niveau, row and bullet, each counted from 1."""
        return (int(self._lijn), *self._binnen())

    @property
    def _taal(self) -> str:
        """The language of the framework that it is a part of."""
        return getattr(self._lijn, "taal", super()._taal)

    def _binnen(self) -> tuple[int, ...]:
        """Return its place within its leerlijn."""
        return ()

    def _plaatsen(self, other: object) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Return where both stand. Which of two leerlijnen comes first, a framework says: records without one have no order."""
        if isinstance(other, Geplaatst) and self.leerlijn == other.leerlijn:
            return (self._binnen(), other._binnen())
        los = isinstance(other, Geplaatst) and not (self._lijn and other._lijn)
        return None if los else super()._plaatsen(other)

    def __reduce__(self) -> tuple[object, ...]:
        maak, gegeven = super().__reduce__()
        return (_hersteld, (maak, gegeven, self._lijn))

    def _op_lijn(self, nummer: int) -> Self:
        """Return the record as a part of the leerlijn with this number: a copy, if it is a part of another already."""
        if self._lijn == nummer:
            return self
        zelf = self
        if self._lijn:
            velden = (getattr(self, naam) for naam in namen_van(self.__class__)[0])
            zelf = self._vertrouwd(*(_op_lijn(waarde, nummer) for waarde in velden))
        zelf._zet_lijn(nummer)
        return zelf

    def _zet_lijn(self, nummer: int) -> None:
        object.__setattr__(self, "_lijn", nummer)


def _op_lijn(waarde: Any, nummer: int) -> Any:
    if not isinstance(waarde, tuple):
        return waarde
    delen: tuple[Any, ...] = waarde  # pyright: ignore[reportUnknownVariableType]  # of anything
    return Reeks(deel._op_lijn(nummer) if isinstance(deel, Geplaatst) else deel for deel in delen)


def _hersteld(klasse: type[Geplaatst], gegeven: tuple[Any, ...], nummer: int) -> Geplaatst:
    record = klasse(*gegeven)
    return record._op_lijn(nummer) if nummer else record


@attrs.frozen(repr=False, eq=False)
class Niveau(Bouwsteen, InTaal, Geordend):
    """One niveau (level): its number, the phase it stands for, and the begeleiding (guidance) that the source states.

    `begeleiding` is `None` where the source says nothing; it is shown as "niet vermeld".
    """

    nummer: Niveaunummer
    fase: Tekst
    begeleiding: Tekst | None

    KOP = ("Niveau", "Fase", "Begeleiding")
    ORDE = "niveau"

    if TYPE_CHECKING:

        def als_dict(self) -> plat.NiveauDict: ...

    @property
    def plaats(self) -> tuple[int, ...]:
        """Its number, by which it sorts."""
        return (self.nummer,)

    @property
    def aanduiding(self) -> str:
        """Its number, and what it is called where that says more.

        >>> import leeruitkomsten as lu
        >>> lu.niveau(3).aanduiding
        'niveau 3 (Visiefase)'
        """
        kaal = f"niveau {self.nummer}"
        return kaal if self.fase == kaal else f"{kaal} ({self.fase})"

    def __str__(self) -> str:
        return f"niveau {self.nummer} ({self.fase}), begeleiding: {self.begeleiding or NIET_VERMELD}"

    def _regel(self) -> tuple[Cel, ...]:
        from .tabel import Onze

        return (str(self.nummer), self.fase, self.begeleiding or Onze(NIET_VERMELD))

    def records(self) -> list[plat.NiveauRegel]:
        """Return one flat dict: niveau (its number), fase and begeleiding."""
        return [{"niveau": self.nummer, "fase": self.fase, "begeleiding": self.begeleiding}]


class Criteriumplaats(Geplaatst):
    """What follows from the code of a succescriterium, besides its leerlijn."""

    __slots__ = ("leeruitkomst", "letter", "niveau", "rij")
    leeruitkomst: str
    rij: str
    niveau: int
    letter: str


@attrs.frozen(repr=False, eq=False)
class Succescriterium(Criteriumplaats):
    """One succescriterium (success criterion).

    Attributes:
        code, tekst: such as `WP2.4a`, and what it says.
        notatie: the code that the source itself gives; `None` where it gives none.
        leerlijn, leeruitkomst, rij: the codes of what it is a part of.
        niveau: the number of its niveau.
        letter: of the bullet within its cell: `a` to `z`, then `aa`, `ab` and so on.
    """

    code: Criteriumcode
    tekst: Tekst
    notatie: Tekst | None = None

    AFGELEID = ("leerlijn", "leeruitkomst", "rij", "niveau", "letter")
    KOP = ("Code", "Succescriterium")

    if TYPE_CHECKING:

        def als_dict(self) -> plat.SuccescriteriumDict: ...

    def _leid_af(self) -> None:
        zet = object.__setattr__
        lijn, uitkomst, rij, niveau, letter, los = _uit_de_code(self.code)
        zet(self, "leerlijn", lijn)
        zet(self, "leeruitkomst", uitkomst)
        zet(self, "rij", rij)
        zet(self, "niveau", niveau)
        zet(self, "letter", letter)
        zet(self, "_lijn", los)

    @classmethod
    def _leid_alle_af(cls, records: list[Any]) -> None:
        zet_kolommen(records, _UIT_DE_CODE, zip(*[_uit_de_code(record.code) for record in records], strict=True))

    def _binnen(self) -> tuple[int, ...]:
        return (self.niveau, int(self.rij[len(self.leerlijn) + 1 :]), _rang(self.letter))

    def __str__(self) -> str:
        return f"{self.code} {self.tekst}"

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.tekst)

    def records(self) -> list[plat.CriteriumRegel]:
        """Return one flat dict: criterium (its code), leerlijn, leeruitkomst, rij, niveau, letter, notatie and tekst."""
        return [
            {
                "criterium": self.code,
                "leerlijn": self.leerlijn,
                "leeruitkomst": self.leeruitkomst,
                "rij": self.rij,
                "niveau": self.niveau,
                "letter": self.letter,
                "notatie": self.notatie,
                "tekst": self.tekst,
            }
        ]


_CIJFERS = "0123456789"
_UIT_DE_CODE = (*Succescriterium.AFGELEID, "_lijn")


def _uit_de_code(code: str) -> tuple[str, str, str, int, str, int]:
    voor, _, einde = code.partition(".")
    lijn, uitkomst, niveau = _uit_de_leeruitkomst(voor)
    letter = einde.lstrip(_CIJFERS)
    return lijn, uitkomst, f"{lijn}.{einde[: -len(letter)]}", niveau, letter, 0


@functools.lru_cache(maxsize=1024)
def _uit_de_leeruitkomst(code: str) -> tuple[str, str, int]:
    """Return leerlijn, leeruitkomst and niveau: all criteria of a leeruitkomst then have the same ones, not copies."""
    lijn = code.rstrip(_CIJFERS)
    return lijn, code, int(code[len(lijn) :])


def _rang(letter: str) -> int:
    """Return the number of a letter: 1 for `a`, 26 for `z`, 27 for `aa`."""
    rang = 0
    for teken in letter:
        rang = 26 * rang + ord(teken) - 96
    return rang


@attrs.frozen(repr=False, eq=False)
class Leeruitkomst(Geplaatst):
    """One leeruitkomst (learning outcome) with its succescriteria, by row and letter.

    Attributes:
        code, tekst: such as `WP2`, and what it says; empty where the source says nothing there.
        succescriteria: its criteria; none where the source asks nothing of this leerlijn at this niveau.
        notatie: the code that the source itself gives; `None` where it gives none.
        leerlijn: the code of its leerlijn.
        niveau: the number of its niveau.
    """

    code: Leeruitkomstcode
    tekst: TekstOfLeeg
    succescriteria: Reeks[Succescriterium]
    notatie: Tekst | None = None

    AFGELEID = ("leerlijn", "niveau")
    KOP = ("Code", "Leeruitkomst")

    if TYPE_CHECKING:

        def als_dict(self) -> plat.LeeruitkomstDict: ...

    def _leid_af(self) -> None:
        lijn = self.code.rstrip(_CIJFERS)
        object.__setattr__(self, "leerlijn", lijn)
        object.__setattr__(self, "_lijn", 0)

    @property
    def niveau(self) -> int:
        """The number of its niveau."""
        return int(self.code[len(self.leerlijn) :])

    @property
    def leeg(self) -> bool:
        """Whether the source says nothing here, in text, succescriteria or notatie. It still has its place, and its code."""
        return not (self.tekst or self.succescriteria or self.notatie)

    def _binnen(self) -> tuple[int, ...]:
        return (self.niveau,)

    def _zet_lijn(self, nummer: int) -> None:
        super()._zet_lijn(nummer)
        if {criterium._lijn for criterium in self.succescriteria} - {0, nummer}:
            object.__setattr__(self, "succescriteria", Reeks(c._op_lijn(nummer) for c in self.succescriteria))
        zet = object.__setattr__
        for criterium in self.succescriteria:
            zet(criterium, "_lijn", nummer)

    def _gebreken(self) -> list[Bevinding]:
        from .samenhang import gebreken_van_leeruitkomst

        return gebreken_van_leeruitkomst(self._als_gegevens())

    def __str__(self) -> str:
        return f"{self.code} {self.tekst}".rstrip()

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.tekst)

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        return Tabel(str(self), Succescriterium.KOP, tuple(c._regel() for c in self.succescriteria), taal=self._taal)

    def records(self) -> list[plat.LeeruitkomstRegel]:
        """Return one flat dict per succescriterium: what its own has, and `leeruitkomst_tekst`."""
        criteria: list[plat.CriteriumRegel] = self.succescriteria.records()
        return [{**regel, "leeruitkomst_tekst": self.tekst} for regel in criteria]


def criteriumregels(criteria: tuple[Succescriterium, ...]) -> Cel:
    """Return a cell with one line per criterium, its code in front."""
    return tuple((*codedelen(c), ("gelijk", f" {c.tekst}")) for c in criteria)


def codedelen(record: Leeruitkomst | Succescriterium) -> Tekstregel:
    """Return the code of a record, and behind it that of the source, where it gives one."""
    code = ("code", record.code)
    return (code, ("gelijk", f" ({record.notatie})")) if record.notatie else (code,)


def benoemd(record: Leerlijn | Leeruitkomst) -> Cel:
    """Return a cell with the code of a record, and its name or text where it has one."""
    if isinstance(record, Leerlijn):
        return ((("code", record.code), ("gelijk", f" {record.naam}")),)
    codes = codedelen(record)
    return ((*codes, ("gelijk", f" {record.tekst}")) if record.tekst else codes,)


@attrs.frozen(repr=False, eq=False)
class Rijnaam(Bouwsteen, InTaal):
    """The name of a row: `uit_bron` says whether the source gives it, or whether it was given to find the row by."""

    rij: Rijcode
    naam: Tekst
    uit_bron: bool

    KOP = ("Rij", "Naam", "Uit de bron")

    if TYPE_CHECKING:

        def als_dict(self) -> plat.RijnaamDict: ...
        def records(self) -> list[plat.RijnaamDict]: ...

    def __str__(self) -> str:
        return f"{self.rij} {self.naam}"

    def _regel(self) -> tuple[Cel, ...]:
        from .tabel import Onze

        return (((("code", self.rij),),), self.naam, Onze("ja" if self.uit_bron else "nee"))


@attrs.frozen(repr=False, eq=False)
class Rij(Geplaatst):
    """One row of a leerlijn: what it asks at each niveau.

    Attributes:
        code: such as `WP.4`.
        cellen: one tuple of succescriteria for each niveau of the framework, in order; an empty cell is `()`.
        naam: of the row; `None` where it has none.
        naam_uit_bron: whether the source gives that name. If not, it is there to find the row by, and no part of a text.
        leerlijn, nummer: the code of its leerlijn, and its own number.
    """

    code: Rijcode
    cellen: tuple[Reeks[Succescriterium], ...]
    naam: Tekst | None = None
    naam_uit_bron: bool = False

    AFGELEID = ("leerlijn", "nummer")
    ORDE = "rij"
    KOP = ("Rij", "Naam", "Niveaus")

    if TYPE_CHECKING:

        def als_dict(self) -> plat.RijDict: ...

    def _leid_af(self) -> None:
        object.__setattr__(self, "leerlijn", self.code.partition(".")[0])
        object.__setattr__(self, "_lijn", 0)

    @property
    def nummer(self) -> int:
        """Its number in its leerlijn."""
        return int(self.code[len(self.leerlijn) + 1 :])

    def celcode(self, niveau: int) -> str:
        """Return the code of its cel at a niveau, such as `WP2.4`."""
        return f"{self.leerlijn}{niveau}.{self.nummer}"

    def _binnen(self) -> tuple[int, ...]:
        return (self.nummer,)

    def _gebreken(self) -> list[Bevinding]:
        from .samenhang import gebreken_van_rij

        return gebreken_van_rij(self.code, [[c.code for c in cel] for cel in self.cellen])

    @property
    def begint_op(self) -> int:
        """The first niveau at which the row asks something."""
        return next(niveau for niveau, cel in enumerate(self.cellen, 1) if cel)

    @property
    def eindigt_op(self) -> int:
        """The last niveau at which the row asks something."""
        return max(niveau for niveau, cel in enumerate(self.cellen, 1) if cel)

    @property
    def benaming(self) -> str:
        """The name as it is shown, empty where there is none and marked where it is not the source's."""
        if self.naam is None:
            return ""
        return self.naam if self.naam_uit_bron else f"{self.naam} ({NIET_UIT_BRON})"

    def __str__(self) -> str:
        cellen = (f"{self.leerlijn}{n}: {' / '.join(map(str, cel)) or '–'}" for n, cel in enumerate(self.cellen, 1))
        naam = f" {self.benaming}" if self.naam else ""
        return "\n".join([f"{self.code}{naam}, niveau {self.begint_op} tot en met {self.eindigt_op}", *cellen])

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.benaming, f"{self.begint_op} tot en met {self.eindigt_op}")

    def _tabel(self) -> Tabel:
        from .tabel import Tabel

        kop = tuple(f"{self.leerlijn}{niveau}" for niveau in range(1, len(self.cellen) + 1))
        titel = f"Rij {self.code}: {self.benaming}" if self.naam else f"Rij {self.code}"
        return Tabel(titel, kop, (tuple(map(criteriumregels, self.cellen)),), taal=self._taal)

    def records(self) -> list[plat.RijRegel]:
        """Return one flat dict per succescriterium: what its own has, and `rij_naam` and `naam_uit_bron`."""
        criteria: list[plat.CriteriumRegel] = Reeks(c for cel in self.cellen for c in cel).records()
        return [{**regel, "rij_naam": self.naam, "naam_uit_bron": self.naam_uit_bron} for regel in criteria]


NIET_UIT_BRON = "naam van dit pakket"
"""What stands behind the name of a row that the source does not give."""


class MetRijen(Geplaatst):
    """The place for rows, which follow from the criteria."""

    __slots__ = ("_rijen",)
    _rijen: Reeks[Rij] | None


@attrs.frozen(repr=False, eq=False)
class Leerlijn(MetRijen):
    """One leerlijn (strand): its leeruitkomsten by niveau, and the same criteria by row.

    Attributes:
        code, naam: such as `WP`, and what it is called.
        leeruitkomsten: one for each niveau, from low to high.
        omschrijving: one text for all niveaus; `None` where the source has none.
        rijnamen: tuple of `Rijnaam`, names of its rows.
        rijen: tuple of `Rij`, by number.
    """

    code: Leerlijncode
    naam: Tekst
    leeruitkomsten: Reeks[Leeruitkomst]
    omschrijving: Tekst | None = None
    rijnamen: Reeks[Rijnaam] = Reeks()

    AFGELEID = ("rijen",)
    KOP = ("Code", "Leerlijn")

    if TYPE_CHECKING:

        def als_dict(self) -> plat.LeerlijnDict: ...

    def _leid_af(self) -> None:
        object.__setattr__(self, "_lijn", 0)
        object.__setattr__(self, "leerlijn", self.code)
        object.__setattr__(self, "_rijen", None)

    @property
    def rijen(self) -> Reeks[Rij]:
        """Its rows, by number, worked out when they are first asked for."""
        rijen = self._rijen
        if rijen is None:
            rijen = self._maak_rijen()
            object.__setattr__(self, "_rijen", rijen)
        return rijen

    def _maak_rijen(self) -> Reeks[Rij]:
        cellen: dict[str, list[list[Succescriterium]]] = {}
        for niveau, uitkomst in enumerate(self.leeruitkomsten):
            for criterium in uitkomst.succescriteria:
                rij = cellen.get(criterium.rij)
                if rij is None:
                    rij = cellen[criterium.rij] = [[] for _ in self.leeruitkomsten]
                rij[niveau].append(criterium)
        namen = {naam.rij: naam for naam in self.rijnamen}
        rijen = [_rij(code, cel, namen.get(code)) for code, cel in cellen.items()]
        return Reeks([rij._op_lijn(self._lijn) for rij in sorted(rijen, key=_nummer)])

    def _zet_lijn(self, nummer: int) -> None:
        super()._zet_lijn(nummer)
        object.__setattr__(self, "leeruitkomsten", Reeks(u._op_lijn(nummer) for u in self.leeruitkomsten))
        object.__setattr__(self, "_rijen", None)
        namen = Reeks(naam._in_taal(getattr(nummer, "taal", naam._taal)) for naam in self.rijnamen)
        object.__setattr__(self, "rijnamen", namen)

    def _gebreken(self) -> list[Bevinding]:
        from .samenhang import gebreken_van_leerlijn

        return gebreken_van_leerlijn(self._als_gegevens())

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"

    def _regel(self) -> tuple[Cel, ...]:
        return (((("code", self.code),),), self.naam)

    def _tabel(self) -> Tabel:
        """Return the matrix as the document has it: the leeruitkomsten on top, if there are any, the rows aligned below."""
        from .tabel import Tabel

        teksten = [u.tekst for u in self.leeruitkomsten]
        boven: tuple[tuple[Cel, ...], ...] = (("Leeruitkomst", *teksten),) if any(teksten) else ()
        rijen = tuple((rijkop(rij.code, rij.naam), *map(criteriumregels, rij.cellen)) for rij in self.rijen)
        titel = f"{self}: {self.omschrijving}" if self.omschrijving else str(self)
        kop = ("Rij", *("".join(tekst for _, tekst in codedelen(u)) for u in self.leeruitkomsten))
        return Tabel(titel, kop, (*boven, *rijen), rijnaamvoet(self.rijen), self._taal)

    def records(self) -> list[plat.LeeruitkomstRegel]:
        """Return one flat dict per succescriterium, as those of its leeruitkomsten."""
        return self.leeruitkomsten.records()


def _rij(code: str, cellen: list[list[Succescriterium]], naam: Rijnaam | None) -> Rij:
    per_niveau = tuple(Reeks(cel) for cel in cellen)
    if naam is None:
        return Rij._vertrouwd(code, per_niveau, None, False)
    return Rij._vertrouwd(code, per_niveau, naam.naam, naam.uit_bron)


def _nummer(rij: Rij) -> int:
    return rij.nummer


def rijkop(code: str, naam: str | None) -> Cel:
    """Return the cell at the head of a row: its code, and its name where it has one."""
    regel = (("code", code),)
    return (regel, (("naam", naam),)) if naam else (regel,)


NAMEN_VAN_ONS = "De namen van de rijen zijn van dit pakket, niet van de bron."
NAAM_VAN_ONS = "De naam van {codes} is van dit pakket, niet van de bron."


def rijnaamvoet(rijen: tuple[Rij, ...], alle: str = NAMEN_VAN_ONS, een: str = NAAM_VAN_ONS) -> str:
    """Return the remark for a table in which these rows are named: whose names they are; empty when they are the source's.

    `alle` is what is said when none of the names is the source's, `een` when some are.
    """
    return naamvoet({rij.code: rij.naam_uit_bron for rij in rijen if rij.naam}, alle, een)


def naamvoet(uit_bron: Mapping[str, bool], alle: str = NAMEN_VAN_ONS, een: str = NAAM_VAN_ONS) -> str:
    """Return that remark for rows that are named, given by code as whether the source gives the name."""
    eigen = [code for code, van_de_bron in uit_bron.items() if not van_de_bron]
    if not eigen:
        return ""
    return een.format(codes=", ".join(eigen)) if len(eigen) < len(uit_bron) else alle
