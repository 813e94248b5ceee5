#!/usr/bin/env bash
# Builds libparindex-dev twice, compares the two, checks its fields and its list of files, and leaves it unpacked in
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
name=libparindex-dev_${version}_$architecture.deb
package=$scratch/first/$name
[ "$(ls "$scratch/first"/*.deb)" = "$package" ] || fail "expected $name alone"
cmp "$package" "$scratch/second/$name" || fail "two builds differ"

# field NAME VALUE
field() {
    local found
    found=$(dpkg-deb --field "$package" "$1")
    [ "$found" = "$2" ] || fail "$1 is '$found', expected '$2'"
}
field Package libparindex-dev
field Version "$version"
field Architecture "$architecture"
field Section libdevel
field Priority optional
field Depends libutf8proc-dev

# Files with their modes, owners and dates; folders likewise.
dpkg-deb --fsys-tarfile "$package" | TZ=UTC tar -tv --full-time >"$scratch/listing"
bad=$(grep -vE '^(d?rwxr-xr-x|-rw-r--r--) root/root +[0-9]+ 2023-11-14 22:13:20 ' "$scratch/listing") || true
[ -z "$bad" ] || fail "mode, owner or date: $bad"

type=$(sed -n 's/^CMAKE_BUILD_TYPE:[A-Z]*=//p' "$build/CMakeCache.txt" | tr '[:upper:]' '[:lower:]')
{
    (cd "$source" && find include -name '*.hpp' -o -name '*.h')
    (cd "$source/src/io" && find schemas -name '*.schema.json' -printf 'share/parindex/%p\n')
    cat <<END
$libdir/cmake/parindex/parindexConfig.cmake
$libdir/cmake/parindex/parindexConfigVersion.cmake
$libdir/cmake/parindex/parindexTargets-${type:-noconfig}.cmake
$libdir/cmake/parindex/parindexTargets.cmake
$libdir/libparindex_cxx.a
$libdir/pkgconfig/parindex_cxx.pc
share/doc/libparindex-dev/copyright
share/doc/libparindex-dev/parindex.spdx.json
END
} | LC_ALL=C sort >"$scratch/expected"
dpkg-deb -x "$package" "$scratch/unpacked"
(cd "$scratch/unpacked/usr" && find . -type f -printf '%P\n') | LC_ALL=C sort >"$scratch/found"
diff "$scratch/expected" "$scratch/found" || fail "list of files: < expected, > found"
[ "$(ls "$scratch/unpacked")" = usr ] || fail "files outside of /usr"

# What somebody else reads must not lead back into the tree it was built in.
if grep -rnF -e "$source" -e "$build" "$scratch/unpacked/usr/include" "$scratch/unpacked/usr/$libdir/cmake" \
        "$scratch/unpacked/usr/$libdir/pkgconfig" "$scratch/unpacked/usr/share"; then
    fail "a path of the build was packed"
fi
echo "package: $(wc -l <"$scratch/found") files, twice the same"
