<?php

declare(strict_types=1);

namespace Parindex;

use FFI;
use FFI\CData;

/** One thing that was found in a file or in marks. */
final class Finding implements \Stringable
{
    private const TEXT_WHERE = 7;
    private const TEXT_CRITERION = 8;
    private const TEXT_MESSAGE = 9;

    private function __construct(
        /** A number of parindex.h, such as 400 for PARINDEX_E_SCORE_ABOVE_MAXIMUM. */
        public readonly int $code,
        public readonly string $name,
        public readonly Severity $severity,
        /** From 1; 0: unknown. */
        public readonly int $line,
        /** In code points, from 1; 0: unknown. */
        public readonly int $column,
        /** JSON Pointer, or empty. */
        public readonly string $where,
        public readonly string $criterion,
        public readonly string $message,
    ) {
    }

    public function __toString(): string
    {
        $place = $this->line > 0 ? "{$this->line}:{$this->column}: " : '';
        return "$place{$this->message}" . ($this->where !== '' ? " [{$this->where}]" : '');
    }

    /** @internal The first error of a call, whose texts may have been cut. */
    public static function from(Library $library, CData $error): self
    {
        return self::with($library, $error, FFI::string($error->where), FFI::string($error->criterion), FFI::string($error->message));
    }

    /**
     * @internal
     * @return list<self> with whole texts
     */
    public static function all(Library $library, CData $diagnostics): array
    {
        $findings = [];
        $count = $library->ffi->parindex_diagnostics_count($diagnostics);
        $finding = $library->structure('parindex_error');
        $text = static fn(int $index, int $which): string =>
            $library->text('parindex_diagnostics_text', $diagnostics, $index, $which);
        for ($index = 0; $index < $count; ++$index) {
            $library->call('parindex_diagnostics_get', $diagnostics, $index, FFI::addr($finding));
            $findings[] = self::with(
                $library,
                $finding,
                $text($index, self::TEXT_WHERE),
                $text($index, self::TEXT_CRITERION),
                $text($index, self::TEXT_MESSAGE),
            );
        }
        return $findings;
    }

    private static function with(Library $library, CData $of, string $where, string $criterion, string $message): self
    {
        $name = $library->ffi->parindex_status_name($of->code);
        return new self($of->code, $name, Severity::from($of->severity), $of->line, $of->column, $where, $criterion, $message);
    }
}
