<?php

declare(strict_types=1);

namespace Parindex;

use FFI;
use FFI\CData;

/**
 * The shared library: calls that throw, and texts out of it.
 *
 * On the command line PHP loads it at the first use. A web server allows FFI to preloaded files only: let `ffi.preload` in
 * its php.ini name parindex_ffi.h, and `opcache.preload` a file that includes these classes.
 *
 * @internal
 */
final class Library
{
    private const ABI_VERSION = 1;
    private const BUFFER_TOO_SMALL = 6;
    private const USUAL_TEXT = 256;

    private static ?self $loaded = null;

    /** Used for every call; what it says is copied before the next one. */
    private CData $error;
    private CData $size;
    private CData $buffer;

    private function __construct(public readonly FFI $ffi)
    {
        if ($ffi->parindex_abi_version() !== self::ABI_VERSION) {
            throw new \RuntimeException('libparindex has another ABI than ' . self::ABI_VERSION);
        }
        $this->error = $this->structure('parindex_error');
        $this->size = $ffi->new('size_t');
        $this->buffer = $ffi->new('char[' . self::USUAL_TEXT . ']');
    }

    public static function get(): self
    {
        return self::$loaded ??= new self(self::load());
    }

    private static function load(): FFI
    {
        try {
            return FFI::scope('parindex');
        } catch (FFI\Exception) {
            return FFI::load(__DIR__ . '/parindex_ffi.h');
        }
    }

    /** A structure that says its size, as the library asks of those that may grow. */
    public function structure(string $type): CData
    {
        $structure = $this->ffi->new($type);
        $structure->struct_size = FFI::sizeof($structure);
        return $structure;
    }

    /** Calls a function that reports its first error only. The place for the error is added. */
    public function call(string $function, mixed ...$arguments): void
    {
        $status = $this->ffi->$function(...[...$arguments, FFI::addr($this->error)]);
        if ($status !== 0) {
            throw new Error([Finding::from($this, $this->error)]);
        }
    }

    /**
     * Calls a function that reports all findings. The places for them and for the error are added.
     *
     * @return list<Finding> what a person should know although the call succeeded
     */
    public function findingsOf(string $function, mixed ...$arguments): array
    {
        $diagnostics = $this->ffi->new('parindex_diagnostics *');
        $status = $this->ffi->$function(...[...$arguments, FFI::addr($diagnostics), FFI::addr($this->error)]);
        $first = $status !== 0 ? Finding::from($this, $this->error) : null;
        $findings = [];
        if (!FFI::isNull($diagnostics)) {
            try {
                $findings = Finding::all($this, $diagnostics);
            } finally {
                $this->ffi->parindex_diagnostics_free($diagnostics);
            }
        }
        return $first === null ? $findings : throw new Error($findings ?: [$first]);
    }

    /** A text that a function writes to a buffer. Buffer, capacity, size and the place for the error are added. */
    public function text(string $function, mixed ...$arguments): string
    {
        $size = FFI::addr($this->size);
        $status = $this->ffi->$function(
            ...[...$arguments, $this->buffer, self::USUAL_TEXT, $size, FFI::addr($this->error)],
        );
        if ($status === 0) {
            return FFI::string($this->buffer, $this->size->cdata);
        }
        if ($status !== self::BUFFER_TOO_SMALL) {
            throw new Error([Finding::from($this, $this->error)]);
        }
        $capacity = $this->size->cdata + 1;
        $buffer = $this->ffi->new("char[$capacity]");
        $this->call($function, ...[...$arguments, $buffer, $capacity, $size]);
        return FFI::string($buffer, $this->size->cdata);
    }
}
