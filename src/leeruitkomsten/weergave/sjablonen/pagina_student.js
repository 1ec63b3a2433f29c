// What a student has shown, and what was said of it: drawn at each code, and in a view of its own. It counts, and does not judge.
let portfolio = null;
const criteria = new Map();
for (const item of gegevens.items) {
  if (item.soort) criteria.set(item.code, []);
  else criteria.get(`${item.leerlijn}${item.niveau}`).push(item);
}

const metDatum = (datum) => {
  const [jaar, maand, dag] = datum.split("-").map(Number);
  return spreek("datum", { dag, maand: spreek("maanden").split(" ")[maand - 1], jaar });
};
const aangetoond = () => new Set(portfolio?.bewijs.map((bewijs) => bewijs.criterium));

function merk(getoond) {
  const woord = getoond ? spreek("aangetoond") : spreek("nog_aan_te_tonen");
  return maak("span", { class: "merk" }, maak("span", { "aria-hidden": "true" }, getoond ? "●" : "○"), ` ${woord}`);
}

function telling(uitkomst, getoond) {
  const deze = criteria.get(uitkomst);
  return { aantal: deze.filter(({ code }) => getoond.has(code)).length, totaal: deze.length };
}

function wisMerken() {
  for (const oud of document.querySelectorAll("main :is(.merk, .telling)")) oud.remove();
  for (const vak of document.querySelectorAll("main td:is(.vol, .deels)")) vak.classList.remove("vol", "deels");
}

// The marks of the matrices, the EvLs and the sheets, by what stands in the portfolio now.
function tekenMerken() {
  wisMerken();
  const getoond = aangetoond();
  tekenVellen(getoond);
  if (!portfolio) return;
  for (const regel of document.querySelectorAll("main li[data-code]")) {
    (regel.querySelector(".bij .notatie") ?? regel.querySelector(".bij .code")).after(merk(getoond.has(regel.dataset.code)));
  }
  for (const vak of document.querySelectorAll("main td[data-code]:has(li)")) {
    const hier = Array.from(vak.querySelectorAll("li"), ({ dataset }) => getoond.has(dataset.code));
    if (hier.includes(true)) vak.classList.add(hier.includes(false) ? "deels" : "vol");
  }
  for (const { code, niveau } of gegevens.items.filter((item) => item.soort)) {
    const geteld = telling(code, getoond);
    if (!geteld.totaal) continue;
    bij(code).append(maak("p", { class: "telling" }, spreek("telling_aangetoond", geteld)));
    const kop = bij(`EvL${niveau}-${code}`);
    kop.parentElement.querySelector(":scope > .criteria").before(maak("p", { class: "telling" }, spreek("telling_aangetoond", geteld)));
  }
}

// --- the view of the student

// Only an address of the web becomes a link.
function verwijzing(tekst) {
  const kan = /^https?:\/\//i.test(tekst) && URL.canParse(tekst);
  return kan ? maak("a", { href: tekst, rel: "noreferrer noopener", target: "_blank" }, tekst) : maak("span", {}, tekst);
}

function wanneerEnWie({ datum, rol, soort }, metSoort) {
  return [metDatum(datum), rol, metSoort ? soort : null].filter(Boolean).join(" · ");
}

function bewijsregel(bewijs, ...erbij) {
  const waar = bewijs.verwijzing && bewijs.verwijzing !== bewijs.titel ? [verwijzing(bewijs.verwijzing)] : [];
  const titelregel = waar.length || !bewijs.verwijzing ? maak("span", {}, bewijs.titel) : verwijzing(bewijs.titel);
  const wie = maak("span", { class: "waar" }, wanneerEnWie(bewijs, true));
  return maak("li", { dir: "auto" }, maak("b", {}, titelregel), wie, ...waar, ...erbij);
}

function notitieregel(notitie, ...erbij) {
  const soort = { feedback: spreek("vel.feedback"), feedforward: spreek("vel.feedforward"), afspraak: spreek("portfolio.afspraak") }[notitie.soort];
  const wie = maak("span", { class: "waar" }, wanneerEnWie(notitie));
  return maak("li", { dir: "auto" }, maak("b", { class: "notitiesoort" }, soort), wie, maak("span", { class: "notitietekst" }, notitie.tekst), ...erbij);
}

// The lines of the portfolio by code, evidence before notes; only those of the niveaus that are drawn are made.
let perCode;

function verzamel(getekend) {
  perCode = new Map();
  const zet = (code, maakRegel, deel, plaats) => {
    const niveau = items.get(code)?.niveau ?? Number(code.slice("EvL".length));
    if (getekend.some(({ nummer }) => nummer === niveau)) perCode.set(code, perCode.get(code) ?? []).get(code).push(maakRegel(deel, wijzigknoppen(maakRegel === bewijsregel ? "bewijs" : "notities", deel, plaats)));
  };
  for (const [plaats, deel] of portfolio.bewijs.entries()) zet(deel.criterium, bewijsregel, deel, plaats);
  for (const [plaats, deel] of portfolio.notities.entries()) zet(deel.code, notitieregel, deel, plaats);
}

// What the portfolio has at a code, and the button that adds to it.
function bijCode(code) {
  const regels = perCode.get(code) ?? [];
  return [...(regels.length ? [maak("ul", { class: "stukken" }, ...regels)] : []), ...toevoegknop(code)];
}

