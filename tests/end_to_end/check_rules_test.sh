#!/bin/bash
# No rule of `check` without a golden case, a section in perfplan-check(7) and a level there; and none of these
# without a rule.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$(mktemp -d)"

"$1" check --rules | awk '{ print $1 }' | sort >rules
sed -nE 's/^.*: (error|warning): .* \[([a-z-]+)\]$/\2/p' "$here"/cases/check/*/stdout | sort -u >shown
sed -n 's/^\.Ss //p' "$here/../man/perfplan-check.7" | sort >explained

"$1" check --rules | awk '{ print $1, $2 }' | sort >levels
awk '/^\.Ss / { name = $2 } /^\.Cm (error|warning) \.$/ && name { print name, $2; name = "" }' \
    "$here/../man/perfplan-check.7" | sort >told

diff -u --label 'rules of check' --label 'rules in tests/cases/check/*/stdout' rules shown
diff -u --label 'rules of check' --label 'sections of perfplan-check(7)' rules explained
diff -u --label 'levels of rules' --label 'levels in perfplan-check(7)' levels told
[ "$(uniq -d rules)" = '' ]
