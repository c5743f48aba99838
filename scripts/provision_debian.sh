#!/bin/sh
# As root on Debian, install what the tests use from outside Python: Chromium, a Chinese font,
# PostgreSQL, LibreOffice for old formats, and Java for Spark. Elsewhere say what will be skipped. Nothing is fetched when nothing is missing.
set -eu

missing=""
need() {
    echo "$1" "$([ "$2" = yes ] && echo found || echo missing)"
    [ "$2" = yes ] || missing="$missing $1"
}

found() {
    "$@" >/dev/null 2>&1 && echo yes || echo no
}

has_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome ||
        [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] ||
        [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ]
}

# Without a Chinese font a page shows boxes, which no look at its elements can reveal.
has_font() {
    [ "$(uname)" = Darwin ] || fc-list :lang=zh-cn family | grep -q .
}

# Playwright's own driver is linked with it, and nothing else brings it to a bare machine.
has_libatomic() {
    [ "$(uname)" = Darwin ] || /sbin/ldconfig -p | grep -q 'libatomic\.so\.1'
}

has_postgres() {
    command -v initdb || ls /usr/lib/postgresql/*/bin/initdb
}

has_office() {
    command -v soffice || command -v libreoffice ||
        [ -x /Applications/LibreOffice.app/Contents/MacOS/soffice ]
}

has_java() {
    [ -x "${JAVA_HOME:-/nowhere}/bin/java" ] || command -v java
}

need chromium "$(found has_browser)"
need libatomic1 "$(found has_libatomic)"
need "fonts-noto-cjk fontconfig" "$(found has_font)"
need postgresql "$(found has_postgres)"
need "libreoffice-writer-nogui libreoffice-calc-nogui" "$(found has_office)"
need default-jre-headless "$(found has_java)"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "Installing with apt:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # An index that cannot be refreshed may still be good enough to install from.
    apt-get update -q || echo "The package index could not be refreshed; trying with the old one"
    # shellcheck disable=SC2086 # one word for each package
    apt-get install -q -y --no-install-recommends $missing ||
        echo "Could not install:$missing. The tests that need them will be skipped."
else
    echo "The tests that need these will be skipped:$missing"
fi
