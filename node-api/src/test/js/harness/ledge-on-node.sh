#!/bin/sh
# Stands for the runtime's own command in tests: our built-ins inside the Node at hand.
exec node --expose-internals --no-warnings "$(dirname "$(readlink -f "$0")")/run.js" "$@"
