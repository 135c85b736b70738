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

# phase LABEL COMMAND...: runs a command and says how long it took. Its output is shown if it fails; on a terminal, the
# last line of it while it runs.
phase() {
    local log since=$SECONDS rc=0
    log=$(mktemp)
    echo "== $1"
    "${@:2}" 2>&1 | tee "$log" | show_last_line || rc=$?
    if ((rc == 0)); then
        echo "   done in $((SECONDS - since)) s"
    else
        cat "$log" >&2
    fi
    rm -f "$log"
    return "$rc"
}

show_last_line() {
    local line
    if [[ ! -t 1 ]]; then
        cat >/dev/null
        return
    fi
    while IFS= read -r line; do
        printf '\r\e[K%.*s' "$((${COLUMNS:-80} - 1))" "${line//[[:cntrl:]]/ }"
    done
    printf '\r\e[K'
}

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
    local apt_get=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    if ((EUID != 0)); then
        apt_get=(sudo "${apt_get[@]}")
    fi
    phase 'updating the list of packages' "${apt_get[@]}" update
    phase "installing ${missing[*]}" "${apt_get[@]}" install -y --no-install-recommends "${missing[@]}"
}
