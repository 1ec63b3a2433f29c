<?php
// Reads a matrix as Mahara does (json_decode, ids compared loosely) and builds the tree; prints what was placed as JSON.
error_reporting(E_ALL);
set_error_handler(function ($ernst, $wat) { throw new Exception($wat); });

$fouten = [];
$inhoud = json_decode(stream_get_contents(STDIN));
if (is_null($inhoud) || empty($inhoud->framework) || empty($inhoud->framework->name)) {
    echo json_encode(['fouten' => ['no framework']]);
    exit;
}
$raamwerk = $inhoud->framework;

function past(object $deel): array {
    $fouten = [];
    foreach (['shortname' => 100, 'name' => 255] as $veld => $grens) {
        if (empty($deel->$veld) || mb_strlen($deel->$veld, 'UTF-8') > $grens) {
            $fouten[] = "$veld of " . ($deel->shortname ?? '?');
        }
    }
    return $fouten;
}
if (mb_strlen($raamwerk->name, 'UTF-8') > 255) {
    $fouten[] = 'name of the framework';
}
if (!is_bool($raamwerk->selfassess) || !is_string($raamwerk->institution)) {
    $fouten[] = 'selfassess or institution';
}
$standen = [];
foreach ($raamwerk->evidencestatuses as $keuze) {
    $standen[] = key((array) $keuze);
}

$geplaatst = [];
$volgnummer = 0;
foreach ($raamwerk->standards as $standaard) {
    $fouten = array_merge($fouten, past($standaard));
    $ids = [];
    foreach ($raamwerk->standardelements as $element) {
        // Of one type, or the element is gone without a word.
        if ($standaard->standardid !== $element->standardid) {
            continue;
        }
        $fouten = array_merge($fouten, past($element));
        $onder = $standaard->shortname;
        if (isset($element->parentelementid)) {
            $index = array_search($element->parentelementid, $ids);
            if ($index === false) {
                $fouten[] = "$element->elementid has no parent";
            } else {
                $onder = $ids[$index];
            }
        }
        $ids[++$volgnummer] = $element->elementid;
        if (isset($geplaatst[$element->elementid])) {
            $fouten[] = "$element->elementid twice";
        }
        $geplaatst[$element->elementid] = ['onder' => $onder, 'naam' => $element->name, 'omschrijving' => $element->description];
    }
}

foreach ($raamwerk->standardelements as $element) {
    if (!isset($geplaatst[$element->elementid])) {
        $fouten[] = "$element->elementid has no place";
    }
}

echo json_encode(['fouten' => $fouten, 'rijen' => count($raamwerk->standardelements), 'standen' => $standen,
    'standaarden' => array_map(fn($s) => $s->shortname, $raamwerk->standards), 'geplaatst' => (object) $geplaatst],
    JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
