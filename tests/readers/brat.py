"""Reads a folder of brat with bratly, checks it by the rules of the format, and prints how much of each there is.

What bratly does not look at is checked here: that the words of an entity are those at its places, joined by a space, that no
piece of them crosses a line, and that events, attributes and notes name what is there and what annotation.conf knows.
"""

import json
import os
import re
import sys

from bratly.io import read_and_load_ann_file

folder = sys.argv[1]
section, known = None, {}
with open(os.path.join(folder, "annotation.conf"), encoding="utf-8") as file:
    for line in file.read().split("\n"):
        if line.startswith("["):
            section = line.strip("[]")
            known[section] = {}
        elif line:
            name, _, rest = line.partition("\t")
            known[section][name] = rest
assert list(known) == ["entities", "relations", "events", "attributes"]

found, events = {}, []
for name in sorted(os.listdir(folder)):
    if not name.endswith(".ann"):
        continue
    path = os.path.join(folder, name)
    read = read_and_load_ann_file(path, no_duplicates=False, sorting=False, renumerotize=False)
    found[name[:-4]] = {}
    for annotation in read.annotations:
        kind = type(annotation).__name__
        found[name[:-4]][kind] = found[name[:-4]].get(kind, 0) + 1
    with open(path[:-3] + "txt", encoding="utf-8", newline="") as file:
        text = file.read()
    assert not re.search("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    assert lines.pop() == ""
    assert len(lines) == sum(found[name[:-4]].values()), "a line that bratly did not read"
    ids = [line.split("\t")[0] for line in lines]
    assert len(ids) == len(set(ids)), "an id stands twice"
    for line in lines:
        id_, data, *words = line.split("\t")
        if id_[0] == "T":
            kind, places = data.split(" ", 1)
            assert kind in known["entities"] or kind in known["events"], kind
            pieces = [text[int(start) : int(end)] for start, end in (place.split(" ") for place in places.split(";"))]
            assert [" ".join(pieces)] == words, (line, pieces)
            assert all(piece and "\n" not in piece for piece in pieces)
        elif id_[0] == "E":
            trigger, *arguments = data.split(" ")
            kind, entity = trigger.split(":")
            assert kind in known["events"] and entity in ids
            for argument in arguments:
                role, entity = argument.split(":")
                assert re.fullmatch(r"[A-Z][a-z]+\d*", role) and role.rstrip("0123456789") + "*" in known["events"][kind].replace("?", "*")
                assert entity in ids
            point = next(line for line in lines if line.startswith(arguments[0].split(":")[1] + "\t"))
            events.append([kind, point.split("\t")[2]])
        else:
            assert data.split(" ")[1] in ids
print(json.dumps({"documents": found, "events": events}))
