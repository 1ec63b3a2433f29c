// The sheets of paper that belong to the views: only what is chosen on the screen, and in the margin whose and of what each is.
let wie = "";
const marge = new CSSStyleSheet();
document.adoptedStyleSheets = [marge];

// A text as a string of CSS that no character can end.
function cssTekst(tekst) {
  return `"${tekst.replace(/[^\p{L}\p{N} .,:;()–-]/gu, (teken) => `\\${teken.codePointAt(0).toString(16)} `)}"`;
}

// Whose the sheet is; of a form that is still empty room to write a name.
function zetMarge(naam) {
  document.documentElement.classList.remove("als-overzicht");
  const evl = gegevens.niveaus.find(({ nummer }) => `EvL${nummer}` === naam);
  const kader = spreek("vel.raamwerk", { naam: gegevens.naam, versie: gegevens.versie });
  const student = `${spreek("vel.student")}: ${wie || "…".repeat(15)}`;
  const zin = evl ? `${student} – ${naam} ${spreek("vel.fase", evl)} – ${kader}` : wie ? `${student} – ${kader}` : kader;
  const van = (soort) => `@page ${soort} { @bottom-left { content: ${cssTekst(zin)}; } }`;
  marge.replaceSync(evl ? van("formulier") + van("overzicht") : wie ? van("matrix") : "");
}

// Of a matrix only the niveau that was chosen.
function zetKolommen(niveau) {
  for (const tabel of document.querySelectorAll("#afdruk .matrix table")) {
    const anders = Array.from(tabel.tHead.rows[0].cells, ({ dataset }) => Boolean(niveau && dataset.niveau && dataset.niveau !== niveau));
    for (const { cells } of [...tabel.tHead.rows, ...tabel.tBodies[0].rows]) {
      for (const [plaats, vak] of Array.from(cells).entries()) vak.hidden = anders[plaats] && vak.colSpan === 1;
    }
    tabel.tFoot.rows[0].cells[0].colSpan = anders.filter((een) => !een).length;
    tabel.closest(".druk").hidden = !anders.slice(1).includes(false);
  }
}

// An EvL on one A4: what the view itself shows, in columns.
function drukOverzicht() {
  document.documentElement.classList.replace("met-blad", "als-overzicht");
  print();
}

// A sheet that is shorter than the view would leave the reader at its top.
let stond = [0, 0];
addEventListener("beforeprint", () => (stond = [scrollX, scrollY]));
addEventListener("afterprint", () => {
  document.documentElement.classList.replace("als-overzicht", "met-blad");
  scrollTo(...stond);
});
