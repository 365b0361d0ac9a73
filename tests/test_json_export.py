"""All of a termbase as JSON: nothing is lost, and it is what the schema says."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from built_in import built_in
from khihau.cli.main import main
from khihau.exchange.base import Wanted
from khihau.exchange.json import concept_record, export, labels_in
from khihau.model import (
    LANGS,
    Comment,
    Concept,
    Decision,
    Example,
    Label,
    Session,
    Source,
    SourceRef,
    Successor,
    Termbase,
)

SCHEMA = json.loads(files("khihau.render").joinpath("schema.json").read_text("utf-8"))
WANTED = Wanted("terms.json")
DAYS = ("since", "until")


def decision_of(record: dict[str, Any]) -> Decision:
    return Decision(**record | {"on": datetime.date.fromisoformat(record["on"])})


def comment_of(record: dict[str, Any]) -> Comment:
    return Comment(**record | {"on": datetime.date.fromisoformat(record["on"])})


def dated(one: dict[str, Any], days: Sequence[str], *lists: str) -> dict[str, Any]:
    """The values of a record that JSON writes otherwise than Python."""
    read = {key: one[key] and datetime.date.fromisoformat(one[key]) for key in days}
    return read | {key: tuple(one[key]) for key in lists}


DATED: tuple[tuple[str, Callable[[dict[str, Any]], Decision | Comment]], ...] = (
    ("decision", decision_of),
    ("comment", comment_of),
)


def content(base: Termbase) -> str:
    exported = export(base, WANTED)
    assert isinstance(exported.content, str)
    assert exported.losses == ()
    return exported.content


def hold(record: Any, name: str) -> None:
    schema = {**SCHEMA["$defs"][name], "$defs": SCHEMA["$defs"]}
    jsonschema.validate(record, schema, jsonschema.Draft202012Validator)


def concept_of(record: dict[str, Any]) -> Concept:
    """Read a record back: the slow way, to see that nothing is lost."""
    labels = tuple(
        Label(
            **{
                key: tuple(value) if isinstance(value, list) else value
                for key, value in one.items()
            }
            | {
                "source": tuple(SourceRef(**ref) for ref in one["source"]),
                **{key: tuple(map(make, one[key])) for key, make in DATED},
                **dated(one, DAYS, "meant"),
            }
        )
        for one in record["labels"]
    )
    examples = {
        key: tuple(Example(**one) for one in record[key]) for key in ("examples", "counterexamples")
    }
    sessions = tuple(
        Session(
            number=one["number"],
            years=tuple(one["years"]),
            places={lang: tuple(names) for lang, names in one["places"].items()},
            source=tuple(SourceRef(**ref) for ref in one["source"]),
        )
        for one in record["sessions"]
    )
    successors = tuple(Successor(**one) for one in record["replaced_by"])
    lists = {
        "labels": labels,
        "related": tuple(record["related"]),
        "replaced_by": successors,
        "sessions": sessions,
        **{key: tuple(record[key]) for key in ("apart", "was", "meant")},
    }
    rest = record | lists | examples
    return Concept(**rest)


def by_language(concept: Concept) -> Concept:
    return dataclasses.replace(concept, labels=tuple(labels_in(concept, LANGS)))


def test_a_small_base() -> None:
    label = Label(
        lang="ko",
        text="탄소",
        status="deprecated",
        source=(SourceRef("a", "제1조"),),
        since=datetime.date(2020, 1, 1),
        until=datetime.date(2025, 3, 1),
        decision=(
            Decision(by="A", on=datetime.date(2026, 1, 2), status="proposed", reason="why"),
            Decision(by="B", on=datetime.date(2026, 2, 3), status="withdrawn", minutes="a"),
        ),
        comment=(Comment(by="C", on=datetime.date(2026, 3, 4), text="음"),),
    )
    base = Termbase(
        (Concept(id="carbon", domain="science", definition={"ko": "원소."}, labels=(label,)),),
        {"b": Source("b", "B"), "a": Source("a", "A", "UN", "2019", "https://x.org", "treaty")},
    )
    made = content(base)
    assert json.loads(made) == {
        "schema": 1,
        "concepts": [
            {
                "id": "carbon",
                "domain": "science",
                "definition": {"ko": "원소."},
                "note": {},
                "labels": [
                    {
                        "lang": "ko",
                        "text": "탄소",
                        "status": "deprecated",
                        "kind": "full",
                        "part_of_speech": None,
                        "sense": None,
                        "source": [{"id": "a", "at": "제1조", "quote": None}],
                        "note": {},
                        "case": None,
                        "scope": [],
                        "of": [],
                        "near": [],
                        "not_near": [],
                        "covered_by": [],
                        "homonym": None,
                        "reading": None,
                        "plural": None,
                        "since": "2020-01-01",
                        "until": "2025-03-01",
                        "sensitive": None,
                        "write": None,
                        "meant": [],
                        "decision": [
                            {
                                "by": "A",
                                "on": "2026-01-02",
                                "status": "proposed",
                                "reason": "why",
                                "minutes": None,
                            },
                            {
                                "by": "B",
                                "on": "2026-02-03",
                                "status": "withdrawn",
                                "reason": None,
                                "minutes": "a",
                            },
                        ],
                        "comment": [{"by": "C", "on": "2026-03-04", "text": "음"}],
                        "file": None,
                    }
                ],
                "related": [],
                "broader": None,
                "broader_kind": "kind",
                "apart": [],
                "was": [],
                "native_reader": {},
                "meant": [],
                "replaced_by": [],
                "sessions": [],
                "examples": [],
                "counterexamples": [],
            }
        ],
        "sources": {
            "a": {
                "title": "A",
                "publisher": "UN",
                "date": "2019",
                "url": "https://x.org",
                "reliability": "treaty",
                "number": None,
                "signed": None,
                "in_force": None,
                "ends": None,
                "cited_as": [],
            },
            "b": {
                "title": "B",
                "publisher": None,
                "date": None,
                "url": None,
                "reliability": None,
                "number": None,
                "signed": None,
                "in_force": None,
                "ends": None,
                "cited_as": [],
            },
        },
    }
    assert made.startswith('{\n "schema": 1,\n "concepts": [\n  {\n   "id": "carbon",\n')
    assert made.endswith("}\n")
    assert made.index('"a": {') < made.index('"b": {')
    hold(json.loads(made), "termbase")


def test_the_built_in_base_comes_back_whole() -> None:
    made = content(built_in())
    assert made == content(built_in())
    record = json.loads(made)
    hold(record, "termbase")
    read = [concept_of(one) for one in record["concepts"]]
    assert read == [by_language(concept) for concept in built_in().concepts]
    sources = {
        key: Source(key, **(one | dated(one, ("signed", "in_force", "ends"), "cited_as")))
        for key, one in record["sources"].items()
    }
    assert sources == dict(built_in().sources)


def test_the_schema_refuses_what_it_does_not_name() -> None:
    record = json.loads(json.dumps(concept_record(built_in()["ndc"], LANGS)))
    hold(record, "concept")
    record["labels"][0]["more"] = 1
    with pytest.raises(jsonschema.ValidationError):
        hold(record, "concept")


@pytest.mark.parametrize("options", [[], ["--to", "ko"]])
def test_lookup_prints_the_same_records(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lookup", "NDC", "--format", "json", *options]) == 0
    record = json.loads(capsys.readouterr().out)
    hold(record, "found")
    langs = options[1:] or LANGS
    assert record["concepts"] == [json.loads(json.dumps(concept_record(built_in()["ndc"], langs)))]
