"""Reads a project with pyrefiqda, whose types are made from the standard's Project.xsd, and prints its codes and selections.

The words of a selection are taken from the text in the ZIP, in code points, as QualCoder does.
"""

import json
import sys
import tempfile
import zipfile

from pyrefiqda import RefiProject

with tempfile.TemporaryDirectory() as folder:
    project = RefiProject.load(sys.argv[1], extract_dir=folder)
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
codes = {}


def learn(code, group):
    assert code.guid not in codes and code.name not in [name for name, _ in codes.values()]
    codes[code.guid] = (code.name, code.is_codable)
    for inner in code.code:
        learn(inner, code.name)


for code in project.code_book.codes.code:
    learn(code, None)
variables = {variable.guid: variable.name for variable in project.variables.variable}
guids, sources = set(), []
for source in project.sources.text_source if project.sources else []:
    assert source.plain_text_path == f"internal://{source.guid}.txt"
    text = archive.read(f"Sources/{source.guid}.txt").decode("utf-8")
    selections = []
    for selection in source.plain_text_selection:
        names = []
        for coding in selection.coding:
            name, codable = codes[coding.code_ref.target_guid]
            assert codable
            names.append(name)
            guids.add(coding.guid)
        guids.add(selection.guid)
        selections.append({
            "words": text[selection.start_position : selection.end_position],
            "codes": names,
            "description": selection.description,
        })
    values = {}
    for value in source.variable_value:
        given = value.text_value if value.text_value is not None else value.date_value
        values[variables[value.variable_ref.target_guid]] = str(given)
    sources.append({"name": source.name, "selections": selections, "variables": values, "chars": len(text)})
assert len(guids) == sum(1 + len(one["codes"]) for source in sources for one in source["selections"]), "a GUID stands twice"
times = sorted({info.date_time for info in archive.infolist()})
print(json.dumps({"name": project.name, "codes": [name for name, _ in codes.values()], "sources": sources, "times": times}))
