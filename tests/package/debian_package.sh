#!/usr/bin/env bash
# Builds the packages twice, compares the two, checks their fields and lists of files, and leaves them unpacked in
# SCRATCH/unpacked.
#
# usage: debian_package.sh SOURCE BUILD SCRATCH LIBDIR
set -euo pipefail
source=$1 build=$2 scratch=$3 libdir=$4
rm -rf "$scratch"
mkdir -p "$scratch"

fail() { echo "package: $*" >&2; exit 1; }

umask 022
export SOURCE_DATE_EPOCH=1700000000
for run in first second; do
    (cd "$build" && cpack -G DEB -B "$scratch/$run") >"$scratch/cpack.log" 2>&1 || { cat "$scratch/cpack.log" >&2; exit 1; }
done
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
architecture=$(dpkg --print-architecture)
abi=$(sed -n 's/^#define PARINDEX_ABI_VERSION //p' "$source/include/parindex/version.h")
runtime=libparindex$abi

# package_file PACKAGE; field PACKAGE NAME EXPECTED_PATTERN
package_file() { echo "$scratch/first/$1_${version}_$architecture.deb"; }
field() {
    local found
    found=$(dpkg-deb --field "$(package_file "$1")" "$2")
    # shellcheck disable=SC2053  # a pattern
    [[ $found == $3 ]] || fail "$1: $2 is '$found', expected '$3'"
}
[ "$(echo "$scratch"/first/*.deb)" = "$(package_file libparindex-dev) $(package_file "$runtime")" ] || fail "expected two packages"
for name in libparindex-dev "$runtime"; do
    package=$(package_file "$name")
    cmp "$package" "$scratch/second/$(basename "$package")" || fail "two builds differ"
    field "$name" Package "$name"
    field "$name" Version "$version"
    field "$name" Architecture "$architecture"
    field "$name" Priority optional
    # Files with their modes, owners and dates; folders likewise.
    dpkg-deb --fsys-tarfile "$package" | TZ=UTC tar -tv --full-time >"$scratch/listing"
    bad=$(grep -vE '^(d?rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) root/root +[0-9]+ 2023-11-14 22:13:20 ' "$scratch/listing") || true
    [ -z "$bad" ] || fail "mode, owner or date: $bad"
    dpkg-deb -x "$package" "$scratch/$name"
    dpkg-deb -x "$package" "$scratch/unpacked"
    [ "$(ls "$scratch/$name")" = usr ] || fail "files outside of /usr"
done
field libparindex-dev Section libdevel
field libparindex-dev Depends "$runtime (= $version), libutf8proc-dev"
field "$runtime" Section libs
# The C and C++ runtimes and nothing else.
depends=$(dpkg-deb --field "$(package_file "$runtime")" Depends | sed 's/ ([^)]*)//g')
[ "$depends" = "libc6, libgcc-s1, libstdc++6" ] || fail "$runtime depends on '$depends'"
dpkg-deb --control "$(package_file "$runtime")" "$scratch/control"
grep -qx "libparindex $abi $runtime (>= $version)" "$scratch/control/shlibs" || fail "shlibs: $(cat "$scratch/control/shlibs")"
grep -q ldconfig "$scratch/control/postinst" || fail "the linker's cache is not renewed"

type=$(sed -n 's/^CMAKE_BUILD_TYPE:[A-Z]*=//p' "$build/CMakeCache.txt" | tr '[:upper:]' '[:lower:]')
{
    (cd "$source" && find include -name '*.hpp' -o -name '*.h'; cd capi && find include -name '*.h')
    (cd "$source/src/io" && find schemas -name '*.schema.json' -printf 'share/parindex/%p\n')
    cat <<END
$libdir/cmake/parindex/parindexConfig.cmake
$libdir/cmake/parindex/parindexConfigVersion.cmake
$libdir/cmake/parindex/parindexTargets-${type:-noconfig}.cmake
$libdir/cmake/parindex/parindexTargets.cmake
$libdir/cmake/parindex/parindexCapiTargets-${type:-noconfig}.cmake
$libdir/cmake/parindex/parindexCapiTargets.cmake
$libdir/libparindex.so
$libdir/libparindex_cxx.a
$libdir/pkgconfig/parindex.pc
$libdir/pkgconfig/parindex_cxx.pc
share/doc/libparindex-dev/copyright
share/doc/libparindex-dev/parindex.spdx.json
END
} | LC_ALL=C sort >"$scratch/libparindex-dev.expected"
LC_ALL=C sort >"$scratch/$runtime.expected" <<END
$libdir/libparindex.so.$abi
$libdir/libparindex.so.$abi.$version
share/doc/$runtime/copyright
share/doc/$runtime/libparindex.spdx.json
END
for name in libparindex-dev "$runtime"; do
    (cd "$scratch/$name/usr" && find . ! -type d -printf '%P\n') | LC_ALL=C sort >"$scratch/$name.found"
    diff "$scratch/$name.expected" "$scratch/$name.found" || fail "list of files of $name: < expected, > found"
done
[ "$(readlink "$scratch/unpacked/usr/$libdir/libparindex.so")" = "libparindex.so.$abi" ] || fail "the link for the linker"

# What somebody else reads must not lead back into the tree it was built in.
if grep -rnF -e "$source" -e "$build" "$scratch/unpacked/usr/include" "$scratch/unpacked/usr/$libdir/cmake" \
        "$scratch/unpacked/usr/$libdir/pkgconfig" "$scratch/unpacked/usr/share" "$scratch/$runtime"; then
    fail "a path of the build was packed"
fi
echo "packages: $(cat "$scratch"/*.found | wc -l) files, twice the same"
