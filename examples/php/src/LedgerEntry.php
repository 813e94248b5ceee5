<?php

declare(strict_types=1);

namespace Parindex;

/** One reason why the points of a node are not the maximum. */
final class LedgerEntry
{
    public function __construct(
        /** Index of the node where it arose. */
        public readonly int $node,
        public readonly bool $isDeduction,
        /** Above zero where points are taken away. */
        public readonly Number $amount,
    ) {
    }
}
