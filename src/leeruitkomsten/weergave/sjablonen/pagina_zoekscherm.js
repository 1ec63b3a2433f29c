// Search on the screen: as is typed, narrowed by leerlijn and niveau, with an address of its own.
const veld = bij("zoekveld");
const leerlijnkeuze = bij("leerlijn");
let wacht;
// The niveau that was chosen in the matrices: search begins in all of them, and gives it back.
let niveauVoorZoeken = null;
// From the moment that search is left by way of the back button, until the address followed.
let opWegTerug = false;

const gevraagd = () => new URLSearchParams(location.hash.slice(1));
const zoekadresHier = () => location.hash.startsWith("#zoek=");
const zoekend = () => zoekadresHier() && gevraagd().get("zoek").trim() !== "";

function zoekadres() {
  const deel = new URLSearchParams({ zoek: veld.value });
  if (leerlijnkeuze.value) deel.set("leerlijn", leerlijnkeuze.value);
  if (niveaukeuze.value) deel.set("niveau", niveaukeuze.value);
  return `#${deel}`;
}

function bewaarZoekadres() {
  clearTimeout(wacht);
  if (zoekend() && veld.value.trim()) history.replaceState(history.state, "", zoekadres());
}

function waar(item) {
  const delen = { nummer: item.niveau, fase: inTaal(fasen.get(item.niveau)) };
  return item.soort ? spreekDelen("pagina.waar_leeruitkomst", delen) : spreekDelen("pagina.waar", delen);
}

function toonTreffers() {
  const treffers = zoek(veld.value, leerlijnkeuze.value, Number(niveaukeuze.value));
  bij("treffers").replaceChildren(...treffers.map(({ item, delen }) => regel(item, delen, waar(item))));
  bij("gevonden").textContent = spreek("pagina.gevonden_voor", { vraag: veld.value });
  titel(spreek("pagina.zoek", { vraag: veld.value }));
  // A code is no word of a text; whoever types one wants to go there.
  const naar = bedoeld(veld.value).flatMap((code) => [` ${spreek("pagina.ga_naar")} `, codelink(code)]);
  bij("aantal").replaceChildren(...(naar.length && !treffers.length ? [spreek("pagina.is_code")] : uitslag(treffers.length)), ...naar);
}

// How many were found; where search was narrowed, that it was, how many there are in all, and a button to see those.
function uitslag(hier) {
  const alle = zoek(veld.value, "", 0).length;
  const begin = bijBegin(veld.value).map(([woord, deel]) => `${spreek("pagina.bij_begin", { woord, deel })} `);
  const niveau = niveaukeuze.value && spreek("pagina.op_niveau", { nummer: niveaukeuze.value });
  const leerlijn = leerlijnkeuze.value && spreek("pagina.in_leerlijn", { code: leerlijnkeuze.value });
  const waarin = [niveau, leerlijn].filter(Boolean).join(" ");
  if (!alle) return [spreek("pagina.niets")];
  if (!waarin) return [...begin, spreek("pagina.aantal", { aantal: alle })];
  const zin = hier ? spreek("pagina.aantal_hier", { aantal: hier, waarin, alle }) : spreek("pagina.niets_hier", { waarin, alle });
  return hier === alle ? [...begin, zin] : [...begin, zin, " ", maak("button", { type: "button", id: "overal" }, spreek("pagina.overal"))];
}

function zoekOveral() {
  kies(leerlijnkeuze, "");
  kies(niveaukeuze, "");
  toonTreffers();
  bewaarZoekadres();
  richt(bij("gevonden"));
}

function beginZoeken() {
  niveauVoorZoeken ??= niveaukeuze.value;
  toon("gevonden");
  toonTreffers();
}

// Leave the field and the choices as they were before the search.
function eindigZoeken() {
  veld.value = "";
  bij("aantal").textContent = "";
  kies(leerlijnkeuze, "");
  if (niveauVoorZoeken !== null) kies(niveaukeuze, niveauVoorZoeken);
  niveauVoorZoeken = null;
}

// The address follows when the typing rests: browsers allow only so many changes in a row.
function typ() {
  if (!veld.value.trim()) {
    stopZoeken();
  } else if (zoekend()) {
    toonTreffers();
    clearTimeout(wacht);
    wacht = setTimeout(bewaarZoekadres, 400);
  } else {
    niveauVoorZoeken = niveaukeuze.value;
    kies(niveaukeuze, "");
    history.pushState({ vanHier: true }, "", zoekadres());
    beginZoeken();
  }
}

function stopZoeken() {
  clearTimeout(wacht);
  if (!zoekend() || opWegTerug) return;
  if (history.state?.vanHier) {
    opWegTerug = true;
    history.back();
  } else {
    history.replaceState(null, "", `#${START}`);
    toonAdres();
    veld.focus();
  }
}

function toonZoeken() {
  niveauVoorZoeken ??= niveaukeuze.value;
  veld.value = gevraagd().get("zoek");
  kies(leerlijnkeuze, gevraagd().get("leerlijn") ?? "");
  kies(niveaukeuze, gevraagd().get("niveau") ?? "");
  beginZoeken();
  return bij("gevonden");
}

function kiesUit() {
  if (zoekend()) {
    toonTreffers();
    bewaarZoekadres();
  } else {
    alleNiveausGevraagd = !niveaukeuze.value;
    toonNiveau();
    laatVerborgenPlaatsLos();
  }
}
