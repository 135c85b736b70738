#!/bin/bash
# What --explain prints can be recomputed, and is what the JSON says.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/explain" "$1"
