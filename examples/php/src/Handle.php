<?php

declare(strict_types=1);

namespace Parindex;

use FFI;
use FFI\CData;

/**
 * Something that the library owns. It is freed with the last reference to it, or earlier by close(), in any order: the
 * library keeps what others were made from.
 */
abstract class Handle
{
    /** The middle of the names of its functions. */
    protected const TYPE = '';

    private ?CData $pointer;

    /**
     * @param list<Finding> $findings what a person should know although the call that made it succeeded
     */
    private function __construct(CData $pointer, public readonly array $findings)
    {
        $this->pointer = $pointer;
    }

    /** Calls a function that makes a handle. The places for it, for the findings and for the error are added. */
    protected static function madeBy(string $function, mixed ...$arguments): static
    {
        $library = Library::get();
        $made = $library->ffi->new('parindex_' . static::TYPE . ' *');
        $findings = $library->findingsOf($function, ...[...$arguments, FFI::addr($made)]);
        return new static($made, $findings);
    }

    public function __destruct()
    {
        $this->close();
    }

    /** A copy would free the same thing again. */
    private function __clone()
    {
    }

    public function __serialize(): array
    {
        throw new \LogicException(static::class . ' cannot be serialized');
    }

    public function close(): void
    {
        if ($this->pointer !== null) {
            Library::get()->ffi->{'parindex_' . static::TYPE . '_free'}($this->pointer);
            $this->pointer = null;
        }
    }

    /** @internal */
    final public function pointer(): CData
    {
        return $this->pointer ?? throw new \LogicException(static::class . ' is closed');
    }
}
