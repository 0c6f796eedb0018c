"""Checks JSON against a JSON Schema with jsonschema, and the schema against its own; prints what is wrong.

Usage: schema.py SCHEMA FILE [lines]; with `lines` each line is a document of its own.
"""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))
with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()
documents = [json.loads(line) for line in text.split("\n") if line] if "lines" in sys.argv[3:] else [json.loads(text)]
wrong = [f"{error.json_path}: {error.message[:200]}" for document in documents for error in validator.iter_errors(document)]
print(json.dumps({"documents": len(documents), "wrong": wrong[:10]}))
