<?php

declare(strict_types=1);

namespace Parindex;

/** A criterion, field or group of a set, or the whole of it (node 0). */
final class Node
{
    public function __construct(
        public readonly int $index,
        public readonly string $code,
        public readonly string $name,
        public readonly NodeKind $kind,
        /** 0 the set, 1 a field. */
        public readonly int $level,
        /** False for a leaf that is known by its loss only. */
        public readonly bool $statesMaximum,
    ) {
    }
}
