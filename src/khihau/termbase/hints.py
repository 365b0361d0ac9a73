"""What a TOML syntax error most likely means, for people who write TOML once a year."""

from __future__ import annotations

from khihau.text.regex import regex

__all__ = ["syntax_hint"]

_CURLY = "“”„‟‘’‚‛«»「」『』＂＇"
_CURLY_VALUE = regex(rf"=\s*\[?\s*[{_CURLY}]|[{_CURLY}]\s*\]?\s*$")
_PLAIN_DATE = regex(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}")
_CONFLICT = regex(r"(<<<<<<<|=======|>>>>>>>)")

# The parser's message (its start) -> the next step.
_BY_MESSAGE = (
    ("Unescaped '\\'", "write \\\\ for a backslash"),
    ("Unclosed array", "close the list with ], and put commas between its items"),
    ("Unclosed inline table", "close the table with }"),
    ("Unterminated string", "close the text with the quotes that opened it"),
    ("Illegal character '\\n'", 'close the text with " on the same line'),
    ("Cannot overwrite a value", "the key stands twice: is a [[label]] line missing above it?"),
    ("Expected '=' after a key", 'write key = "value"'),
    ("Invalid value", "put a text in straight quotes; true, false and dates go without"),
)


def syntax_hint(message: str, line: str, column: int) -> str:
    """Guess the next step from the parser's message, the line, and the column (from 1); or ""."""
    if _CONFLICT.match(line):
        return "a merge conflict is left in the file"
    if _CURLY_VALUE.search(line):
        return 'use straight quotes: "'
    if _PLAIN_DATE.search(line) and '"' not in line:
        return "write a date like 2024-12-31"
    stranger = line[column - 1 : column]
    if stranger and not stranger.isascii() and not stranger.isalpha():
        return f"a character that is no plain ASCII stands here (U+{ord(stranger):04X}); retype it"
    is_header = line.lstrip().startswith("[")
    if message.startswith(("Cannot declare", "Cannot overwrite a value")) and is_header:
        return "write [[label]] with two brackets each time"
    if message.startswith("Expected newline") and line.count('"') > 2:
        return 'write \\" for a quote inside a text, and one key a line'
    return next((hint for start, hint in _BY_MESSAGE if message.startswith(start)), "")
