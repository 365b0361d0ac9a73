"""What `validate` asks of the decisions on a label: that they fit its status, and each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from khihau.model import ALLOWED, Concept, Decision, Label, Termbase
from khihau.termbase.checks import Fault, KeyPath, shown
from khihau.text.regex import regex

__all__ = ["decision_faults", "future_faults", "minutes_faults", "reason_of", "unknown_minutes"]

_ADDRESS = regex(r"https?://\S+")


def reason_of(decisions: tuple[Decision, ...]) -> str | None:
    """Why the last decision was taken: its own reason, else that of the proposal it was taken on."""
    return next((one.reason for one in reversed(decisions) if one.reason), None)


def decision_faults(concept: Concept) -> Iterator[Fault]:
    """What is decided agrees with the status; an approved name has a source and a reason."""
    for number, label in enumerate(concept.labels, start=1):
        if label.decision:
            key: KeyPath = ("label", number, "decision")
            yield from (Fault(key, *said) for said in _of_label(label))


def _of_label(label: Label) -> Iterator[tuple[str, str]]:
    """What is wrong with the decisions on a label, and the next step."""
    name, in_force = shown(label.text), label.decision[-1]
    days = [one.on for one in label.decision]
    if days != sorted(days):
        yield f"the decisions on {name} are not in the order of their days", "the last is in force"
    match in_force.status:
        case "proposed":
            if label.status != "admitted":
                hint = "make it admitted until it is approved, or use khihau glossary propose"
                yield f"{name} is {label.status}, and only proposed", hint
        case "approved":
            if not label.source:
                yield f"{name} is approved without a source", 'write source = "…"'
            if not reason_of(label.decision):
                yield f"{name} is approved without a reason", 'write reason = "…"'
        case "withdrawn":
            if label.status in ALLOWED:
                hint = 'write status = "deprecated" or "forbidden"'
                yield f"{name} is {label.status}, and withdrawn on {in_force.on}", hint


def future_faults(concept: Concept, today: datetime.date) -> Iterator[Fault]:
    """A decision or a comment of a day that has not come."""
    for number, label in enumerate(concept.labels, start=1):
        for name, dated in (("decision", label.decision), ("comment", label.comment)):
            for one in dated:
                if one.on > today:
                    message = f"{one.on} has not come; today is {today}"
                    yield Fault(("label", number, name), message, "correct the day")


def unknown_minutes(base: Termbase) -> Iterator[tuple[Concept, Fault]]:
    """Minutes are a source that is there, or an address."""
    for concept in base.concepts:
        for number, label in enumerate(concept.labels, start=1):
            for one in label.decision:
                for fault in minutes_faults(one.minutes, ("label", number, "decision"), base):
                    yield concept, fault


def minutes_faults(minutes: str | None, key: KeyPath, base: Termbase) -> tuple[Fault, ...]:
    """Check for minutes that can be found, where there are any: a source of the base, or an address."""
    if minutes is None or minutes in base.sources:
        return ()
    if _ADDRESS.fullmatch(minutes) and minutes.isprintable():
        return ()
    message = f"{shown(minutes)} is no source in sources.toml, and no address"
    return (Fault(key, message, "write a key of sources.toml or https://…"),)
