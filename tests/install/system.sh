# shellcheck shell=bash
# Minimal Debian systems in directories, for tests that need root. To be sourced from the checkout.

suite=bookworm
child=  # the process that clean-up has to end

# mirror: where this machine's own apt gets the suite from.
mirror() {
    local found
    # shellcheck disable=SC2016  # apt fills that in
    found=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $suite" 'Component: main')
    if [[ -z $found ]]; then
        echo "error: apt on this machine has no source of '$suite'" >&2
        return 1
    fi
    echo "${found%%$'\n'*}"
}

# in_namespace COMMAND...: its mounts and its processes are gone when it ends or we do, however that happens.
in_namespace() {
    # In the background, so that a signal finds us waiting; which is no reason for the tests to ignore Ctrl-C.
    env --default-signal=INT,QUIT setpriv --pdeathsig KILL \
        unshare --mount --pid --fork --kill-child --propagation private "$@" &
    child=$!
    wait "$child"
}

# make_system DIRECTORY: nothing but Debian, with what apt is told on this machine.
make_system() {
    local system=$1
    eval "$(apt-config shell http_proxy Acquire::http::Proxy)"
    export http_proxy=${http_proxy-}
    in_namespace debootstrap --variant=minbase "$suite" "$system" "$(mirror)"
    apt-config dump | sed -nE '/^Acquire::(http|https|Check-Valid-Until|Check-Date)\b/p' \
        >"$system/etc/apt/apt.conf.d/90as-outside"
    echo "127.0.0.1 localhost $(hostname)" >"$system/etc/hosts"
}

# inside SYSTEM COMMAND...
inside() {
    in_namespace "tests/install/enter" "$work/$1" "${@:2}"
}

