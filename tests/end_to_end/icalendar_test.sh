#!/bin/bash
# The calendars of `agenda` are what another program's parser reads as the same events, and a second export updates the first.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 "$here/icalendar" "$1"
