"""The page of each rule: its documentation as Markdown, made of its module's docstring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khihau.pairing.rules import RULES as PAIR_RULES
from khihau.profiles.table import rows_of, severity_of
from khihau.render.profile_table import profile_table
from khihau.review.base import Documented
from khihau.review.documentation import documentation
from khihau.review.silencing import UNUSED_SILENCER
from khihau.rules import RULES

__all__ = ["index", "page"]


def page(rule: Documented) -> str:
    """What the rule finds, why, examples in three languages, its fix, and how to silence it."""
    return "\n".join(_page(rule))


def index() -> str:
    """The list of all rules, in order, each with a link to its page."""
    return "\n".join(
        (
            "# The rules of `khihau check`",
            "",
            "On the same words the finding of the rule that stands higher is the one that is told.",
            "How gravely, says the [kind of text](../profiles.md); *by itself* is what holds where a rule is asked for by name.",
            "",
            *_table(RULES),
            "# The rules of `khihau pair`",
            "",
            "On one term in one passage, too, the finding of the rule that stands higher is told.",
            "",
            *_table(PAIR_RULES),
        )
    )


def _table(rules: Sequence[Documented]) -> Iterator[str]:
    yield "| rule | by itself | finds |"
    yield "|---|---|---|"
    for rule in rules:
        yield f"| [{rule.name}]({rule.name}.md) | {severity_of(rule.name)} | {rule.summary} |"
    yield ""


def _page(rule: Documented) -> Iterator[str]:
    told = documentation(rule)
    yield f"# {rule.name}"
    yield ""
    yield told.title
    yield ""
    yield told.body
    yield ""
    if "¶" in told.body:
        yield "¶ stands for a blank line."
        yield ""
    yield "## How gravely it is told"
    yield ""
    yield from profile_table(rows_of(rule.name))
    yield ""
    yield "## How to silence it"
    yield ""
    yield from _silencing(rule)


def _silencing(rule: Documented) -> Iterator[str]:
    name = rule.name
    command, document = ("pair", "translation") if rule in PAIR_RULES else ("check", "document")
    if name == UNUSED_SILENCER:
        yield f"No comment silences it. `khihau check --ignore {name}` leaves it out of one run."
        yield "In `khihau.toml`:"
    else:
        end, concept = (";", "[concept]") if rule.has_concepts else (":", "")
        yield f"In the {document}, before the paragraph, heading, item or table row that is to be left alone{end}"
        if concept:
            yield "the concept may be left out:"
        yield ""
        yield "```markdown"
        yield f"<!-- khihau: ignore {name}{concept} -->"
        yield "```"
        yield ""
        yield f"For a whole {document} write `ignore-file` in place of `ignore`."
        yield f"`khihau {command} --ignore {name}` leaves it out of one run."
        yield "In `khihau.toml`, for all documents or some:"
    yield ""
    yield "```toml"
    yield f'ignore = ["{name}"]'
    yield ""
    yield "[per-file-ignores]"
    yield f'"archive/" = ["{name}"]'
    yield "```"
    yield ""
