#!/bin/bash
# Builds everything and runs all tests, on a bare Debian 12 too (as root or with sudo).
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh

usage() {
    cat <<'END'
usage: tests/run.sh [--dev] [--asan] [--clang] [--tidy] [--all]

Without options: the dev build (g++) with all tests, in less than ten minutes on two cores.
  --dev    the same, beside what else is asked for
  --asan   the asan build (clang, with sanitizers) with all tests
  --clang  the dev build by clang with all tests, the asan build by g++ with all tests of the program
  --tidy   clang-tidy over all sources
  --all    everything above
END
}

# build PRESET
build() {
    phase "$1: configure" cmake --preset "$1"
    phase "$1: build" cmake --build --preset "$1" --parallel "$jobs"
}

# run_tests PRESET [CTEST-ARGUMENT...]: what fails is said, and remembered for the exit code.
run_tests() {
    local preset=$1
    echo "== $preset: tests"
    ctest --preset "$preset" --parallel "$jobs" --output-on-failure "${@:2}" || failed+=("$preset")
}

tidy() {
    install_packages clang-tidy
    cmake --preset dev-clang >/dev/null
    echo "== clang-tidy"
    run-clang-tidy -quiet -p build/dev-clang -j "$jobs" "$PWD/(src|tests)/" >"$log" 2>&1 ||
        { grep -vE '^(clang-tidy|[0-9]+ warnings? )' "$log"; failed+=(clang-tidy); }
}

clang() {
    build dev-clang
    build asan-gcc
    run_tests asan-gcc --label-regex "$of_the_program"
    run_tests dev-clang
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
jobs=$(nproc)
of_the_program='^(unit|case|script)$'  # sources and documents are the same for every build
failed=()

wanted=()
for argument in "$@"; do
    case $argument in
        --dev | --asan | --clang | --tidy) wanted+=("${argument#--}") ;;
        --all) wanted+=(tidy clang dev asan) ;;
        --help) usage; exit ;;
        *) usage >&2; exit 2 ;;
    esac
done

install_packages "${test_packages[@]}"
for part in "${wanted[@]:-default}"; do
    case $part in
        dev | default) build dev; run_tests dev ;;
        asan) build asan; run_tests asan ;;
        clang | tidy) "$part" ;;
    esac
done

if ((${#failed[@]} > 0)); then
    echo "failed: ${failed[*]}" >&2
    exit 1
fi
