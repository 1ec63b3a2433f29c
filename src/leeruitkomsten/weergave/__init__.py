"""Looking (weergave): the matrix of a leerlijn, the form and the overview of an EvL on paper, and one page to explore on a screen.

Each function gives a whole document: HTML as `str`, which needs nothing from elsewhere, or a Word document as `bytes`. The
templates come with the extra `weergave`.
"""

from __future__ import annotations

from ._formulier import formulier
from ._ingevuld import Ingevuld, NietGeplaatst, lees_formulier
from ._matrix import matrix, matrix_markdown
from ._overzicht import overzicht
from ._pagina import pagina
from ._vergelijking import vergelijking
from ._verslag import verslag_docx, verslag_xlsx
from ._word import formulier_docx, matrix_docx, vergelijking_docx

__all__ = [
    "Ingevuld",
    "NietGeplaatst",
    "formulier",
    "formulier_docx",
    "lees_formulier",
    "matrix",
    "matrix_docx",
    "matrix_markdown",
    "overzicht",
    "pagina",
    "vergelijking",
    "vergelijking_docx",
    "verslag_docx",
    "verslag_xlsx",
]


def __dir__() -> list[str]:
    return [*__all__]
