// The words that differ between two texts are those that `verschil` of the Python package finds; a test holds the two together.
// White space and the letters of a word are therefore those of Python's `re`.
const LETTER = "\\p{L}\\p{N}\\p{M}_";
const STUK = new RegExp(`[${WIT}]*(?:[${LETTER}]+(?:['’][${LETTER}]+)*|[^${LETTER}${WIT}])|[${WIT}]+$`, "gu");
// How much work, for each word, it may be to compare all words with all words; how often a part is divided into parts.
const WERK = 500;
const DIEPST = 8;

// Below this share of all words in common both texts stand whole; an equal piece of more words always stays; and words of fewer
// letters together are never said to have moved.
const AANDEEL = 0.3;
const KLEIN = 3;
const KORT = 4;
const WOORD = /[\p{L}\p{N}_]/u;
// The kinds of pieces that only one of the two texts has at that place.
const VAN_ALLEEN = ["vervalt", "vandaan"];
const NAAR_ALLEEN = ["nieuw", "hierheen"];

// Two texts in pieces, in reading order: what stands in both, in the first only and in the second only, what left its place and
// what came there.
function verschil(van, naar) {
  const [oud, nieuw] = [van.match(STUK) ?? [], naar.match(STUK) ?? []];
  const alle = gelijkeBlokken(oud, nieuw, 0).filter(([, , aantal]) => aantal);
  alle.push([oud.length, nieuw.length, 0]);
  const gevonden = verhuisdeWoorden(oud, nieuw, gatenTussen(alle));
  const gelijk = leesbareBlokken(oud, nieuw, alle, gevonden);
  const gaten = gatenTussen(gelijk);
  const verhuisd = elders(gevonden, gaten);
  const samen = gelijk.flatMap(([plek, , aantal]) => oud.slice(plek, plek + aantal));
  for (const plek of verhuisd.keys()) samen.push(oud[plek]);
  const weinig = 2 * aantalWoorden(samen) < AANDEEL * (aantalWoorden(oud) + aantalWoorden(nieuw));
  const hierheen = new Set(verhuisd.values());
  const delen = gaten.flatMap(([i, vanaf, j, tegen], nummer) => {
    const [plek, , aantal] = gelijk[nummer];
    return [
      ...stukken(oud, i, vanaf, ["vervalt", "vandaan"], verhuisd),
      ...stukken(nieuw, j, tegen, ["nieuw", "hierheen"], hierheen),
      ...(aantal ? [["gelijk", oud.slice(plek, plek + aantal).join("")]] : []),
    ];
  });
  const soorten = new Set(delen.map(([soort]) => soort));
  return weinig && soorten.has("vervalt") && soorten.has("nieuw") ? [["vervalt", van], ["nieuw", naar]] : delen;
}

// Whether both texts stand whole: what they have in common would chop them up, or is nothing.
function staanHeel(delen) {
  return delen.length === 2 && delen[0][0] === "vervalt" && delen[1][0] === "nieuw";
}

function aantalWoorden(woorden) {
  return woorden.filter((woord) => WOORD.test(woord)).length;
}

// What stands before each equal block: from where to where in the one text, and in the other.
function gatenTussen(blokken) {
  let [i, j] = [0, 0];
  return blokken.map(([vanaf, tegen, aantal]) => {
    const gat = [i, vanaf, j, tegen];
    [i, j] = [vanaf + aantal, tegen + aantal];
    return gat;
  });
}

// Words from one place to another as pieces: what moved, and what did not.
function stukken(woorden, van, tot, [hier, ver], verhuisd) {
  const uit = [];
  for (let plek = van; plek < tot; plek += 1) {
    const soort = verhuisd.has(plek) ? ver : hier;
    if (uit.at(-1)?.[0] === soort) uit.at(-1)[1].push(woorden[plek]);
    else uit.push([soort, [woorden[plek]]]);
  }
  return uit.map(([soort, deel]) => [soort, deel.join("")]);
}

const KAAL = new RegExp(`^[${WIT}]+`, "u");

