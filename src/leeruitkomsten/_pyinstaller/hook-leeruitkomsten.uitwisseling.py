"""The modules of each format, which are found by its name as text: what writes it, and what asks whether a file still says so."""

from typing import get_args

from leeruitkomsten.uitwisseling import _MODULE as SCHRIJVERS
from leeruitkomsten.uitwisseling import formaten
from leeruitkomsten.uitwisseling.nalopen.vergelijken import _MODULE as NALOPERS
from leeruitkomsten.uitwisseling.opties import Naloopbaar

_schrijvers = {f"leeruitkomsten.uitwisseling.{SCHRIJVERS.get(formaat, formaat)}" for formaat in formaten()}
_nalopers = {
    f"leeruitkomsten.uitwisseling.nalopen.{NALOPERS.get(formaat, formaat)}" for formaat in get_args(Naloopbaar)
}
hiddenimports = sorted(_schrijvers | _nalopers)
