#!/bin/bash
# The JSON Schemas and the reader take the same files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/schemas" "$1"
