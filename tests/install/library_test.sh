#!/bin/bash
# The installed library serves a program that finds it with find_package, and one that finds it with pkg-config.
set -euo pipefail
checkout=$(readlink -f "$(dirname "$0")/../..")
build=$(readlink -f "$(dirname "$1")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
example=$checkout/examples/attention

# cached NAME: a variable of the build, whose compiler and sanitizers the example must share.
cached() {
    sed -n "s/^$1:[^=]*=//p" "$build/CMakeCache.txt"
}
compiler=$(cached CMAKE_CXX_COMPILER)
read -ra compile_flags <<<"$(cached CMAKE_CXX_FLAGS_DEBUG)"
read -ra link_flags <<<"$(cached CMAKE_EXE_LINKER_FLAGS)"

cmake --install "$build" --component library --prefix "$scratch/prefix" >/dev/null
mv "$scratch/prefix" "$scratch/moved" # paths in it are relative
prefix=$scratch/moved

cmake -G Ninja -S "$example" -B "$scratch/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$compiler" \
    -DCMAKE_CXX_FLAGS="${compile_flags[*]}" -DCMAKE_EXE_LINKER_FLAGS="${link_flags[*]}" >/dev/null
cmake --build "$scratch/cmake" >/dev/null

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name perfplan.pc)")
export PKG_CONFIG_PATH
read -ra found <<<"$(pkg-config --cflags --libs perfplan)"
"$compiler" -std=c++20 "${compile_flags[@]}" "${link_flags[@]}" "$example/attention.cpp" "${found[@]}" \
    -o "$scratch/attention"

# Both print the same; the verdicts are those of `perfplan status`.
cp -R "$checkout/examples/acme-plans" "$scratch/tree"
for program in "$scratch/cmake/attention" "$scratch/attention"; do
    "$program" "$scratch/tree" 2026-11-23 | diff "$example/expected.txt" -
done
sed -nE 's/^([^ ]+): (.*)$/\1,\2/p' "$example/expected.txt" | sort >"$scratch/plans"
"$1" -C "$scratch/tree" status --as-of 2026-11-23 --format csv --fields plan,verdict >"$scratch/status"
diff "$scratch/plans" <(grep -xFf "$scratch/plans" "$scratch/status")

# No tree: an error on stderr, and exit code 1. An unreadable plan: the others are there all the same.
rc=0
"$scratch/attention" / 2026-11-23 2>"$scratch/errors" || rc=$?
[[ $rc == 1 && -s $scratch/errors ]]
sed -i 's/^ends: .*/ends: soon/' "$scratch"/tree/plans/r-1042/*/plan.yaml
"$scratch/attention" "$scratch/tree" 2026-11-23 2>"$scratch/errors" |
    diff <(sed '/^r-1042/,/VP Accounts/d' "$example/expected.txt") -
grep -q "plans/r-1042/2026-q4/plan.yaml:[0-9]*:[0-9]*: error: .*'soon'" "$scratch/errors"
