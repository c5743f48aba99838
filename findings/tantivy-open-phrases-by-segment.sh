#!/bin/sh
# tantivy: how many hits a phrase with an open end has depends on into how many segments the same documents were written.
# 20,000 documents "web x000000" to "web x019999" all begin with the phrase. The phrase-prefix query ("web x"*) expands the open
# end to 50 terms of each segment and says nothing: 50 hits of one segment, 100 of two, 200 of four. The regular-expression
# phrase raises in one segment ("exceeded max expansions 20001") and finds all 20,000 in two. Its Python wrapper takes no
# max_expansions. A plain regular expression (x.*) on one term is right everywhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tantivy==0.27.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import tantivy

NAMES = 20_000


def index_of(segments):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", tokenizer_name="blanks")
    schema = builder.build()
    index = tantivy.Index(schema)
    index.register_tokenizer(
        "blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    )
    size = NAMES // segments
    for first in range(0, NAMES, size):
        writer = index.writer(15_000_000, 1)
        for number in range(first, first + size):
            writer.add_document(tantivy.Document(name=f"web x{number:06d}"))
        writer.commit()
        writer.wait_merging_threads()
    index.reload()
    return index, schema


def hits(index, query):
    try:
        return index.searcher().search(query, limit=NAMES, count=True).count
    except ValueError as fault:
        return f"ValueError: {fault}"


seen = {}
for segments in (1, 2, 4):
    index, schema = index_of(segments)
    seen[segments] = (
        hits(index, index.parse_query('"web x"*', ["name"])),
        hits(index, tantivy.Query.regex_phrase_query(schema, "name", ["web", "x.*"])),
        hits(index, tantivy.Query.regex_query(schema, "name", "x.*")),
    )
    prefix, phrase, plain = seen[segments]
    print(f"{segments} segment(s): phrase prefix {prefix}; regex phrase {phrase}; regex {plain}")
print("tantivy 0.27.0: 20,000 documents hold the phrase in every case")
same = [seen[n][0] for n in (1, 2, 4)] == [50, 100, 200]
raises = "max expansions" in str(seen[1][1]) and seen[2][1] == seen[4][1] == NAMES
sys.exit(0 if same and raises and all(each[2] == NAMES for each in seen.values()) else 1)
PYTHON
