"""Twenty differences of the packaged framework, and why each is marked as it is: all 112 pairs of a row were read once."""

from __future__ import annotations

GELEZEN: tuple[tuple[str, str, str, str], ...] = (
    (
        "WP2.6a", "WP3.6a", "één woord wordt er twee; al het andere blijft staan",
        "Je weegt in [-standaardsituaties-] {+complexe situaties+} verschillende belangen van leerlingen aan de hand van "
        "pedagogische idealen.",
    ),
    (
        "WD3.4a", "WD4.4a", "alleen iets erbij, aan het eind",
        "Je zet onderwijsleertechnologie onderbouwd in om het leren en beoordelen te versterken {+en te differentiëren+}.",
    ),
    (
        "WP3.6a", "WP4.6a", "iets eruit en iets erbij, ver uit elkaar: wat ertussen staat is lang genoeg om te blijven",
        "Je weegt [-in complexe situaties-] verschillende belangen van leerlingen aan de hand van pedagogische idealen "
        "{+en handelt hiernaar+}.",
    ),
    (
        "WP2.4a", "WP3.4a", "'moedigt' is langer dan 'hen' ernaast, en blijft staan",
        "Je {+stimuleert het zelfvertrouwen van leerlingen, je+} moedigt {+hen+} aan en je motiveert {+hen+} vanuit de "
        "psychologische basisbehoeften.",
    ),
    (
        "WD3.1a", "WD4.1a", "'met elkaar' is verplaatst; 'en' tussen twee verschillen knipt de zin niet",
        "Je ontwerpt [-een aantal opeenvolgende gefaseerde lessen-] {+onderwijscycli+} waarin doelen, onderwijsactiviteiten, "
        "didactische werkwijzen en toetsing [~met elkaar~] in lijn zijn [-wat betreft inhoud en niveau-] {~met elkaar~} "
        "{+en met de doorlopende leerlijn van het vak+}.",
    ),
    (
        "WPI2.3a", "WPI3.3a", "'waar nodig' is verplaatst, niet vervallen",
        "Je [-vraagt actief-] {+gaat professioneel om met het ontvangen van+} feedback en past {~waar nodig~} je handelen "
        "[-hier-] [~waar nodig~] [-op-] {+hierop+} aan.",
    ),
    (
        "WPI1.3a", "WPI2.3a", "'je handelen' is verplaatst om 'waar nodig' heen",
        "Je [-reflecteert op je gedrag op basis van de feedback die je vraagt of krijgt-] {+vraagt actief feedback+} en past "
        "{~je handelen~} {+hier+} waar nodig [~je handelen~] [-hierop-] {+op+} aan.",
    ),
    (
        "WPI3.1a", "WPI4.1a", "'onderzoekend vermogen' is verplaatst; 'je' tussen twee verschillen gaat erin op",
        "Je werkt{+, met+} {~onderzoekend vermogen~}{+,+} planmatig aan je {+eigen+} ontwikkeling {+en profilering+}, maakt "
        "dit inzichtelijk en verantwoordt dit[-, hierbij zet je je-] [~onderzoekend vermogen~] [-in-] "
        "{+op basis van je visie+}.",
    ),
    (
        "WPO1.3a", "WPO2.3a", "één woord is verplaatst: 'benoemt' is al wat er op zijn oude plek wegging",
        "Je [~benoemt~] {+neemt deel aan+} niet-lesgebonden [-taken die een-] {+activiteiten en je+} {~benoemt~} "
        "{+de bijbehorende taken van de+} docent [-heeft-].",
    ),
    (
        "WD3.3b", "WD4.3b", "'en' gaat op; 'proces' staat daardoor aan beide kanten van één verschil, en is niet verplaatst",
        "Je begeleidt [-de-] {+bij+} verwerking van de leerstof (individueel en samenwerkend), je stelt hierbij stimulerende "
        "vragen en je geeft opbouwende gerichte feedback op taak [-en proces-]"
        "{+, proces, modus en persoonlijke kwaliteiten+}.",
    ),
    (
        "WD2.3b", "WD3.3b", "er komt alleen bij, hoe veel ook: de oude tekst leest door, en er vervalt niets",
        "Je {+begeleidt de verwerking van de leerstof (individueel en samenwerkend), je stelt hierbij stimulerende vragen en "
        "je+} geeft opbouwende {+gerichte+} feedback {+op taak en proces+}.",
    ),
    (
        "WPO2.3a", "WPO3.3a", "vóór 'activiteiten' komt alleen iets bij, erachter vervalt alleen iets: het woord zelf blijft",
        "Je [-neemt deel-] {+draagt bij+} aan niet-lesgebonden {+binnenschoolse+} activiteiten [-en je benoemt de bijbehorende "
        "taken van de docent-].",
    ),
    (
        "WP3.2a", "WP4.2a", "'afspraken en' is langer dan 'de' en 'heldere' ernaast, en blijft staan",
        "Je hanteert consequent [-de-] {+heldere+} afspraken en [-stelt deze zo nodig bij-] "
        "{+je maakt leerlingen in toenemende mate verantwoordelijk+}.",
    ),
    (
        "WPI2.1a", "WPI3.1a", "'werkt', 'aan je' en 'ontwikkeling' zouden de zin in stukjes knippen; de bijzin blijft",
        "Je [-reflecteert op je eigen kunnen, werkt aan je professionele ontwikkeling en persoonlijke leerdoelen-] {+werkt "
        "planmatig aan je ontwikkeling+}, maakt dit inzichtelijk en verantwoordt dit{+, hierbij zet je je onderzoekend "
        "vermogen in+}.",
    ),
    (
        "WD2.3a", "WD3.3a", "zes woorden op een rij gaan nooit op, hoe lang de verschillen ernaast ook zijn",
        "Je [-maakt gebruik van relevante-] {+handelt naar+} vakdidactische benaderingen en (vak)didactische "
        "instructiemodellen [-om je leerstof effectief te onderwijzen en de leerstof actief (samen) te laten verwerken-] "
        "{+en brengt variatie aan in de verwerking van leerstof+}.",
    ),
    (
        "WP2.1b", "WP3.1b", "drie van de tien woorden blijven: precies genoeg om woord voor woord te tonen",
        "Je [-gebruikt luisteren, samenvatten en doorvragen tijdens interacties-] {+zet bewust gesprekstechnieken in tijdens "
        "je interactie+} met leerlingen.",
    ),
    (
        "WD1.2a", "WD2.2a", "heel: 'legt', 'maakt', 'de leerstof' en 'taal' staan overal anders",
        "[-Je legt de leerstof in (voor de doelgroep) begrijpelijke taal uit en maakt gebruik van algemene schooltaal.-] {+Je "
        "maakt de leerstof betekenisvol, legt deze begrijpelijk en aansprekend uit, in (school- en vak)taal die voor "
        "leerlingen herkenbaar is.+}",
    ),
    (
        "WPI1.1a", "WPI2.1a", "heel: gelijk zijn alleen 'je', 'en' en komma's",
        "[-Je verwoordt welke kwaliteiten je hebt, hoe je deze kunt inzetten als leraar en waar je nog in wilt groeien.-] "
        "{+Je reflecteert op je eigen kunnen, werkt aan je professionele ontwikkeling en persoonlijke leerdoelen, maakt dit "
        "inzichtelijk en verantwoordt dit.+}",
    ),
    (
        "WP1.3a", "WP2.3a", "heel: van een lange nieuwe tekst is de korte oude niet te herkennen",
        "[-Je herkent verschillen tussen leerlingen.-] {+Je toont betrokkenheid met leerlingen en klassen, waarbij je je "
        "verdiept in verschillen tussen leerlingen. Je sluit aan op de belevingswereld van leerlingen.+}",
    ),
    (
        "WD1.3a", "WD2.3b", "heel: geen woord is gelijk",
        "[-Tijdens de uitvoering van je les volg je (zoveel mogelijk) de voorbereiding.-] {+Je geeft opbouwende feedback.+}",
    ),
)  # fmt: skip
"""From which criterium, to which of the next niveau in its row, why, and the difference as text."""
