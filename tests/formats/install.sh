#!/usr/bin/env bash
# Installs the parsers that read the output formats back, and the published schema of SARIF 2.1.0, into a folder:
# install.sh [DIR] (default: below ~/.cache/tfscope). Nothing is done where they are. Needs python3 with pip, and npm,
# whose registry has the schema. Prints the folder.
set -euo pipefail
packages=(jsonschema==4.23.0 markdown-it-py==3.0.0)
schema_package=@microsoft/jest-sarif@1.0.0-beta.0
schema=package/lib/schemas/sarif-2.1.0-rtm.5.json
dir=$(realpath -m "${1:-${XDG_CACHE_HOME:-$HOME/.cache}/tfscope/readers-1}")

if [ ! -f "$dir/complete" ]; then
  echo "install.sh: installing readers of the output formats into $dir" >&2
  mkdir -p "$(dirname "$dir")"
  scratch=$(mktemp -d "$dir.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  python3 -m pip install -q --disable-pip-version-check --root-user-action ignore --target "$scratch/site" "${packages[@]}" \
    >"$scratch/pip.log" 2>&1 || { cat "$scratch/pip.log" >&2; exit 2; }
  (cd "$scratch" && npm pack --silent "$schema_package" >/dev/null && tar xzf ./*.tgz "$schema")
  cp "$scratch/$schema" "$scratch/sarif.json"
  touch "$scratch/complete"
  chmod 755 "$scratch"
  # Another run may have been faster, which is as good.
  mv -T "$scratch" "$dir" 2>/dev/null || [ -f "$dir/complete" ]
fi
echo "$dir"
