"""Opens a database with SQLite's own library and prints what Discourse Network Analyzer would show.

The joins and the rules are those of the program: a statement has a value for every variable of its type, and the
password of a coder is 16 bytes of salt and a digest (jasypt, StrongPasswordEncryptor).
"""

import base64
import hashlib
import json
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
assert database.execute("PRAGMA foreign_key_check").fetchall() == []
((version,),) = database.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'")
assert version.startswith("3.0")

((password,),) = database.execute("SELECT Password FROM CODERS WHERE Name = 'Admin'")
kept = base64.b64decode(password)
digest = hashlib.sha256(kept[:16] + b"demarche").digest()
for _ in range(99_999):
    digest = hashlib.sha256(digest).digest()
assert kept[16:] == digest, "the password is not the one that is told"

variables = {}
for name, data, kind, id_ in database.execute("SELECT Variable, DataType, StatementTypeId, ID FROM VARIABLES"):
    variables.setdefault(kind, []).append((name, data, id_))
texts = {id_: text for id_, text in database.execute("SELECT ID, Text FROM DOCUMENTS")}
statements = []
rows = database.execute("SELECT ID, StatementTypeId, DocumentId, Start, Stop FROM STATEMENTS ORDER BY ID").fetchall()
for id_, kind, document, start, stop in rows:
    # Java counts UTF-16 units.
    words = texts[document].encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")
    record = {"type": kind, "document": document, "words": words}
    for name, data, variable in variables[kind]:
        if data == "short text":
            query = "SELECT Value FROM DATASHORTTEXT AS d JOIN ENTITIES AS e ON e.ID = d.Entity WHERE StatementId = ? AND d.VariableId = ? AND e.VariableId = d.VariableId"
        else:
            query = f"SELECT Value FROM {'DATABOOLEAN' if data == 'boolean' else 'DATALONGTEXT'} WHERE StatementId = ? AND VariableId = ?"
        ((record[name],),) = database.execute(query, (id_, variable))
    statements.append(record)
missing = "SELECT e.ID FROM ENTITIES AS e JOIN ATTRIBUTEVARIABLES AS a USING (VariableId) LEFT JOIN ATTRIBUTEVALUES AS v ON v.EntityId = e.ID AND v.AttributeVariableId = a.ID WHERE v.ID IS NULL"
assert database.execute(missing).fetchall() == []
documents = [
    {"title": title, "source": source, "date": date, "notes": notes}
    for title, source, date, notes in database.execute("SELECT Title, Source, Date, Notes FROM DOCUMENTS ORDER BY ID")
]
print(json.dumps({"documents": documents, "statements": statements}))
