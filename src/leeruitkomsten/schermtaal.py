"""The words that pages, sheets and charts put around the texts of a framework, in the languages of the screen.

One table has all of them: a word is a key with its Dutch and its English. The texts of a framework are never translated; they keep
the language that the framework states (`taal`), which a screen marks where it differs from its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, cast, get_args

from .fouten import OngeldigeVraag, citaat
from .model import NIET_UIT_BRON, NIET_VERMELD
from .vragen.voortgang import GEEN_OORDEEL

Schermtaal: TypeAlias = Literal["nl", "en"]
"""A language of the screen: Dutch or English."""
SCHERMTALEN: tuple[Schermtaal, ...] = get_args(Schermtaal)

Spreek: TypeAlias = Callable[..., str]
"""What says a word of the table in one language: `spreek("niveau", nummer=2)`."""

# Scripts that are written from right to left, and the languages that are written in one of them unless they say otherwise.
_SCHRIFTEN = {"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"}
_TALEN = {"ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}

WOORDEN: dict[str, tuple[str, str]] = {
    # What several screens and sheets say.
    "niveau": ("Niveau {nummer}", "Level {nummer}"),
    "rij": ("Rij", "Row"),
    "leeruitkomst": ("Leeruitkomst", "Learning outcome"),
    "succescriteria": ("Succescriteria", "Success criteria"),
    "aangetoond": ("aangetoond", "shown"),
    "nog_aan_te_tonen": ("nog aan te tonen", "still to be shown"),
    "telling": ("{aantal} van {totaal}", "{aantal} of {totaal}"),
    "telling_aangetoond": ("{aantal} van {totaal} aangetoond", "{aantal} of {totaal} shown"),
    "niets_gevraagd": ("niets gevraagd", "nothing asked"),
    "geen_criteria": ("geen succescriteria", "no success criteria"),
    "geen_oordeel": (GEEN_OORDEEL, "This overview counts what has been shown; it is not a judgement."),
    "tekens": ("{aan} aangetoond, {nog} nog aan te tonen.", "{aan} shown, {nog} still to be shown."),
    "tekens_niveau": (
        "{aan} aangetoond, {nog} nog aan te tonen (geteld: niveau {nummer}).",
        "{aan} shown, {nog} still to be shown (counted: level {nummer}).",
    ),
    "elders": ("Aangetoond van andere niveaus: {codes}.", "Shown of other levels: {codes}."),
    "uitgave": ("versie {versie}, {dag}", "version {versie}, {dag}"),
    "herkomst": (
        "{naam}, {uitgave}. Bron: het document “{titel}”.",
        "{naam}, {uitgave}. Source: the document “{titel}”.",
    ),
    "herkomst_verwijst": (
        "{naam}, {uitgave}. Bron: het document “{titel}”, dat verwijst naar {werken}.",
        "{naam}, {uitgave}. Source: the document “{titel}”, which refers to {werken}.",
    ),
    "begeleiding": ("Begeleiding (als richtlijn): {begeleiding}", "Guidance (as a guideline): {begeleiding}"),
    "begeleiding_niet_vermeld": (f"Begeleiding: {NIET_VERMELD}", "Guidance: not stated"),
    "datum": ("{dag} {maand} {jaar}", "{dag} {maand} {jaar}"),
    "maanden": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "January February March April May June July August September October November December",
    ),
    # The page.
    "pagina.overslaan": ("Naar de inhoud", "Skip to the content"),
    "pagina.donker": ("donker", "dark"),
    "pagina.zoekveld": (
        "Zoek in leeruitkomsten en succescriteria", "Search the learning outcomes and success criteria",
    ),
    "pagina.zoekhulp": (
        "Alle woorden moeten voorkomen. Zet woorden tussen “aanhalingstekens” om ze precies zo te zoeken.",
        "All words must occur. Put words in “quotation marks” to find them exactly as they are.",
    ),
    "pagina.onderdelen": ("Onderdelen", "Sections"),
    "pagina.zonder_script": (
        "Zoeken, vergelijken en afdrukken met een knop werken alleen met JavaScript. Hieronder staat alles om te lezen.",
        "Searching, comparing and the print buttons need JavaScript. Everything can be read below.",
    ),
    "pagina.leerlijn": ("Leerlijn", "Strand"),
    "pagina.alle_leerlijnen": ("alle leerlijnen", "all strands"),
    "pagina.niveau": ("Niveau", "Level"),
    "pagina.alle_niveaus": ("alle niveaus", "all levels"),
    "pagina.niveau_fase": ("Niveau {nummer}, {fase}", "Level {nummer}, {fase}"),
    "pagina.niveau_over": ("Niveau {nummer}, {fase}. {zin}.", "Level {nummer}, {fase}. {zin}."),
    "pagina.over": ("Over deze leeruitkomsten", "About these learning outcomes"),
    "pagina.kopieer_deze": ("Kopieer deze link", "Copy this link"),
    "pagina.sluiten": ("sluiten", "close"),
    "pagina.matrix": ("Matrix {code}", "Matrix {code}"),
    "pagina.matrix_afdrukken": ("Matrix {code} afdrukken", "Print matrix {code}"),
    "pagina.volgen": ("volgen", "follow"),
    "pagina.noot": ("noot bij de tekst", "note on the text"),
    "pagina.erratum": (
        "In de bron staat “{staat}”; bedoeld is “{bedoeld}”. {reden}",
        "The source has “{staat}”; what is meant is “{bedoeld}”. {reden}",
    ),
    "pagina.eigen_naam": (NIET_UIT_BRON, "name given by this package"),
    "pagina.eigen_namen": (
        "Schuine namen van rijen zijn van dit pakket, om ze te vinden; de bron geeft die niet.",
        "Names of rows in italics were given by this package, to find them by; the source does not give them.",
    ),
    "pagina.formulier_afdrukken": ("Formulier EvL {nummer} afdrukken", "Print form for EvL {nummer}"),
    "pagina.evl": (
        "Eenheid van leeruitkomsten: de leeruitkomsten van niveau {nummer} samen. {zin}.",
        "EvL, unit of learning outcomes: the learning outcomes of level {nummer} together. {zin}.",
    ),
    # The page with what a student has shown.
    "pagina.voortgang": ("Voortgang", "Progress"),
    "pagina.voortgang_afdrukken": ("Voortgang afdrukken", "Print progress"),
    "pagina.streepje": ("Een streepje: hier wordt niets gevraagd.", "A dash: nothing is asked here."),
    "pagina.leeg_vak": (
        "Een leeg vak: van een ander niveau, dus niet geteld.", "An empty cell: of another level, so not counted.",
    ),
    "pagina.niet_geteld": ("niet geteld", "not counted"),
    "pagina.aantal_aangetoond": ("{aantal} aangetoond", "{aantal} shown"),
    "pagina.samen": ("Samen", "Together"),
    # The page: search.
    "pagina.gevonden": ("Zoekresultaten", "Search results"),
    "pagina.gevonden_afdrukken": ("Zoekresultaten afdrukken", "Print search results"),
    "pagina.gevonden_voor": ("Zoekresultaten voor: {vraag}", "Search results for: {vraag}"),
    "pagina.zoek": ("Zoek: {vraag}", "Search: {vraag}"),
    "pagina.waar": ("niveau {nummer} {fase}", "level {nummer} {fase}"),
    "pagina.waar_leeruitkomst": ("leeruitkomst, niveau {nummer} {fase}", "learning outcome, level {nummer} {fase}"),
    "pagina.ga_naar": ("Ga naar", "Go to"),
    "pagina.is_code": ("Dat is een code.", "That is a code."),
    "pagina.niets": (
        "Niets gevonden. Probeer een ander woord, of minder woorden.",
        "Nothing found. Try another word, or fewer words.",
    ),
    "pagina.aantal": ("{aantal} gevonden.", "{aantal} found."),
    "pagina.op_niveau": ("op niveau {nummer}", "at level {nummer}"),
    "pagina.in_leerlijn": ("in {code}", "in {code}"),
    "pagina.aantal_hier": ("{aantal} gevonden {waarin} (van {alle}).", "{aantal} found {waarin} (of {alle})."),
    "pagina.niets_hier": (
        "Niets gevonden {waarin}. In alle leerlijnen en niveaus: {alle}.",
        "Nothing found {waarin}. In all strands and levels: {alle}.",
    ),
    "pagina.overal": ("zoek overal", "search everywhere"),
    # The page: links and codes.
    "pagina.kopieer": ("kopieer link", "copy link"),
    "pagina.kopieer_naar": ("naar {code}", "to {code}"),
    "pagina.gekopieerd": ("Link naar {code} gekopieerd.", "Link to {code} copied."),
    "pagina.onbekend": ("Onbekende code", "Unknown code"),
    "pagina.geen_code": (
        "“{code}” is geen code van dit raamwerk (versie {versie}). Kies hierboven een leerlijn, of zoek op woorden.",
        "“{code}” is not a code of this framework (version {versie}). Choose a strand above, or search for words.",
    ),
    "pagina.bedoel": ("Bedoel je misschien", "Did you mean"),
    "pagina.vervallen": ("{code} is vervallen sinds versie {versie}.", "{code} has not been in use since version {versie}."),
    "pagina.kijk_bij": ("Kijk bij", "See"),
    # The page: a row, and what deepens.
    "pagina.rij_code": ("Rij {code}", "Row {code}"),
    "pagina.rij_afdrukken": ("Rij afdrukken", "Print row"),
    "pagina.door_de_niveaus": ("door de niveaus", "through the levels"),
    "pagina.bij_leerlijn": ("Leerlijn:", "Strand:"),
    "pagina.vorige_rij": ("vorige rij ({code})", "previous row ({code})"),
    "pagina.volgende_rij": ("volgende rij ({code})", "next row ({code})"),
    "pagina.rij_vraagt_niets": ("Deze rij vraagt hier niets.", "This row asks nothing here."),
    "pagina.merken": (
        "Doorgestreept: vervalt. Onderstreept: nieuw.", "Struck through: left out. Underlined: new.",
    ),
    "pagina.suggestie": (
        "De criteria zijn op volgorde gekoppeld; dat is een suggestie.",
        "The criteria have been paired in order; that is a suggestion.",
    ),
    "pagina.toegevoegd": ("toegevoegd:", "added:"),
    "pagina.weggelaten": ("vervalt:", "left out:"),
    "pagina.vergeleken": ("Vergeleken met niveau {nummer}. {zin}", "Compared with level {nummer}. {zin}"),
    "pagina.tekst_gelijk": ("De tekst is gelijk.", "The text is the same."),
    "pagina.verschilt": (
        "Het aantal criteria verschilt (niveau {van}: {aantal_van}, niveau {naar}: {aantal_naar}); "
        "welk criterium bij welk hoort, zegt de bron niet.",
        "The number of criteria differs (level {van}: {aantal_van}, level {naar}: {aantal_naar}); "
        "the source does not say which criterion belongs with which.",
    ),
    "pagina.wat_verdiept": ("Wat verdiept er?", "What deepens?"),
    "pagina.wat_verdiept_van": (
        "Wat verdiept er van niveau {van} naar niveau {naar}?", "What deepens from level {van} to level {naar}?",
    ),
    "pagina.verdieping_afdrukken": ("Verdieping afdrukken", "Print what deepens"),
    "pagina.van_niveau": ("Van niveau", "From level"),
    "pagina.naar_niveau": ("naar niveau", "to level"),
    "pagina.verdiept": ("verdiept", "deepens"),
    "pagina.nieuw": ("nieuw", "new"),
    "pagina.vervalt": ("vervalt", "does not return"),
    "pagina.gelijk": ("gelijk", "the same"),
    "pagina.niet_gekoppeld": (
        "{soort}, niet gekoppeld: het aantal verschilt", "{soort}, not paired: the number differs",
    ),
    "pagina.een_rij": ("1 rij", "1 row"),
    "pagina.rijen": ("{aantal} rijen", "{aantal} rows"),
    "pagina.soort_aantal": ("{aantal} {soort}", "{aantal} {soort}"),
}  # fmt: skip
"""Each word: in Dutch, in English. What stands in braces is filled in, and stands in both.

