#!/usr/bin/env python3
"""Validates what the command prints as JSON against the published schemas.

    validate-schemas.py PREMARK UNIT FILE...

Runs `check` (both audiences print the same, so once), `check` over all files at once, and `inspect` on every file.
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

SCHEMAS = pathlib.Path(__file__).parent / "schemas"


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    shared = pathlib.Path(__file__).parents[2] / "shared" / f"{name}.schema.json"
    if shared.exists() and json.loads(shared.read_text()) != schema:
        sys.exit(f"{name}.schema.json is not the same as in ../shared")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def lines(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode not in (0, 2):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    premark, unit, *files = sys.argv[1:]
    result, inspection = validator("result"), validator("inspect")
    wrong = 0

    def judge(check, what, objects, wanted):
        nonlocal wrong
        if len(objects) != wanted:
            wrong += 1
            print(f"{what}: {len(objects)} lines, expected {wanted}")
        for found in objects:
            for error in check.iter_errors(found):
                wrong += 1
                print(f"{what}: {error.json_path}: {error.message[:200]}")

    options = ["--unit", unit, "--format", "json", "--submitted", "2026-06-30", "--learner", "Zoë O’Neill"]
    judge(result, "all files", lines([premark, "check", *files, "/nonexistent.docx", *options]), len(files) + 1)
    for file in files:
        judge(result, file, lines([premark, "check", file, "--unit", unit, "--format", "json"]), 1)
        judge(inspection, file, lines([premark, "inspect", file, "--format", "json"]), 1)
    judge(inspection, "no such file", lines([premark, "inspect", "/nonexistent.docx", "--format", "json"]), 1)
    print(f"{len(files)} files: {'all valid' if wrong == 0 else f'{wrong} problems'}")
    sys.exit(1 if wrong else 0)


main()
