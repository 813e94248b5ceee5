#!/usr/bin/env bash
# Builds parindex.dll for 64-bit Windows with MinGW and runs under Wine: the examples in C, with names of files that only
# Windows' wide characters can write, and the tests of the C interface.
#   tests/windows/library.sh [work folder]
# Packages: g++-mingw-w64-x86-64-posix wine64 cmake ninja-build libboost1.81-dev libmsgsl-dev nlohmann-json3-dev doctest-dev
# clang python3-cffi
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(realpath -m "${1:-"$root/build/windows"}")
target=x86_64-w64-mingw32
wine=${WINE:-$(command -v wine64 || echo /usr/lib/wine/wine64)}
son_la=$root/examples/report_generator/data/son-la-2021
export WINEPREFIX="$work/wine" WINEDEBUG=-all

step() { echo "windows: $*"; }
fail() { echo "windows: $*" >&2; exit 1; }
[ -x "$wine" ] || fail "wine64 is missing"
command -v $target-g++-posix >/dev/null || fail "$target-g++-posix is missing"

# The system's headers must not reach a cross compiler; only these libraries, which are headers alone, may. CMake's files
# of a package find its headers from where they lie themselves.
libraries=$work/header_only
rm -rf "$libraries"
mkdir -p "$libraries/include" "$libraries/lib/multiarch/cmake" "$libraries/share/cmake"
for library in boost gsl nlohmann doctest; do
    [ -d "/usr/include/$library" ] || fail "/usr/include/$library is missing"
    ln -s "/usr/include/$library" "$libraries/include/$library"
done
cp -r /usr/lib/*/cmake/Boost-1.81* /usr/lib/*/cmake/boost_headers-1.81* "$libraries/lib/multiarch/cmake"
cp -r /usr/share/cmake/Microsoft.GSL /usr/share/cmake/nlohmann_json "$libraries/share/cmake"

step "building parindex.dll"
cmake -S "$root" -B "$work/library" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/tests/windows/mingw.cmake" -DCMAKE_FIND_ROOT_PATH="$libraries" \
      -DBoost_DIR="$(echo "$libraries"/lib/multiarch/cmake/Boost-*)" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 \
      -DCMAKE_CXX_FLAGS="-Wall -Wextra -Werror" >"$work/configure.log" 2>&1 || { cat "$work/configure.log" >&2; exit 1; }
cmake --build "$work/library" --target parindex_capi >"$work/build.log" || { tail -n 50 "$work/build.log" >&2; exit 1; }
rm -rf "$work/installed"
for component in runtime development; do
    cmake --install "$work/library" --prefix "$work/installed" --component $component >"$work/install.log"
done
dll=$work/installed/bin/parindex.dll
for file in lib/libparindex.dll.a lib/parindex.def include/parindex.h lib/pkgconfig/parindex.pc lib/cmake/parindex/parindexCapiTargets.cmake; do
    [ -f "$work/installed/$file" ] || fail "$file is not installed"
done

# Exports: the listed names and no other. Needs: what every Windows has.
$target-objdump -p "$dll" | tr -d '\r' >"$work/headers.txt"
sed '1,/^\[Ordinal\/Name Pointer\] Table/d;/^$/,$d' "$work/headers.txt" | awk '{ print $NF }' | LC_ALL=C sort >"$work/exported.txt"
grep -v '^#' "$root/capi/exported_symbols.txt" | LC_ALL=C sort | diff - "$work/exported.txt" || fail "exports: < listed, > found"
needed=$(sed -n 's/^\tDLL Name: //p' "$work/headers.txt" | sort -uf)
for name in $needed; do
    case ${name^^} in
        KERNEL32.DLL | MSVCRT.DLL | NORMALIZ.DLL) ;;
        *) fail "parindex.dll needs $name" ;;
    esac
done
step "parindex.dll exports $(wc -l <"$work/exported.txt") names and needs" $needed
# What the ABI gate compares on Linux is the same here, and with Visual C++ as clang imitates it, which also reads the header:
# no size or offset depends on the system.
gate=$root/tests/capi/abi/gate.py
CC=$target-gcc-posix /usr/bin/python3 "$gate" "$root" none layout
CC=clang /usr/bin/python3 "$gate" "$root" none layout_visual_c
for language in 'c -std=c11' 'c++ -std=c++14'; do
    # shellcheck disable=SC2086  # words
    clang -x $language --target=x86_64-pc-windows-msvc -ffreestanding -fms-compatibility-version=19.30 -pedantic -Wall -Wextra \
        -Werror -I"$root/capi/include" -I"$root/include" -fsyntax-only - <<<'#include <parindex.h>'
done

step "building the examples and tests"
programs=$work/programs
mkdir -p "$programs"
cp "$dll" "$programs"
link=(-I"$work/installed/include" -L"$work/installed/lib" -lparindex)
for program in report score; do
    $target-gcc-posix -std=c99 -pedantic -Wall -Wextra -Werror "$root/examples/c/$program.c" "$root/examples/c/read_file.c" \
        "${link[@]}" -lshell32 -o "$programs/$program.exe"
