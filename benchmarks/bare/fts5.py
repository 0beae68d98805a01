"""What one would write with SQLite's own full-text search: any of the words, as beginnings, the best ten by BM25."""

import json
import re
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
words = " OR ".join(f'"{word}"*' for word in re.findall(r"[^\W_]+", sys.argv[2]))
found = database.execute(
    "SELECT id FROM duties_fts f JOIN duties d ON d.rowid = f.rowid WHERE duties_fts MATCH ? ORDER BY rank LIMIT 10", (words,)
)
json.dump([{"id": one} for (one,) in found], sys.stdout)
