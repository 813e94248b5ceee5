<?php

declare(strict_types=1);

namespace Parindex;

use FFI;
use FFI\CData;

/** The scores of one leaf, unit by unit, or the values of one of its facts: integers of which 10^scale make one. */
final class Column
{
    public const SCORES = -1;
    public const APPRAISAL = 1;

    public readonly int $units;
    /** @internal */
    public readonly CData $cells;

    /** @param list<int> $cells */
    public function __construct(
        public readonly int $node,
        array $cells,
        public readonly int $scale = 0,
        /** Index of a fact of the leaf's rule. */
        public readonly int $fact = self::SCORES,
        public readonly int $round = self::APPRAISAL,
    ) {
        if ($cells === []) {
            throw new \ValueError('a column without units');
        }
        $this->units = count($cells);
        $this->cells = Library::get()->ffi->new("int64_t[{$this->units}]");
        FFI::memcpy($this->cells, pack('q*', ...$cells), 8 * $this->units);
    }
}
