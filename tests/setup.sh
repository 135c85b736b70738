# shellcheck shell=bash
# What every script of ours starts with on a bare Debian 12: the packages it needs. To be sourced.

# Enough to build the program.
build_packages=(
    cmake g++ ninja-build pkg-config
    libcli11-dev libdtl-dev libexpected-dev libfmt-dev libgmp-dev libkainjow-mustache-dev libsodium-dev libutf8proc-dev
    libyaml-cpp-dev nlohmann-json3-dev
)
# Enough to run every test of the default run.
# shellcheck disable=SC2034  # used by those who source this
test_packages=(
    "${build_packages[@]}" ccache clang clang-format cmark doctest-dev git jq libclang-rt-14-dev libfyaml-utils
    fish locales mandoc python3 python3-icalendar python3-jsonschema python3-yaml shellcheck strace util-linux zsh
)

# install_packages NAME...: those that aren't there yet; without a network when there are none.
install_packages() {
    local missing=() package
    for package in "$@"; do
        if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            missing+=("$package")
        fi
    done
    if ((${#missing[@]} == 0)); then
        return
    fi
    echo "installing: ${missing[*]}"
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    if ((EUID != 0)); then
        as_root=(sudo "${as_root[@]}")
    fi
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends \
        "${missing[@]}" >/dev/null
}
