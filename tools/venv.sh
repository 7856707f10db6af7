#!/bin/sh
# venv.sh PYTHON FOLDER: a virtual environment with pip, also on a Debian that lacks the package python3-venv.
set -eu
python=$1 folder=$2

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    found=$("$python" --version 2>&1 || true)
    echo "dragoman needs Python 3.11 or later; '$python' is: ${found:-not there}." >&2
    echo "Name another one: make PYTHON=/path/to/python3.11 ..." >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Python's venv module is missing; installing the Debian package $package ..." >&2
        apt-get update -q >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package" >&2
    else
        echo "Python's venv module is missing. Install it and run make again:" >&2
        echo "    sudo apt-get install $package" >&2
        exit 1
    fi
fi

"$python" -m venv "$folder"
