"""How large a table may be."""

MAX_ROWS = 20_000
MAX_COLUMNS = 200
