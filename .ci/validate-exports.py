#!/usr/bin/env python3
"""Holds what `premark units --export` writes to the formats' own rules.

    .ci/validate-exports.py PREMARK

CASE: the classes of the CASE 1.1 JSON binding (getCFPackage): required and allowed members, types, identifiers, and that
the tree hangs together. Moodle: what tool_lpimportcsv's framework_importer does with a row. Mahara: what the framework
plugin's import compares. Each format is written twice and has to be the same bytes.
"""
import csv, datetime, io, json, pathlib, re, subprocess, sys, urllib.parse

TEXT, NUMBER, INTEGER, LINK = "text", "number", "integer", "link"
IDENTIFIED = {"identifier": "id", "uri": "uri", "lastChangeDateTime": "time"}
# class: (required, optional); a nested class in brackets is a list
CASE = {
    "CFPackage": ({"CFDocument": "CFDocument"},
                  {"CFItems": ["CFItem"], "CFAssociations": ["CFAssociation"], "CFDefinitions": "CFDefinition",
                   "CFRubrics": ["CFRubric"], "extensions": dict}),
    "CFDocument": (IDENTIFIED | {"creator": TEXT, "title": TEXT},
                   {"officialSourceURL": "uri", "publisher": TEXT, "description": TEXT, "subject": [TEXT], "subjectURI": [LINK],
                    "language": TEXT, "version": TEXT, "adoptionStatus": {"Private Draft", "Draft", "Adopted", "Deprecated"},
                    "statusStartDate": "day", "statusEndDate": "day", "licenseURI": LINK, "notes": TEXT, "frameworkType": TEXT,
                    "caseVersion": {"1.1"}, "extensions": dict}),
    "CFItem": (IDENTIFIED | {"fullStatement": TEXT},
               {"alternativeLabel": TEXT, "CFItemType": TEXT, "CFItemTypeURI": LINK, "humanCodingScheme": TEXT,
                "listEnumeration": TEXT, "abbreviatedStatement": TEXT, "conceptKeywords": [TEXT], "conceptKeywordsURI": LINK,
                "notes": TEXT, "language": TEXT, "educationLevel": [TEXT], "licenseURI": LINK, "statusStartDate": "day",
                "statusEndDate": "day", "subject": [TEXT], "subjectURI": [LINK], "extensions": dict}),
    "CFAssociation": (IDENTIFIED | {"associationType": {"isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes",
                                                        "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel",
                                                        "isTranslationOf"},
                                    "originNodeURI": LINK, "destinationNodeURI": LINK},
                      {"sequenceNumber": INTEGER, "CFAssociationGroupingURI": LINK, "notes": TEXT, "extensions": dict}),
    "CFDefinition": ({}, {"CFItemTypes": ["CFItemType"], "extensions": dict}),
    "CFItemType": (IDENTIFIED | {"title": TEXT, "description": TEXT, "hierarchyCode": TEXT},
                   {"typeCode": TEXT, "extensions": dict}),
    "CFRubric": (IDENTIFIED, {"title": TEXT, "description": TEXT, "CFRubricCriteria": ["CFRubricCriterion"], "extensions": dict}),
    "CFRubricCriterion": (IDENTIFIED, {"category": TEXT, "description": TEXT, "CFItemURI": LINK, "weight": NUMBER,
                                       "position": INTEGER, "rubricId": "id",
                                       "CFRubricCriterionLevels": ["CFRubricCriterionLevel"], "extensions": dict}),
    "CFRubricCriterionLevel": (IDENTIFIED, {"description": TEXT, "quality": TEXT, "score": NUMBER, "feedback": TEXT,
                                            "position": INTEGER, "rubricCriterionId": "id", "extensions": list}),
    LINK: ({"title": TEXT, "identifier": "id", "uri": "uri"}, {"targetType": {"CASE"}}),
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def hold(what, truth):
    if not truth:
        sys.exit(f"does not hold: {what}")


def valid(kind, value, place):
    if isinstance(kind, list):
        hold(f"{place} is a list", isinstance(value, list))
        for index, element in enumerate(value):
            valid(kind[0], element, f"{place}[{index}]")
    elif isinstance(kind, set):
        hold(f"{place} is one of {sorted(kind)}", value in kind)
    elif isinstance(kind, type):
        hold(f"{place} is a {kind.__name__}", isinstance(value, kind))
    elif kind in CASE:
        hold(f"{place} is an object", isinstance(value, dict))
        required, optional = CASE[kind]
        hold(f"{place} has {sorted(required.keys() - value.keys())}", required.keys() <= value.keys())
        hold(f"{place} has no {sorted(value.keys() - required.keys() - optional.keys())}",
             value.keys() <= required.keys() | optional.keys())
        for name, member in value.items():
            valid((required | optional)[name], member, f"{place}.{name}")
    elif kind in (NUMBER, INTEGER):
        hold(f"{place} is a number", isinstance(value, int if kind == INTEGER else (int, float)) and not isinstance(value, bool))
    else:
        hold(f"{place} is text", isinstance(value, str) and value == value.strip() and value)
        if kind == "id":
            hold(f"{place} is a UUID of variant 1", UUID.fullmatch(value))
        elif kind == "uri":
            hold(f"{place} is a URI", urllib.parse.urlsplit(value).scheme in ("http", "https") and " " not in value)
        elif kind == "time":
            hold(f"{place} is a time with an offset", datetime.datetime.fromisoformat(value).tzinfo)
        elif kind == "day":
            datetime.date.fromisoformat(value)


def check_case(text, criteria):
    package = json.loads(text)
    valid("CFPackage", package, "package")
    items = {item["identifier"]: item for item in package["CFItems"]}
    objects = [package["CFDocument"], *package["CFItems"], *package["CFAssociations"], *package["CFDefinitions"]["CFItemTypes"]]
    for rubric in package["CFRubrics"]:
        objects.append(rubric)
        for criterion in rubric["CFRubricCriteria"]:
            objects += [criterion, *criterion["CFRubricCriterionLevels"]]
            hold("a criterion belongs to its rubric", criterion["rubricId"] == rubric["identifier"])
            hold("a criterion is about an item", criterion["CFItemURI"]["identifier"] in items)
            levels = criterion["CFRubricCriterionLevels"]
            hold("levels rise", [level["score"] for level in levels] == [0, 0.5, 1])
            hold("levels belong to their criterion", {level["rubricCriterionId"] for level in levels} == {criterion["identifier"]})
    hold("identifiers differ", len({one["identifier"] for one in objects}) == len(objects))
    hold("addresses end in identifiers", all(one["uri"].endswith("/" + one["identifier"]) for one in objects))
    parents = {}
    for link in package["CFAssociations"]:
        child, parent = link["originNodeURI"]["identifier"], link["destinationNodeURI"]["identifier"]
        hold("an item has one parent", child not in parents and child in items)
        hold("a parent is there", parent in items or parent == package["CFDocument"]["identifier"])
        parents[child] = parent
    hold("every item hangs in the tree", parents.keys() == items.keys())
    for child in items:
        seen = set()
        while child in parents:
            hold("the tree has no ring", child not in seen)
            seen.add(child)
            child = parents[child]
        hold("the tree ends in the document", child == package["CFDocument"]["identifier"])
    types = {one["title"] for one in package["CFDefinitions"]["CFItemTypes"]}
    hold("types are defined", {item["CFItemType"] for item in items.values()} <= types)
    hold("every criterion is an item and in the rubric",
         sum(item["CFItemType"] == "Assessment criterion" for item in items.values()) == criteria
         == sum(len(rubric["CFRubricCriteria"]) for rubric in package["CFRubrics"]))


def check_moodle(text, criteria):
    hold("no byte-order mark", not text.startswith("\ufeff"))
    hold("no cell ends in a backslash, which PHP takes for an escape", '\\"' not in text)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    hold("14 cells in each row", all(len(row) == 14 for row in rows))
    hold("the columns in their order", rows[0][0] == "Parent ID number" and rows[0][13] == "Taxonomy")
    known = set()
    for number, row in enumerate(rows[1:]):
        parent, own, name, about, form, values, scale, rule, outcome, config, crossed, exported, framework, taxonomy = row
        hold(f"row {own} has an id number and a short name of at most 100 characters",
             own and name and len(own) <= 100 and len(name) <= 100)
        hold(f"row {own}: the id number is its own", own not in known)
        hold(f"row {own}: HTML", form == "1" and not re.search(r"<(?!/?p>|br>)|&(?!amp;|lt;|gt;|quot;|#39;)", about))
        hold(f"row {own}: no formula", not any(cell.lstrip()[:1] in "=+-@" for cell in row if cell.strip()))
        if number == 0:
            hold("the framework comes first", framework == "1" and parent == "")
            hold("four levels of taxonomy",
                 len(taxonomy.split(",")) == 4 and set(taxonomy.split(",")) <= {"outcome", "indicator", "competency"})
            items, settings = values.split(","), json.loads(scale)
            hold("the scale's first element names it", settings[0].keys() == {"scaleid"})
            hold("ids are places on the scale", all(1 <= one["id"] <= len(items) for one in settings[1:]))
            for role in ("scaledefault", "proficient"):
                hold(f"the scale has a {role}", any(one.get(role) == 1 for one in settings[1:]))
        else:
            hold(f"row {own} is no framework", framework == "")
            hold(f"row {own}: its parent stands before it", parent == "" or parent in known)
            hold(f"row {own}: no rule", config == "null" and rule == outcome == "")
            known.add(own)
    leaves = known - {row[0] for row in rows[2:]}
    hold("every criterion is a competency", len(leaves) == criteria)


def check_mahara(text, criteria):
    framework = json.loads(text)["framework"]
    hold("it has a name", framework["name"])
    hold("four statuses", [list(one)[0] for one in framework["evidencestatuses"]]
         == ["begun", "incomplete", "partialcomplete", "completed"])
    standards = [one["standardid"] for one in framework["standards"]]
    hold("standards are numbered by numbers", standards == list(range(1, len(standards) + 1)))
    known = set()
    for element in framework["standardelements"]:
        hold("an element's standard is the same number", any(element["standardid"] is one or element["standardid"] == one
             and type(element["standardid"]) is type(one) for one in standards))
        hold("elements differ", element["elementid"] not in known)
        hold("a parent stands before its child", element.get("parentelementid") is None or element["parentelementid"] in known)
        hold("all has words", all(element[name] for name in ("shortname", "name", "description")))
        known.add(element["elementid"])
    hold("every criterion is an element", len(known) == criteria)
    hold("every standard has elements", {one["standardid"] for one in framework["standardelements"]} == set(standards))


def export(premark, unit, form):
    return subprocess.run([premark, "units", "--export", form, "--unit", unit], check=True, capture_output=True).stdout.decode()


premark = sys.argv[1]
units = [line.split()[0] for line in subprocess.run([premark, "units", "--plain"], check=True, capture_output=True, text=True)
         .stdout.splitlines() if line and not line.startswith(" ")]
for unit in units:
    rules = (pathlib.Path(__file__).parent.parent / "Rules" / unit / "unit.rules").read_text()
    count = len(re.findall(r"^criterion ", rules, re.M))
    packages = {form: export(premark, unit, form) for form in ("case", "moodle", "mahara")}
    hold("the same bytes each time", packages == {form: export(premark, unit, form) for form in packages})
    check_case(packages["case"], count)
    check_moodle(packages["moodle"], count)
    check_mahara(packages["mahara"], count)
    print(f"{unit}: {count} criteria in a CASE package, a Moodle framework and a Mahara framework")
