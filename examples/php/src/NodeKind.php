<?php

declare(strict_types=1);

namespace Parindex;

enum NodeKind: int
{
    case Group = 0;
    case Leaf = 1;
    case Remainder = 2;
}
