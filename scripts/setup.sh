#!/bin/sh
# Bring .venv up to date with a lock:   scripts/setup.sh runtime|test|bench
# Every download is checked against the hashes of requirements/*.txt. When the locks have not
# changed since the last time, this only compares a stamp, so that a second start costs nothing.
set -eu
cd "$(dirname "$0")/.."

lock=$1
venv=.venv

# What an installation depends on; the path, because a virtual environment cannot be moved.
wanted() {
    pwd
    cat pyproject.toml requirements/bootstrap.txt requirements/build.txt "requirements/$1.txt"
}

is_current() {
    [ -x "$venv/bin/python" ] && [ -f "$venv/$1.stamp" ] && wanted "$1" | cmp -s - "$venv/$1.stamp" &&
        "$venv/bin/python" -c '' 2>/dev/null
}

find_python() {
    # macOS has an old python3 of its own, so the first new enough one wins.
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Jinque needs Python 3.11 or newer; none was found. Set PYTHON to one." >&2
    return 1
}

create() {
    python=$(find_python)
    echo "Setting up $venv with $("$python" --version)"
    if ! "$python" -m venv --clear "$venv"; then
        echo "Python cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2
        return 1
    fi
    # Python 3.11 puts it beside pip; nothing here uses it.
    "$venv/bin/python" -m pip --disable-pip-version-check uninstall -q -y setuptools 2>/dev/null || :
}

# uv installs some ten times faster than pip. It is a convenience: where it has no wheel, or cannot
# do the job, pip reads the same lock.
install() {
    pip="$venv/bin/python -m pip --disable-pip-version-check"
    [ -x "$venv/bin/uv" ] && "$venv/bin/uv" --version >/dev/null 2>&1 ||
        $pip install --quiet --only-binary :all: --require-hashes -r requirements/bootstrap.txt ||
        echo "uv is not to be had here; installing with pip"
    if [ -x "$venv/bin/uv" ] && "$venv/bin/uv" pip install --compile-bytecode --python "$venv/bin/python" "$@"; then
        return
    fi
    $pip install "$@"
}

if is_current "$lock"; then
    exit 0
fi
"$venv/bin/python" -c '' 2>/dev/null || create
rm -f "$venv"/*.stamp
install --require-hashes -r "requirements/$lock.txt"
# What only builds the project stays beside the environment while it is needed, and is gone after.
# It is in a lock, too, so nothing is fetched that is not checked.
builders="$venv/builders"
rm -rf "$builders"
install --require-hashes --target "$builders" -r requirements/build.txt
PYTHONPATH="$PWD/$builders" install --no-deps --no-build-isolation --editable .
rm -rf "$builders"
# Compiled here, so that commands start fast also where Python may not write beside its sources.
env -u PYTHONDONTWRITEBYTECODE "$venv/bin/python" -m compileall -q src
# Each lock contains those before it, so after `make test` `make run` has nothing left to do.
for done in runtime test bench; do
    wanted "$done" >"$venv/$done.stamp"
    [ "$done" != "$lock" ] || break
done
# Who only runs the site needs no installer: it is 38 MB, and the next `make` brings it again.
[ "$lock" != runtime ] || rm -f "$venv/bin/uv" "$venv/bin/uvx"
