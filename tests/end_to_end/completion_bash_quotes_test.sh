#!/bin/bash
# A name that bash completes within quotes is that name once the line runs, and nothing in it is run.
# usage: bash_quotes_test.sh PERFPLAN
set -euo pipefail
program=$(readlink -f "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir bin
ln -s "$program" bin/perfplan
PATH=$work/bin:$PATH
perfplan init -q .
# shellcheck disable=SC1090
source <(perfplan completion bash)
# shellcheck disable=SC2317  # called by the completion
compopt() { :; }

failed=0
# completed QUOTE NAME: the word that Tab makes of QUOTE and the name's first letter, as bash reads it on Enter
completed() {
    COMP_WORDS=(perfplan status --manager "$1${2:0:1}")
    COMP_LINE="${COMP_WORDS[*]}"
    COMP_POINT=${#COMP_LINE}
    COMP_CWORD=3
    COMPREPLY=()
    _perfplan perfplan "${COMP_WORDS[3]}" --manager
    eval "printf %s $1${COMPREPLY[0]}$1"
}

# shellcheck disable=SC2016  # nothing in the names may be expanded
names=('M$(touch ran)' 'M`touch ran`' 'M"a' "M'a" 'M\a' 'M$HOME' 'M & Sons; touch ran' 'M!a')
for name in "${names[@]}"; do
    rm -rf plans
    mkdir -p plans/dana/q4
    printf "rep: Dana\nmanager: '%s'\nstarts: 2026-10-01\nends: 2026-12-31\n" "${name//\'/\'\'}" >plans/dana/q4/plan.yaml
    for quote in '"' "'"; do
        read_back=$(completed "$quote" "$name")
        if [[ $read_back != "$name" || -e ran ]]; then
            echo "after $quote, '$name' was completed to a word that reads '$read_back'"
            rm -f ran
            failed=1
        fi
    done
done
exit $failed
