#!/usr/bin/env python3
"""A binding generator reads parindex.h: cffi's parser takes it, calls through it, and finds the sizes of the snapshot.

usage: cffi_test.py ROOT LIBRARY
"""

import pathlib
import re
import sys

import cffi

import interface

root, library = pathlib.Path(sys.argv[1]), sys.argv[2]
folders = [root / "capi" / "include", root / "include"]
text = interface.preprocess(folders, "-P")
for known in "".join(interface.SYSTEM.values()).splitlines():  # to cffi itself
    text = text.replace(known + "\n", "")
# cffi reads numbers, but no expressions.
constants = re.findall(r"^#define (PARINDEX_\w+) \(?(-?\d+)\)?$", interface.preprocess(folders, "-dM"), re.MULTILINE)

ffi = cffi.FFI()
ffi.cdef(text + "\n".join(f"#define {name} {value}" for name, value in constants))
api = ffi.dlopen(library)


def expect(true, words):
    if not true:
        sys.exit(f"cffi: {words}")


version = tuple(getattr(api, f"PARINDEX_VERSION_{part}") for part in ("MAJOR", "MINOR", "PATCH"))
expect(api.parindex_version() == version[0] * 1_000_000 + version[1] * 1_000 + version[2], "parindex_version")
expect(ffi.string(api.parindex_version_text()).decode() == "%d.%d.%d" % version, "parindex_version_text")

number, error = ffi.new("parindex_decimal *"), ffi.new("parindex_error *", {"struct_size": ffi.sizeof("parindex_error")})
expect(api.parindex_decimal_parse(b"94.52", 5, number, error) == api.PARINDEX_OK, "parindex_decimal_parse")
expect((number.coefficient, number.scale) == (9452, 2), f"{number.coefficient} / 10^{number.scale}")
expect(api.parindex_decimal_parse(b"94,52", 5, number, error) == api.PARINDEX_E_INVALID_NUMBER, "a comma")
expect(error.column == 3 and ffi.string(error.message), f"column {error.column}")

pieces = []


@ffi.callback("parindex_write_function")
def write(user, piece, size):
    pieces.append(ffi.buffer(piece, size)[:])
    return 0


# A callback has the type that the header says; a NULL handle ends the call before it.
status = api.parindex_criteria_set_write(ffi.NULL, write, ffi.NULL, error)
expect(status == api.PARINDEX_E_NULL_POINTER and not pieces, f"callback: {status}")

checked = 0
for line in (root / "capi/abi/layout.txt").read_text(encoding="utf-8").splitlines():
    if found := re.match(r"structure (\w+): size (\d+) alignment (\d+)", line):
        expect((ffi.sizeof(found[1]), ffi.alignof(found[1])) == (int(found[2]), int(found[3])), line)
    elif found := re.match(r"member (\w+)\.(\w+): offset (\d+)", line):
        expect(ffi.offsetof(found[1], found[2]) == int(found[3]), line)
    elif (found := re.match(r"constant (\w+): (-?\d+)", line)):
        expect(getattr(api, found[1]) == int(found[2]), line)
    else:
        continue
    checked += 1
print(f"cffi reads parindex.h: {checked} sizes, offsets and constants as in the snapshot")
