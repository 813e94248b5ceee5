#!/usr/bin/env python3
"""Checks the shared library as a whole, and says how large it is and which runtimes it needs.

usage: library.py LIBRARY EXPORTED_SYMBOLS ABI_VERSION
       library.py --self-test CXX SCRATCH    a library with every fault is built, and each must be found
"""

import _ctypes
import ctypes
import pathlib
import re
import subprocess
import sys
import tempfile

RUNTIMES = re.compile(r"lib(stdc\+\+\.so\.6|gcc_s\.so\.1|m\.so\.6|c\.so\.6)|ld-linux[\w-]*\.so\.\d")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def findings(library, listed, abi_version):
    dynamic = run("readelf", "--dynamic", "--wide", library)
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)
    yield from (f"needs {name}" for name in needed if not RUNTIMES.fullmatch(name))
    if "libc.so.6" not in needed:
        yield f"needs {needed}, but no C library"
    soname = re.findall(r"\(SONAME\).*\[(.*)\]", dynamic)
    if soname != [f"libparindex.so.{abi_version}"]:
        yield f"SONAME {soname}"
    for tag in ("RPATH", "RUNPATH", "TEXTREL"):
        if tag in dynamic:
            yield f"has {tag}"

    symbols = [line.rsplit(maxsplit=2)[1:] for line in run("nm", "-D", "--defined-only", library).splitlines()]
    names = {name for _, name in symbols}
    expected = {f"{name}@@PARINDEX_{abi_version}" for name in listed} | {f"PARINDEX_{abi_version}"}
    yield from (f"exports {name}" for name in sorted(names - expected))
    yield from (f"does not export {name}" for name in sorted(expected - names))
    yield from (f"is kept in memory by {name}" for kind, name in symbols if kind == "u")
    private = [name for name in names if re.search(r"boost|nlohmann|json_abi|utf8proc", name)]
    yield from (f"shows {name} of a third party" for name in sorted(private))

    stack = re.search(r"GNU_STACK.* (R?WE?X?) ", run("readelf", "--program-headers", "--wide", library))
    if not stack or "E" in stack[1]:
        yield "has an executable stack"
    if stays_loaded(library):
        yield "stays in memory after dlclose"


def stays_loaded(library):
    def mapped():
        return str(library) in pathlib.Path("/proc/self/maps").read_text()

    loaded = ctypes.CDLL(str(library))
    loaded.parindex_version()
    if not mapped():
        sys.exit("/proc/self/maps does not show the library")
    _ctypes.dlclose(loaded._handle)
    return mapped()


def report(library):
    with tempfile.TemporaryDirectory() as folder:
        stripped = pathlib.Path(folder) / "stripped.so"
        run("strip", "-o", stripped, library)
        print(f"stripped: {stripped.stat().st_size:,} bytes")
    versions = {}
    for name, version in re.findall(r"@([A-Z]+)_([\d.]+)$", run("nm", "-D", "--undefined-only", library), re.MULTILINE):
        versions.setdefault(name, set()).add(tuple(map(int, version.split("."))))
    for name, found in sorted(versions.items()):
        print(f"needs {name}_{'.'.join(map(str, max(found)))}")


FAULTY = """
#include <string>
inline int& kept() { static int value = 0; return value; }
namespace nlohmann { __attribute__((noinline)) int parse() { return ++kept(); } }
extern "C" int parindex_version() { return nlohmann::parse(); }
"""


def self_test(compiler, scratch):
    scratch = pathlib.Path(scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    source, library = scratch / "faulty.cpp", (scratch / "libfaulty.so").resolve()
    source.write_text(FAULTY)
    run(compiler, "-shared", "-fPIC", "-Wl,-z,execstack", "-Wl,-rpath,/somewhere", "-Wl,-soname,libother.so", "-Wl,--no-as-needed",
        "-o", library, source, "-lresolv")
    found = "\n".join(findings(library, ["parindex_gone"], "1"))
    for words in ("needs libresolv.so.2", "SONAME ['libother.so']", "PATH", "exports parindex_version", "does not export parindex_gone@@PARINDEX_1",
                  "is kept in memory by _ZZ4keptvE5value", "shows _ZN8nlohmann5parseEv", "executable stack", "after dlclose"):
        if words not in found:
            sys.exit(f"not found: {words}, in:\n{found}")
    print("every fault was found")


def main():
    if sys.argv[1] == "--self-test":
        return self_test(*sys.argv[2:])
    library, listed, abi_version = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), sys.argv[3]
    names = [line for line in listed.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = list(findings(library, names, abi_version))
    report(library)
    if found:
        sys.exit("\n".join(f"{library.name} {text}" for text in found))


main()