function criteriumregel(item, getoond) {
  const kop = maak("div", { class: "bij" }, codelink(item.code), merk(getoond.has(item.code)));
  return maak("li", { "data-bij": item.code }, kop, maak("p", gegevens.tekst, item.tekst), ...bijCode(item.code));
}

function uitkomstblok(uitkomst, getoond) {
  const kop = maak("h3", {}, codelink(uitkomst.code), " ", inTaal(namen.get(uitkomst.leerlijn)));
  const geteld = maak("p", { class: "telling" }, spreek("telling_aangetoond", telling(uitkomst.code, getoond)));
  const regels = criteria.get(uitkomst.code).map((item) => criteriumregel(item, getoond));
  return maak("section", { class: "uitkomst", "data-bij": uitkomst.code }, kop, geteld, ...bijCode(uitkomst.code), lijst(...regels));
}

function evlblok({ nummer }, getoond) {
  const code = `EvL${nummer}`;
  const kop = maak("h3", {}, codelink(code), " ", ...spreekDelen("pagina.niveau_fase", { nummer, fase: inTaal(fasen.get(nummer)) }));
  const uitkomsten = gegevens.items.filter((item) => item.soort && item.niveau === nummer && criteria.get(item.code).length);
  const naast = naastElkaar(maak("div", { class: "kolommen" }), ...uitkomsten.map((item) => uitkomstblok(item, getoond)));
  return [maak("div", { class: "evlkop", "data-bij": code }, kop, ...bijCode(code)), naast];
}

// A small table: what stands above its columns, and its rows, each with a heading.
function tabel(bijschrift, koppen, rijen) {
  const kop = maak("tr", {}, ...koppen.map((tekst) => maak("th", { scope: "col" }, tekst)));
  const lichaam = rijen.map(([eerste, ...rest]) => maak("tr", {}, maak("th", { scope: "row" }, eerste), ...rest.map((vak) => maak("td", {}, vak))));
  return maak("table", { class: "kaart" }, maak("caption", {}, bijschrift), maak("thead", {}, kop), maak("tbody", {}, ...lichaam));
}

function overzicht(getoond) {
  const vak = (code) => {
    const geteld = telling(code, getoond);
    return geteld.totaal ? maak("a", { href: `#${code}` }, spreek("telling", geteld)) : "–";
  };
  const regels = gegevens.leerlijnen.map(({ code }) => [code, ...gegevens.niveaus.map(({ nummer }) => vak(`${code}${nummer}`))]);
  const koppen = gegevens.niveaus.map(({ nummer }) => spreek("niveau", { nummer }));
  return tabel(spreek("portfolio.overzicht"), [spreek("pagina.leerlijn"), ...koppen], regels);
}

// How many criteria were shown for the first time in each month, and by the end of it.
function perMaand() {
  const eerste = new Map();
  for (const { criterium, datum } of portfolio.bewijs) {
    if (!eerste.has(criterium) || datum < eerste.get(criterium)) eerste.set(criterium, datum);
  }
  const maanden = new Map();
  for (const datum of eerste.values()) maanden.set(datum.slice(0, 7), (maanden.get(datum.slice(0, 7)) ?? 0) + 1);
  let samen = 0;
  return [...maanden].sort(([een], [ander]) => (een < ander ? -1 : 1)).map(([maand, erbij]) => [maand, erbij, (samen += erbij)]);
}

function groei() {
  const regels = perMaand().map(([maand, erbij, samen]) => {
    const [jaar, nummer] = maand.split("-").map(Number);
    return [`${spreek("maanden").split(" ")[nummer - 1]} ${jaar}`, `+${erbij}`, String(samen)];
  });
  const koppen = [spreek("portfolio.maand"), spreek("portfolio.erbij"), spreek("portfolio.samen")];
  return regels.length ? [tabel(spreek("portfolio.groei"), koppen, regels)] : [];
}

// The highest niveau of which something was shown; the first where nothing was.
function niveauVanNu() {
  return Math.max(gegevens.niveaus[0].nummer, ...portfolio.bewijs.map(({ criterium }) => items.get(criterium).niveau));
}

function tekenPortfolio() {
  bij("portfolio").textContent = portfolio ? portfolio.student : spreek("portfolio.portfolio");
  for (const [naam, hier] of [["portfolio-openen", !portfolio], ["portfolio-inhoud", portfolio], ["portfolioafdruk", portfolio]]) bij(naam).hidden = !hier;
  bij("portfoliodatum").textContent = portfolio?.datum ? spreek("portfolio.op", { datum: metDatum(portfolio.datum) }) : "";
  if (!portfolio) return;
  const getoond = aangetoond();
  const gekozen = bij("portfolioniveau").value;
  const hier = gegevens.niveaus.filter(({ nummer }) => gekozen === "" || Number(gekozen) === nummer);
  bij("portfoliokaarten").replaceChildren(overzicht(getoond), ...groei());
  tekenVeranderd();
  verzamel(hier);
  bij("portfoliodelen").replaceChildren(...hier.flatMap((niveau) => evlblok(niveau, getoond)));
}

function toonPortfolio() {
  toon("portfolio");
  titel(portfolio ? portfolio.student : spreek("portfolio.portfolio"));
  return bij("portfolio");
}

function zetPortfolio(nieuw) {
  portfolio = nieuw;
  if (portfolio) kies(bij("portfolioniveau"), String(niveauVanNu()));
  tekenMerken();
  tekenPortfolio();
}
