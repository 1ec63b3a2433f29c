"""Types of what a framework has and answers with. `raamwerk` imports them when they are asked for, and not for an answer."""

from uuid import UUID as UUID

from .datums import DagOfTekst as DagOfTekst
from .eenheid import EvL as EvL
from .herkomst import Bron as Bron
from .herkomst import Erratum as Erratum
from .herkomst import Noot as Noot
from .herkomst import Vervallen as Vervallen
from .identiteit import Kenmerk as Kenmerk
from .periodes import Periodestap as Periodestap
from .periodes import Periodetabel as Periodetabel
from .plat import CriteriumRegel as CriteriumRegel
from .plat import RaamwerkDict as RaamwerkDict
from .plat import RaamwerkRegel as RaamwerkRegel
from .vragen.controleer import Controles as Controles
from .vragen.dekking import Dekking as Dekking
from .vragen.groei import Groei as Groei
from .vragen.kies import EenOfMeer as EenOfMeer
from .vragen.koppelingen import Koppelingen as Koppelingen
from .vragen.verdieping import Verdiepingen as Verdiepingen
from .vragen.verschil import Verschil as Verschil
from .vragen.voortgang import Voortgang as Voortgang
from .vragen.zoek import Treffer as Treffer
