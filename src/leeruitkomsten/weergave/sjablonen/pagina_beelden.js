// The views: one is shown at a time, with its sheet of paper ready. Each says on which place the focus belongs.
const niveaukeuze = bij("niveau");
const codes = new Set(gegevens.codes);
const blikken = new Map(Array.from(document.querySelectorAll(".blik"), (blik) => [blik.querySelector("h2").id, blik]));
const START = gegevens.leerlijnen[0].code;

// Show one view, named as its heading is, and make ready what belongs to it on paper; `onderdeel` is what is current above.
function toon(naam, onderdeel = naam) {
  for (const [een, blik] of blikken) blik.hidden = een !== naam;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${onderdeel}` || link.id === `naar-${onderdeel}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const blad of document.querySelectorAll("#afdruk > div")) blad.hidden = blad.dataset.bij !== naam;
  document.documentElement.classList.toggle("met-blad", document.querySelector("#afdruk > :not([hidden])") !== null);
  zetMarge(naam);
  plaatsKeuze(naam);
  bij("melding").hidden = true;
  toonNiveau();
  document.querySelector("[aria-current='true']")?.removeAttribute("aria-current");
}

// The choice of niveau stands beside the heading of a matrix, and with that of a leerlijn beside that of what was found.
function plaatsKeuze(naam) {
  const keuze = bij("keuze");
  keuze.hidden = !(namen.has(naam) || naam === "gevonden");
  bij("keuze-leerlijn").hidden = naam !== "gevonden";
  if (!keuze.hidden) blikken.get(naam).querySelector(".afdrukken").before(keuze);
}

function titel(wat) {
  document.title = `${wat} – ${gegevens.naam}`;
}

// In the matrices only the niveau that was chosen.
function toonNiveau() {
  const niveau = niveaukeuze.value;
  for (const cel of document.querySelectorAll("main [data-niveau]")) {
    cel.hidden = niveau !== "" && cel.dataset.niveau !== niveau;
  }
  zetKolommen(niveau);
}

function kies(keuze, waarde) {
  keuze.value = waarde;
  if (keuze.selectedIndex < 0) keuze.value = "";
}

function toonCode(code) {
  const plaats = bij(code);
  const niveau = plaats.closest("[data-niveau]")?.dataset.niveau;
  if (niveau && niveaukeuze.value !== niveau) kies(niveaukeuze, "");
  toon(plaats.closest(".blik").querySelector("h2").id);
  titel(code);
  if (!blikken.has(code)) plaats.setAttribute("aria-current", "true");
  return plaats;
}

// A place that the choice of a niveau hides is no longer the one that the address and the title name: that is its leerlijn.
function laatVerborgenPlaatsLos() {
  const plaats = document.querySelector("[aria-current='true']");
  if (!plaats?.closest("[hidden]")) return;
  const leerlijn = plaats.closest(".blik").querySelector("h2").id;
  plaats.removeAttribute("aria-current");
  history.replaceState(history.state, "", `#${leerlijn}`);
  titel(leerlijn);
}

// Focus on a place, in the middle of the screen; on the heading of a view from the top of the page, unless little more than
// that top would be seen.
function richt(plaats) {
  plaats.focus({ preventScroll: true });
  if (!plaats.matches("h2, #melding")) {
    plaats.scrollIntoView({ block: "center", inline: "start" });
    return;
  }
  scrollTo(0, 0);
  if (plaats.getBoundingClientRect().top > innerHeight / 2) plaats.scrollIntoView({ block: "start" });
}

function toonRij(code) {
  tekenRij(code);
  toon("rij", rijen.get(code).leerlijn);
  titel(spreek("pagina.rij_code", { code }));
  return bij("rij");
}

// The codes that somebody may have meant: those that differ in capitals only.
function bedoeld(tekst) {
  const zonderWit = tekst.replace(/\s/g, "").toLowerCase();
  return gegevens.codes.filter((code) => code.toLowerCase() === zonderWit);
}

function toonOnbekend(code) {
  toon(START);
  const melding = bij("melding");
  const einde = gegevens.vervallen.find((vervallen) => vervallen.code === code);
  const verwijs = einde ? einde.opvolgers.filter((opvolger) => codes.has(opvolger)) : bedoeld(code);
  melding.textContent = einde
    ? spreek("pagina.vervallen", { code, versie: einde.sinds })
    : spreek("pagina.geen_code", { code, versie: gegevens.versie });
  if (verwijs.length) {
    const wat = einde ? spreek("pagina.kijk_bij") : spreek("pagina.bedoel");
    melding.append(` ${wat} `, ...verwijs.flatMap((ander) => [codelink(ander), " "]));
  }
  melding.hidden = false;
  titel(spreek("pagina.onbekend"));
  return melding;
}

function toonVerdieping(anker) {
  const [, van, naar, leerlijn] = anker.split("-");
  kies(bij("van"), van ?? bij("van").value);
  kies(bij("naar"), naar ?? bij("naar").value);
  kies(bij("in-leerlijn"), leerlijn ?? "");
  if (!bij("van").value) kies(bij("van"), "1");
  stelNiveausBij(bij("van"));
  toon("verdieping");
  tekenGekozenVerdieping();
  return bij("verdieping");
}

// The higher niveau stays the higher one: the other of the two moves along.
function stelNiveausBij(gewijzigd) {
  const [van, naar] = [bij("van"), bij("naar")];
  if (Number(van.value) < Number(naar.value)) return;
  if (gewijzigd === naar) van.value = String(Number(naar.value) - 1);
  else naar.value = String(Number(van.value) + 1);
}

function tekenGekozenVerdieping() {
  const [van, naar, leerlijn] = [bij("van").value, bij("naar").value, bij("in-leerlijn").value];
  const vraag = spreek("pagina.wat_verdiept_van", { van, naar });
  bij("verdieping").textContent = vraag;
  titel(vraag);
  tekenVerdieping(Number(van), Number(naar), leerlijn);
  // The address says what is shown, and the link above leads to it: following it again adds nothing to the history.
  const adres = `#verdieping-${van}-${naar}${leerlijn ? `-${leerlijn}` : ""}`;
  history.replaceState(history.state, "", adres);
  bij("naar-verdieping").hash = adres;
}

function kiesVerdieping({ target }) {
  stelNiveausBij(target);
  tekenGekozenVerdieping();
}

function toonVoortgang() {
  toon("voortgang");
  titel(spreek("pagina.voortgang"));
  return bij("voortgang");
}
