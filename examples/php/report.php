<?php

// Scores one unit, names its fields and what cost it most, and shows what an error looks like.
//
// usage: php report.php DATA_FOLDER

declare(strict_types=1);

use Parindex\{Assessment, CriteriaSet, Error, Evaluation, LedgerEntry, Points};

require __DIR__ . '/src/autoload.php';

function content(string $folder, string $name): string
{
    $text = @file_get_contents("$folder/$name");
    return $text !== false ? $text : throw new RuntimeException("cannot read $folder/$name");
}

function printScore(CriteriaSet $set, Assessment $assessment, Evaluation $evaluation): void
{
    echo "{$assessment->unitName()}, {$assessment->year()}\n";
    echo "total {$evaluation->points()} of {$evaluation->points(0, Points::Maximum)}\n";
    echo "fields:\n";
    foreach ($set->fields() as $field) {
        $maximum = $evaluation->points($field->index, Points::Maximum);
        echo "  {$field->code} {$field->name}: {$evaluation->points($field->index)} of $maximum\n";
    }
    echo "largest deductions:\n";
    $deductions = array_filter($evaluation->ledger(), static fn(LedgerEntry $entry): bool => $entry->isDeduction);
    usort($deductions, static fn(LedgerEntry $a, LedgerEntry $b): int => $b->amount->compare($a->amount)); // stable
    foreach (array_slice($deductions, 0, 3) as $entry) {
        echo "  {$set->nodes()[$entry->node]->code} -{$entry->amount}: {$evaluation->explain($entry->node)}\n";
    }
}

function printError(CriteriaSet $set, string $marks): void
{
    echo "error:\n";
    try {
        Assessment::read($set, preg_replace('/"score": "3\.61"/', '"score": "36.1"', $marks, 1), 'assessment.json');
    } catch (Error $error) {
        foreach ($error->findings as $each) {
            echo "  {$each->code} {$each->name} {$each->line}:{$each->column} {$each->where} [{$each->criterion}]: "
                . "{$each->message}\n";
        }
    }
}

if ($argc !== 2) {
    fwrite(STDERR, "usage: php report.php DATA_FOLDER\n");
    exit(2);
}
try {
    $set = CriteriaSet::read(content($argv[1], 'criteria.json'), 'criteria.json');
    $marks = content($argv[1], 'assessment.json');
    $assessment = Assessment::read($set, $marks, 'assessment.json');
    printScore($set, $assessment, $assessment->evaluate());
    printError($set, $marks);
} catch (RuntimeException $error) {
    fwrite(STDERR, "error: {$error->getMessage()}\n");
    exit(1);
}
