#!/bin/bash
# Misspelt keys, ids and values are answered with the word that was meant.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/typos" "$1"
