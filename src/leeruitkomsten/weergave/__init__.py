"""Looking (weergave): the matrix of a leerlijn and the form of an EvL on paper, and one page to explore them on a screen.

Each function gives a whole document: HTML as `str`, which needs nothing from elsewhere, or a Word document as `bytes`. The
templates come with the extra `weergave`.
"""

from __future__ import annotations

from ._formulier import formulier
from ._matrix import matrix, matrix_markdown
from ._pagina import pagina
from ._vergelijking import vergelijking
from ._verslag import verslag_docx, verslag_xlsx
from ._word import formulier_docx, matrix_docx, vergelijking_docx

__all__ = [
    "formulier",
    "formulier_docx",
    "matrix",
    "matrix_docx",
    "matrix_markdown",
    "pagina",
    "vergelijking",
    "vergelijking_docx",
    "verslag_docx",
    "verslag_xlsx",
]
