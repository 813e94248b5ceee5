<?php

declare(strict_types=1);

// One class a file; an application with Composer maps the namespace to this folder instead (PSR-4).
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Parindex\\')) {
        require __DIR__ . '/' . substr($class, strlen('Parindex\\')) . '.php';
    }
});
