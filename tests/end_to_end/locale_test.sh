#!/bin/bash
# The same bytes come out under every locale and in every time zone.
set -euo pipefail
perfplan=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Locales that write 1.234,5 and that have another capital of i; made here, none needs to be installed.
export LOCPATH=$work/locales
mkdir -p "$LOCPATH"
for locale in de_DE tr_TR; do
    localedef -i "$locale" -f UTF-8 "$LOCPATH/$locale.UTF-8"
done
if [[ $(LC_ALL=de_DE.UTF-8 printf '%.1f' 1 2>/dev/null) != 1,0 ]]; then
    echo "the locales made here are not taken" >&2
    exit 1
fi

export PERFPLAN_TODAY=2026-11-23 PERFPLAN_AUTHOR='Mia Chen' HOME=$work COLUMNS=100

session() {
    rm -rf "$work/tree"
    cp -r "$root/examples/acme-plans" "$work/tree"
    cd "$work/tree"
    for format in table json csv tsv md ndjson; do
        "$perfplan" status --format "$format"
        "$perfplan" log --format "$format" --limit 20
    done
    "$perfplan" status dana-reyes --explain
    "$perfplan" goal record dana-reyes pipeline=598.5k --on friday -n | grep -v '^+recorded'
    "$perfplan" create 'İnci Ilgın' --period 2027-Q1 --quota 1.25m --attained 0.5m --team TITI -n
    "$perfplan" status --team WEST --fields plan,score
    "$perfplan" help
    "$perfplan" status --stat x --team --verdict IMPOSSIBLE || echo "exit code $?"
    "$perfplan" note dana-reyes --goal PIPELINE -m x || echo "exit code $?"
}

LC_ALL=C TZ=UTC session >"$work/expected" 2>&1
for surroundings in 'LC_ALL=de_DE.UTF-8 TZ=Europe/Berlin' 'LC_ALL=tr_TR.UTF-8 TZ=Asia/Istanbul' \
    'LC_ALL=C.UTF-8 TZ=Pacific/Kiritimati' 'LC_ALL=nonsense TZ=Pacific/Pago_Pago'; do
    (
        # shellcheck disable=SC2163  # the words are assignments
        for assignment in $surroundings; do export "$assignment"; done 2>/dev/null
        session >"$work/actual" 2>&1
    )
    if ! diff "$work/expected" "$work/actual"; then
        echo "that is the difference under $surroundings" >&2
        exit 1
    fi
done
