"""The framework itself, and the modules that the root finds by their names as text."""

import leeruitkomsten
from leeruitkomsten._pyinstaller import gegevens

datas = gegevens("data")
hiddenimports = sorted({f"leeruitkomsten.{module}" for module in leeruitkomsten._MODULE.values()})
