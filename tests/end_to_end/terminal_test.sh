#!/bin/bash
# Long work is shown on a terminal and nowhere else; an interrupt ends it cleanly.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/terminal" "$1"
