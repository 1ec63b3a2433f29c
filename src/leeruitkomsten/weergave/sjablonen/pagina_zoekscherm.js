// Search on the screen: as is typed, narrowed by leerlijn and niveau, with an address of its own.
const veld = bij("zoekveld");
const leerlijnkeuze = bij("leerlijn");
let terug = "";
let wacht;

const zoekend = () => location.hash.startsWith("#zoek=");

function zoekadres() {
  const deel = new URLSearchParams({ zoek: veld.value });
  if (leerlijnkeuze.value) deel.set("leerlijn", leerlijnkeuze.value);
  if (niveaukeuze.value) deel.set("niveau", niveaukeuze.value);
  return `#${deel}`;
}

function bewaarZoekadres() {
  clearTimeout(wacht);
  if (zoekend() && veld.value) history.replaceState(null, "", zoekadres());
}

function waar(item) {
  return `${item.code.includes(".") ? "" : "leeruitkomst, "}niveau ${item.niveau} ${fasen.get(item.niveau)}`;
}

function toonTreffers() {
  const treffers = zoek(veld.value, leerlijnkeuze.value, Number(niveaukeuze.value));
  bij("treffers").replaceChildren(...treffers.map(({ item, delen }) => regel(item, delen, waar(item))));
  bij("gevonden").textContent = `Gevonden met “${veld.value}”`;
  titel(`Zoek: ${veld.value}`);
  const niets = "Niets gevonden. Probeer een ander woord, of minder woorden.";
  // A code is no word of a text; whoever types one wants to go there.
  const naar = bedoeld(veld.value).flatMap((code) => [" Naar code ", codelink(code)]);
  bij("aantal").replaceChildren(treffers.length ? `${treffers.length} gevonden.` : niets, ...naar);
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
    terug = location.hash;
    history.pushState(null, "", zoekadres());
    toon("gevonden");
    toonTreffers();
  }
}

function stopZoeken() {
  clearTimeout(wacht);
  if (!zoekend()) return;
  history.replaceState(null, "", terug || `#${START}`);
  ga({ richten: false });
}

function toonZoeken() {
  const gevraagd = new URLSearchParams(location.hash.slice(1));
  veld.value = gevraagd.get("zoek");
  kies(leerlijnkeuze, gevraagd.get("leerlijn") ?? "");
  kies(niveaukeuze, gevraagd.get("niveau") ?? "");
  toon("gevonden");
  toonTreffers();
  richtOpKop(bij("gevonden"));
}

function kiesUit() {
  if (zoekend()) {
    toonTreffers();
    bewaarZoekadres();
  } else {
    toonNiveau();
  }
}