Some names in braces (`VAN_HET_RAAMWERK`) are for texts of a framework, which a screen may have to mark as of another language.
"""

VAN_HET_RAAMWERK = frozenset({"naam", "fase", "begeleiding", "titel", "werken", "staat", "bedoeld", "reden"})
"""The names in braces that texts of a framework are filled in for."""


def spreker(schermtaal: str) -> Spreek:
    """Return what says the words of the table in a language of the screen.

    Raises:
        OngeldigeVraag: this is no language of the screen.

    >>> spreker("en")("niveau", nummer=2)
    'Level 2'
    """
    if schermtaal not in SCHERMTALEN:
        reden = f"schermtaal: kies {' of '.join(SCHERMTALEN)}, niet {citaat(schermtaal)}"
        raise OngeldigeVraag("onbekende_keuze", reden, {"schermtaal": schermtaal})
    plaats = SCHERMTALEN.index(schermtaal)

    def spreek(woord: str, /, **delen: object) -> str:
        return WOORDEN[woord][plaats].format(**delen)

    return spreek


def ongevuld(woord: str, schermtaal: str) -> str:
    """Return a word of the table as it stands there, what is filled in still in braces.

    >>> ongevuld("niveau", "en")
    'Level {nummer}'
    """
    return WOORDEN[woord][SCHERMTALEN.index(cast("Schermtaal", schermtaal))]


def richting(taal: str) -> Literal["ltr", "rtl"]:
    """Return in which direction the texts of a language (BCP 47) are written.

    >>> richting("nl"), richting("ar-EG"), richting("az-Arab"), richting("ks-Deva")
    ('ltr', 'rtl', 'rtl', 'ltr')
    """
    eerste, *rest = taal.casefold().split("-")
    schrift = next((deel for deel in rest if len(deel) == 4 and deel.isalpha()), "")  # noqa: PLR2004  # a script has four letters
    rechts = schrift in _SCHRIFTEN if schrift else eerste in _TALEN
    return "rtl" if rechts else "ltr"
