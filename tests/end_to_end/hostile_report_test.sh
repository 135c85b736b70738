#!/bin/bash
# Whatever people write, a report stays the document that it is. usage: hostile_test.sh PERFPLAN
set -euo pipefail
exec /usr/bin/python3 "$(dirname "$0")/hostile_report.py" "$1"
