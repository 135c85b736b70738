#!/bin/bash
# A batch that is killed and run again ends as one that was not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/killed_batch" "$1"
