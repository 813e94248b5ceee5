# Sourced by examples/run.sh and tests/run.sh: installs Debian packages that are missing, and nothing else.

# require_packages NAME...: returns at once when all are there; otherwise installs them as root or through sudo.
require_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query --show --showformat='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return 0
    fi
    echo "== installing: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "error: not root and no sudo; install these packages and try again: ${missing[*]}" >&2
            return 3
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# What the library and the report generator are built with.
build_packages=(g++ cmake ninja-build pkg-config libboost1.81-dev libmsgsl-dev nlohmann-json3-dev libutf8proc-dev libcli11-dev)
