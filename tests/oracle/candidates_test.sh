#!/bin/bash
# Who gets a plan is what a second implementation says.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/candidates" "$1"