// Where the words that moved stand in the one text, and where in the other. They are found by a word that stands once in all
// that differs of both texts, with the equal words around it.
function verhuisdeWoorden(oud, nieuw, gaten) {
  const [weg, hier] = [new Map(), new Map()];
  for (const [i, vanaf, j, tegen] of gaten) {
    for (let plek = i; plek < vanaf; plek += 1) weg.set(plek, oud[plek].replace(KAAL, ""));
    for (let plek = j; plek < tegen; plek += 1) hier.set(plek, nieuw[plek].replace(KAAL, ""));
  }
  const [kerenWeg, kerenHier] = [geteld([...weg.values()]), geteld([...hier.values()])];
  const eenmalig = new Map();
  for (const [plek, woord] of hier) if (kerenWeg.get(woord) === 1 && kerenHier.get(woord) === 1) eenmalig.set(woord, plek);
  const verhuisd = new Map();
  let tot = 0;
  for (const [plek, woord] of weg) {
    if (plek < tot || !eenmalig.has(woord)) continue;
    const tegen = eenmalig.get(woord) - plek;
    const gelijk = (waar) => weg.has(waar) && weg.get(waar) === hier.get(waar + tegen);
    let van = plek;
    tot = plek + 1;
    while (!verhuisd.has(van - 1) && gelijk(van - 1)) van -= 1;
    while (gelijk(tot)) tot += 1;
    const deel = [];
    for (let waar = van; waar < tot; waar += 1) deel.push(weg.get(waar));
    if ([...deel.join("")].length < KORT || !aantalWoorden(deel)) continue;
    for (let waar = van; waar < tot; waar += 1) {
      verhuisd.set(waar, waar + tegen);
      hier.delete(waar + tegen);
    }
  }
  return verhuisd;
}

// The equal blocks but for the small ones between two differences that are as long or longer; what moved is not in these.
function leesbareBlokken(oud, nieuw, blokken, verhuisd) {
  const lengtes = (woorden, weg) => {
    const uit = [0];
    woorden.forEach((woord, plek) => uit.push(uit[plek] + (weg.has(plek) ? 0 : [...woord].length)));
    return uit;
  };
  const [inOud, inNieuw] = [lengtes(oud, verhuisd), lengtes(nieuw, new Set(verhuisd.values()))];
  const anders = (vorige, volgende) =>
    Math.max(inOud[volgende[0]] - inOud[vorige[0] + vorige[2]], inNieuw[volgende[1]] - inNieuw[vorige[1] + vorige[2]]);
  const eenzijdig = (vorige, volgende) => [0, 1].some((kant) => volgende[kant] === vorige[kant] + vorige[2]);
  const over = [[0, 0, 0]];
  for (const blok of blokken) {
    while (over.length > 1) {
      const [vorige, laatste] = over.slice(-2);
      const [van, , aantal] = laatste;
      // Between one that adds and one that leaves out only a few letters are small: nothing was replaced.
      const los = eenzijdig(vorige, laatste) && eenzijdig(laatste, blok);
      const mag = los ? 2 * KORT : Math.min(anders(vorige, laatste), anders(laatste, blok));
      if (inOud[van + aantal] - inOud[van] > mag) break;
      // Between two that only add, or only leave out, one of the texts reads on.
      if ([0, 1].some((kant) => blok[kant] - vorige[kant] - vorige[2] === aantal)) break;
      if (aantalWoorden(oud.slice(van, van + aantal)) > KLEIN) break;
      over.pop();
    }
    over.push(blok);
  }
  return over.slice(1);
}

// What moved to another difference: within one, both texts stand whole as it is.
function elders(verhuisd, gaten) {
  const uit = new Map();
  for (const [i, vanaf, j, tegen] of gaten) {
    for (let plek = i; plek < vanaf; plek += 1) {
      const naar = verhuisd.get(plek);
      if (naar !== undefined && (naar < j || naar >= tegen)) uit.set(plek, naar);
    }
  }
  return uit;
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
