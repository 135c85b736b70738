#!/bin/bash
# The JSON of `create --from` is what its schema says, and the schema names all that is in it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/json_schema" "$1" candidates
