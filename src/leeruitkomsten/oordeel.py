"""The one judgement of codes: what is wrong with a code, and which one was meant. Every door asks here.

| soort | when | suggestions |
|---|---|---|
| `goed` | it exists, and is of a kind that was asked for | none |
| `schrijfwijze` | exactly one code is meant by another spelling | that one: a safe repair |
| `vervallen` | it ended in an earlier version | its living successors, in order |
| `ander_soort` | it exists, and is of another kind | the codes of the asked kind that it stands for |
| `meer_codes` | several codes in one text | what is meant by each of them |
| `onbekend` | anything else | all codes at the smallest distance |

Only `ander_soort` depends on what was asked: every other code gets the same suggestions whoever asks.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Literal, Self, TypeAlias, cast

import attrs

from .codes import ZONDER_LEERLIJN, Code, als_code, is_getal, nummer, soort_van
from .fouten import Codefout, OnbekendeCode
from .plat import Codesoort as Soort
from .plat import ControleDict, ControleRegel, Oordeelsoort
from .record import Regel
from .spelling import Nabij, silhouet, vlak
from .tabel import Cel
from .zinnen import BESTAAT_NIET, TEKEN, VORM, ZEER_GROOT, bedoeld, citaat, meest_gelijk, opsomming

TYPE_CHECKING = False

Gevraagd: TypeAlias = Soort | tuple[Soort, ...] | None
"""The kinds of code that are asked for; `None` for any."""

MEESTE_SUGGESTIES = 20
"""How many codes at the smallest distance are suggested, at most."""
MEESTE_DELEN = 200
"""How many codes one text may hold; with more it is judged as a text."""
MEESTE_NAMEN = 500
"""Among so many names of leerlijnen and rijen one is looked for that is like a text."""
LANGSTE_TEKST = 4000
"""How many characters of a text are looked at, at most."""

LANGSTE_CODE = 60
"""A longer text is no code, however it is spelled."""
_SCHEIDING = re.compile(r"[;/&+|\r\n\t\v\f]|(?<!\d),|,(?!\d)|\s(?:en|of|and)\s", re.IGNORECASE)
_MET_NUMMER = re.compile(r"(?:(?:niveau|level) )?([0-9]{1,4})\b[\s.:–-]*(.+)")
_LEERLIJN_VOORAAN = re.compile("([a-z]+)(.*)")

_BESTAND = re.compile(r".+[.](?:csv|docx|json|parquet|txt|xlsx)")
"""How the name of a file looks without its signs."""
GEEN_TEKST = "een code moet tekst zijn"
LEEG = "hier staat geen code"


class MetSuggesties(Regel):
    """A line whose suggestions are worked out when they are first read: until then their field is empty."""

    __slots__ = ("_werk_uit",)

    if TYPE_CHECKING:
        _werk_uit: Callable[[], tuple[str, ...]]
    else:

        def __getattr__(self, naam: str) -> Any:
            if naam != "suggesties":
                raise AttributeError(f"een {self.__class__.__name__} heeft geen {naam!r}")
            object.__setattr__(self, "suggesties", self._werk_uit())
            return self.suggesties

    @classmethod
    def _later(cls, suggesties: Callable[[], tuple[str, ...]], **velden: object) -> Self:
        zelf = cls.__new__(cls)
        for naam, waarde in (velden | {"_werk_uit": suggesties}).items():
            object.__setattr__(zelf, naam, waarde)
        return zelf


@attrs.frozen(repr=False, eq=False)
class Controle(MetSuggesties):
    """What was found of one code.

    Attributes:
        code: the code as it was given; what is neither text nor number is described.
        soort: `goed`, `schrijfwijze`, `vervallen`, `ander_soort`, `meer_codes` or `onbekend`.
        suggesties: tuple of codes: the one that is meant, those that followed it, those that it stands for, or those that are
            near, the likeliest first.
        reden: what is wrong, in Dutch; empty when the code is good.
        delen: tuple of `Controle`, one for each code where a text holds several.

    >>> import leeruitkomsten as lu
    >>> lu.controleer("wp 2")[0].suggesties
    ('WP2',)
    """

    code: str | float | None
    soort: Oordeelsoort
    suggesties: tuple[str, ...] = ()
    reden: str = ""
    delen: tuple[Self, ...] = ()

    KOP = ("Code", "Oordeel", "Reden", "Suggesties")

    if TYPE_CHECKING:

        def als_dict(self) -> ControleDict: ...

    @classmethod
    def later(
        cls,
        code: str,
        soort: Oordeelsoort,
        suggesties: Callable[[], tuple[str, ...]],
        reden: str,
        delen: tuple[Controle, ...] = (),
    ) -> Controle:
        """Return a judgement whose suggestions are worked out when they are first read."""
        return cls._later(suggesties, code=code, soort=soort, reden=reden, delen=delen)

    @property
    def goed(self) -> bool:
        """Whether the framework has exactly this code, and it is of a kind that was asked for."""
        return self.soort == "goed"

    def __str__(self) -> str:
        if self.goed:
            return f"{citaat(self.code)} is goed"
        return f"{citaat(self.code)}: {self.reden}{bedoeld(self.soort, self.suggesties)}"

    def _regel(self) -> tuple[Cel, ...]:
        code = self.code if isinstance(self.code, str) and self.code.isprintable() else citaat(self.code)
        return (code, self.soort.replace("_", " "), self.reden, ", ".join(self.suggesties))

    def records(self) -> list[ControleRegel]:
        """Return this as one flat dict; the suggestions as one text, with commas, or `None`."""
        return [
            {
                "code": self.code,
                "soort": self.soort,
                "suggesties": ", ".join(self.suggesties) or None,
                "reden": self.reden,
            }
        ]


class Codeboek:
    """The codes of one framework: those that exist, those that ended, and how the source calls them. It judges any other text.

    Made once per framework; the indexes of spellings are made when the first wrong code comes.

    Args:
        per_soort: for each soort of code (`leerlijn`, `leeruitkomst`, `rij`, `cel`, `succescriterium`, `evl`) those that exist,
            leerlijnen in source order.
        opvolgers: for each code that ended, its living successors in order.
        sinds: for each code that ended, the version in which it did.
        notaties: for each code that the source itself gives, those of ours that have it.
        namen: what leerlijnen and rijen are called, by their codes.
        fasen: what each niveau is called, from the first on.

    >>> boek = Codeboek({"leerlijn": ["WP"], "leeruitkomst": ["WP1", "WP2"]})
    >>> print(boek.oordeel("wp-2"))
    'wp-2': hoofdletters, witruimte of leestekens kloppen niet; bedoelde je 'WP2'?
    """

    def __init__(
        self,
        per_soort: Mapping[Soort, Collection[str]],
        *,
        opvolgers: Mapping[str, tuple[str, ...]] | None = None,
        sinds: Mapping[str, str] | None = None,
        notaties: Mapping[str, tuple[str, ...]] | None = None,
        namen: Mapping[str, str] | None = None,
        fasen: Iterable[str] = (),
    ) -> None:
        self._per_soort = per_soort
        self._soorten: dict[str, Soort] = {code: soort for soort, codes in per_soort.items() for code in codes}
        self._opvolgers = opvolgers or {}
        self._sinds = sinds or {}
        self._notaties = notaties or {}
        self._namen = namen or {}
        self._fasen = tuple(fasen)

    def oordeel(self, gegeven: object, gevraagd: Gevraagd = None) -> Controle:
        """Judge one code; anything may be given, and nothing raises.

        Args:
            gegeven: the code.
            gevraagd: the soort that it must be of, or several; `None` for any.
        """
        if not isinstance(gegeven, str):
            return Controle(_beschreven(gegeven), "onbekend", (), GEEN_TEKST)
        return (
            self._precies(gegeven, gevraagd)
            or self._geen_tekst(gegeven)
            or self._losse_codes(gegeven, gevraagd)
            or self._gespeld(gegeven, gevraagd)
            or self._meer_codes(gegeven, gevraagd)
            or self._onbekend(gegeven)
        )

    def staat_voor(self, code: str, soorten: tuple[Soort, ...]) -> tuple[str, ...]:
        """Return the codes of other soorten that an existing code stands for, in source order.

        Those are its parts, or else what it is a part of, of the first of `soorten` that has any: the criteria of a leeruitkomst,
        the leerlijn of a criterium. A rij and a leeruitkomst are no parts of each other: then those of that soort at distance 1.
        """
        omvattend = cast("Code", als_code(code)).omvattend()
        for soort in soorten:
            delen = self._delen_van(soort).get(code) or tuple(ander for ander in omvattend if self._is(ander, soort))
            if delen:
                return delen
        nabij = self._nabij.dichtst_bij(code.casefold(), 1)
        return self._op_volgorde(code, (ander for ander in self._levend(nabij) if self._soorten[ander] in soorten))

    def fout(self, gegeven: object, gevraagd: Gevraagd | Literal["niveau"] = None) -> OnbekendeCode | None:
        """Return the error that a lookup raises for one code; `None` when there is nothing wrong with it.

        A `niveau` is a whole number; an EvL may be given by that number too.
        """
        if gevraagd == "niveau" or (gevraagd == "evl" and (is_getal(gegeven) or self.heet(gegeven))):
            return self._geen_niveau(gegeven, gevraagd)
        gevonden = self.oordeel(gegeven, gevraagd)
        if gevonden.soort == "goed":
            return None
        naam = gevraagd if isinstance(gevraagd, str) else soortnaam(_soorten(gevraagd))
        return OnbekendeCode(gegeven, naam, gevonden, (), gevonden.soort, gevonden.reden)

    def heet(self, gegeven: object) -> tuple[int, ...]:
        """Return the numbers of the niveaus that are called so, whatever its capitals; none where it is a code.

        A name that has a number of its own ahead (`0 None`) may be given without it.
        """
        if not isinstance(gegeven, str) or gegeven in self._soorten or len(gegeven) > LANGSTE_TEKST:
            return ()
        gezocht = _gevouwen(gegeven)
        namen = [_gevouwen(fase) for fase in self._fasen]
        zonder = [(vorm := _MET_NUMMER.fullmatch(naam)) and vorm[2] for naam in namen]
        return tuple(n for n, naam in enumerate(namen, 1) if naam == gezocht) or tuple(
            n for n, naam in enumerate(zonder, 1) if naam == gezocht
        )

    def onbekend(self, gevraagd: Gevraagd | Literal["niveau"], *gegeven: object) -> OnbekendeCode:
        """Return one error that names all of `gegeven` that are not good; at least one is not."""
        fouten = (self.fout(code, gevraagd) for code in gegeven)
        return OnbekendeCode.samen(fout for fout in fouten if fout is not None)

    # What a text may be, one after the other: each of these returns `None` when it is something else.

    def _precies(self, gegeven: str, gevraagd: Gevraagd) -> Controle | None:
        """Exactly a code that exists, or that ended."""
        soort, soorten = self._soorten.get(gegeven), _soorten(gevraagd)
        if soort is None:
            return self._vervallen(gegeven, gegeven) if gegeven in self._opvolgers else None
        if not soorten or soort in soorten:
            return Controle(gegeven, "goed")
        reden = f"dit is een {_naam(soort)}"
        return Controle.later(gegeven, "ander_soort", lambda: self.staat_voor(gegeven, soorten), reden)

    def _geen_tekst(self, gegeven: str) -> Controle | None:
        """Nothing at all, or far too much."""
        if not gegeven.strip():
            return Controle(gegeven, "onbekend", (), LEEG)
        return Controle(gegeven, "onbekend", (), BESTAAT_NIET) if len(gegeven) > LANGSTE_TEKST else None

    def _losse_codes(self, gegeven: str, gevraagd: Gevraagd) -> Controle | None:
        """Several codes that are right as they stand, with only white space between them."""
        woorden = gegeven.split()
        if not 1 < len(woorden) <= MEESTE_DELEN or not all(woord in self._soorten for woord in woorden):
            return None
        return _samen(gegeven, [self.oordeel(woord, gevraagd) for woord in woorden])

    def _gespeld(self, gegeven: str, gevraagd: Gevraagd) -> Controle | None:
        """One code in another spelling, or several that could be meant."""
        beeld = vlak(gegeven)
        notatie = self._notaties.get(gegeven) or self._per_notatie.get(beeld, ())
        codes, reden = self._per_vlak.get(beeld, ()), VORM
        if not codes and not notatie:
            codes, reden = self._lijkt_op(gegeven, beeld), TEKEN
        kandidaten = tuple(dict.fromkeys((*codes, *notatie)))
        if len(kandidaten) > 1:
            genoemd = opsomming(kandidaten, "of")
            reden = f"dit kan meer dan één code zijn: {genoemd}"
            return Controle(gegeven, "onbekend", self._voortgezet(kandidaten), reden)
        for code in kandidaten:
            if code not in self._soorten:
                return self._vervallen(gegeven, code)
            if not codes:
                reden = f"zo heet {code} in de bron"
            return Controle(gegeven, "schrijfwijze", (code,), reden + self._toch_geen(code, gevraagd))
        return None

    def _lijkt_op(self, gegeven: str, beeld: str) -> tuple[str, ...]:
        """Codes that look the same; where the text has the form of a code itself, those of that soort only."""
        soort = soort_van(gegeven)
        gelijk = self._per_silhouet.get(silhouet(beeld), ())
        return tuple(
            code
            for code in gelijk
            if (soort is None or soort_van(code) == soort) and not _cijfer_als_letter(beeld, code)
        )

    def _meer_codes(self, gegeven: str, gevraagd: Gevraagd) -> Controle | None:
        """Several codes, each of them right, in another spelling, ended, or at least of the form of one."""
        if not _SCHEIDING.search(gegeven) and len(gegeven.split(None, 1)) == 1:
            return None
        delen: list[Controle] = []
        for deel in filter(None, map(str.strip, _SCHEIDING.split(gegeven))):
            gevonden = self._deel(deel, gevraagd)
            woorden = [gevonden] if gevonden else [self._deel(woord, gevraagd) for woord in deel.split()]
            if len(delen) + len(woorden) > MEESTE_DELEN or not all(woorden):
                return None
            delen += cast("list[Controle]", woorden)
        return _samen(gegeven, delen) if len(delen) > 1 else None

    def _deel(self, deel: str, gevraagd: Gevraagd) -> Controle | None:
        """The judgement of a part of a text, when it is clearly a code; a word in capitals is not, unless it exists."""
        gevonden = self._precies(deel, gevraagd) or self._gespeld(deel, gevraagd)
        if gevonden and gevonden.soort != "onbekend":
            return gevonden
        return None if soort_van(deel) in (None, "leerlijn") else gevonden or self._onbekend(deel)

    def _onbekend(self, gegeven: str) -> Controle:
        if heten := self._per_naam.get(_gevouwen(gegeven), ()):
            return Controle(gegeven, "onbekend", heten[:MEESTE_SUGGESTIES], "zo heet een leerlijn of rij")
        return Controle.later(gegeven, "onbekend", lambda: self._nabije(gegeven), self._wat_ontbreekt(vlak(gegeven)))

    def _vervallen(self, gegeven: str, code: str) -> Controle:
        sinds = f" sinds versie {self._sinds[code]}" if code in self._sinds else ""
        bedoelt = "" if code == gegeven else f"bedoeld is {citaat(code)}: "
        opvolgers = self._opvolgers[code]
        einde = "" if opvolgers else ", zonder opvolger"
        return Controle(gegeven, "vervallen", opvolgers, f"{bedoelt}deze code is vervallen{sinds}{einde}")

    def _geen_niveau(self, gegeven: object, gevraagd: Any) -> OnbekendeCode | None:
        soort: Codefout = "onbekend"
        suggesties: tuple[int, ...] = ()
        reden = BESTAAT_NIET
        if is_getal(gegeven):
            if gegeven in self._niveaus:
                return None
            reden, suggesties = self._hoogste(None), self._genummerd(gegeven)
            reden += "".join(f"; niveau {nummer} heet {citaat(self._fasen[nummer - 1])}" for nummer in suggesties)
        elif isinstance(gegeven, float) and gegeven.is_integer() and int(gegeven) in self._niveaus:
            soort, suggesties, reden = "schrijfwijze", (int(gegeven),), VORM
        elif heten := self.heet(gegeven):
            soort, suggesties = ("schrijfwijze" if len(heten) == 1 else "onbekend"), heten
            reden = f"zo heet niveau {' en '.join(map(str, heten))}"
        elif isinstance(gegeven, str):
            beeld, gevonden = silhouet(vlak(gegeven[:LANGSTE_CODE])), self.oordeel(gegeven)
            bedoeld = {"goed": gegeven, "schrijfwijze": "".join(gevonden.suggesties)}.get(gevonden.soort, "")
            code = als_code(bedoeld)
            if code and code.niveau:
                dit = "dit" if gevonden.goed else bedoeld
                soort, suggesties, reden = "ander_soort", (code.niveau,), f"{dit} is een {_naam(code.soort)}"
            elif beeld.isdecimal() and int(beeld) in self._niveaus:
                soort, suggesties, reden = "schrijfwijze", (int(beeld),), VORM
        return OnbekendeCode(gegeven, gevraagd, suggesties, (), soort, reden)

    def _genummerd(self, getal: object) -> tuple[int, ...]:
        """The niveau whose name has this number ahead, where only one has."""
        vormen = (_MET_NUMMER.fullmatch(_gevouwen(fase)) for fase in self._fasen)
        gevonden = [nummer for nummer, vorm in enumerate(vormen, 1) if vorm and vorm[1] == str(getal)]
        return (gevonden[0],) if len(gevonden) == 1 else ()

    # What is wrong with a code that nothing comes down to, in words.

    def _wat_ontbreekt(self, beeld: str) -> str:
        delen = als_code(_in_vorm(beeld))
        if delen is None and _BESTAND.fullmatch(beeld):
            return "dit is de naam van een bestand; lees het eerst, en geef wat er in staat"
        if delen is None:
            return "de leerlijn ontbreekt" if self._zonder_leerlijn(beeld) else BESTAAT_NIET
        lijn, niveau, rij = delen.leerlijn, delen.niveau, delen.rij
        if lijn is None:
            return self._hoogste(None)
        if lijn not in self._soorten:
            return f"leerlijn {lijn} bestaat niet"
        gaten: list[str] = []
        if niveau is not None and f"{lijn}{niveau}" not in self._soorten:
            gaten.append(self._hoogste(lijn))
        if rij is not None and f"{lijn}.{rij}" not in self._soorten:
            gaten.append(f"{lijn} heeft geen rij {rij}")
        if not gaten and delen.letter:
            cel = f"{lijn}{niveau}.{rij}"
            gevuld = cel in self._delen_van("succescriterium")
            gaten.append(f"{cel} heeft geen punt {delen.letter}" if gevuld else f"in {cel} staat geen succescriterium")
        return " en ".join(gaten) or BESTAAT_NIET

    def _hoogste(self, lijn: str | None) -> str:
        hoogste = self._hoogste_niveau.get(lijn, 0)
        heeft = f"gaat tot en met niveau {hoogste}" if hoogste else "heeft geen niveaus"
        return f"{lijn or 'dit raamwerk'} {heeft}"

    def _toch_geen(self, code: str, gevraagd: Gevraagd) -> str:
        """What is wrong with a code even when it is spelled well: it is of another soort."""
        soort, soorten = self._soorten[code], _soorten(gevraagd)
        return f"; {code} is een {_naam(soort)}, geen {soortnaam(soorten)}" if soorten and soort not in soorten else ""

    # What may have been meant.

    def _nabije(self, gegeven: str) -> tuple[str, ...]:
        """All codes at the smallest distance, those of the same cel and rij first; those that look the same come before."""
        if len(gegeven) > LANGSTE_CODE:
            return ()
        beeld = vlak(gegeven)
        gelijk = self._voortgezet(self._per_silhouet.get(silhouet(beeld), ()))
        if zonder := self._zonder_leerlijn(beeld):
            return zonder[:MEESTE_SUGGESTIES]
        nabij = self._levend(self._nabij.dichtst_bij(beeld, _grens(beeld)))
        codes = tuple(dict.fromkeys((*gelijk, *self._op_volgorde(_in_vorm(beeld), nabij))))
        return (codes or self._bijna_genoemd(gegeven))[:MEESTE_SUGGESTIES]

    def _bijna_genoemd(self, gegeven: str) -> tuple[str, ...]:
        """The codes of what is called almost so; not looked for among very many names, which takes too long."""
        namen = self._per_naam if len(self._per_naam) <= MEESTE_NAMEN else {}
        return self._per_naam.get(meest_gelijk(" ".join(gegeven.split()), namen) or "", ())

    def _zonder_leerlijn(self, beeld: str) -> tuple[str, ...]:
        """The codes that end like this, where only the leerlijn was left out."""
        if not ZONDER_LEERLIJN.fullmatch(beeld):
            return ()
        return tuple(code for lijn in (*self._plaats, "EvL") if (code := f"{lijn}{beeld}") in self._soorten)

    def _op_volgorde(self, gegeven: str, codes: Iterable[str]) -> tuple[str, ...]:
        delen = als_code(gegeven)
        cel, rij = (
            (f"{delen.leerlijn}{delen.niveau}.{delen.rij}", f"{delen.leerlijn}.{delen.rij}") if delen else ("", "")
        )

        def plek(code: str) -> tuple[int, ...]:
            van = cast("Code", als_code(code))
            bij = (code, *van.omvattend())
            letter = nummer(van.letter) if van.letter else 0
            lijn = self._plaats.get(van.leerlijn or "", len(self._plaats))
            return (0 if cel in bij else 1 if rij in bij else 2, lijn, van.niveau or 0, van.rij or 0, letter)

        return tuple(sorted(codes, key=plek))

    def _levend(self, beelden: Iterable[str]) -> tuple[str, ...]:
        """The codes that exist which come down to these."""
        return tuple(code for beeld in beelden for code in self._per_vlak[beeld] if code in self._soorten)

    def _voortgezet(self, codes: Iterable[str]) -> tuple[str, ...]:
        """These codes, and for those that ended what follows them."""
        return tuple(dict.fromkeys(nu for code in codes for nu in self._opvolgers.get(code, (code,))))

    def _is(self, code: str, soort: Soort) -> bool:
        return self._soorten.get(code) == soort

    # The indexes, each made when it is first needed.

    @functools.cached_property
    def _plaats(self) -> dict[str, int]:
        return {lijn: plaats for plaats, lijn in enumerate(self._per_soort.get("leerlijn", ()))}

    @functools.cached_property
    def _niveaus(self) -> frozenset[int]:
        return frozenset(cast("Code", als_code(evl)).niveau or 0 for evl in self._per_soort.get("evl", ()))

    @functools.cached_property
    def _hoogste_niveau(self) -> dict[str | None, int]:
        """Per leerlijn the highest niveau, and under `None` that of all."""
        hoogste: dict[str | None, int] = {None: max(self._niveaus, default=0)}
        for code in self._per_soort.get("leeruitkomst", ()):
            delen = cast("Code", als_code(code))
            hoogste[delen.leerlijn] = max(hoogste.get(delen.leerlijn, 0), delen.niveau or 0)
        return hoogste

    @functools.cached_property
    def _per_vlak(self) -> dict[str, tuple[str, ...]]:
        """What codes come down to; a code that exists comes down to its own small letters."""
        return _index((code.lower() if code in self._soorten else vlak(code), code) for code in self._alle())

    @functools.cached_property
    def _per_silhouet(self) -> dict[str, tuple[str, ...]]:
        return _index((silhouet(beeld), code) for beeld, codes in self._per_vlak.items() for code in codes)

    @functools.cached_property
    def _per_notatie(self) -> dict[str, tuple[str, ...]]:
        beelden = ((vlak(notatie), code) for notatie, codes in self._notaties.items() for code in codes)
        return _index((beeld, code) for beeld, code in beelden if beeld)  # of signs alone nothing is left to look for

    @functools.cached_property
    def _per_naam(self) -> dict[str, tuple[str, ...]]:
        return _index((_gevouwen(naam), code) for code, naam in self._namen.items())

    @functools.cached_property
    def _nabij(self) -> Nabij:
        return Nabij(map(str.lower, self._soorten))

    @functools.cached_property
    def _delen(self) -> dict[Soort, dict[str, tuple[str, ...]]]:
        return {}

    def _delen_van(self, soort: Soort) -> dict[str, tuple[str, ...]]:
        """For each code that has them, its parts of one soort in source order."""
        if soort not in self._delen:
            paren = ((cast("Code", als_code(code)).omvattend(), code) for code in self._per_soort.get(soort, ()))
            self._delen[soort] = _index((boven, code) for omvattend, code in paren for boven in omvattend)
        return self._delen[soort]

    def _alle(self) -> Iterator[str]:
        yield from self._soorten
        yield from self._opvolgers


def _cijfer_als_letter(beeld: str, code: str) -> bool:
    """Say whether a digit would have to be a letter: WP12 may be WPI2, and as well WP1.2 or WP2."""
    return any(een.isdigit() and ander.isalpha() for een, ander in zip(beeld, vlak(code), strict=False))


def _grens(beeld: str) -> int:
    """How far a code may be from one that exists: one character, two when there are five or more, none when there is one."""
    return min((len(beeld) - 1) // 2 or len(beeld) // 2, 2)


def _in_vorm(beeld: str) -> str:
    """Return what a text comes down to in the letters that a code has."""
    gevonden = _LEERLIJN_VOORAAN.fullmatch(beeld)
    if gevonden is None:
        return beeld
    return f"EvL{gevonden[2]}" if gevonden[1] == "evl" else gevonden[1].upper() + gevonden[2]


def _samen(gegeven: str, delen: list[Controle]) -> Controle:
    def suggesties() -> tuple[str, ...]:
        zelf = ("goed", "ander_soort")
        codes = (code for d in delen for code in ((str(d.code),) if d.soort in zelf else d.suggesties))
        return tuple(dict.fromkeys(codes))

    return Controle.later(
        gegeven, "meer_codes", suggesties, f"hier staan {len(delen)} codes; geef ze los", tuple(delen)
    )


def _index(paren: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for sleutel, code in paren:
        index.setdefault(sleutel, []).append(code)
    return {sleutel: tuple(codes) for sleutel, codes in index.items()}


def _soorten(gevraagd: Gevraagd) -> tuple[Soort, ...]:
    return (gevraagd,) if isinstance(gevraagd, str) else gevraagd or ()


def soortnaam(soorten: tuple[Soort, ...]) -> str:
    """Return kinds of code in words, as a sentence has them; none of them is `code`.

    >>> soortnaam(("rij", "cel", "evl"))
    'rij, cel of EvL'
    """
    *eerder, laatste = map(_naam, soorten or ("code",))
    return f"{', '.join(eerder)} of {laatste}" if eerder else laatste


def _gevouwen(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def _naam(soort: str) -> str:
    return "EvL" if soort == "evl" else soort


def _beschreven(gegeven: object) -> str | float | None:
    """What is no code, as it can stand in a result: a number as it is, a missing one (NaN) as nothing, anything else described."""
    if isinstance(gegeven, float) and math.isnan(gegeven):
        return None
    if gegeven is None or (isinstance(gegeven, int) and abs(gegeven) < ZEER_GROOT):
        return gegeven
    return gegeven if isinstance(gegeven, float) and math.isfinite(gegeven) else citaat(gegeven)
