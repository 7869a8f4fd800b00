import { describe, expect, test } from 'vitest';
import { fillTemplate, parseTemplate } from '../../../model/query/template';
import { textOf } from '../../../model/why/message';
import { scope } from './scope';

describe('a message with queries in braces', () => {
  test.each([
    ['mapped {length} bytes', 'mapped 2097152 bytes'],
    ['{call}({args[1]}) = {errno}', 'mmap(8192) = ENOMEM'],
    ['{{not a query}}', '{not a query}'],
    ['no query', 'no query'],
    ['', ''],
    ['{limit}', 'unknown: no line of the log shows RLIMIT_MEMLOCK'],
    ['{"a } in a text"}', 'a } in a text'],
    ["{'it\\'s }'}!", "it's }!"],
    ['{1}{2}', '12'],
  ])('%s', (text, shown) => {
    const parsed = parseTemplate(text);
    expect(parsed.ok && fillTemplate(parsed.template, scope)).toBe(shown);
  });

  test.each([
    ['a {length', 3, "The '{' is not closed; write '{{' for the character."],
    ['a } b', 3, "A '}' without '{'; write '}}' for the character."],
    ['at {length >}!', 13, 'The query ends where a value is expected.'],
    ['{}', 2, 'The query ends where a value is expected.'],
    ['{1} {a b}', 8, "'b' stands where an operator or the end is expected."],
  ])('%s', (text, column, message) => {
    const parsed = parseTemplate(text);
    expect(!parsed.ok && { column: parsed.error.column, message: textOf(parsed.error.message) }).toEqual({
      column,
      message,
    });
  });
});
