#!/bin/bash
# Every build knows its commit: in a clone, after an amended commit, in an archive, in nobody's directory.
set -euo pipefail
checkout=$(readlink -f "$(dirname "$0")/../..")
if ! command -v git >/dev/null; then
    echo "SKIPPED: there is no git; 'apt-get install git', or tests/setup.sh, brings it" >&2
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=Mia GIT_COMMITTER_NAME=Mia EMAIL=mia@example.com
failed=0

# said SOURCE: what a build of SOURCE says.
said() {
    cmake -D SOURCE="$1" -D OUTPUT="$scratch/commit.cpp" -P "$1/src/cmake/commit.cmake"
    sed -nE 's/^ *return "(.*)";$/\1/p' "$scratch/commit.cpp"
}

# expect WHAT WANTED FOUND
expect() {
    [[ $2 == "$3" ]] || { echo "$1: '$3' instead of '$2'"; failed=1; }
}

# head_of CLONE
head_of() {
    git -C "$1" rev-parse --short=12 HEAD
}

clone=$scratch/clone
mkdir -p "$clone/include" "$clone/src/cli"
cp "$checkout/.gitattributes" "$checkout/CMakeLists.txt" "$clone"
cp -r "$checkout/src/cmake" "$clone/src"
cp "$checkout/src/cli/commit.cpp.in" "$clone/src/cli"
expect 'a directory without git' '' "$(said "$clone")"

git -C "$clone" init --quiet
expect 'a repository without a commit' '' "$(said "$clone")"

git -C "$clone" add .
git -C "$clone" commit --quiet -m first
expect 'a clone' "$(head_of "$clone")" "$(said "$clone")"

touch -d 2020-01-01 "$scratch/commit.cpp"
said "$clone" >/dev/null
expect 'what is no news' 2020-01-01 "$(date -r "$scratch/commit.cpp" +%F)"

touch "$clone/NOTES"
expect 'a file that is not built' "$(head_of "$clone")" "$(said "$clone")"
touch "$clone/src/new.cpp"
expect 'a new source' "$(head_of "$clone"), modified" "$(said "$clone")"
git -C "$clone" add .
expect 'a staged source' "$(head_of "$clone"), modified" "$(said "$clone")"
git -C "$clone" commit --quiet --amend -m amended
expect 'an amended commit' "$(head_of "$clone")" "$(said "$clone")"
expect 'the build of a hook' "$(head_of "$clone")" "$(GIT_DIR=/nowhere GIT_INDEX_FILE=/nowhere said "$clone")"

git -C "$clone" worktree add --quiet "$scratch/worktree"
git -C "$scratch/worktree" commit --quiet --allow-empty -m other
expect 'a worktree' "$(head_of "$scratch/worktree")" "$(said "$scratch/worktree")"

mkdir "$scratch/archive"
git -C "$clone" archive HEAD | tar -xC "$scratch/archive"
expect 'an archive' "$(head_of "$clone")" "$(said "$scratch/archive")"
git -C "$scratch" init --quiet
git -C "$scratch" commit --quiet --allow-empty -m theirs
expect 'an archive in a repository of somebody else' "$(head_of "$clone")" "$(said "$scratch/archive")"

mkdir "$scratch/bin"
ln -s "$(command -v cmake)" "$(command -v sed)" "$scratch/bin"
expect 'a clone without git' '' "$(PATH=$scratch/bin said "$clone")"
exit "$failed"
