#!/bin/bash
# What `cmake --install` brings, where it lies, and that `uninstall` takes it back.
set -euo pipefail
checkout=$(readlink -f "$(dirname "$0")/../..")
build=$(readlink -f "$(dirname "$1")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

complain() {
    echo "$*"
    failed=1
}

# wanted: every file that is to be there, below the prefix.
wanted() {
    cd "$checkout"
    find examples/acme-plans examples/pictures/*.svg -type f -printf 'share/doc/perfplan/%p\n'
    find man -type f -name '*.[1-8]' -printf '%f\n' | sed -E 's,.*\.([1-8])$,share/man/man\1/&,'
    find src -name '*.schema.json' -printf 'share/perfplan/%f\n'
    cat <<'LIST'
bin/perfplan
include/perfplan/perfplan.hpp
lib/cmake/perfplan/perfplan-config-version.cmake
lib/cmake/perfplan/perfplan-config.cmake
lib/cmake/perfplan/perfplan-targets-debug.cmake
lib/cmake/perfplan/perfplan-targets.cmake
lib/libperfplan.a
lib/pkgconfig/perfplan.pc
share/bash-completion/completions/perfplan
share/doc/perfplan/CHANGELOG.md
share/doc/perfplan/LICENSE
share/doc/perfplan/README.md
share/doc/perfplan/SECURITY.md
share/fish/vendor_completions.d/perfplan.fish
share/zsh/site-functions/_perfplan
LIST
}

# files: those that are there, below the prefix.
files() {
    find "$DESTDIR/opt/plans" -type f -printf '%P\n' | sort
}

export DESTDIR=$scratch/root
cmake --install "$build" --prefix /opt/plans >/dev/null
cp "$build/install_manifest.txt" "$scratch"
diff <(wanted | sort) <(files) || complain 'that is not what should be installed'
installed=$DESTDIR/opt/plans
while read -r shell file; do
    "$installed/bin/perfplan" completion "$shell" | cmp - "$installed/share/$file" || failed=1
done <<'LIST'
bash bash-completion/completions/perfplan
zsh zsh/site-functions/_perfplan
fish fish/vendor_completions.d/perfplan.fish
LIST

touch "$installed/share/doc/perfplan/mine"
cmake -D MANIFEST="$scratch/install_manifest.txt" -P "$checkout/src/cmake/uninstall.cmake"
[[ $(files) == share/doc/perfplan/mine ]] || complain "left behind: $(files)"
[[ ! -e $installed/share/perfplan ]] || complain 'left behind: share/perfplan'
if cmake -D MANIFEST="$scratch/install_manifest.txt" -P "$checkout/src/cmake/uninstall.cmake" 2>/dev/null; then
    complain 'uninstalled twice'
fi
exit "$failed"
