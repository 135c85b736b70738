#!/bin/bash
# The main job on the example tree, from a bare Debian 12: builds the program, then looks at a team, records
# what happened today and shows what that changed on disk. Works on a copy; the example stays as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/setup.sh

install_packages "${build_packages[@]}" git
phase 'configuring the release build' cmake --preset release
phase 'building perfplan, which takes two minutes the first time' cmake --build --preset release

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R examples/acme-plans "$work"
cd "$work"
git -C acme-plans init --quiet --initial-branch=main
git -C acme-plans add .
git -C acme-plans -c user.name='Mia Chen' -c user.email=mia@acme.example commit --quiet -m 'Our plans'

PATH=$OLDPWD/build/release:$PATH
export PERFPLAN_TODAY=2026-11-23 PERFPLAN_AUTHOR='Mia Chen' PAGER=cat GIT_PAGER=cat

# run COMMAND...: as one would type it, then what it says.
run() {
    printf '\n$'
    local word
    for word in "$@"; do
        [[ $word =~ ^[A-Za-z0-9_./:=%+@-]+$ ]] && printf ' %s' "$word" || printf ' %s' "${word@Q}"
    done
    printf '\n'
    "$@"
}

run perfplan -C acme-plans status
cd acme-plans
run perfplan status dana-reyes
run perfplan goal record dana-reyes pipeline=598k --on friday
run perfplan note dana-reyes -m 'Two discovery calls reviewed: both ended with a next step.'
run perfplan review dana-reyes --rating 3 --decision continue -m 'Pipeline is nearly there.'
run git add --intent-to-add .
run git diff --stat
run git diff
