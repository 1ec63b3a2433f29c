"""Templates, stylesheets and scripts; and for Word the folder from which python-docx goes to its own."""

from leeruitkomsten._pyinstaller import gegevens

datas = gegevens("weergave", "sjablonen")
# It opens `docx/parts/../templates`: the folder of those modules must be there, not only their code.
module_collection_mode = {"docx.parts": "pyz+py"}
