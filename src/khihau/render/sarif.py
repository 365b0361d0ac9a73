"""SARIF 2.1.0, which code scanning and editors read: every finding with its place and its fix."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from khihau import __version__
from khihau.documents.files import STDIN
from khihau.model import FALLBACK, Edit, Fix, Place, Placed, Severity, Termbase
from khihau.profiles.table import severity_of
from khihau.render.edits import place_in_line
from khihau.render.json import dumps
from khihau.render.rule_pages import page
from khihau.render.summary import name_of, notes, silencer
from khihau.render.views import Reviewed, View
from khihau.review.base import Documented
from khihau.review.documentation import documentation
from khihau.rulebook import all_rules
from khihau.text.regex import regex

__all__ = ["location", "render_reviewed"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "info": "note"}
)
_SAFETY = {"safe": "Safe fix, the meaning stays", "suggested": "Suggested fix"}
_INDEX = {rule.name: number for number, rule in enumerate(all_rules())}
_LINK = regex(r"\[(?=[^\[\]]*\]\()")


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:
    """One run with all findings, streamed; the documents are listed after them."""
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: _root(Path.cwd())},
    }
    yield f'{{"$schema": {dumps(_SCHEMA)}, "version": "2.1.0", "runs": [\n{dumps(run)[:-1]},\n"results": ['
    artifacts: dict[str, tuple[int, dict[str, Any]]] = {}
    comma = ""
    for reviewed in documents:
        place = location(PurePath(reviewed.path))  # two paths may name one file
        index, _ = artifacts.setdefault(dumps(place), (len(artifacts), place))
        artifact = place | {"index": index}
        for placed in reviewed.findings:
            yield f"{comma}\n{dumps(_result(placed, artifact, base, view))}"
            comma = ","
    yield f'\n],\n"artifacts": {dumps([_artifact(place) for _, place in artifacts.values()])}}}\n]}}\n'


# --- the tool -------------------------------------------------------------------------------------


def _driver() -> dict[str, Any]:
    return {
        "name": "khihau",
        "version": __version__,
        "semanticVersion": __version__,
        "language": FALLBACK,
        "rules": [_rule(rule) for rule in all_rules()],
    }


def _rule(rule: Documented) -> dict[str, Any]:
    prose = "\n\n".join(documentation(rule).paragraphs)
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": prose},
        "help": {
            "text": f"{prose}\n\nTo silence it: {silencer(rule.name)}",
            "markdown": page(rule),
        },
        "defaultConfiguration": {"level": _LEVELS[severity_of(rule.name)], "enabled": True},
        "properties": {"tags": ["terminology"]},
    }


# --- the documents --------------------------------------------------------------------------------


def location(path: PurePath) -> dict[str, Any]:
    """The URI of a document: relative to the working directory, or absolute if it lies outside."""
    if str(path) == STDIN:
        return {"description": {"text": "standard input"}}
    path = type(path)(os.path.normpath(path))
    if not path.is_absolute() and path.parts[:1] == ("..",):
        path = Path.cwd() / path
        path = type(path)(os.path.normpath(path))
    if not path.is_absolute():
        return {"uri": _quoted(path.as_posix()), "uriBaseId": _ROOT}
    return {"uri": _file_uri(path)}


def _root(folder: PurePath) -> dict[str, Any]:
    return {
        "uri": _file_uri(folder).rstrip("/") + "/",
        "description": {"text": "The directory in which khihau was run."},
    }


def _file_uri(path: PurePath) -> str:
    """An absolute path as a URI: of a POSIX system, of a Windows drive, or of a Windows share."""
    posix = path.as_posix()
    if path.drive.startswith("\\\\"):
        return f"file:{_quoted(posix)}"
    if path.drive:
        return f"file:///{path.drive}{_quoted(posix[len(path.drive) :])}"
    return f"file://{_quoted(posix)}"


def _quoted(path: str) -> str:
    return quote(os.fsencode(path))


def _artifact(place: dict[str, Any]) -> dict[str, Any]:
    """A document of the run; what has no address came in on standard input."""
    roles = ["analysisTarget", *([] if "uri" in place else ["standardStream"])]
    return {"location": place, "roles": roles}


# --- the findings ---------------------------------------------------------------------------------


def _result(
    placed: Placed, artifact: Mapping[str, Any], base: Termbase, view: View
) -> dict[str, Any]:
    finding, place = placed
    result = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEX[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain("\n".join((finding.message, *notes(placed, base, view))))},
        "locations": [_location(placed, artifact)],
        "partialFingerprints": {"khihau/v1": finding.fingerprint},
        "properties": {"silence": silencer(name_of(finding), place.unit)}
        | ({"concept": finding.concept} if finding.concept else {}),
    }
    if finding.fix and not place.unit:
        ways = (finding.fix, *finding.alternatives)
        result["fixes"] = [_fix(placed, fix, artifact) for fix in ways]
    return result


def _location(placed: Placed, artifact: Mapping[str, Any]) -> dict[str, Any]:
    """Where a finding stands: a region of a text, or the name of a part of a file without lines."""
    finding, place = placed
    if place.unit:
        return {
            "physicalLocation": {"artifactLocation": artifact},
            "logicalLocations": [{"name": place.unit, "kind": "element"}],
            "message": {"text": _plain(finding.text)},
        }
    region = {
        **_lines(place),
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.text},
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _lines(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(placed: Placed, fix: Fix, artifact: Mapping[str, Any]) -> dict[str, Any]:
    """All edits of a fix together; SARIF has no word for its safety but the description."""
    finding = placed.finding
    new = next((edit.text for edit in fix.edits if edit.start == finding.start), "")
    more = next((edit.text for edit in fix.edits if edit.start == edit.end == finding.end), "")
    what = f": write “{new or finding.text + more}”." if new or more else "."
    return {
        "description": {"text": _plain(_SAFETY[fix.safety] + what)},
        "artifactChanges": [
            {
                "artifactLocation": artifact,
                "replacements": [
                    {
                        "deletedRegion": _deleted(placed, edit),
                        "insertedContent": {"text": edit.text},
                    }
                    for edit in fix.edits
                ],
            }
        ],
    }


def _deleted(placed: Placed, edit: Edit) -> dict[str, int]:
    """The region of an edit, with lines and columns where they are known without the text."""
    finding, place = placed
    region = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    offset = place_in_line(placed, edit)
    if (edit.start, edit.end) == (finding.start, finding.end):
        region |= _lines(place)
    elif offset is not None:
        column = place.column + offset
        end = column + edit.end - edit.start
        region |= _lines(place._replace(column=column, end_column=end))
    return region


def _plain(text: str) -> str:
    """Words as a SARIF message: its placeholders and links are not meant."""
    return _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))