done
$target-gcc-posix -std=c99 -pedantic -Wall -Wextra -Werror "$root/tests/package/c_consumer/main.c" "${link[@]}" -o "$programs/c_consumer.exe"
$target-gcc-posix -std=c99 -pedantic -Wall -Wextra -Werror "$root/tests/windows/load_library.c" -I"$work/installed/include" -lshell32 \
    -o "$programs/load_library.exe"
# What the C++ library says; and the tests of the C interface, which hold it against the C++ library.
cxx=($target-g++-posix -std=c++20 -O1 -Wall -Wextra -Werror -I"$root/include" -I"$root/src" -isystem "$libraries/include"
     "-DPARINDEX_DATA_DIR=\"$root/examples/report_generator/data\"")
cxx_link=("$work/library/src/libparindex_cxx.a" -static-libgcc -static-libstdc++ -static)
"${cxx[@]}" "$root/tests/ffi/expected.cpp" "${cxx_link[@]}" -o "$programs/expected.exe"
mkdir -p "$work/tests"
rm -f "$work"/tests/*.o
sources=("$root/tests/unit/main.cpp")
for source in "$root"/tests/capi/*_test.cpp; do
    case $source in
        */no_memory_*test.cpp) ;;  # they replace malloc() as only ELF can
        */guard_test.cpp | */threads_test.cpp) ;;  # of sources, not of the library; a program of its own
        *) sources+=("$source") ;;
    esac
done
# shellcheck disable=SC2016  # expanded by the shell that xargs starts
printf '%s\0' "${sources[@]}" | xargs -0 -P "$(nproc)" -I{} sh -c 'source=$1 && shift && name=${source##*/} &&
    nice "$@" -c "$source" -o "$0/${name%.cpp}.o"' "$work/tests" {} "${cxx[@]}" -I"$work/installed/include"
$target-g++-posix "$work"/tests/*.o "$work/installed/lib/libparindex.dll.a" "${cxx_link[@]}" -o "$programs/capi_behaviour.exe"

for program in scoring:c99 structures:c17; do
    $target-gcc-posix -std=${program#*:} -pedantic -Wall -Wextra -Werror "-DPARINDEX_DATA_DIR=\"$root/examples/report_generator/data\"" \
        "$root/tests/capi/${program%:*}.c" "${link[@]}" -o "$programs/capi_${program%:*}.exe"
done

# run PROGRAM ARGUMENT...: its output, without what Windows adds to the ends of lines.
run() {
    local program=$1
    shift
    LC_ALL=C.UTF-8 "$wine" "$programs/$program.exe" "$@" | tr -d '\r'
}
# expect WORDS EXPECTED FOUND
expect() {
    [ "$2" = "$3" ] || { diff <(echo "$2") <(echo "$3") >&2; fail "$1: < expected, > printed"; }
    step "$1: ok"
}
windows_path() { local path=Z:$1; echo "${path//\//\\}"; }

vietnamese="$work/dữ liệu/Kế hoạch khắc phục – Văn phòng UBND tỉnh Sơn La"
mkdir -p "$vietnamese"
cp "$son_la"/criteria.json "$son_la"/assessment.json "$dll" "$vietnamese"
expect "a foreign program in C" '3.61 invalid_number 1' "$(run c_consumer)"
expect "LoadLibrary, from a folder with a Vietnamese name" 'loaded, called and unloaded' "$(run load_library "$(windows_path "$vietnamese")")"
expected=$(run expected "$(windows_path "$son_la")")
grep -qx 'total 94.52 of 100' <<<"$expected" || fail "the C++ library says: $expected"
expect "examples/c/report, the same as the C++ library" "$expected" "$(run report "$(windows_path "$son_la")")"
expect "examples/c/report, a folder with a Vietnamese name" "$expected" "$(run report "$(windows_path "$vietnamese")")"

# Beyond 260 characters Windows wants a path in a form of its own, which the example makes; it is taken as it is, too.
long=$vietnamese
for _ in 1 2 3; do long+="/$(printf 'đ%.0s' {1..100})"; done
mkdir -p "$long"
cp "$son_la"/criteria.json "$son_la"/assessment.json "$long"
path=$(windows_path "$long")
for path in "$path" "\\\\?\\$path"; do
    expect "examples/c/score, a path of ${#path} characters" 'total 94.52' "$(run score "$path\\criteria.json" "$path\\assessment.json")"
done

report=$(run capi_behaviour) || { echo "$report"; fail "the tests of the C interface"; }
# A program that Wine could not start at all must not pass for a success.
grep -q 'Status: SUCCESS' <<<"$report" || { echo "$report"; fail "the tests of the C interface did not report"; }
step "tests of the C interface: $(grep 'test cases' <<<"$report")"
for program in capi_scoring capi_structures; do
    run "$program" || fail "$program"
    step "$program: ok"
done
