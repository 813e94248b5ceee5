<?php

declare(strict_types=1);

namespace Parindex;

/** The points of many units, as integers of which 10^places make one point. */
final class BatchResult
{
    public function __construct(
        public readonly int $places,
        /** @var list<int> by unit: 0, or the number of its first error */
        public readonly array $statuses,
        /** @var list<int> by unit: the leaf of that error, or -1 */
        public readonly array $nodes,
        /** @var list<int> by unit; 0 with an error */
        public readonly array $totals,
        /** @var list<int> unit * number of nodes + node */
        public readonly array $points,
        /** @var list<Finding> of units with errors */
        public readonly array $findings,
    ) {
    }
}
