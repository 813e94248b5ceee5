<?php

// What the report does not need of the classes of examples/php: php_classes_test.php SON_LA_FOLDER THIS_FOLDER

declare(strict_types=1);

use Parindex\{Assessment, Batch, Column, CriteriaSet, Error, Number};

require __DIR__ . '/../../examples/php/src/autoload.php';

function expect(mixed $wanted, mixed $found): void
{
    if ($wanted !== $found) {
        throw new AssertionError('expected ' . var_export($wanted, true) . ', found ' . var_export($found, true));
    }
}

function expectThrown(string $class, callable $call): Throwable
{
    try {
        $call();
    } catch (Throwable $thrown) {
        expect($class, $thrown::class);
        return $thrown;
    }
    throw new AssertionError("expected $class");
}

function testBatch(CriteriaSet $set): void
{
    $leaf = current(array_filter($set->nodes(), static fn($node) => $node->code === '4.1'))->index;
    $cells = array_fill(0, 150, 361);
    $cells[77] = 401;
    $scored = (new Batch($set, 2021, [new Column($leaf, $cells, scale: 2)]))->score();
    expect([77 => 400], array_filter($scored->statuses));
    expect($leaf, $scored->nodes[77]);
    expect(0, $scored->totals[77]);
    expect($scored->totals[0], $scored->totals[149]);
    expect(361, $scored->points[149 * count($set->nodes()) + $leaf]);
    expect('/77/0', $scored->findings[0]->where);
    $refused = expectThrown(Error::class, static fn() => (new Batch($set, 2021, [new Column(0, [1])]))->score());
    expect('not_a_leaf', $refused->findings[0]->name);
    expectThrown(ValueError::class, static fn() => new Batch($set, 2021, [new Column(1, [1]), new Column(2, [1, 2])]));
}

function testHandles(string $json): void
{
    $set = CriteriaSet::read($json);
    expect([], $set->findings);
    $set->close();
    $set->close();
    expectThrown(LogicException::class, static fn() => $set->nodes());
    expectThrown(LogicException::class, static fn() => serialize($set));
    expect(204, expectThrown(Error::class, static fn() => CriteriaSet::read('{'))->getCode());
}

function testFractions(string $folder): void
{
    $set = CriteriaSet::read(file_get_contents("$folder/thirds_criteria.json"));
    $assessment = Assessment::read($set, file_get_contents("$folder/thirds_assessment.json"));
    $set->close(); // what was made from it lives on
    $points = $assessment->evaluate()->points();
    expect('2/3', (string) $points);
    expect(0, $points->compare(new Number('4/6')));
    expect(-1, $points->compare(new Number('0.667')));
    expect(1, $points->compare(new Number('-0.67')));
}

[, $sonLa, $here] = $argv;
$json = file_get_contents("$sonLa/criteria.json");
testBatch(CriteriaSet::read($json));
testHandles($json);
testFractions($here);
