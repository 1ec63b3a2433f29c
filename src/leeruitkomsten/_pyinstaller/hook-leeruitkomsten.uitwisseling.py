"""The module of each format, which is found by its name as text."""

from leeruitkomsten.uitwisseling import _MODULE, formaten

hiddenimports = [f"leeruitkomsten.uitwisseling.{_MODULE.get(formaat, formaat)}" for formaat in formaten()]
