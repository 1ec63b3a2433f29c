// Working in the page: a portfolio is opened, added to and saved here. Nothing leaves this file but what the reader saves.
let opgeslagen = true;
let conceptsleutel = null;
let bezig = null;
let verwijderd = null;

const vandaag = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

// A text as it may stand in the file: Unicode NFC, without characters that nobody sees, single spaces, lines only in notes.
function schoon(tekst, ookRegels = false) {
  const zonder = new RegExp(ONZICHTBAAR, "gu");
  const regels = tekst.normalize().split(/\r\n?|\n/).map((regel) => regel.replace(/\s/g, " ").replace(zonder, ""));
  return (ookRegels ? regels.join("\n") : regels.join(" ").replace(/ +/g, " ")).replace(/^[ \n]+|[ \n]+$/g, "").normalize();
}

function leeg(student) {
  return { formaat: 2, kenmerk: gegevens.kenmerken[0], student, bewijs: [], notities: [], datum: vandaag() };
}

// --- the draft in the browser's own storage, which it may refuse to a page that was opened as a file

const CONCEPT = `leeruitkomsten:${gegevens.kenmerken[0].sleutel}:`;

function opslag(werk) {
  try {
    return werk(localStorage);
  } catch {
    return null;
  }
}

const bewaarConcept = () => opslag((hier) => {
  hier.setItem(conceptsleutel, schrijfPortfolio(portfolio));
  return true;
});
const heeftConcept = () => opslag((hier) => hier.getItem(conceptsleutel) !== null);
const wisConcept = (sleutel) => opslag((hier) => hier.removeItem(sleutel));
const anderConcepten = () => opslag((hier) => Object.keys(hier).filter((sleutel) => sleutel.startsWith(CONCEPT) && sleutel !== conceptsleutel)) ?? [];

// Who it is of stands behind when it was begun, so that no draft is written over another.
const studentVan = (sleutel) => sleutel.slice(CONCEPT.length).replace(/^[^:]*:/, "");

function tekenConcepten() {
  const regels = anderConcepten().map((sleutel) => {
    const student = studentVan(sleutel);
    const knop = (wat, woord) => maak("button", { type: "button", [`data-${wat}`]: sleutel }, woord);
    const zin = maak("span", { dir: "auto" }, spreek("portfolio.concept_van", { student }));
    return maak("li", {}, zin, " ", knop("verder", spreek("portfolio.verder")), " ", knop("wis", spreek("portfolio.wis")));
  });
  bij("concepten").replaceChildren(...regels);
}

function zegBewaard(zin) {
  bij("bewaarstand").textContent = zin;
  bij("wis-concept").hidden = !heeftConcept();
}

// --- what is open

function magWeg() {
  return (opgeslagen && !halfIngevuld()) || confirm(spreek("portfolio.toch_weg"));
}

function zetOpen(nieuw, sleutel = null) {
  eindigInvullen();
  zegFout("");
  zetVroeger(null);
  verwijderd = null;
  opgeslagen = sleutel === null;
  conceptsleutel = sleutel ?? (nieuw && `${CONCEPT}${Date.now().toString(36)}:${nieuw.student}`);
  zetPortfolio(nieuw);
  tekenConcepten();
  zegBewaard(opgeslagen ? "" : spreek("portfolio.concept_bewaard"));
}

function gewijzigd() {
  portfolio.datum = vandaag();
  opgeslagen = false;
  zegBewaard(bewaarConcept() ? spreek("portfolio.concept_bewaard") : spreek("portfolio.geen_concept"));
  tekenMerken();
  tekenPortfolio();
}

function zegFout(zin) {
  bij("portfoliofout").textContent = zin;
  bij("portfoliofout").hidden = !zin;
}

// What is wrong is said in the view itself; what was open stays open.
async function probeer(werk) {
  try {
    await werk();
  } catch (fout) {
    if (!(fout instanceof Geweigerd)) throw fout;
    zegFout(fout.message);
  }
}

function openBestand(bestand) {
  if (!bestand || !magWeg()) return;
  if (anker() !== "portfolio") location.hash = "portfolio";
  probeer(async () => zetOpen(leesPortfolio(await bytesVan(bestand))));
}

function openConcept(sleutel) {
  const tekst = opslag((hier) => hier.getItem(sleutel));
  if (tekst !== null && magWeg()) probeer(() => zetOpen(leesPortfolio(new TextEncoder().encode(tekst)), sleutel));
}

function begint(gebeurtenis) {
  gebeurtenis.preventDefault();
  const student = schoon(bij("studentnaam").value);
  if (!isRegel(student)) return;
  bij("studentnaam").value = "";
  zetOpen(leeg(student));
  richt(bij("portfolio"));
}

function bestandsnaam() {
  const kaal = portfolio.student.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-");
  return `portfolio-${kaal.slice(0, 60).replace(/^-|-$/g, "") || "student"}.json`;
}

