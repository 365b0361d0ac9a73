"""The page of each rule: its documentation as Markdown, made of its module's docstring."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.rules import RULES
from khihau.rules.base import Rule
from khihau.rules.documentation import documentation

__all__ = ["index", "page"]


def page(rule: Rule) -> str:
    """What the rule finds, why, examples in three languages, its fix, and how to silence it."""
    return "\n".join(_page(rule))


def index() -> str:
    """The list of all rules, in order, each with a link to its page."""
    rows = (
        f"| [{rule.name}]({rule.name}.md) | {rule.severity} | {rule.summary} |" for rule in RULES
    )
    return "\n".join(
        (
            "# The rules of `khihau check`",
            "",
            "On the same words the finding of the rule that stands higher is the one that is told.",
            "",
            "| rule | severity | finds |",
            "|---|---|---|",
            *rows,
            "",
        )
    )


def _page(rule: Rule) -> Iterator[str]:
    told = documentation(rule)
    yield f"# {rule.name}"
    yield ""
    yield f"Severity: {rule.severity}{'' if rule.is_default else '; off unless it is selected'}."
    yield ""
    yield told.title
    yield ""
    yield told.body
    yield ""
    yield "## How to silence it"
    yield ""
    yield from _silencing(rule.name)


def _silencing(name: str) -> Iterator[str]:
    yield "In the document, before the paragraph, heading, item or table row that is to be left alone,"
    yield "with the concept in brackets or without it:"
    yield ""
    yield "```markdown"
    yield f"<!-- khihau: ignore {name}[concept] -->"
    yield "```"
    yield ""
    yield f"For a whole document write `ignore-file` in place of `ignore`; `khihau check --ignore {name}`"
    yield "leaves it out of one run, and in `khihau.toml`:"
    yield ""
    yield "```toml"
    yield f'ignore = ["{name}"]'
    yield ""
    yield "[per-file-ignores]"
    yield f'"archive/" = ["{name}"]'
    yield "```"
    yield ""
