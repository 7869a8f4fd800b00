/** docs/rules.md: every check of every call, made from the rules, the tests and the samples. */
import { allRules } from '../../model/kernel/rules';
import { formatKernelVersion, MEASURED_KERNEL } from '../../model/kernel/versions';
import { textOf } from '../../model/why/message';
import { sourceInWords } from '../../model/why/source-in-words';
import { effects } from './effects';
import { kernelsInWords } from './kernels';
import { sectionsOf, type Row, type Section } from './sections';
import { samplesByCheck, testsByCheck, type SampleLine } from './shown-by';

interface Shown {
  readonly tests: ReadonlyMap<string, readonly string[]>;
  readonly samples: ReadonlyMap<string, readonly SampleLine[]>;
}

export async function rulesPage(repository: string): Promise<string> {
  const sections = sectionsOf(allRules);
  const shown = { tests: testsByCheck(repository), samples: await samplesByCheck(repository) };
  return [
    introduction(sections),
    '<!-- prettier-ignore-start -->',
    ...indexOf(sections),
    ...sectionTexts(sections, shown),
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}

const introduction = (sections: readonly Section[]): string => {
  const ids = new Set(sections.flatMap(({ rows }) => rows.map(({ id }) => id)));
  return `# Rules

Every check of every call that Pagewalk judges: ${ids.size} checks of ${allRules.length} calls. Made by \`npm run rules\` from the rules in
\`model/kernel/\`; not to be edited.

- Checks stand in the order in which Linux ${formatKernelVersion(MEASURED_KERNEL)} makes them: the first that fails decides. Those without a number
  are of other kernels; where the order was another one, the rules know it.
- \`old-break\` is what brk answers instead of an error. _Kernels_: the mainline releases that have the check.
- _Shown by_: test files that break the check, and lines of [samples](../samples/README.md) that fail by it.
- \`pagewalk explain\` names checks by these ids, and each can be linked: \`docs/rules.md#mremap.unmapped\`.
`;
};

function* indexOf(sections: readonly Section[]): Iterable<string> {
  yield '## Calls';
  yield '';
  yield sections.map(({ calls }) => `[${calls.join(', ')}](#${anchorOf(calls[0])})`).join(' · ');
  yield '';
  yield '## Answers';
  yield '';
  yield '| errno | checks |';
  yield '| --- | --- |';
  const byErrno = new Map<string, Set<string>>();
  for (const { rows } of sections)
    for (const { errno, id } of rows) byErrno.set(errno, (byErrno.get(errno) ?? new Set<string>()).add(id));
  for (const [errno, ids] of [...byErrno].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield `| ${errno} | ${[...ids].map((id) => `[${id}](#${id})`).join(', ')} |`;
  yield '';
}

/** What GitHub makes of the heading's words is not what an id is: sections have anchors of their own. */
const anchorOf = (call: string): string => `call-${call}`;

function* sectionTexts(sections: readonly Section[], shown: Shown): Iterable<string> {
  const anchored = new Set<string>();
  for (const { calls, rows } of sections) {
    yield `<a id="${anchorOf(calls[0])}"></a>`;
    yield '';
    yield `## ${calls.join(', ')}`;
    yield '';
    for (const { call } of allRules.filter((rule) => calls.includes(rule.call))) {
      yield `- \`${call}\`: ${effects[call]}`;
    }
    yield '';
    if (rows.length === 0) {
      yield 'There is nothing that it could fail by.';
      yield '';
      continue;
    }
    yield '|  | check | the kernel demands that | errno | kernels | source | shown by |';
    yield '| ---: | --- | --- | --- | --- | --- | --- |';
    for (const row of rows) {
      const first = !anchored.has(row.id);
      anchored.add(row.id);
      yield tableRow(row, first, shown);
    }
    yield '';
  }
}

function tableRow(row: Row, first: boolean, { tests, samples }: Shown): string {
  const cells = [
    row.place === undefined ? '' : String(row.place),
    first ? `<a id="${row.id}"></a>\`${row.id}\`` : `\`${row.id}\``,
    row.demand,
    row.errno,
    row.kernels.map(kernelsInWords).join('; '),
    row.sources.map((source) => textOf(sourceInWords(source))).join('<br>'),
    [...testLinks(tests.get(row.id) ?? []), ...sampleLinks(samples.get(row.id) ?? [])].join(', '),
  ];
  return `| ${cells.map(escaped).join(' | ')} |`;
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');

const testLinks = (files: readonly string[]): readonly string[] =>
  files.map((file) => `[${file.replace(/^test\/(unit\/)?/, '').replace(/(\.test)?\.ts$/, '')}](../${file})`);

/** A sample once, with its lines. */
function sampleLinks(lines: readonly SampleLine[]): readonly string[] {
  const bySample = new Map<string, number[]>();
  for (const { sample, line } of lines) bySample.set(sample, [...(bySample.get(sample) ?? []), line]);
  return [...bySample].map(
    ([sample, at]) => `[${sample}](../samples/logs/${sample}.strace) line ${at.join(', ')}`,
  );
}
