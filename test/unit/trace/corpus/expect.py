#!/usr/bin/env python3
"""Derive what the logs of this folder hold: FILE.expected.json for each, to test the product's reader against.

Independent of that reader on purpose, and simpler: it is told by recipes.txt which options a log was recorded with, so it
knows what stands before each event, where the reader has to find out. Facts, with lines counted from 1:

  lines         physical lines
  calls         calls that began in the file, or whose end alone is in it
  errnos        how many results are "-1 NAME", by name (injected ones too)
  injected      how many results say INJECTED
  memoryCalls   calls of the memory family with a result, in order: line of the result, pid (null where the log shows none),
                name, result as printed (without -T's time)
  unnamed       the same for syscall_0x...
  signals       line, name        ends   line, pid, "exited 3" | "killed SIGTERM" | "superseded 123" | "detached" | "pid changed to 123"
  modes         lines that note a change of personality
  frames, dumps stack frames of -k; lines of -e read/write dumps
"""
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
MEMORY = set(
    """brk mmap mmap2 munmap mremap mprotect pkey_mprotect madvise mlock mlock2 munlock mlockall munlockall
    remap_file_pages shmat shmdt msync mincore""".split()
)


def leader(options, where):
    """The pattern of what stands before an event, from the recording options (strace.c: printleader)."""
    comm = r"(?:<[^>]*>)?" if "-Y" in options or "comm" in options else ""
    parts = []
    if "-f" in options.split():
        if where.endswith("file") or where in ("attach", "detach"):
            parts.append(rf"(?P<pid>\d+){comm} +")
        else:
            parts.append(rf"(?:\[pid +(?P<pid>\d+){comm}\] )?")
    absolute = {"-t": r"\d\d:\d\d:\d\d ", "-tt": r"\d\d:\d\d:\d\d\.\d{6} ", "-ttt": r"\d+\.\d{6} "}
    timed = next((absolute[word] for word in options.split() if word in absolute), None)
    if "format:unix,precision:ns" in options:
        timed = r"\d+\.\d{9} "
    if "format:unix,precision:s" in options:
        timed = r"\d+ "
    if timed:
        parts.append(timed)
    if "-r" in options.split() or "--relative" in options:
        parts.append(r"\(\+ +\d+\.\d+\) " if timed else r" +\d+\.\d+ ")
    if "-n" in options.split():
        parts.append(r"\[ *\d+\] ")
    if "-i" in options.split():
        parts.append(r"\[[0-9a-f?]+\] ")
    return re.compile("".join(parts))


WHOLE = re.compile(r"([a-z_][a-z0-9_]*)\((.*)\)\s+= (.*)$", re.S)
RESUMED = re.compile(r"<\.\.\. ([a-z_][a-z0-9_]*) resumed>.*\)\s+= (.*)$")
BEGUN = re.compile(r"([a-z_][a-z0-9_]*)\(")
SIGNAL = re.compile(r"--- (SIG[A-Z0-9_]+) .*---$")
END = re.compile(r"\+\+\+ (.*) \+\+\+$")
MODE = re.compile(r"\[ Process PID=\d+ runs in \S+( bit)? mode\. \]$")


