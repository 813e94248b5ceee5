<?php

// How many times a second: the points of a node are asked for, a unit is scored by a call of its own, and with 149 others.
//
// usage: php crossings.php DATA_FOLDER

declare(strict_types=1);

use Parindex\{Assessment, Batch, Column, CriteriaSet, NodeKind};

require __DIR__ . '/src/autoload.php';

const UNITS = 150;
const SECONDS = 0.5;

function callsPerSecond(Closure $call): int
{
    $call();
    $begin = hrtime(true);
    $calls = 0;
    do {
        $call();
        ++$calls;
        $elapsed = (hrtime(true) - $begin) / 1e9;
    } while ($elapsed < SECONDS);
    return (int) round($calls / $elapsed);
}

/** A table in which every leaf of every unit has some score. */
function tableOf(CriteriaSet $set, int $year): Batch
{
    $columns = [];
    foreach ($set->nodes() as $node) {
        if ($node->kind === NodeKind::Leaf) {
            $cells = array_map(static fn(int $unit): int => ($unit + $node->index) % 101, range(0, UNITS - 1));
            $columns[] = new Column($node->index, $cells, scale: 2);
        }
    }
    $table = new Batch($set, $year, $columns);
    return array_filter($table->score()->statuses) === [] ? $table : throw new RuntimeException('a unit was not scored');
}

if ($argc !== 2) {
    fwrite(STDERR, "usage: php crossings.php DATA_FOLDER\n");
    exit(2);
}
try {
    $set = CriteriaSet::read(file_get_contents("$argv[1]/criteria.json"), 'criteria.json');
    $assessment = Assessment::read($set, file_get_contents("$argv[1]/assessment.json"), 'assessment.json');
    $evaluation = $assessment->evaluate();
    $table = tableOf($set, $assessment->year());
    $rates = [
        'points' => callsPerSecond(static fn() => $evaluation->points()),
        'single' => callsPerSecond(static fn() => $assessment->evaluate()),
        'batch' => UNITS * callsPerSecond(static fn() => $table->score()),
    ];
    foreach ($rates as $name => $rate) {
        echo "$name $rate\n";
    }
} catch (RuntimeException $error) {
    fwrite(STDERR, "error: {$error->getMessage()}\n");
    exit(1);
}
