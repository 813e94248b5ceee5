<?php

declare(strict_types=1);

namespace Parindex;

/** A call that failed, with all that it found. */
final class Error extends \RuntimeException
{
    /** @param non-empty-list<Finding> $findings */
    public function __construct(public readonly array $findings)
    {
        $first = current(array_filter($findings, static fn(Finding $each): bool => $each->severity === Severity::Error))
            ?: $findings[0];
        parent::__construct(implode("\n", $findings), $first->code);
    }
}
