#!/usr/bin/env python3
"""Write the pasted-* logs: recordings of this folder as they come back in mails, bug reports and log collectors.

Each is made from a recorded log line by line, so what it holds is known without reading it again: the facts of its origin
(expect.py), with every line number moved to the line where that result or event begins in the paste. Where a wrap falls
inside a result its two parts are joined by one space.
"""
import html
import json
import re
import textwrap
from pathlib import Path

import expect

HERE = Path(__file__).parent


def plain(lines):
    return [[line] for line in lines]


def each(change):
    return lambda lines: [[change(line, number)] for number, line in enumerate(lines, 1)]


def wrapped(lines):
    """As a mail program breaks long lines: at spaces, before column 72."""
    return [textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""] for line in lines]


def wrapped_and_quoted(lines):
    return [[f"> {part}" for part in parts] for parts in wrapped(lines)]


def clock(number):
    return f"{7 + number // 600:02}:{number // 60 % 10:02}:{number % 60:02}"


# name -> (origin, lines before, how each line changes, lines after)
PASTES = {
    "pasted-quoted": ("follow-stderr", ["Hello,", "", "> Can you run it under strace, please?", "", "I did:", ""], each(lambda line, n: f"> > {line}"), ["", "Regards"]),
    "pasted-numbered-list": ("follow-stderr", [], each(lambda line, n: f"{n}.  {line}"), []),
    "pasted-cat-n": ("plain", [], each(lambda line, n: f"{n:6}\t{line}"), []),
    "pasted-fenced": ("follow-file", ["### Steps to reproduce", "", "Run `strace -f -o log ./family` and look at the end:", "", "```console"], plain, ["```", "", "Expected: no error."]),
    "pasted-indented": ("follow-file", ["The log:", ""], each(lambda line, n: f"    {line}"), ["", "So much for that."]),
    "pasted-wrapped": ("plain", [], wrapped, []),
    "pasted-wrapped-follow": ("follow-file", [], wrapped, []),
    "pasted-wrapped-quoted": ("follow-file", ["On Saturday somebody wrote:", ">"], wrapped_and_quoted, [">", "What does ulimit -l say?"]),
    "pasted-html": ("follow-stderr", [], each(lambda line, n: html.escape(line)), []),
    "pasted-html-pre": ("follow-file", ["<pre><code>"], each(lambda line, n: html.escape(line, quote=False)), ["</code></pre>"]),
    "pasted-bold": ("plain", [], each(lambda line, n: f"**{line}**" if "ENOMEM" in line else line), []),
    "pasted-crlf-quoted": ("follow-file", [], each(lambda line, n: f"> {line}\r"), []),
    "pasted-syslog": ("follow-file", [], each(lambda line, n: f"Nov 21 {clock(n)} host tracer[812]: {line}"), []),
    "pasted-timestamped": ("follow-file", [], each(lambda line, n: f"2026-11-21T{clock(n)}.{n:03}Z {line}"), []),
    "pasted-ts": ("follow-stderr", [], each(lambda line, n: f"Nov 21 {clock(n)} {line}"), []),
    "pasted-container": ("follow-file", [], each(lambda line, n: f"2026-11-21T{clock(n)}.{n:09}Z stderr F {line}"), []),
    "pasted-byte-order-mark": ("plain", [], each(lambda line, n: "\ufeff" * (n == 1) + line), []),
    "pasted-trailing-blanks": ("follow-file", [], each(lambda line, n: line + " " * (n % 4)), []),
}


def result_part(parts):
    """Which of the parts of one event holds the first character of its result (or the event's mark)."""
    joined = 0
    at = len(" ".join(parts))
    end = re.search(r"\)\s+= (?!.*\)\s+= )", " ".join(parts))
    if end:
        at = end.end()
    for index, part in enumerate(parts):
        joined += len(part) + 1
        if at < joined:
            return index
    return 0


def main():
    told = {name: (where.removeprefix("copied-"), program, options) for name, where, program, options in expect.recipes()}
    for name, (origin, before, change, after) in PASTES.items():
        where, _, options = told[origin]
        text = expect.read(HERE / f"{origin}.strace")
        source = text.removesuffix("\n").split("\n")
        events = change(source)
        bare = wrapped(source) if change in (wrapped, wrapped_and_quoted) else plain(source)
        first, result, at = {}, {}, len(before) + 1
        for number, parts in enumerate(events, 1):
            first[number] = at
            result[number] = at + result_part(bare[number - 1])
            at += len(parts)
        lines = [*before, *(part for parts in events for part in parts), *after]
        (HERE / f"{name}.strace").write_text("\n".join(lines) + "\n")

        facts = expect.facts(text, options, where)
        for key in ("memoryCalls", "unnamed"):
            for row in facts[key]:
                row["line"] = result[row["line"]]
        for key in ("signals", "ends"):
            for row in facts[key]:
                row["line"] = first[row["line"]]
        facts["modes"] = [first[line] for line in facts["modes"]]
        facts["lines"] = len(lines)
        data = {"recorded": f"{origin}.strace, pasted", "to": where, **facts}
        expect.write(HERE / f"{name}.strace.expected.json", data)


if __name__ == "__main__":
    main()
