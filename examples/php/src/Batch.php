<?php

declare(strict_types=1);

namespace Parindex;

use FFI;

/** A table of units: a row for each, a column for each leaf or fact. */
final class Batch
{
    private const HALF_UP = 0;

    private readonly int $units;

    /** @param non-empty-list<Column> $columns */
    public function __construct(
        private readonly CriteriaSet $set,
        private readonly int $year,
        private readonly array $columns,
    ) {
        $lengths = array_unique(array_map(static fn(Column $column): int => $column->units, $columns));
        if (count($lengths) !== 1) {
            throw new \ValueError('columns of different lengths, or none');
        }
        $this->units = reset($lengths);
    }

    /**
     * Scores all units in one call. A bad cell fails its unit alone.
     *
     * @throws Error where the table itself is wrong
     */
    public function score(int $places = 2): BatchResult
    {
        $library = Library::get();
        $nodeCount = $library->ffi->parindex_criteria_set_node_count($this->set->pointer());
        $statuses = $library->ffi->new("int32_t[{$this->units}]");
        $nodes = $library->ffi->new("int32_t[{$this->units}]");
        $totals = $library->ffi->new("int64_t[{$this->units}]");
        $points = $library->ffi->new('int64_t[' . $this->units * $nodeCount . ']');
        $result = $library->structure('parindex_batch_result');
        $result->places = $places;
        $result->rounding = self::HALF_UP;
        $result->statuses = FFI::addr($statuses[0]);
        $result->nodes = FFI::addr($nodes[0]);
        $result->totals = FFI::addr($totals[0]);
        $result->points = FFI::addr($points[0]);

        $columns = $this->columns();
        $batch = $library->structure('parindex_batch');
        $batch->year = $this->year;
        $batch->unit_count = $this->units;
        $batch->columns = FFI::addr($columns[0]);
        $batch->column_count = count($this->columns);
        $findings = $library->findingsOf(
            'parindex_batch_score',
            $this->set->pointer(),
            null,
            FFI::addr($batch),
            FFI::addr($result),
        );
        return new BatchResult(
            $places,
            self::integers('l', $statuses),
            self::integers('l', $nodes),
            self::integers('q', $totals),
            self::integers('q', $points),
            $findings,
        );
    }

    private function columns(): FFI\CData
    {
        $columns = Library::get()->ffi->new('parindex_column[' . count($this->columns) . ']');
        foreach ($this->columns as $index => $column) {
            $columns[$index]->node = $column->node;
            $columns[$index]->fact = $column->fact;
            $columns[$index]->round = $column->round;
            $columns[$index]->scale = $column->scale;
            $columns[$index]->cells = FFI::addr($column->cells[0]);
        }
        return $columns;
    }

    /** @return list<int> in one step: to read each element through FFI takes many times as long */
    private static function integers(string $format, FFI\CData $array): array
    {
        return array_values(unpack("$format*", FFI::string($array, FFI::sizeof($array))));
    }
}
