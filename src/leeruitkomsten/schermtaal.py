"""The words that pages, sheets and charts put around the texts of a framework, in the languages of the screen.

One table has all of them: a word is a key with its Dutch and its English. The texts of a framework are never translated; they keep
the language that the framework states (`taal`), which a screen marks where it differs from its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Literal, TypeAlias, cast, get_args

from .fouten import OngeldigeVraag
from .model import NAAM_VAN_ONS, NAMEN_VAN_ONS, NIET_UIT_BRON, NIET_VERMELD
from .vragen.voortgang import GEEN_OORDEEL
from .zinnen import citaat

Schermtaal: TypeAlias = Literal["nl", "en"]
"""A language of the screen: Dutch or English."""
SCHERMTALEN: tuple[Schermtaal, ...] = get_args(Schermtaal)

Spreek: TypeAlias = Callable[..., str]
"""What says a word of the table in one language: `spreek("niveau", nummer=2)`."""

# Scripts that are written from right to left.
_SCHRIFTEN = {"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"}
# The languages that are written in one of those unless they say otherwise: by the likely subtags of Unicode CLDR 48, and arc.
_TALEN = frozenset(
    """
    aao abh abv acm acq acw acx adf aeb aec aee aeq afb aib aii aij aiq ajp ajt aju amw apc apd ar ara arb arc arq ars ary
    arz ask atn auj auz avd avl ayh ayl ayn ayp azb bal bcc bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi brh brk bsh bsk chg
    cja ckb cld clh czk dcc def deh dgl div dmk dml drw dv esh fa fas fay faz fia fub gbz ggg gha ghr gig gjk gju glh glk
    grr gwc gwf gwt gzi hac haz hbo he heb hkh hnd hno hoh hrt hrz hss huy isk itk iw jad jat jbe jbn jdg ji jnd jog jpa jpr
    jrb jye kas kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp kzh lad lah lhs lki lrc lrk lrl lsa lsd lss luv luz mby mde
    mey mfa mfi mhj mid mki mnj mve mvy myz mzb mzn nli nlm nqo ntz nyq oar odk oru ota pbt pbu per pes phl phr phv plk pmu
    pnb prc prd prs prx ps psh psi pst pus qxq rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgl sgr sgy shd shm shu shv
    siy siz skr smp smy snd sqo sqt srh srz ssh sts swb syc syn syr tjo tks tmr tnf tov tra trg trm trw ug uig ur urd ush
    uzs vaf vgr vmh wbk wlo wne wni wsv xhe xka xkc xkj xkp xvi ydd ydg yhd yi yid yih yud zba zdj zrp zum
    """.split()  # noqa: SIM905  # three hundred quotes would hide the codes
)
# Languages that in these regions are written in another direction than elsewhere, by the same source.
_ELDERS_ANDERSOM = frozenset(
    """
    az-iq az-ir aze-iq aze-ir azj-iq azj-ir ha-cm ha-sd hau-cm hau-sd kaz-af kaz-cn kaz-ir kaz-mn kir-cn kk-af kk-cn kk-ir
    kk-mn kmr-iq kmr-ir kmr-lb ku-iq ku-ir ku-lb kur-iq kur-ir kur-lb ky-cn may-cc mey-sn ms-cc msa-cc pa-pk pan-pk sd-in
    snd-in tg-pk tgk-pk ug-kz ug-mn uig-kz uig-mn uz-af uzb-af uzn-af zsm-cc
    """.split()  # noqa: SIM905  # three hundred quotes would hide the codes
)

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
    "niets_gevraagd": ("niets gevraagd", "no criteria"),
    "geen_criteria": ("geen succescriteria", "no success criteria"),
    "geen_oordeel": (GEEN_OORDEEL, "This overview counts what has been shown; it is not a judgement."),
    "tekens": ("{aan} aangetoond, {nog} nog aan te tonen.", "{aan} shown, {nog} still to be shown."),
    "tekens_niveau": (
        "{aan} aangetoond, {nog} nog aan te tonen (geteld: niveau {nummer}).",
        "{aan} shown, {nog} still to be shown (counted: level {nummer}).",
    ),
    "elders": ("Ook aangetoond, op andere niveaus: {codes}.", "Also shown, at other levels: {codes}."),
    "uitgave": ("versie {versie}, {dag}", "version {versie}, {dag}"),
    "herkomst": (
        "{naam}, {uitgave}. Bron: het document “{titel}”.",
        "{naam}, {uitgave}. Source: the document “{titel}”.",
    ),
    "herkomst_verwijst": (
        "{naam}, {uitgave}. Bron: het document “{titel}”, dat verwijst naar {werken}.",
        "{naam}, {uitgave}. Source: the document “{titel}”, which refers to {werken}.",
    ),
    "begeleiding": ("Begeleiding: {begeleiding}", "Guidance: {begeleiding}"),
    "begeleiding_richtlijn": ("Als richtlijn: {begeleiding}", "Guidance (as a guideline): {begeleiding}"),
    "begeleiding_niet_vermeld": (f"Begeleiding: {NIET_VERMELD}", "Guidance: not stated"),
    "rijnamen": (
        NAMEN_VAN_ONS,
        "The names of the rows were given by this package, not by the source.",
    ),
    "rijnaam_van": (
        NAAM_VAN_ONS,
        "The name of {codes} was given by this package, not by the source.",
    ),
    "datum": ("{dag} {maand} {jaar}", "{dag} {maand} {jaar}"),
    "maanden": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "January February March April May June July August September October November December",
    ),
    # The page.
    "pagina.overslaan": ("Naar de inhoud", "Skip to content"),
    "pagina.donker": ("donker", "dark"),
    "pagina.zoekveld": ("Zoek in de teksten", "Search the texts"),
    "pagina.zoekhulp": (
        "Alle woorden moeten voorkomen. Zet woorden tussen “aanhalingstekens” om ze precies zo te zoeken.",
        "All words must appear. Put words in “quotation marks” to search for an exact phrase.",
    ),
    "pagina.onderdelen": ("Onderdelen", "Sections"),
    "pagina.evls": ("Eenheden van leeruitkomsten (EvL):", "Units of learning outcomes (EvL):"),
    "pagina.zonder_script": (
        "Zoeken, vergelijken en afdrukken met een knop werken alleen met JavaScript. Hieronder staat alles om te lezen.",
        "Searching, comparing and the print buttons need JavaScript. Everything can be read below.",
    ),
    "pagina.leerlijn": ("Leerlijn", "Strand"),
    "pagina.alle_leerlijnen": ("alle leerlijnen", "all strands"),
    "pagina.niveau": ("Niveau", "Level"),
    "pagina.alle_niveaus": ("alle niveaus", "all levels"),
    "pagina.niveau_fase": ("Niveau {nummer}, {fase}", "Level {nummer}, {fase}"),
    "pagina.niveau_over": ("Niveau {nummer}, {fase}.", "Level {nummer}, {fase}."),
    "pagina.over": ("Over deze leeruitkomsten", "About these learning outcomes"),
    "pagina.kopieer_deze": ("Kopieer deze link", "Copy this link"),
    "pagina.sluiten": ("sluiten", "close"),
    "pagina.matrix": ("Matrix {code}", "Matrix {code}"),
    "pagina.matrix_afdrukken": ("Matrix {code} afdrukken", "Print matrix {code}"),
    "pagina.volgen": ("volgen", "follow"),
    "pagina.noot": ("noot bij de tekst", "note on the text"),
    "pagina.erratum": (
        "In de bron staat “{staat}”; bedoeld is “{bedoeld}”. {reden}",
        "The source says “{staat}”; “{bedoeld}” is meant. {reden}",
    ),
    "pagina.eigen_naam": (NIET_UIT_BRON, "name given by this package"),
    "pagina.formulier_afdrukken": ("Formulier EvL{nummer} afdrukken", "Print form for EvL{nummer}"),
    "pagina.evl": (
        "Eenheid van leeruitkomsten: de leeruitkomsten van niveau {nummer} samen.",
        "Unit of learning outcomes: the learning outcomes of level {nummer} together.",
    ),
    # The page with what a student has shown.
    "pagina.voortgang": ("Voortgang", "Progress"),
    "pagina.wijzigingen_afdrukken": ("Wijzigingen afdrukken", "Print the changes"),
    "pagina.voortgang_afdrukken": ("Voortgang afdrukken", "Print progress"),
    "pagina.streepje": ("Een streepje: hier wordt niets gevraagd.", "A dash: there are no criteria here."),
    "pagina.elders": (
        "Van andere niveaus staat op zijn plaats wat is aangetoond, met een gestippelde rand; het telt hier niet mee.",
        "What was shown at other levels stands in its place, with a dashed border; it is not counted here.",
    ),
    "pagina.niet_geteld": ("niet geteld", "not counted"),
    "pagina.aantal_aangetoond": ("{aantal} aangetoond", "{aantal} shown"),
    "pagina.samen": ("Samen", "Total"),
    # The page: the portfolio of a student.
    "portfolio.portfolio": ("Portfolio", "Portfolio"),
    "portfolio.afdrukken": ("Portfolio afdrukken", "Print portfolio"),
    "portfolio.uitleg": (
        "Per succescriterium het bewijs en wat erover is gezegd. Dit overzicht telt wat is aangetoond; het is geen oordeel.",
        "For each success criterion the evidence and what was said about it. This overview counts what has been shown; "
        "it is not a judgement.",
    ),
    "portfolio.op": ("Stand op {datum}", "As of {datum}"),
    "portfolio.afspraak": ("Afspraak", "Agreement"),
    "portfolio.overzicht": ("Aangetoond, per leerlijn en niveau", "Shown, by strand and level"),
    "portfolio.groei": ("Voor het eerst aangetoond, per maand", "Shown for the first time, by month"),
    "portfolio.maand": ("Maand", "Month"),
    "portfolio.erbij": ("Erbij", "Added"),
    "portfolio.samen": ("In totaal", "In total"),
    "portfolio.vergelijk": ("Vergelijk met eerder", "Compare with earlier"),
    "portfolio.toen": ("Met hoe het was op", "With how it was on"),
    "portfolio.tot": ("tot en met (mag leeg blijven: nu)", "up to and including (optional: now)"),
    "portfolio.eerste_dag": (
        "De eerste dag ontbreekt: vul ook “Met hoe het was op” in.",
        "The first day is missing: fill in “With how it was on” as well.",
    ),
    "portfolio.dagen_omgekeerd": (
        "De eerste dag ({toen}) is later dan de laatste ({tot}). Verwissel ze.",
        "The first day ({toen}) is later than the last ({tot}). Swap them.",
    ),
    "portfolio.niet_eerder": (
        "Geef het eerdere portfolio als eerder bestand: dat bestand is van {toen}, dit portfolio van {nu}.",
        "Give the earlier portfolio as the earlier file: that file is of {toen}, this portfolio of {nu}.",
    ),
    "portfolio.kies_vroeger": ("Of met een eerder bestand", "Or with an earlier file"),
    "portfolio.niet_vergelijken": ("Vergelijk niet meer", "Stop comparing"),
    "portfolio.sinds": ("Veranderd sinds {datum}", "Changed since {datum}"),
    "portfolio.sinds_bestand": ("Veranderd sinds het eerdere bestand", "Changed since the earlier file"),
    "portfolio.veranderd": (
        "Erbij gekomen: {bewijs} × bewijs en {notities} × notitie; verdwenen: {weg}.",
        "Added: {bewijs} × evidence and {notities} × note; gone: {weg}.",
    ),
    "portfolio.niets_veranderd": ("Er is niets veranderd.", "Nothing has changed."),
    "portfolio.andere_student": (
        "Let op: het eerdere bestand is van {student}.", "Mind: the earlier file is of {student}.",
    ),
    "portfolio.erbij_gekomen": ("nieuw", "new"),
    "portfolio.was_er": ("was er al", "was there"),
    "portfolio.verdwenen": ("verdwenen", "gone"),
    "portfolio.nu_wel": ("toen nog niet aangetoond, nu wel", "not shown then, shown now"),
    "portfolio.nu_niet": ("toen aangetoond, nu niet meer", "shown then, no longer now"),
    "portfolio.dubbel": (
        "In dit bestand staat de sleutel {sleutel} twee keer. Vraag om een nieuw bestand.",
        "In this file the key {sleutel} stands twice. Ask for a new file.",
    ),
    "portfolio.begin": (
        "Open een portfoliobestand, of begin een nieuw. Alles blijft op dit apparaat: deze pagina stuurt niets weg.",
        "Open a portfolio file, or begin a new one. Everything stays on this device: this page sends nothing away.",
    ),
    "portfolio.open": ("Open een portfoliobestand", "Open a portfolio file"),
    "portfolio.sleep": ("of sleep het naar deze pagina", "or drop it on this page"),
    "portfolio.naam": ("Naam van de student", "Name of the student"),
    "portfolio.nieuw": ("Begin een nieuw portfolio", "Begin a new portfolio"),
    "portfolio.opslaan": ("Opslaan als bestand", "Save as a file"),
    "portfolio.ander": ("Open een ander", "Open another"),
    "portfolio.sluit": ("Sluit dit portfolio", "Close this portfolio"),
    "portfolio.wis_concept": ("Wis het concept in deze browser", "Clear the draft in this browser"),
    "portfolio.wat": ("Wat voeg je toe?", "What do you add?"),
    "portfolio.titel": ("Hoe heet het bewijs?", "What is the evidence called?"),
    "portfolio.verwijzing": ("Waar staat het? Een link of een plek; mag leeg blijven", "Where is it? A link or a place; optional"),
    "portfolio.soort": (
        "Wat voor bewijs is het? Zoals lesplan of video; mag leeg blijven",
        "What kind of evidence? Such as a lesson plan; optional",
    ),
    "portfolio.tekst": ("Wat is er gezegd of afgesproken?", "What was said or agreed?"),
    "portfolio.rol": ("Van wie? Mag leeg blijven", "By whom? Optional"),
    "portfolio.bewaar": ("Zet in het portfolio", "Put in the portfolio"),
    "portfolio.annuleer": ("Annuleer", "Cancel"),
    "portfolio.toevoegen": ("toevoegen", "add"),
    "portfolio.bij_code": ("bij {code}", "at {code}"),
    "portfolio.wijzig": ("wijzig", "edit"),
    "portfolio.haal_weg": ("haal weg", "remove"),
    "portfolio.zet_terug": ("zet terug wat je weghaalde", "put back what you removed"),
    "portfolio.vul_in": (
        "Vul dit in, met ten hoogste 10.000 tekens.", "Fill this in, with at most 10,000 characters.",
    ),
    "portfolio.vul_datum_in": ("Vul een datum in.", "Fill in a date."),
    "portfolio.concept_bewaard": (
        "Nog niet opgeslagen als bestand. Er staat een concept in deze browser.",
        "Not yet saved as a file. A draft is kept in this browser.",
    ),
    "portfolio.geen_concept": (
        "Nog niet opgeslagen als bestand, en deze browser bewaart geen concept: sla het op voordat je weggaat.",
        "Not yet saved as a file, and this browser keeps no draft: save it before you leave.",
    ),
    "portfolio.opgeslagen": (
        "Opgeslagen als {bestand}, bij je downloads. In deze browser blijft geen concept achter.",
        "Saved as {bestand}, among your downloads. No draft stays in this browser.",
    ),
    "portfolio.gewist": (
        "Het concept is gewist. Wat je hier ziet, is nog niet opgeslagen als bestand.",
        "The draft has been cleared. What you see here has not been saved as a file.",
    ),
    "portfolio.gewist_van": ("Het concept van {student} is gewist.", "The draft of {student} has been cleared."),
    "portfolio.concept_van": (
        "In deze browser staat een concept van {student} dat niet als bestand is opgeslagen.",
        "This browser keeps a draft of {student} that has not been saved as a file.",
    ),
    "portfolio.verder": ("ga ermee verder", "go on with it"),
    "portfolio.wis": ("wis het", "clear it"),
    "portfolio.toch_weg": (
        "Wat je hebt ingevuld, is nog niet opgeslagen als bestand. Toch doorgaan?",
        "What you filled in has not been saved as a file. Go on all the same?",
    ),
    "portfolio.fout": (
        "Dit portfolio is niet te lezen: er klopt iets niet bij {plek}. Vraag om een nieuw bestand, of maak er hier een.",
        "This portfolio cannot be read: something is wrong at {plek}. Ask for a new file, or make one here.",
    ),
    "portfolio.geen_bestand": (
        "Dit is geen portfoliobestand. Kies het bestand op .json dat deze pagina of het portfolio heeft gemaakt.",
        "This is not a portfolio file. Choose the .json file that this page or your portfolio software made.",
    ),
    "portfolio.te_groot": (
        "Dit bestand is te groot: een portfolio is ten hoogste 10 MB. Kies een ander bestand.",
        "This file is too large: a portfolio has at most 10 MB. Choose another file.",
    ),
    "portfolio.onbereikbaar": (
        "Dit bestand is niet te lezen: het is verplaatst, veranderd of afgeschermd. Kies het opnieuw.",
        "This file cannot be read: it was moved, changed or locked. Choose it again.",
    ),
    "portfolio.ander_raamwerk": (
        "Dit portfolio hoort bij een ander raamwerk: {raamwerk}, versie {versie}. Open het met de pagina van dat raamwerk.",
        "This portfolio belongs to another framework: {raamwerk}, version {versie}. Open it with the page of that framework.",
    ),
    "portfolio.andere_versie": (
        "Dit portfolio hoort bij versie {versie} van het raamwerk, deze pagina bij versie {hier}. Open het met de pagina van zijn "
        "eigen versie; met “migreer” gaan de codes over naar een andere.",
        "This portfolio belongs to version {versie} of the framework, this page to version {hier}. Open it with the page of its "
        "own version; “migreer” moves the codes to another one.",
    ),
    "portfolio.andere_inhoud": (
        "Dit portfolio is gemaakt met een raamwerk van dezelfde versie, maar met andere teksten of codes. Open het met de pagina "
        "waarmee het is gemaakt.",
        "This portfolio was made with a framework of the same version, but with other texts or codes. Open it with the page that "
        "it was made with.",
    ),
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
    "pagina.bij_begin": (
        "“{woord}” staat in geen tekst; gezocht is op het begin, “{deel}”.",
        "“{woord}” is in no text; searched for its beginning, “{deel}”.",
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
    "pagina.bedoel": ("Bedoel je misschien {codes}?", "Did you mean {codes}?"),
    "pagina.vervallen": ("{code} is vervallen sinds versie {versie}.", "{code} has not been in use since version {versie}."),
    "pagina.kijk_bij": ("Kijk bij {codes}.", "See {codes}."),
    # The page: a row, and what deepens.
    "pagina.rij_code": ("Rij {code}", "Row {code}"),
    "pagina.rij_afdrukken": ("Rij afdrukken", "Print row"),
    "pagina.door_de_niveaus": ("door de niveaus", "through the levels"),
    "pagina.bij_leerlijn": ("Leerlijn:", "Strand:"),
    "pagina.vorige_rij": ("vorige rij ({code})", "previous row ({code})"),
    "pagina.volgende_rij": ("volgende rij ({code})", "next row ({code})"),
    "pagina.overzicht_afdrukken": ("EvL{nummer} op één A4 afdrukken", "Print EvL{nummer} on one A4"),
    "pagina.rij_vraagt_niets": ("Deze rij vraagt hier niets.", "This row has no criteria at this level."),
    "pagina.merken": (
        "Gekleurd onderstreept: alleen op het hogere niveau. Streepjes: alleen op het lagere. Stipjes: elders in de zin. "
        "Met ≠: een andere tekst, te veel anders voor losse woorden.",
        "Coloured underline: at the higher level only. Dashes: at the lower one only. Dots: elsewhere in the sentence. "
        "With ≠: another text, too different to mark single words.",
    ),
    "pagina.suggestie": (
        "De criteria zijn op volgorde gekoppeld; dat is een suggestie.",
        "The criteria have been paired in order; this is only a suggestion.",
    ),
    "pagina.alleen_hoger": ("alleen op het hogere niveau:", "at the higher level only:"),
    "pagina.alleen_lager": ("alleen op het lagere niveau:", "at the lower level only:"),
    "pagina.elders_lager": ("op het lagere niveau elders in de zin:", "elsewhere in the sentence at the lower level:"),
    "pagina.elders_hoger": ("op het hogere niveau elders in de zin:", "elsewhere in the sentence at the higher level:"),
    "pagina.andere_tekst": ("≠ andere tekst", "≠ other text"),
    "pagina.vergeleken": ("Vergeleken met niveau {nummer}. {zin}", "Compared with level {nummer}. {zin}"),
    "pagina.tekst_gelijk": ("De tekst is gelijk.", "The text is the same."),
    "pagina.verschilt": (
        "Het aantal criteria verschilt (niveau {van}: {aantal_van}, niveau {naar}: {aantal_naar}); "
        "welk criterium bij welk hoort, zegt de bron niet.",
        "The number of criteria differs (level {van}: {aantal_van}, level {naar}: {aantal_naar}); "
        "the source does not say which criteria belong together.",
    ),
    "pagina.wat_verdiept": ("Wat verdiept er?", "What deepens?"),
    "pagina.wat_verdiept_van": (
        "Wat verdiept er van niveau {van} naar niveau {naar}?", "What deepens from level {van} to level {naar}?",
    ),
    "pagina.verdieping_afdrukken": ("Verdieping afdrukken", "Print what deepens"),
    "pagina.alleen_tekst": ("alleen de tekst", "text only"),
    "pagina.ertussen": ("ook de niveaus ertussen", "the levels between them too"),
    "pagina.van_niveau": ("Van niveau", "From level"),
    "pagina.naar_niveau": ("naar niveau", "to level"),
    "pagina.verdiept": ("verdiept", "deepens"),
    "pagina.nieuw": ("nieuw op niveau {naar}", "new at level {naar}"),
    "pagina.vervalt": ("niet gevraagd op niveau {naar}", "no criteria at level {naar}"),
    "pagina.gelijk": ("gelijk", "the same"),
    "pagina.niet_gekoppeld": (
        "{soort}, niet gekoppeld: het aantal verschilt", "{soort}, not paired: the number differs",
    ),
    "pagina.een_rij": ("1 rij", "1 row"),
    "pagina.rijen": ("{aantal} rijen", "{aantal} rows"),
    "pagina.soort_aantal": ("{aantal} {soort}", "{aantal} × {soort}"),
    # Charts: what several of them say.
    "grafiek.grafiek": ("Grafiek", "Chart"),
    "grafiek.zonder_script": (
        "Deze grafiek wordt getekend met JavaScript; zet dat aan om haar te zien.",
        "This chart is drawn with JavaScript; switch it on to see the chart.",
    ),
    "grafiek.raamwerk": (
        "Raamwerk: {naam}, versie {versie} ({datum}).", "Framework: {naam}, version {versie} ({datum}).",
    ),
    "grafiek.een_criterium": ("{aantal} succescriterium", "{aantal} success criterion"),
    "grafiek.criteria": ("{aantal} succescriteria", "{aantal} success criteria"),
    "grafiek.een_rij": ("{aantal} rij", "{aantal} row"),
    "grafiek.rijen": ("{aantal} rijen", "{aantal} rows"),
    "grafiek.een_woord": ("{aantal} woord", "{aantal} word"),
    "grafiek.woorden": ("{aantal} woorden", "{aantal} words"),
    "grafiek.een_student": ("{aantal} student", "{aantal} student"),
    "grafiek.studenten": ("{aantal} studenten", "{aantal} students"),
    "grafiek.bij": ("{code}: {zin}", "{code}: {zin}"),
    "grafiek.zonder_criteria": ("{code} heeft geen succescriteria", "{code} has no success criteria"),
    "grafiek.vraagt_niets": ("vraagt op dit niveau niets", "no criteria at this level"),
    "grafiek.van_wie": ("{naam}, {zin}", "{naam}, {zin}"),
    "grafiek.vak": ("vak", "cell"),
    "grafiek.opschrift": ("opschrift", "heading"),
    "grafiek.staaf": ("staaf", "bar"),
    "grafiek.niveau": ("niveau", "level"),
    "grafiek.plaats": ("Plaats", "Place"),
    "grafiek.stand": ("Stand", "Status"),
    "grafiek.per_criterium": ("Per succescriterium", "By success criterion"),
    "grafiek.wat": ("Wat", "What"),
    # Charts: how many success criteria there are.
    "grafiek.aantallen": ("Succescriteria per leerlijn en niveau", "Success criteria by strand and level"),
    "grafiek.samen": ("Samen {criteria} in {rijen}.", "In total, {criteria} in {rijen}."),
    "grafiek.een_criterium_kort": ("{aantal} criterium", "{aantal} criterion"),
    "grafiek.criteria_kort": ("{aantal} criteria", "{aantal} criteria"),
    # Charts: what has been shown.
    "grafiek.niet_meegeteld": ("niet meegeteld", "not counted"),
    "grafiek.heeft_geen": ("heeft geen succescriteria", "has no success criteria"),
    "grafiek.streepje_niveau": (
        "Een streepje: de rij vraagt op dit niveau niets.", "A dash: the row has no criteria at this level.",
    ),
    "grafiek.deel_criteria": ("Aandeel van de succescriteria", "Share of the success criteria"),
    "grafiek.aangetoond": ("Aangetoonde succescriteria", "Success criteria shown"),
    "grafiek.aangetoond_niveau": (
        "Aangetoonde succescriteria van niveau {nummer}", "Success criteria of level {nummer} shown",
    ),
    "grafiek.van_eerdere": ("{criteria} van eerdere niveaus", "{criteria} of earlier levels"),
    "grafiek.van_latere": ("{criteria} van latere niveaus", "{criteria} of later levels"),
    "grafiek.beide": ("{een} en {ander}", "{een} and {ander}"),
    "grafiek.ook_aangetoond": ("Ook aangetoond: {wat}.", "Also shown: {wat}."),
    "grafiek.niet_gevraagd": (
        "Gekleurd: niveau {nummer}; op de andere niveaus staat {stip} bij wat niet is aangetoond: daar is niet naar gevraagd.",
        "Coloured: level {nummer}; at the other levels, {stip} stands for what has not been shown: these are not counted.",
    ),
    "grafiek.uitleg_student": (
        "In elk vak staat elk succescriterium: {aan} aangetoond, {nog} nog aan te tonen.",
        "Each cell has each success criterion: {aan} shown, {nog} still to be shown.",
    ),
    "grafiek.ook_van_aangetoond": (
        "{deel} van {criteria} aangetoond (niet meegeteld)", "{deel} of {criteria} shown (not counted)",
    ),
    "grafiek.van_aangetoond": ("{deel} van {criteria} aangetoond", "{deel} of {criteria} shown"),
    "grafiek.wel": ("{code} aangetoond", "{code} shown"),
    "grafiek.nog_niet": ("{code} nog niet", "{code} not yet"),
    "grafiek.deel_studenten": ("Aandeel van de studenten", "Share of the students"),
    "grafiek.cohort": ("Aangetoonde succescriteria in het cohort", "Success criteria shown in the cohort"),
    "grafiek.deel_geteld": ("Aandeel van wie geteld zijn", "Share of those counted"),
    "grafiek.uitleg_cohort": (
        "In elk vak: welk {wie} een succescriterium heeft aangetoond, gemiddeld over de succescriteria.",
        "In each cell: what {wie} has shown a success criterion, averaged over the success criteria.",
    ),
    "grafiek.alle": ("alle {aantal}", "all {aantal}"),
    "grafiek.maal": ("{aantal} × {per}", "{aantal} × {per}"),
    "grafiek.noemer": ("Geteld: {wie}.", "Counted: {wie}."),
    "grafiek.noemer_lijst": (
        "Van {wie} op de lijst, van wie {zonder} zonder bewijs.", "Of {wie} on the list, {zonder} of whom without evidence.",
    ),
    "grafiek.noemer_zonder_lijst": (
        "Van {wie}, zonder lijst van studenten: alleen wie bewijs heeft.",
        "Of {wie}, without a list of students: only those who have evidence.",
    ),
    "grafiek.door": ("{criteria}, door {deel} van {wie} aangetoond", "{criteria}, shown by {deel} of {wie}"),
    "grafiek.gemiddeld_door": (
        "{criteria}, gemiddeld door {deel} van {wie} aangetoond",
        "{criteria}, shown on average by {deel} of {wie}",
    ),
    # Charts: what a curriculum covers.
    "grafiek.dekking": (
        "Dekking van de leeruitkomsten door de modules", "Coverage of the learning outcomes by the modules",
    ),
    "grafiek.ongedekt": ("ongedekt", "not covered"),
    "grafiek.geen_module": ("geen module", "no module"),
    "grafiek.module": ("Module", "Module"),
    "grafiek.uitkomsten": ("Leeruitkomst", "Learning outcome"),
    "grafiek.modules": ("Module, in de volgorde van het curriculum", "Module, in the order of the curriculum"),
    "grafiek.bij_module": ("{plaats}, {module}: {deel} van {criteria}", "{plaats}, {module}: {deel} of {criteria}"),
    "grafiek.uitleg_dekking": (
        "In elk vak: aan hoeveel van hoeveel succescriteria de module werkt; een leeg vak is geen enkel. Als laatste: wat geen "
        "enkele module doet.",
        "In each cell: how many of the success criteria the module addresses; an empty cell is none. Last: those that no module "
        "addresses.",
    ),
    "grafiek.streepje_uitkomst": (
        "Een streepje: de leeruitkomst heeft geen succescriteria.",
        "A dash: the learning outcome has no success criteria.",
    ),
    "grafiek.gedekt_een": (
        "{deel} van {totaal} succescriteria gedekt door {modules} module.",
        "{deel} of {totaal} success criteria covered by {modules} module.",
    ),
    "grafiek.gedekt": (
        "{deel} van {totaal} succescriteria gedekt door {modules} modules.",
        "{deel} of {totaal} success criteria covered by {modules} modules.",
    ),
    "grafiek.zonder_codes": ("Zonder codes: {modules}.", "Without codes: {modules}."),
    "grafiek.zonder_codes_en_meer": (
        "Zonder codes: {modules} en nog {aantal}.",
        "Without codes: {modules} and {aantal} more.",
    ),
    "grafiek.deel": ("Deel {nummer} van {aantal}.", "Part {nummer} of {aantal}."),
    "grafiek.onbekende_code": ("{aantal} onbekende code telt niet mee.", "{aantal} unknown code is not counted."),
    "grafiek.onbekende_codes": ("{aantal} onbekende codes tellen niet mee.", "{aantal} unknown codes are not counted."),
    # Charts: growth.
    "grafiek.groei": ("Aangetoonde succescriteria door de tijd", "Success criteria shown over time"),
    "grafiek.punt": ("punt", "point"),
    "grafiek.groei_punt": (
        "{code}: {aantal} van {totaal} succescriteria aangetoond tot en met {dag}",
        "{code}: {aantal} of {totaal} success criteria shown up to {dag}",
    ),
    "grafiek.groei_mediaan": (
        "{code}: mediaan {aantal} van {totaal} succescriteria aangetoond tot en met {dag}, kwartielen {laag} en {hoog}",
        "{code}: median {aantal} of {totaal} success criteria shown up to {dag}, quartiles {laag} and {hoog}",
    ),
    "grafiek.uitleg_groei": (
        "Aan het eind van elke periode: welk deel van de succescriteria was aangetoond; rechts hoeveel van hoeveel.",
        "By the end of each period: the share of the success criteria that had been shown; on the right, how many of them.",
    ),
    "grafiek.uitleg_groei_cohort": (
        "Aan het eind van elke periode: welk deel van de succescriteria iemand had aangetoond, als mediaan; rechts hoeveel van "
        "hoeveel.",
        "By the end of each period: the share of the success criteria that someone had shown, as a median; on the right, how many "
        "of them.",
    ),
    "grafiek.groei_vlak": (
        "Het vlak loopt van het eerste tot het derde kwartiel.", "The band runs from the first to the third quartile.",
    ),
    "grafiek.groei_later": (
        "Niet meegeteld: {aantal} × bewijs van na {tot}.", "Not counted: {aantal} × evidence of after {tot}.",
    ),
    # Charts: how rows build up.
    "grafiek.opbouw": ("Opbouw van de rijen over de niveaus", "How the rows build up over the levels"),
    "grafiek.nieuwe_woorden": ("Nieuwe woorden", "New words"),
    "grafiek.rij_begint": ("rij begint", "row begins"),
    "grafiek.uitleg_opbouw": (
        "In elk vak: hoeveel succescriteria de rij op dat niveau heeft, en welk deel van hun woorden nieuw is ten opzichte van "
        "het vorige niveau waarop de rij iets vraagt. Even veel succescriteria zijn daarvoor op volgorde gekoppeld (een "
        "suggestie), anders zijn hun teksten samen vergeleken.",
        "In each cell: how many success criteria the row has at that level, and what share of their words is new compared with "
        "the previous level at which the row has criteria. For this, equal numbers of success criteria have been paired in order "
        "(a suggestion); otherwise their texts have been compared together.",
    ),
    "grafiek.woorden_geteld": (
        "Geteld zijn woorden, niet hoe moeilijk iets is.", "What was counted is words, not how difficult something is.",
    ),
    "grafiek.streepje_daar": ("Een streepje: de rij vraagt daar niets.", "A dash: the row has no criteria there."),
    "grafiek.begint": ("{aantal} · begint", "{aantal} · begins"),
    "grafiek.begint_hier": ("{code}: {criteria}, de rij begint hier", "{code}: {criteria}, the row begins here"),
    "grafiek.gelijk": ("{aantal} · gelijk", "{aantal} · the same"),
    "grafiek.in_dezelfde": (
        "{code}: {criteria}, in dezelfde woorden als op niveau {nummer}",
        "{code}: {criteria}, in the same words as at level {nummer}",
    ),
    "grafiek.deel_nieuw": ("{aantal} · {procent}% nieuw", "{aantal} · {procent}% new"),
    "grafiek.woorden_nieuw": (
        "{code}: {criteria}, {nieuw} van {woorden} nieuw ten opzichte van niveau {nummer}",
        "{code}: {criteria}, {nieuw} of {woorden} new compared with level {nummer}",
    ),
    # Charts: one row.
    "grafiek.rij": ("Opbouw van rij {code}, niveau {begin}", "How row {code} builds up, level {begin}"),
    "grafiek.rij_tot": (
        "Opbouw van rij {code}, niveau {begin} tot en met {einde}", "How row {code} builds up, levels {begin} to {einde}",
    ),
    "grafiek.woorden_kop": ("Woorden", "Words"),
    "grafiek.vervallen": ("vervallen", "not repeated"),
    "grafiek.gebleven": ("gebleven", "kept"),
    "grafiek.nieuw": ("nieuw", "new"),
    "grafiek.op_niveau": ("niveau {nummer}: {woorden} {soort}", "level {nummer}: {woorden} {soort}"),
    "grafiek.rij_vraagt_niets": ("– (de rij vraagt hier niets)", "– (no criteria at this level)"),
    "grafiek.rij_begint_hier": ("De rij begint hier, met {woorden}", "The row begins here, with {woorden}"),
    "grafiek.tegenover": ("Woorden ten opzichte van niveau {nummer}: {delen}", "Words compared with level {nummer}: {delen}"),
    "grafiek.soort_aantal": ("{aantal} {soort}", "{aantal} {soort}"),
    "grafiek.niveau_zin": ("Niveau {nummer}. {telling}. {tekst}", "Level {nummer}. {telling}. {tekst}"),
    "grafiek.geteld": (
        "Geteld zijn woorden, ten opzichte van het vorige niveau waarop de rij iets vraagt, en niet hoe moeilijk iets is.",
        "Words have been counted and compared with the previous level at which the row has criteria, not how difficult it is.",
    ),
    "grafiek.teksten_weg": (
        "Waar … staat, of geen tekst, is er voor de hele tekst geen plaats.",
        "Where there is …, or no text, there is no room for the whole text.",
    ),
    "grafiek.suggestie": (
        "Even veel succescriteria zijn op volgorde gekoppeld; dat is een suggestie.",
        "Equal numbers of success criteria have been paired in order; this is only a suggestion.",
    ),
    "grafiek.samen_vergeleken": (
        "Waar het aantal succescriteria verschilt, zijn hun teksten samen vergeleken.",
        "Where the number of success criteria differs, their texts have been compared together.",
    ),
    # Sheets: the matrix and the form.
    "vel.raamwerk": ("{naam}, versie {versie}", "{naam}, version {versie}"),
    "vel.voet": ("{naam}, {uitgave}", "{naam}, {uitgave}"),
    "vel.niveau": ("Niveau {nummer}", "Level {nummer}:"),
    "vel.kolomkop": ("Niveau {nummer} {fase}", "Level {nummer}: {fase}"),
    "vel.niveaus": ("niveaus {van} tot en met {tot}", "levels {van} to {tot}"),
    "vel.zonder_blad": (
        "Op de niveaus waarvan hier geen blad is, vraagt deze leerlijn niets.",
        "This strand has no criteria at the levels for which there is no sheet here.",
    ),
    "vel.fase": ("{fase} (niveau {nummer})", "Unit of learning outcomes, level {nummer}: {fase}"),
    "vel.blad": ("blad {nummer} van {aantal}", "page {nummer} of {aantal}"),
    "vel.student": ("Student", "Student"),
    "vel.werkplek": ("School of werkplek", "School or workplace"),
    "vel.datum": ("Datum", "Date"),
    "vel.werkplekbegeleider": ("Werkplekbegeleider", "Workplace supervisor"),
    "vel.instituutsopleider": ("Instituutsopleider", "Institute-based teacher educator"),
    "vel.begeleider": ("Begeleider", "Supervisor"),
    "vel.succescriterium": ("Succescriterium", "Success criterion"),
    "vel.bewijs": ("Bewijs", "Evidence"),
    "vel.feedback": ("Feedback", "Feedback"),
    "vel.feedforward": ("Feedforward", "Feedforward"),
    "vel.afspraak": ("Afspraak", "Agreement"),
    "vel.indruk": ("Indruk", "Impression"),
    "vel.afspraken": ("Afspraken", "Agreements"),
    "vel.wie": ("Wie", "Who"),
    "vel.naam": ("Naam", "Name"),
    "vel.handtekening": ("Handtekening", "Signature"),
    "vel.handtekeningen": ("Handtekeningen", "Signatures"),
    # Sheets: an EvL at a glance.
    "overzicht": ("Overzicht", "Overview:"),
    "overzicht.wat": ("Wat is dit?", "What is this?"),
    "overzicht.evl": (
        "Een Eenheid van Leeruitkomsten (EvL) is wat een student op één niveau laat zien: per leerlijn een leeruitkomst. "
        "De succescriteria eronder zeggen waaraan je dat ziet.",
        "A unit of learning outcomes (EvL) is what a student shows at one level: one learning outcome per strand. "
        "The success criteria below it say what to look for.",
    ),
    "overzicht.kijk": (
        "Heb je maar even? Kies een paar criteria, vertel de student wat je daarvan hebt gezien, en noem één volgende stap.",
        "Only a few minutes? Choose a few criteria, tell the student what you have seen of them, and name one next step.",
    ),
    # Sheets: what changed between two editions.
    "verschil.titel": ("Wat er verandert: van {van} naar {naar}", "What changes: from {van} to {naar}"),
    "verschil.kop": ("Wat er verandert", "What changes"),
    "verschil.geen": ("Er zijn geen verschillen.", "There are no differences."),
    "verschil.gelijk": ("zonder teken: gelijk gebleven", "no sign: unchanged"),
    "verschil.toegevoegd": ("toegevoegd", "added"),
    "verschil.gewijzigd": ("gewijzigd", "changed"),
    "verschil.verplaatst": ("verplaatst of hernummerd", "moved or renumbered"),
    "verschil.vervallen": ("vervallen", "ended"),
    "verschil.was": ("was {code}", "was {code}"),
    "verschil.nu": ("nu {code}", "now {code}"),
    "verschil.misschien_nu": ("misschien nu {code}", "possibly now {code}"),
    "verschil.misschien": (
        "misschien: voor {procent}% dezelfde woorden", "possibly: {procent}% of the words are the same",
    ),
    "verschil.opgevolgd": ("opgevolgd door {codes}", "succeeded by {codes}"),
    "verschil.wijzigingen": ("Wijzigingen", "Changes"),
    "verschil.merken": (
        "Doorgestreept: vervalt. Onderstreept: nieuw. Gestippeld: verplaatst. "
        "Met 'was' en 'wordt': te veel anders voor losse woorden.",
        "Struck through: left out. Underlined: new. Dotted: moved. "
        "With 'was' and 'becomes': too different to mark single words.",
    ),
    "verschil.wijziging": ("Wijziging", "Change"),
    "verschil.waar": ("Waar", "Where"),
    "verschil.tekst_kop": ("Tekst", "Text"),
    "verschil.eerst": ("was:", "was:"),
    "verschil.dan": ("wordt:", "becomes:"),
    "verschil.erbij": ("toegevoegd:", "added:"),
    "verschil.hierheen": ("hierheen verplaatst:", "moved to here:"),
    "verschil.vandaan": ("van hier verplaatst:", "moved from here:"),
    "verschil.eraf": ("vervalt:", "left out:"),
    "verschil.veld": ("{veld} van {wat}", "{veld} of the {wat}"),
    "verschil.raamwerk": ("raamwerk", "framework"),
    "verschil.niveau": ("niveau", "level"),
    "verschil.leerlijn": ("leerlijn", "strand"),
    "verschil.rij": ("rij", "row"),
    "verschil.leeruitkomst": ("leeruitkomst", "learning outcome"),
    "verschil.succescriterium": ("succescriterium", "success criterion"),
    "verschil.sleutel": ("sleutel", "key"),
    "verschil.naam": ("naam", "name"),
    "verschil.taal": ("taal", "language"),
    "verschil.uitgever": ("uitgever", "publisher"),
    "verschil.licentie": ("licentie", "licence"),
    "verschil.volgorde": ("volgorde van de leerlijnen", "order of the strands"),
    "verschil.fase": ("fase", "phase"),
    "verschil.begeleiding": ("begeleiding", "guidance"),
    "verschil.omschrijving": ("omschrijving", "description"),
    "verschil.naam_uit_bron": ("naam uit de bron (ja of nee)", "name from the source (ja: yes, nee: no)"),
    "verschil.notatie": ("code van de bron", "code of the source"),
    # Sheets: only in Word.
    "vel.gegevens": ("Gegevens", "Details"),
    "vel.ondertekening": ("Ondertekening", "Signatures"),
    "vel.gesprek": ("Indruk en afspraken", "Impression and agreements"),
    # Reports of a count.
    "verslag.raamwerk": (
        "Geteld met {naam}, versie {versie} ({sleutel}, vingerafdruk {vingerafdruk}).",
        "Counted with {naam}, version {versie} ({sleutel}, fingerprint {vingerafdruk}).",
    ),
    "verslag.dag": ("Stand van {dag}.", "As of {dag}."),
    "verslag.voortgang": ("Voortgang", "Progress"),
    "verslag.dekking": ("Dekking van een programma", "Coverage of a programme"),
    "verslag.tot": ("Geteld tot en met {dag}.", "Counted up to and including {dag}."),
    "verslag.na_tot": ("Niet meegeteld: {aantal} × bewijs van na die dag.", "Not counted: {aantal} × evidence of after that day."),
    "verslag.aangetoond": (
        "Aangetoond: {aantal} van {totaal} succescriteria.", "Shown: {aantal} of {totaal} success criteria.",
    ),
    "verslag.gedekt": (
        "Gedekt: {aantal} van {totaal} succescriteria. Aantal modules: {modules}.",
        "Covered: {aantal} of {totaal} success criteria. Number of modules: {modules}.",
    ),
    "verslag.zonder_codes": ("Modules zonder codes: {modules}.", "Modules without codes: {modules}."),
    "verslag.codes_onbekend": (
        "Codes die niet bestaan, en dus niet meetellen: {aantal}.", "Codes that do not exist, left out of the count: {aantal}.",
    ),
    "verslag.geen_oordeel_dekking": (
        "Dit overzicht telt wat modules dekken; het is geen oordeel.",
        "This overview counts what modules cover; it is not a judgement.",
    ),
    "verslag.weggelaten": (
        "Regels bewijs die niet meetellen: {regels} van {totaal}.",
        "Lines of evidence left out of the count: {regels} of {totaal}.",
    ),
    "verslag.overzicht": ("Overzicht", "Overview"),
    "verslag.aantal": ("Aantal", "Number"),
    "verslag.van": ("Van", "Of"),
    "verslag.code": ("Code", "Code"),
    "verslag.stand": ("Stand", "Status"),
    "verslag.niet_meegeteld": ("aangetoond, hier niet geteld", "shown, not counted here"),
    "verslag.gedekt_kop": ("Gedekt", "Covered"),
    "verslag.ongedekt": ("Niet gedekt", "Not covered"),
    "verslag.dubbel": ("In meer dan een module", "In more than one module"),
    "verslag.nummer": ("Nr.", "No."),
    "verslag.module": ("Module", "Module"),
    "verslag.modules": ("Modules", "Modules"),
    "verslag.aantal_modules": ("Aantal modules", "Number of modules"),
    "verslag.alleen_hier": ("Alleen in deze module", "In this module only"),
    "verslag.leeruitkomsten": ("Leeruitkomsten", "Learning outcomes"),
    "verslag.per_module": ("Per module", "By module"),
    "verslag.volgorde": ("Volgorde", "Order"),
    "verslag.wat": ("Wat", "What"),
    "verslag.verdieping": ("Verdieping", "Deepening"),
    "verslag.basis": ("Basis", "Foundation"),
    "verslag.in_module": ("In", "In"),
    "verslag.diepte": ("Gezien per", "Seen by"),
    "verslag.omgekeerd": ("komt vóór haar basis", "comes before its foundation"),
    "verslag.zonder_basis": ("heeft geen basis in een module", "has no foundation in any module"),
    "verslag.op_rij": ("rij", "row"),
    "verslag.op_paar": ("paar (suggestie)", "pair (suggestion)"),
    "verslag.paar_is_suggestie": (
        "Paren zijn gekoppeld op de volgorde van de criteria in hun cel; dat is een suggestie. "
        "Een programma kan zijn redenen hebben voor een andere volgorde.",
        "Pairs go by the order of the criteria in their cells; that is a suggestion. "
        "A programme may have its reasons for another order.",
    ),
    "verslag.onbekend": ("Onbekende codes", "Unknown codes"),
    "verslag.misschien": ("Misschien bedoeld", "Perhaps meant"),
    "verslag.reden": ("Reden", "Reason"),
    "verslag.cohort": ("Voortgang van een groep", "Progress of a group"),
    "verslag.op_lijst": (
        "Aantal studenten: {totaal}, van een lijst van studenten; zonder bewijs: {zonder}.",
        "Number of students: {totaal}, from a list of students; without evidence: {zonder}.",
    ),
    "verslag.zonder_lijst": (
        "Aantal studenten met bewijs: {totaal} (van wie {zonder} zonder bewijs dat meetelt). Een lijst van studenten was er "
        "niet: wie niets heeft, telt niet mee.",
        "Number of students with evidence: {totaal} ({zonder} of them without evidence that counts). There was no list of "
        "students: those who have nothing are not counted.",
    ),
    "verslag.per_student": ("Per student", "By student"),
    "verslag.teller": ("{code} (van {totaal})", "{code} (of {totaal})"),
    "verslag.samen": ("Samen (van {totaal})", "Together (of {totaal})"),
    "verslag.per_groep": ("Per groep", "By group"),
    "verslag.evl": ("EvL", "EvL"),
    "verslag.studenten": ("Studenten", "Students"),
    "verslag.eerste_kwartiel": ("Eerste kwartiel", "First quartile"),
    "verslag.mediaan": ("Mediaan", "Median"),
    "verslag.derde_kwartiel": ("Derde kwartiel", "Third quartile"),
    "verslag.kwartielen": (
        "Aantal aangetoonde criteria: een kwart van de studenten komt tot en met het eerste kwartiel, de helft tot en met "
        "de mediaan, driekwart tot en met het derde kwartiel.",
        "Number of criteria shown: a quarter of the students come up to the first quartile, half up to the median, "
        "three quarters up to the third quartile.",
    ),
    "verslag.minst": ("Minst aangetoond", "Shown least"),
    "verslag.van_studenten": ("Van (studenten)", "Of (students)"),
    "verslag.code_onbekend": ("code die niet bestaat", "code that does not exist"),
    "verslag.zonder_code": ("zonder code", "without a code"),
    "verslag.niet_op_lijst": ("niet op de lijst van studenten", "not on the list of students"),
    "verslag.later": ("van na de laatste dag die meetelt", "after the last day that counts"),
    "verslag.zonder_datum": ("zonder datum", "without a date"),
    "verslag.regels": ("Regels", "Lines"),
    "verslag.niet_geteld": ("Niet geteld", "Not counted"),
    "verslag.niets": ("Niets.", "Nothing."),
    # Sheets: only in Markdown.
    "vel.versie": ("Versie", "Version"),
    "vel.bron": ("Bron", "Source"),
    "vel.alle_niveaus": ("Niveaus", "Levels"),
    "vel.kop_niveau": ("Niveau", "Level"),
    "vel.kop_fase": ("Fase", "Phase"),
    "vel.kop_begeleiding": ("Begeleiding", "Guidance"),
    "vel.niet_vermeld": (NIET_VERMELD, "not stated"),
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


NEDERLANDS = spreker(SCHERMTALEN[0])
"""Says the words of the table in Dutch."""


def schermtaal_van(spreek: Spreek) -> Schermtaal:
    """Return the language that a speaker speaks.

    >>> schermtaal_van(spreker("en"))
    'en'
    """
    return SCHERMTALEN[WOORDEN["rij"].index(spreek("rij"))]


def ongevuld(woord: str, schermtaal: str) -> str:
    """Return a word of the table as it stands there, what is filled in still in braces.

    >>> ongevuld("niveau", "en")
    'Level {nummer}'
    """
    return WOORDEN[woord][SCHERMTALEN.index(cast("Schermtaal", schermtaal))]


def richting(taal: str) -> Literal["ltr", "rtl"]:
    """Return in which direction the texts of a language (BCP 47) are written: its script says so, or its region, or itself.

    >>> richting("nl"), richting("ar-EG"), richting("az-Arab"), richting("ks-Deva"), richting("uz-AF")
    ('ltr', 'rtl', 'rtl', 'ltr', 'rtl')
    """
    # Behind a single letter stand extensions: `nl-u-nu-arab` is Dutch with other digits.
    eerste, *rest = itertools.takewhile(lambda deel: len(deel) > 1, taal.casefold().split("-"))
    schrift = next((deel for deel in rest if len(deel) == 4 and deel.isalpha()), "")  # noqa: PLR2004  # a script has four letters
    andersom = any(f"{eerste}-{deel}" in _ELDERS_ANDERSOM for deel in rest)
    rechts = schrift in _SCHRIFTEN if schrift else (eerste in _TALEN) != andersom
    return "rtl" if rechts else "ltr"
