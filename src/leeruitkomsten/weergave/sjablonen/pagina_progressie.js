// What Python found out about rows and niveaus, drawn: a row through all niveaus, and what deepens between two of them.
const NIETS = "Deze rij vraagt hier niets.";
const MERKEN = "Doorgestreept: vervalt. Onderstreept: nieuw.";
const SUGGESTIE = "De criteria zijn op volgorde gekoppeld; dat is een suggestie.";

function lijst(...regels) {
  return maak("ul", { class: "criteria" }, ...regels);
}

function kantlijst(codes, delen) {
  if (!codes.length) return maak("p", { class: "leeg" }, NIETS);
  return lijst(...codes.map((code, plaats) => regel(items.get(code), delen[plaats])));
}

const SOORTEN = { "=": "gelijk", "+": "nieuw", "-": "vervalt" };

// The pieces of two texts, from what Python says of them ("=12-7+9": what they are and how long, in characters).
function delenVan(verschil, van, naar) {
  const [oud, nieuw] = [Array.from(van), Array.from(naar)];
  return Array.from(verschil.matchAll(/([=+-])(\d+)/g), ([, teken, lengte]) => {
    const hier = teken === "+" ? [] : oud.splice(0, lengte);
    const daar = teken === "-" ? [] : nieuw.splice(0, lengte);
    return [SOORTEN[teken], (teken === "-" ? hier : daar).join("")];
  });
}

function verschillen(stap) {
  const tekst = (code) => items.get(code).tekst;
  return stap.verschillen.map((een, plaats) => delenVan(een, tekst(stap.van[plaats]), tekst(stap.naar[plaats])));
}

function stappen(van, naar) {
  return gegevens.stappen.find((stap) => stap.van === van && stap.naar === naar).rijen;
}

// One niveau of a row: its criteria, with the words that differ from the niveau before it that asks something.
function niveauVanRij(rij, niveau, vorig) {
  const codes = rij.cellen[niveau - 1];
  const kop = maak("h3", {}, codelink(`${rij.leerlijn}${niveau}`), ` Niveau ${niveau}, ${fasen.get(niveau)}`);
  const blok = maak("section", { class: "kolom" }, kop);
  if (!codes.length || !vorig) {
    blok.append(kantlijst(codes, []));
    return blok;
  }
  const stap = stappen(vorig, niveau).find((een) => een.rij === rij.code);
  const gelijk = stap.soort === "gelijk" ? "De tekst is gelijk." : SUGGESTIE;
  const aantallen = `niveau ${vorig}: ${stap.van.length}, niveau ${niveau}: ${codes.length}`;
  const uitleg = stap.verschillen.length
    ? `Vergeleken met niveau ${vorig}. ${gelijk}`
    : `Het aantal criteria verschilt (${aantallen}); welk criterium bij welk hoort, zegt de bron niet.`;
  blok.append(maak("p", { class: "uitleg" }, uitleg));
  blok.append(kantlijst(codes, verschillen(stap)));
  return blok;
}

// Where to go from a row: its leerlijn, and the rows beside it.
function wegwijzer(rij) {
  const buren = gegevens.rijen.filter((ander) => ander.leerlijn === rij.leerlijn).map((ander) => ander.code);
  const plaats = buren.indexOf(rij.code);
  const link = (code, woorden) => (code ? [" ", maak("a", { href: `#${code}` }, woorden)] : []);
  const [vorige, volgende] = [buren[plaats - 1], buren[plaats + 1]];
  return maak(
    "p",
    { class: "verder" },
    "Leerlijn:",
    ...link(rij.leerlijn, namen.get(rij.leerlijn)),
    ...link(vorige, `vorige rij (${vorige})`),
    ...link(volgende, `volgende rij (${volgende})`),
    " ",
    kopieerknop(rij.code),
  );
}

function tekenRij(code) {
  const rij = rijen.get(code);
  bij("rij").replaceChildren(maak("span", { class: "code" }, code), " door de niveaus");
  const kolommen = maak("div", { class: "kolommen" });
  let vorig = 0;
  for (const { nummer } of gegevens.niveaus) {
    kolommen.append(niveauVanRij(rij, nummer, vorig));
    if (rij.cellen[nummer - 1].length) vorig = nummer;
  }
  bij("rij-inhoud").replaceChildren(wegwijzer(rij), maak("p", { class: "uitleg" }, MERKEN), kolommen);
}

const zonder = (soort, delen) => delen.filter((een) => een[0] !== soort);

function tekenStap(stap, van, naar) {
  const gekoppeld = verschillen(stap);
  const kant = (niveau, codes, weg) =>
    maak(
      "div",
      {},
      maak("h4", { class: "kant" }, `Niveau ${niveau}`),
      kantlijst(codes, gekoppeld.map((delen) => zonder(weg, delen))),
    );
  const ongelijk = stap.van.length && stap.naar.length && !gekoppeld.length;
  const soort = stap.soort + (ongelijk ? ", niet gekoppeld: het aantal verschilt" : "");
  const kop = maak("div", { class: "stapkop" }, codelink(stap.rij), " ", maak("span", { class: "soort" }, soort));
  return maak("li", { class: "stap" }, kop, kant(van, stap.van, "nieuw"), kant(naar, stap.naar, "vervalt"));
}

function samenvatting(gevraagd) {
  const tel = (soort) => gevraagd.filter((stap) => stap.soort === soort).length;
  const soorten = ["verdiept", "nieuw", "vervalt", "gelijk"].filter(tel).map((soort) => `${tel(soort)} ${soort}`);
  const aantal = `${gevraagd.length} ${gevraagd.length === 1 ? "rij" : "rijen"}`;
  const zin = `${[aantal, soorten.join(", ")].filter(Boolean).join(": ")}.`;
  const gekoppeld = gevraagd.some((stap) => stap.verschillen.length);
  return gekoppeld ? `${zin} ${MERKEN} ${SUGGESTIE}` : zin;
}

function tekenVerdieping(van, naar, leerlijn) {
  const inLeerlijn = (code) => stappen(van, naar).filter((stap) => rijen.get(stap.rij).leerlijn === code);
  const lijnen = gegevens.leerlijnen.filter(({ code }) => (!leerlijn || code === leerlijn) && inLeerlijn(code).length);
  const delen = lijnen.map(({ code, naam }) =>
    maak(
      "section",
      {},
      maak("h3", {}, codelink(code), ` ${naam}`),
      maak("ol", {}, ...inLeerlijn(code).map((stap) => tekenStap(stap, van, naar))),
    ),
  );
  bij("samenvatting").textContent = samenvatting(lijnen.flatMap(({ code }) => inLeerlijn(code)));
  bij("verdiepingen").replaceChildren(...delen);
}
