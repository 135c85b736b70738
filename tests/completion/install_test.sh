#!/bin/bash
# An installation has the completion scripts where the shells look for them, as the program prints them.
set -euo pipefail
perfplan=$1
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$(dirname "$perfplan")" --prefix "$prefix" >/dev/null
while read -r shell file; do
    "$perfplan" completion "$shell" | cmp - "$prefix/share/$file"
done <<'END'
bash bash-completion/completions/perfplan
zsh zsh/site-functions/_perfplan
fish fish/vendor_completions.d/perfplan.fish
END
