"""Reads a workbook with openpyxl and prints its sheets: rows, what is frozen and filtered, and any formula."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = {}
for sheet in book.worksheets:
    rows = [[None if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()]
    kinds = sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None})
    sheets[sheet.title] = {
        "rows": rows,
        "kinds": kinds,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "widths": {letter: size.width for letter, size in sheet.column_dimensions.items()},
    }
print(json.dumps({"sheets": sheets, "made": book.properties.created.isoformat()}))
