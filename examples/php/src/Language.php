<?php

declare(strict_types=1);

namespace Parindex;

enum Language: int
{
    case Vietnamese = 0;
    case English = 1;
}
