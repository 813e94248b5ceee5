<?php

declare(strict_types=1);

namespace Parindex;

/** The marks (kết quả chấm điểm) of one unit for one year. */
final class Assessment extends Handle
{
    protected const TYPE = 'assessment';
    private const TEXT_NAME = 1;

    /** @throws Error */
    public static function read(CriteriaSet $set, string $json, string $file = ''): self
    {
        return self::madeBy('parindex_assessment_read', $set->pointer(), null, $json, strlen($json), $file, strlen($file));
    }

    public function unitName(): string
    {
        return Library::get()->text('parindex_assessment_unit', $this->pointer(), self::TEXT_NAME);
    }

    public function year(): int
    {
        return Library::get()->ffi->parindex_assessment_year($this->pointer());
    }

    /** @throws Error */
    public function evaluate(): Evaluation
    {
        return Evaluation::of($this);
    }
}
