#!/usr/bin/env python3
"""Compares what two versions of the program made (make.sh): every number, to the last bit.

    compare.py BEFORE AFTER

JSON is compared value by value and tables cell by cell, so that new keys and columns may be added;
other files by their bytes. Exits with 1 if anything that was there is missing or different.
"""

import csv
import json
import pathlib
import sys

SKIPPED = {"provenance.json"}
BYTES = {".npy", ".md", ".yaml"}

# Sentences that were put in other words, which say the same.
REWORDED = {
    "the logits have stopped moving": "the weights have stopped moving",
    "a step is smaller than the rounding of the logits": "a step is smaller than the rounding of the weights",
    "the logits have grown beyond 1e6": "the weights have grown without bound",
}


def different(before, after, path):
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            if key not in after:
                yield f"{path}.{key} is missing"
            else:
                yield from different(value, after[key], f"{path}.{key}")
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{path} has {len(after)} entries, not {len(before)}"
        for index, (one, other) in enumerate(zip(before, after)):
            yield from different(one, other, f"{path}[{index}]")
    elif before != after and REWORDED.get(before) != after:
        yield f"{path}: {before!r} became {after!r}"


def compare(before, after):
    for one in sorted(before.rglob("*")):
        name = one.relative_to(before)
        other = after / name
        if not one.is_file() or one.name in SKIPPED:
            continue
        if one.suffix in BYTES | {".json", ".csv"} or one.name == "exits":
            if not other.exists():
                yield f"{name} is missing"
            elif one.suffix == ".csv":
                yield from different_tables(one, other, name)
            elif one.suffix == ".json":
                yield from different(load(one), load(other), str(name))
            elif one.read_bytes() != other.read_bytes():
                yield f"{name} has other bytes"


def different_tables(before, after, name):
    """Columns by their names: cells are compared as texts, which hold all digits."""
    with before.open() as one, after.open() as other:
        rows = list(zip(csv.DictReader(one), csv.DictReader(other), strict=True))
    for index, (row, new) in enumerate(rows):
        for column, cell in row.items():
            if new.get(column) != cell:
                yield f"{name}, row {index}, {column}: {cell!r} became {new.get(column)!r}"
                return


def load(path):
    text = path.read_text()
    return json.loads(text) if text.strip() else None


def main():
    found = list(compare(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    print("\n".join(found[:200]))
    print(f"{len(found)} differences")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
