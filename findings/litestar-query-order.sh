#!/usr/bin/env bash
# Litestar 2.25.0: MultiDict.multi_items() (request.query_params, form data) does not give the pairs in the
# order in which they were sent. It goes over a set of the names, so the order depends on the hash seed of
# the process: the same address can lead to other bytes of a page after each start of a server, while
# items() of the same object keeps the order. A page whose links are made of the query (filters, paging,
# "next") is then not reproducible, and its ETag changes from worker to worker.
# Seen on Python 3.11 with seeds 0 to 7: several different orders of one query.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check -q install "litestar==2.25.0"
cat >"$folder/ask.py" <<'PY'
from litestar.testing import RequestFactory

sent = [("place", "1"), ("edition", "2"), ("q", "3"), ("page", "4"), ("degree", "5")]
request = RequestFactory().get("/search", query_params=sent)
assert list(request.query_params.items()) == sent, "items() keeps the order"
print(",".join(name for name, _ in request.query_params.multi_items()))
PY
orders=$(for seed in 0 1 2 3 4 5 6 7; do PYTHONHASHSEED=$seed "$folder/venv/bin/python" "$folder/ask.py"; done)
echo "$orders"
different=$(echo "$orders" | sort -u | wc -l)
echo "litestar 2.25.0: one query, 8 hash seeds, $different different orders by multi_items()"
[ "$different" -gt 1 ] || { echo "changed: the order is stable now"; exit 1; }