function slaOp() {
  const adres = URL.createObjectURL(new Blob([schrijfPortfolio(portfolio)], { type: "application/json" }));
  maak("a", { href: adres, download: bestandsnaam() }).click();
  setTimeout(() => URL.revokeObjectURL(adres), 60_000);
  opgeslagen = true;
  wisConcept(conceptsleutel);
  zegBewaard(spreek("portfolio.opgeslagen", { bestand: bestandsnaam() }));
}

// --- evidence and notes: one form, which stands at the code that it is about

const WAT = bij("wat");
const invulvorm = bij("invullen");
const ingevuld = () => JSON.stringify(Array.from(new FormData(invulvorm)));
const halfIngevuld = () => bezig !== null && ingevuld() !== bezig.begin;

function toonVelden() {
  const bewijs = WAT.value === "bewijs";
  for (const [naam, hier] of [["bij-bewijs", bewijs], ["bij-notitie", !bewijs]]) {
    bij(naam).hidden = !hier;
    bij(naam).disabled = !hier;
  }
}

// Ask for a piece of evidence or a note at a code; `deel` is what is there already.
function vraagIn(code, lijst = isCriterium(code) ? "bewijs" : "notities", deel = null) {
  if (!stopInvullen()) return;
  invulvorm.reset();
  const mag = (soort) => (deel ? (soort === "bewijs") === (lijst === "bewijs") : soort !== "bewijs" || isCriterium(code));
  for (const keuze of WAT.options) keuze.hidden = keuze.disabled = !mag(keuze.value);
  WAT.value = lijst === "bewijs" ? "bewijs" : (deel?.soort ?? "feedback");
  for (const veldnaam of ["titel", "verwijzing", "soort", "tekst", "rol", "datum"]) invulvorm.elements[veldnaam].value = deel?.[veldnaam] ?? "";
  if (!deel) invulvorm.elements.datum.value = vandaag();
  bij("invulkop").textContent = spreek("portfolio.bij_code", { code });
  toonVelden();
  bezig = { code, deel, niveau: bij("portfolioniveau").value, begin: ingevuld() };
  document.querySelector(`#portfoliodelen [data-bij="${code}"] > .toevoegen`).after(invulvorm);
  invulvorm.hidden = false;
  (deel ? invulvorm.elements[lijst === "bewijs" ? "titel" : "tekst"] : WAT).focus();
}

function eindigInvullen() {
  bezig = null;
  invulvorm.hidden = true;
  bij("portfolio-inhoud").append(invulvorm);
}

// Before anything else is drawn: what was half filled in goes only when the reader says so.
function stopInvullen() {
  if (halfIngevuld() && !confirm(spreek("portfolio.toch_weg"))) return false;
  eindigInvullen();
  return true;
}

function annuleer() {
  const { code } = bezig;
  eindigInvullen();
  richtOpToevoegen(code);
}

function richtOpToevoegen(code) {
  document.querySelector(`[data-toevoegen="${code}"]`)?.focus();
}

// What was typed, as the file has it; `null`, and said at the field, where something is missing.
function gelezenVorm() {
  const { titel, verwijzing, soort, tekst, rol, datum } = invulvorm.elements;
  const moet = WAT.value === "bewijs" ? schoon(titel.value) : schoon(tekst.value, true);
  const hoofd = WAT.value === "bewijs" ? titel : tekst;
  hoofd.setCustomValidity(isTekst(moet) ? "" : spreek("portfolio.vul_in"));
  datum.setCustomValidity(isDatum(datum.value) ? "" : spreek("portfolio.vul_datum_in"));
  if (!invulvorm.reportValidity()) return null;
  const rest = (veldje) => schoon(veldje.value).slice(0, LANGSTE_TEKST).trim() || null;
  return WAT.value === "bewijs"
    ? { criterium: bezig.code, titel: moet, datum: datum.value, verwijzing: rest(verwijzing), rol: rest(rol), soort: rest(soort) }
    : { code: bezig.code, soort: WAT.value, tekst: moet, datum: datum.value, rol: rest(rol) };
}

function voegToe(gebeurtenis) {
  gebeurtenis.preventDefault();
  const nieuw = gelezenVorm();
  if (!nieuw) return;
  const { code, deel } = bezig;
  const lijst = portfolio[nieuw.criterium ? "bewijs" : "notities"];
  if (deel) lijst[lijst.indexOf(deel)] = nieuw;
  else lijst.push(nieuw);
  eindigInvullen();
  gewijzigd();
  richtOpToevoegen(code);
}

function haalWeg(lijst, plaats) {
  if (!stopInvullen()) return;
  const [deel] = portfolio[lijst].splice(plaats, 1);
  verwijderd = { lijst, plaats, deel };
  gewijzigd();
  document.querySelector("[data-terug]").focus();
}

