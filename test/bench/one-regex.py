# The yardstick: what a person writes who wants the calls of a log. One regular expression a line, results counted.
import re, sys, time

line_of = re.compile(rb"(?:(\d+) )?(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*?)(?:\) += (-?\w+)(?: (E[A-Z]+))?.*)?$")
calls = {}
with open(sys.argv[1], "rb") as log:
    for line in log:
        found = line_of.match(line)
        if found:
            key = (found[2], found[5])
            calls[key] = calls.get(key, 0) + 1
print(sum(calls.values()))
# Seconds of the processor, for a machine that is shared.
print(time.process_time())