def facts(text, options="", where="file"):
    text = text.replace("\r\n", "\n")
    if "--color" in options:
        text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    before = leader(options, where)
    calls = injected = frames = dumps = 0
    errnos, memory, unnamed, signals, ends, modes = Counter(), [], [], [], [], []
    begun = {}  # pid -> name of its unfinished call
    cut = None  # (pid, name) of a call that something else was printed into

    def result(number, pid, name, shown):
        nonlocal injected
        if "-T" in options.split() or "--syscall-times" in options:
            shown = re.sub(r" <[\d.]+>$", "", shown)
        failed = re.match(r"-1 ([A-Z][A-Z0-9_]*)", shown)
        if failed:
            errnos[failed[1]] += 1
        injected += "(INJECTED" in shown
        row = {"line": number, "pid": pid, "name": name, "result": shown}
        if name in MEMORY:
            memory.append(row)
        elif name.startswith("syscall_"):
            unnamed.append(row)

    for number, line in enumerate(lines, 1):
        if line.startswith("% time") or line.startswith("  ______"):
            break  # the table of -C, the picture of --tips: the rest is no log
        if line.startswith(" > "):
            frames += 1
            continue
        if line.startswith(" | ") or line.startswith(" * "):
            dumps += 1
            continue
        if MODE.match(line):
            modes.append(number)
            continue
        found = before.match(line)
        rest = line[found.end() :] if found else line
        pid = int(found["pid"]) if found and "pid" in before.groupindex and found["pid"] else None
        left = re.search(r"<(detached|pid changed to \d+) \.\.\.>$", rest)
        if cut and not BEGUN.match(rest) and not rest.startswith("<... "):
            tail = re.search(r"\)\s+= (.*)$", rest)
            if tail:
                result(number, *cut, tail[1])
                cut = None
            elif rest.endswith("<unfinished ...>"):
                begun[cut[0]] = cut[1]
                cut = None
            elif left:
                ends.append({"line": number, "pid": cut[0], "how": left[1]})
                cut = None
            continue
        signal, end, resumed = SIGNAL.match(rest), END.match(rest), RESUMED.match(rest)
        if signal:
            signals.append({"line": number, "name": signal[1]})
        elif end:
            how = re.sub(r"^exited with |^killed by |^superseded by execve in pid ", lambda m: m[0].split()[0] + " ", end[1])
            ends.append({"line": number, "pid": pid, "how": how})
            replaced = re.match(r"superseded by execve in pid (\d+)", end[1])
            if replaced:  # the new leader's execve ends under the old leader's pid
                begun[pid] = begun.pop(int(replaced[1]), None)
        elif rest.startswith("--- stopped by "):
            pass
        elif resumed:
            owner = pid if pid in begun else next((p for p in begun if begun[p] == resumed[1]), None)
            if begun.pop(owner, None) != resumed[1]:
                calls += 1  # its beginning is in another file
            result(number, pid, resumed[1], resumed[2])
        elif BEGUN.match(rest):
            calls += 1
            name = BEGUN.match(rest)[1]
            whole = WHOLE.match(rest)
            if rest.endswith("<unfinished ...>"):
                begun[pid] = name
            elif left:
                ends.append({"line": number, "pid": pid, "how": left[1]})
            elif whole:
                result(number, pid, name, whole[3])
            else:
                cut = (pid, name)
    return {
        "lines": len(lines),
        "calls": calls,
        "errnos": dict(sorted(errnos.items())),
        "injected": injected,
        "memoryCalls": memory,
        "unnamed": unnamed,
        "signals": signals,
        "ends": ends,
        "modes": modes,
        "frames": frames,
        "dumps": dumps,
    }


def write(path, data):
    """JSON as prettier leaves it: one row a line where it fits."""

    def show(value):
        if isinstance(value, dict):
            return "{ " + ", ".join(f"{json.dumps(k)}: {show(v)}" for k, v in value.items()) + " }" if value else "{}"
        return json.dumps(value, ensure_ascii=False)

    out = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            out.append(f"  {json.dumps(key)}: [\n" + ",\n".join("    " + show(row) for row in value) + "\n  ]")
        else:
            out.append(f"  {json.dumps(key)}: {show(value)}")
    path.write_text("{\n" + ",\n".join(out) + "\n}\n")


def read(path):
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return data.decode("utf-8", "surrogateescape")


def recipes():
    for row in (HERE / "recipes.txt").read_text().splitlines():
        if row and not row.startswith("#"):
            yield [part.strip() for part in row.split("|")]


def main():
    told = {name: (where.removeprefix("copied-"), program, options) for name, where, program, options in recipes()}
    told["crlf"] = told["follow-file"]
    told["gzip"] = told["follow-stderr"]
    told["truncated"] = told["follow-file"]
    told["merged"] = ("file", "family", "-f -ttt")
    for path in sorted([*HERE.glob("*.strace"), *HERE.glob("*.strace.gz"), *HERE.glob("*.strace.[0-9]*")]):
        if path.suffix == ".json":
            continue
        name = re.sub(r"\.strace(\.gz|\.\d+)?$", "", path.name)
        if name not in told:
            continue  # pasted and documented forms have their own tables
        where, program, options = told[name]
        data = {"recorded": " ".join(f"strace {options}".split()), "to": where, **facts(read(path), options, where)}
        write(path.with_name(path.name + ".expected.json"), data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
