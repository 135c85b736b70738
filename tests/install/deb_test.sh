#!/bin/bash
# CPack makes a Debian package of this build. tests/install/package says more, and needs root.
set -euo pipefail
build=$(readlink -f "$(dirname "$1")")
if ! command -v dpkg-shlibdeps >/dev/null; then
    echo "SKIPPED: there is no dpkg-shlibdeps; 'apt-get install dpkg-dev' brings it" >&2
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

complain() {
    echo "$*"
    failed=1
}

(cd "$scratch" && umask 077 && cpack --config "$build/CPackConfig.cmake" -B "$scratch" >"$scratch/log" 2>&1) ||
    { cat "$scratch/log"; exit 1; }
deb=$(echo "$scratch"/*.deb)
dpkg-deb --raw-extract "$deb" "$scratch/package"
cd "$scratch/package"
for field in Package Version Section Maintainer Description Installed-Size; do
    [[ -n $(dpkg-deb --field "$deb" "$field") ]] || complain "there is no field $field"
done
[[ $(dpkg-deb --field "$deb" Depends) == *'libc6 (>='* ]] || complain 'what it depends on was not found out'
md5sum --quiet --check DEBIAN/md5sums
diff <(cut -c 35- DEBIAN/md5sums | sort) <(find usr -type f | sort) || complain 'not every file has its sum'
find . -type d ! -perm 755 | grep . && complain 'directories that not everybody may read'
find usr -type f ! -perm 644 ! -path usr/bin/perfplan | grep . && complain 'files that not everybody may read'
find usr/share/man -type f ! -name '*.gz' | grep . && complain 'man pages that are not compressed'
[[ -s usr/share/zsh/vendor-completions/_perfplan ]] || complain 'zsh will not find its completion'
for file in changelog.Debian.gz changelog.gz copyright README.md; do
    [[ -s usr/share/doc/perfplan/$file ]] || complain "there is no $file"
done
zcat usr/share/doc/perfplan/changelog.Debian.gz >"$scratch/changelog"
version=$(dpkg-parsechangelog --show-field Version --file "$scratch/changelog")
[[ $version == "$(dpkg-deb --field "$deb" Version)" ]] || complain "the changelog ends with $version"
exit "$failed"