function zetTerug() {
  if (!stopInvullen()) return;
  const { lijst, plaats, deel } = verwijderd;
  verwijderd = null;
  portfolio[lijst].splice(plaats, 0, deel);
  gewijzigd();
  richtOpToevoegen(deel.criterium ?? deel.code);
}

// The buttons at a code, and at each piece.
function toevoegknop(code) {
  const knop = maak("button", { type: "button", class: "toevoegen", "data-toevoegen": code, "aria-label": `${spreek("portfolio.toevoegen")} ${spreek("portfolio.bij_code", { code })}` }, spreek("portfolio.toevoegen"));
  const terug = (verwijderd?.deel.criterium ?? verwijderd?.deel.code) === code;
  return terug ? [maak("button", { type: "button", class: "terug", "data-terug": "" }, spreek("portfolio.zet_terug")), knop] : [knop];
}

function wijzigknoppen(lijst, deel, plaats) {
  const wat = [...(deel.titel ?? deel.tekst)].slice(0, 60).join("");
  const knop = (naam, woord) => maak("button", { type: "button", [`data-${naam}`]: `${lijst} ${plaats}`, "aria-label": `${woord}: ${wat}` }, woord);
  return maak("span", { class: "knoppen" }, knop("wijzig", spreek("portfolio.wijzig")), knop("weg", spreek("portfolio.haal_weg")));
}

// --- what happens when

function klikPortfolio({ target }) {
  const gegeven = target.closest("button")?.dataset;
  if (!gegeven) return;
  if (gegeven.toevoegen) vraagIn(gegeven.toevoegen);
  else if (gegeven.wijzig) {
    const [lijst, plaats] = gegeven.wijzig.split(" ");
    const deel = portfolio[lijst][plaats];
    vraagIn(deel.criterium ?? deel.code, lijst, deel);
  } else if (gegeven.weg) haalWeg(gegeven.weg.split(" ")[0], Number(gegeven.weg.split(" ")[1]));
  else if (gegeven.terug !== undefined) zetTerug();
  else if (gegeven.verder) openConcept(gegeven.verder);
  else if (gegeven.wis) {
    wisConcept(gegeven.wis);
    tekenConcepten();
    meld(spreek("portfolio.gewist_van", { student: studentVan(gegeven.wis) }));
  }
}

function wisEigenConcept() {
  wisConcept(conceptsleutel);
  zegBewaard(spreek("portfolio.gewist"));
}

function kiesNiveau() {
  if (stopInvullen()) tekenPortfolio();
  else kies(bij("portfolioniveau"), bezig.niveau);
}

// A file that is dropped anywhere on the page is opened; the browser would go to it, and leave the page.
function volgSlepen() {
  const metBestand = (gebeurtenis) => gebeurtenis.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (gebeurtenis) => {
    if (metBestand(gebeurtenis)) gebeurtenis.preventDefault();
  });
  addEventListener("drop", (gebeurtenis) => {
    if (!metBestand(gebeurtenis)) return;
    gebeurtenis.preventDefault();
    openBestand(gebeurtenis.dataTransfer.files[0]);
  });
}

function startPortfolio() {
  bij("portfolio").dir = "auto";
  for (const dag of document.querySelectorAll("input[type=date]")) dag.max = "9999-12-31";
  bij("portfolioniveau").addEventListener("change", kiesNiveau);
  document.querySelector("[aria-labelledby=portfolio]").addEventListener("click", klikPortfolio);
  bij("kies-bestand").addEventListener("click", () => bij("bestand").click());
  bij("ander-bestand").addEventListener("click", () => bij("bestand").click());
  bij("bestand").addEventListener("change", ({ target }) => {
    openBestand(target.files[0]);
    target.value = "";
  });
  bij("nieuw").addEventListener("submit", begint);
  bij("opslaan").addEventListener("click", slaOp);
  bij("sluit-portfolio").addEventListener("click", () => {
    if (!magWeg()) return;
    zetOpen(null);
    richt(bij("portfolio"));
  });
  bij("wis-concept").addEventListener("click", wisEigenConcept);
  WAT.addEventListener("change", toonVelden);
  invulvorm.addEventListener("submit", voegToe);
  invulvorm.addEventListener("input", ({ target }) => target.setCustomValidity(""));
  bij("annuleer").addEventListener("click", annuleer);
  addEventListener("beforeunload", (gebeurtenis) => {
    if (!opgeslagen || halfIngevuld()) gebeurtenis.preventDefault();
  });
  startVergelijken();
  volgSlepen();
  zetOpen(gegevens.portfolio ? nagekeken(gegevens.portfolio) : null);
  if (!gegevens.vroeger) return;
  zetVroeger(nagekeken(gegevens.vroeger));
  tekenVeranderd();
}
