"""Compares the Parquet shards of a folder with the NDJSON shards of another one, field by field, as pyarrow, pandas and
DuckDB read them. Prints what was compared; ends with 1 at the first difference, with 3 where a package is missing."""

import glob
import json
import sys

try:
    import duckdb
    import pandas
    import pyarrow.parquet
except ImportError as missing:
    print(missing)
    sys.exit(3)


def plain(value):
    """What pandas makes of lists and nulls, as JSON has them."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value is pandas.NA or value != value else value


def compare(reader, found, expected):
    if len(found) != len(expected):
        sys.exit(f"{reader}: {len(found)} rows for {len(expected)} records")
    for number, (row, record) in enumerate(zip(found, expected)):
        if row != record or list(row) != list(record):
            field = next((name for name in record if row.get(name) != record[name]), "the order of the fields")
            sys.exit(f"{reader}: record {number}: {field}: {row.get(field)!r} is not {record.get(field)!r}")
    print(f"{reader}: {len(found)} records equal")


shards = sorted(glob.glob(sys.argv[1] + "/part-*.parquet"))
expected = [json.loads(line) for part in sorted(glob.glob(sys.argv[2] + "/part-*.ndjson")) for line in open(part)]

tables = [pyarrow.parquet.read_table(shard) for shard in shards]
compare("pyarrow", [row for table in tables for row in table.to_pylist()], expected)

frame = pandas.concat([pandas.read_parquet(shard) for shard in shards])
compare("pandas", [plain(row) for row in frame.to_dict("records")], expected)

names = ", ".join(f"'{shard}'" for shard in shards)
relation = duckdb.sql(f"SELECT * FROM read_parquet([{names}])")
compare("DuckDB", [dict(zip(relation.columns, row)) for row in relation.fetchall()], expected)

# Nested fields by name, as users ask for them.
people = duckdb.sql(
    f"SELECT count(*) FROM (SELECT unnest(people, recursive := true) FROM read_parquet([{names}]))"
).fetchall()[0][0]
if people != sum(len(record["people"]) for record in expected):
    sys.exit(f"DuckDB: {people} people unnested")
print(f"DuckDB: {people} people unnested")
