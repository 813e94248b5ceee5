<?php

declare(strict_types=1);

namespace Parindex;

/** Exact points: "15.5", or "11/14" where no decimal ends. */
final class Number implements \Stringable
{
    public function __construct(private readonly string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }

    /** Below, at or above zero as this is smaller than, equal to or greater than the other. */
    public function compare(self $other): int
    {
        [$a, $b] = $this->parts();
        [$c, $d] = $other->parts();
        $places = self::places($a) + self::places($c);
        return bccomp(bcmul($a, $d, $places), bcmul($c, $b, $places), $places);
    }

    /** @return array{string, string} numerator, which may have decimals, and denominator */
    private function parts(): array
    {
        return array_pad(explode('/', $this->text), 2, '1');
    }

    private static function places(string $number): int
    {
        return strlen(substr(strrchr($number, '.') ?: '.', 1));
    }
}
