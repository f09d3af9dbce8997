"""Has Word files commented and checks what came of each:  annotated-files.py PREMARK UNIT FILE...

A file stays what it was but for insertions: entries in their order, every other part the same bytes, no byte taken out of
the parts that change, the same words. Every comment of Premark's begins, ends and is referred to once, between runs, round
some words, and python-docx lists it. What Premark says of the file stays the same.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import docx
from lxml import etree

premark, unit, *files = sys.argv[1:]
# what may hold runs and marks beside each other: EG_PContent and its like (ECMA-376-1 annex A)
HOLDERS = {"p", "hyperlink", "ins", "del", "moveTo", "moveFrom", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}


def name(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def value(element, wanted):
    return next((text for key, text in element.attrib.items() if etree.QName(key).localname == wanted), None)


def words(root):
    return "".join(element.text or "" for element in root.iter() if name(element) in ("t", "delText", "instrText"))


def same_but_for_insertions(old, new):
    rest = iter(new)
    return all(byte in rest for byte in old)


def check(before, after):
    assert after.testzip() is None
    old, new = [e.filename for e in before.infolist()], [e.filename for e in after.infolist()]
    assert new[: len(old)] == old, "the order of the entries"
    changed = [entry for entry in old if before.read(entry) != after.read(entry)]
    trees = {entry: etree.fromstring(after.read(entry)) for entry in changed + new[len(old):]}
    for entry in changed:
        assert same_but_for_insertions(before.read(entry), after.read(entry)), f"more than insertions in {entry}"
    main = next(entry for entry in changed if name(trees[entry]) == "document")
    assert words(etree.fromstring(before.read(main))) == words(trees[main]), "the words"
    comments = [c for tree in trees.values() if name(tree) == "comments" for c in tree if name(c) == "comment"]
    assert len({value(c, "id") for c in comments}) == len(comments), "two comments of one number"
    own = {value(c, "id") for c in comments if value(c, "author") == "Premark"}
    marks, open_, held = collections.Counter(), set(), collections.Counter()
    for element in trees[main].iter():
        kind, number = name(element), value(element, "id") if isinstance(element.tag, str) else None
        if kind.startswith("comment") and number in own:
            marks[kind, number] += 1
            if kind == "commentRangeStart":
                open_.add(number)
            elif kind == "commentRangeEnd":
                open_.discard(number)
            if kind != "commentReference":
                assert name(element.getparent()) in HOLDERS, f"a mark in {name(element.getparent())}"
        elif kind in ("t", "footnoteReference", "endnoteReference", "sym", "relIds", "textpath"):
            for number in open_:
                held[number] += 1
    for number in own:
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            assert marks[kind, number] == 1, f"comment {number}: {kind}"
        assert held[number], f"comment {number} stands round nothing"
    return len(own)


total = 0
with tempfile.TemporaryDirectory() as folder:
    copy = str(pathlib.Path(folder) / "copy.docx")
    for file in files:
        run = [premark, "check", "--unit", unit, "--format", "json"]
        first = subprocess.run([*run, file, "--annotate", copy], capture_output=True)
        if first.returncode != 0:
            sys.exit(f"{file}: {first.stderr.decode()}")
        try:
            count = check(zipfile.ZipFile(file), zipfile.ZipFile(copy))
            assert len([c for c in docx.Document(copy).comments if c.author == "Premark"]) == count, "python-docx"
            again = subprocess.run([*run, copy], capture_output=True)
            own = lambda line: re.sub(rb'"document":\{.*?"warnings"', b"", line, count=1)
            assert own(first.stdout) == own(again.stdout), "another result with the comments in"
        except AssertionError as error:
            sys.exit(f"{file}: {error}")
        total += count
print(f"{unit}: {len(files)} files, {total} comments at their places")
