<?php
// Reads grade outcomes as Moodle does (fgetcsv of 8192 bytes at most, semicolons); prints what was placed as JSON.
error_reporting(E_ALL);
set_error_handler(function ($ernst, $wat) { throw new Exception($wat); });

$fouten = [];
$bestand = fopen('php://stdin', 'r');
$kop = fgetcsv($bestand, 8192, ';', '"', '\\');
$moet = ['outcome_name', 'outcome_shortname', 'scale_name', 'scale_items'];
if (array_diff($moet, $kop) || count($kop) !== 6) {
    $fouten[] = 'header: ' . implode(' ', $kop);
}
$uitkomsten = [];
for ($regel = 2; ($rij = fgetcsv($bestand, 8192, ';', '"', '\\')) !== false && !$fouten; $regel++) {
    if (count($rij) !== count($kop)) {
        $fouten[] = "line $regel has " . count($rij) . ' cells';
        break;
    }
    $cel = array_combine($kop, $rij);
    foreach ($moet as $veld) {
        if ($cel[$veld] === '') {
            $fouten[] = "line $regel: no $veld";
        }
    }
    foreach (['outcome_name', 'outcome_shortname', 'scale_name'] as $veld) {
        if (mb_strlen($cel[$veld], 'UTF-8') > 255 || strip_tags($cel[$veld]) !== $cel[$veld]) {
            $fouten[] = "line $regel: $veld does not arrive whole";
        }
    }
    if (isset($uitkomsten[$cel['outcome_shortname']])) {
        $fouten[] = "line $regel: skipped, there is one of that short name";
    }
    $uitkomsten[$cel['outcome_shortname']] = ['naam' => $cel['outcome_name'], 'omschrijving' => $cel['outcome_description'],
                                              'schaal' => $cel['scale_name'], 'waarden' => $cel['scale_items']];
}
echo json_encode(['fouten' => $fouten, 'uitkomsten' => (object) $uitkomsten], JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
