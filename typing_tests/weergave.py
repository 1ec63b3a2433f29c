"""What type checkers believe of `leeruitkomsten.weergave`; runs as a program too."""

from __future__ import annotations

from typing import assert_type

import leeruitkomsten as lu
from leeruitkomsten import weergave

kader = lu.laad()
stand = kader.voortgang(["WP1.1a"])

assert_type(weergave.matrix(kader), str)
assert_type(weergave.matrix(kader, "WP", stand), str)
assert_type(weergave.matrix_markdown(kader, "WP"), str)
assert_type(weergave.matrix_docx(kader, "WP"), bytes)
assert_type(weergave.formulier(kader, 2, stand), str)
assert_type(weergave.formulier_docx(kader, "EvL2"), bytes)
assert_type(weergave.pagina(kader, stand), str)
assert_type(weergave.vergelijking(kader, kader, schermtaal="en"), str)
assert_type(weergave.vergelijking_docx(kader, kader), bytes)
