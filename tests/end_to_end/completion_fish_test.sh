#!/bin/bash
# Tab completes perfplan's command lines in an interactive fish.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v fish >/dev/null; then
    echo "SKIPPED: there is no fish; 'apt-get install fish', or tests/setup.sh, brings it" >&2
    exit 77
fi
./press_tab fish "$1"
