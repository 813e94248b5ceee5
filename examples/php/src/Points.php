<?php

declare(strict_types=1);

namespace Parindex;

enum Points: int
{
    case Maximum = 0;
    case Score = 1;
    case Lowest = 2;
    case Highest = 3;
    case Deduction = 4;
}
