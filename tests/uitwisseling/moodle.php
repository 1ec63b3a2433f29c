<?php
// Reads a framework as Moodle does (fgetcsv, columns by position) and builds the tree; prints what was placed as JSON.
// Its argument is the delimiter.
error_reporting(E_ALL);
set_error_handler(function ($ernst, $wat) { throw new Exception($wat); });
mb_internal_encoding('UTF-8');

$fouten = [];
$bestand = fopen('php://stdin', 'r');
$kop = fgetcsv($bestand, 0, $argv[1], '"', '\\');
if (count($kop) !== 14) {
    $fouten[] = 'header of ' . count($kop);
}
$raamwerken = [];
$plat = [];
$rijen = 0;
while (($rij = fgetcsv($bestand, 0, $argv[1], '"', '\\')) !== false) {
    $rijen++;
    if (count($rij) !== count($kop)) {
        $fouten[] = "row $rijen has " . count($rij) . ' cells';
        continue;
    }
    [$ouder, $id, $naam, $omschrijving, $vorm, $schaal, $instelling, $regel, $gevolg, $regelinstelling, $verwant, $uit, $is, $soorten] = $rij;
    foreach ([$id, $naam] as $tekst) {
        // What Moodle would strip or cut is no longer what the file says.
        if (trim($tekst) === '' || strip_tags($tekst) !== $tekst || mb_strlen($tekst) > 100 || !mb_check_encoding($tekst, 'UTF-8')) {
            $fouten[] = "row $rijen: '$tekst' does not arrive whole";
        }
    }
    if (!preg_match('/^[A-Za-z][^\s,:]*$/', $id) || is_numeric($id)) {
        $fouten[] = "id '$id'";
    }
    if ($vorm !== '1') {
        $fouten[] = "$id: format '$vorm'";
    }
    if ($is) {
        $raamwerken[] = ['id' => $id, 'naam' => $naam, 'omschrijving' => $omschrijving, 'schaal' => explode(',', $schaal),
                         'instelling' => json_decode($instelling), 'soorten' => explode(',', $soorten)];
        continue;
    }
    if (isset($plat[$id])) {
        $fouten[] = "$id twice";
    }
    if ($regel !== '' && ($regelinstelling !== 'null' || !in_array($gevolg, ['1', '2', '3'], true))) {
        $fouten[] = "$id: rule without its configuration or outcome";
    }
    $plat[$id] = ['ouder' => $ouder, 'naam' => $naam, 'omschrijving' => $omschrijving, 'regel' => $regel, 'gevolg' => $gevolg,
                  'verwant' => $verwant, 'kinderen' => []];
}
if (count($raamwerken) !== 1) {
    $fouten[] = count($raamwerken) . ' rows are the framework';
}

$geplaatst = [];
function plaats(string $onder, int $diepte): array {
    global $plat, $geplaatst, $fouten;
    $kinderen = [];
    foreach ($plat as $id => $rij) {
        // Loosely, as Moodle compares.
        if ($rij['ouder'] == $onder) {
            $kinderen[] = $id;
            $geplaatst[$id] = ['diepte' => $diepte, 'onder' => $onder, 'naam' => $rij['naam'], 'omschrijving' => $rij['omschrijving'],
                               'regel' => $rij['regel'], 'gevolg' => $rij['gevolg'], 'verwant' => []];
            $eigen = plaats((string) $id, $diepte + 1);
            if ($rij['regel'] !== '' && !$eigen) {
                $fouten[] = "$id: a rule on a leaf";
            }
        }
    }
    return $kinderen;
}
plaats('', 1);

foreach ($plat as $id => $rij) {
    if (!isset($geplaatst[$id])) {
        $fouten[] = "$id has no place";
    }
    foreach ($rij['verwant'] === '' ? [] : explode(',', $rij['verwant']) as $ander) {
        $ander = str_replace('%2C', ',', $ander);
        if (!isset($geplaatst[$ander])) {
            $fouten[] = "$id refers to $ander";
        }
        $geplaatst[$id]['verwant'][] = $ander;
    }
}

$instelling = $raamwerken[0]['instelling'] ?? null;
if (!is_array($instelling) || !isset($instelling[0]->scaleid)) {
    $fouten[] = 'scale configuration';
} else {
    $items = array_slice($instelling, 1);
    $standaard = array_filter($items, fn($item) => !empty($item->scaledefault));
    $bekwaam = array_filter($items, fn($item) => !empty($item->proficient));
    $buiten = array_filter($items, fn($item) => $item->id < 1 || $item->id > count($raamwerken[0]['schaal']));
    if (!$standaard || !$bekwaam || $buiten) {
        $fouten[] = 'scale configuration names no default or no proficient item';
    }
}

echo json_encode(['fouten' => $fouten, 'rijen' => $rijen, 'raamwerk' => $raamwerken[0] ?? null, 'geplaatst' => (object) $geplaatst],
    JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
