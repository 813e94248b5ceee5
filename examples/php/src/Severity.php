<?php

declare(strict_types=1);

namespace Parindex;

enum Severity: int
{
    case Note = 0;
    case Warning = 1;
    case Error = 2;
}
