// The words that differ between two texts are those that `verschil` of the Python package finds; a test holds the two together.
// White space and the letters of a word are therefore those of Python's `re`.
const LETTER = "\\p{L}\\p{N}\\p{M}_";
const STUK = new RegExp(`[${WIT}]*(?:[${LETTER}]+(?:['’][${LETTER}]+)*|[^${LETTER}${WIT}])|[${WIT}]+$`, "gu");
// How much work, for each word, it may be to compare all words with all words; how often a part is divided into parts.
const WERK = 500;
const DIEPST = 8;

// Two texts in pieces, in reading order: what stands in both, in the first only and in the second only.
function verschil(van, naar) {
  const [oud, nieuw] = [van.match(STUK) ?? [], naar.match(STUK) ?? []];
  const delen = [];
  let [i, j] = [0, 0];
  for (const [vanaf, tegen, aantal] of gelijkeBlokken(oud, nieuw, 0)) {
    if (i < vanaf) delen.push(["vervalt", oud.slice(i, vanaf).join("")]);
    if (j < tegen) delen.push(["nieuw", nieuw.slice(j, tegen).join("")]);
    [i, j] = [vanaf + aantal, tegen + aantal];
    if (aantal) delen.push(["gelijk", oud.slice(vanaf, i).join("")]);
  }
  return delen;
}

// The words that both have, in order: from where in the one, from where in the other, and how many.
function gelijkeBlokken(oud, nieuw, diepte) {
  const kortste = Math.min(oud.length, nieuw.length);
  let [begin, einde] = [0, 0];
  while (begin < kortste && oud[begin] === nieuw[begin]) begin += 1;
  while (einde < kortste - begin && oud.at(-1 - einde) === nieuw.at(-1 - einde)) einde += 1;
  const [oudTot, nieuwTot] = [oud.length - einde, nieuw.length - einde];
  const midden = blokkenInMidden(oud.slice(begin, oudTot), nieuw.slice(begin, nieuwTot), diepte);
  return [[0, 0, begin], ...midden.map(([i, j, n]) => [begin + i, begin + j, n]), [oudTot, nieuwTot, einde]];
}

function blokkenInMidden(oud, nieuw, diepte) {
  if (isKlein(oud, nieuw)) return langsteBlokken(oud, nieuw);
  const vast = diepte < DIEPST ? vastePunten(oud, nieuw) : [];
  if (!vast.length) return aaneen([]);
  const blokken = [];
  let [van, vanaf] = [0, 0];
  for (const [plek, tegen] of [...vast, [oud.length, nieuw.length]]) {
    const stuk = gelijkeBlokken(oud.slice(van, plek), nieuw.slice(vanaf, tegen), diepte + 1);
    for (const [i, j, aantal] of stuk) blokken.push([van + i, vanaf + j, aantal]);
    blokken.push([plek, tegen, plek < oud.length ? 1 : 0]);
    [van, vanaf] = [plek + 1, tegen + 1];
  }
  return aaneen(blokken);
}

function isKlein(oud, nieuw) {
  const [mag, kortste] = [WERK * (oud.length + nieuw.length), Math.min(oud.length, nieuw.length)];
  if (oud.length * nieuw.length * kortste <= mag) return true;
  const keren = geteld(nieuw);
  return oud.reduce((som, woord) => som + (keren.get(woord) ?? 0), 0) * kortste <= mag;
}

function geteld(woorden) {
  const keren = new Map();
  for (const woord of woorden) keren.set(woord, (keren.get(woord) ?? 0) + 1);
  return keren;
}

// Blocks that follow each other in both texts as one.
function aaneen(blokken) {
  const uit = [];
  let [van, vanaf, totaal] = [0, 0, 0];
  for (const [i, j, aantal] of blokken) {
    if (i === van + totaal && j === vanaf + totaal) totaal += aantal;
    else if (aantal) {
      uit.push([van, vanaf, totaal]);
      [van, vanaf, totaal] = [i, j, aantal];
    }
  }
  return [...uit, [van, vanaf, totaal]];
}

// As `difflib` of Python: the longest words in a row that both have, then the same to the left and to the right of them.
function langsteBlokken(oud, nieuw) {
  const plekken = new Map();
  nieuw.forEach((woord, plek) => plekken.set(woord, [...(plekken.get(woord) ?? []), plek]));
  const blokken = [];
  const delen = [[0, oud.length, 0, nieuw.length]];
  while (delen.length) {
    const [van, tot, vanaf, tegen] = delen.pop();
    const [i, j, n] = langste(oud, plekken, [van, tot, vanaf, tegen]);
    if (!n) continue;
    blokken.push([i, j, n]);
    if (van < i && vanaf < j) delen.push([van, i, vanaf, j]);
    if (i + n < tot && j + n < tegen) delen.push([i + n, tot, j + n, tegen]);
  }
  return aaneen(blokken.sort(([een], [ander]) => een - ander));
}

function langste(oud, plekken, [van, tot, vanaf, tegen]) {
  let beste = [van, vanaf, 0];
  let lengtes = new Map();
  for (let i = van; i < tot; i += 1) {
    const hier = new Map();
    for (const j of plekken.get(oud[i]) ?? []) {
      if (j < vanaf || j >= tegen) continue;
      const lengte = (lengtes.get(j - 1) ?? 0) + 1;
      hier.set(j, lengte);
      if (lengte > beste[2]) beste = [i - lengte + 1, j - lengte + 1, lengte];
    }
    lengtes = hier;
  }
  return beste;
}

// Where the words stand that both texts have once, the most of them that stand in the same order; where there are none, a word
// is the same as in the other text if it stands there for the same time.
function vastePunten(oud, nieuw) {
  const [inOud, inNieuw] = [geteld(oud), geteld(nieuw)];
  const waar = new Map(metKeer(nieuw).map((woord, plek) => [woord, plek]));
  const alle = metKeer(oud).flatMap((woord, plek) => (waar.has(woord) ? [[plek, waar.get(woord)]] : []));
  const enkel = alle.filter(([plek]) => inOud.get(oud[plek]) === 1 && inNieuw.get(oud[plek]) === 1);
  return langsteReeks(enkel.length ? enkel : alle);
}

function metKeer(woorden) {
  const keren = new Map();
  return woorden.map((woord) => {
    keren.set(woord, (keren.get(woord) ?? 0) + 1);
    return `${keren.get(woord)} ${woord}`;
  });
}

// The longest rising series: of each length the lowest end so far, and of each pair the one before it.
function langsteReeks(paren) {
  const [einden, laatste, vorige] = [[], [], []];
  paren.forEach(([, tegen], nummer) => {
    let [lengte, tot] = [0, einden.length];
    while (lengte < tot) {
      const half = (lengte + tot) >> 1;
      if (einden[half] < tegen) lengte = half + 1;
      else tot = half;
    }
    vorige.push(lengte ? laatste[lengte - 1] : -1);
    einden[lengte] = tegen;
    laatste[lengte] = nummer;
  });
  const reeks = [];
  for (let nummer = laatste.at(-1) ?? -1; nummer >= 0; nummer = vorige[nummer]) reeks.unshift(paren[nummer]);
  return reeks;
}
