#!/bin/bash
# Tab completes perfplan's command lines in an interactive bash.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v bash >/dev/null; then
    echo "SKIPPED: there is no bash; 'apt-get install bash', or tests/setup.sh, brings it" >&2
    exit 77
fi
./press_tab bash "$1"
