"""The base of everything that the library owns. Private."""

import weakref
from ctypes import byref, c_void_p
from typing import Self

from ._library import call, call_with_findings, library
from .errors import Finding


class Handle:
    """Freed by `with`, by close(), or with the last reference, in any order: the library keeps what others need.
    One that is closed raises ctypes.ArgumentError. Whatever only reads it may run in several threads."""

    _noun: str
    findings: tuple[Finding, ...] = ()  # what a person should know although the call succeeded

    def __init__(self, pointer: int):
        self._pointer = pointer
        self._free = weakref.finalize(self, getattr(library, f"parindex_{self._noun}_free"), pointer)

    @classmethod
    def _made_by(cls, function, *arguments) -> Self:
        """What a function without findings hands out."""
        pointer = c_void_p()
        call(function, *arguments, byref(pointer))
        return cls(pointer.value)

    @classmethod
    def _read_by(cls, function, *arguments) -> Self:
        """What a function with findings hands out."""
        pointer = c_void_p()
        findings = call_with_findings(function, *arguments, byref(pointer))
        made = cls(pointer.value)
        made.findings = findings
        return made

    @property
    def _as_parameter_(self) -> int:
        if not self._free.alive:
            raise ValueError(f"the {type(self).__name__} is closed")
        return self._pointer

    def close(self) -> None:
        self._free()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_) -> None:
        self.close()
