#!/bin/bash
# Tab completes perfplan's command lines in an interactive zsh.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v zsh >/dev/null; then
    echo "SKIPPED: there is no zsh; 'apt-get install zsh', or tests/setup.sh, brings it" >&2
    exit 77
fi
./press_tab zsh "$1"
