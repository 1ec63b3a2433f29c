"""What a count may be told, for signatures; `cohort.voortgang` says what it means."""

from __future__ import annotations

from typing import Required, TypedDict

from ..datums import DagOfTekst, Datumvorm
from ..periodes import Periodestap, Periodetabel
from ..raamwerk import Raamwerk
from .lijst import Studenten
from .plan import SoortEenheid
from .vraag import Kolommen, Omgang


class Tijdopties(TypedDict, total=False):
    """What a count by the end of a day may be told."""

    datum: str | None
    datumvorm: Datumvorm
    tot: DagOfTekst | None


class Opties(Tijdopties, total=False):
    """What every count may be told."""

    per: Required[Kolommen]
    studenten: Studenten | None
    groep: Kolommen
    rol: str | None
    criterium: str
    onbekend: Omgang
    raamwerk: Raamwerk | None


class VoortgangOpties(Opties, total=False):
    """What `voortgang` may be told."""

    eenheid: SoortEenheid
    breed: bool
    nullen: bool


class GroeiOpties(Opties, total=False):
    """What `groei` may be told."""

    stap: Periodestap | Periodetabel
    eenheid: SoortEenheid
    breed: bool


class SpreidingOpties(Opties, total=False):
    """What `spreiding` may be told."""

    eenheid: SoortEenheid


class BijnaOpties(Opties, total=False):
    """What `bijna_rond` may be told."""

    evl: str | int | None
    hoogstens: int


class MinstOpties(Opties, total=False):
    """What `minst_aangetoond` may be told."""

    evl: str | int | None
    aantal: int
