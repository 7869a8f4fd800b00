/**
 * The whole collection: recorded on the live kernel, explained, and held against what is known.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collection, type KnownCase } from './collection';
import { explained } from './explained';
import { judged, type Judged } from './judged';
import { formNames, hasForm, recorded, type Form, type Recorded } from './recorded';
import type { Marked } from './marked-lines';

export interface Held extends Judged {
  readonly known: KnownCase;
  readonly form: Form;
  readonly marked: Marked;
}

export interface Wanted {
  readonly forms?: readonly Form[];
  readonly only?: (known: KnownCase) => boolean;
  /** A folder that exists and stays: for whoever wants to look at the logs. */
  readonly keep?: string | undefined;
}

/** How many run at once: each is two processes that wait for each other. */
const AT_ONCE = 4;

/** @throws where a call did not fail as its case says: then it is the collection that is wrong. */
export async function heldAgainst(sources: string, wanted: Wanted = {}): Promise<readonly Held[]> {
  const folder = wanted.keep ?? mkdtempSync(join(tmpdir(), 'pagewalk-known-causes-'));
  // Programs of another user run there.
  chmodSync(folder, 0o755);
  try {
    const again = join(folder, 'again');
    mkdirSync(again, { recursive: true });
    chmodSync(again, 0o755);
    const all = collection(folder, sources);
    const cases = all.cases.filter(wanted.only ?? (() => true));
    const jobs = (wanted.forms ?? formNames).flatMap((form) =>
      cases.filter((known) => hasForm(known, form)).map((known) => ({ known, form })),
    );
    const held: Held[] = [];
    const wrong: string[] = [];
    const waiting = jobs[Symbol.iterator]();
    const work = async (): Promise<void> => {
      for (const { known, form } of waiting) {
        const first = await recorded(all, known, form, folder);
        // The call that fails is not in every log of that form.
        if (form === 'memory calls' && !isAsSaid(known, first)) continue;
        // A busy machine can keep a program from its call until its time is over.
        const found = isAsSaid(known, first) ? first : await recorded(all, known, form, again);
        if (!isAsSaid(known, found)) {
          wrong.push(
            `${known.name} (${form}): ${found.marked?.failing.text ?? 'it did not come to the call'}`,
          );
          continue;
        }
        const { trace, marked } = found;
        held.push({ known, form, marked, ...(await heldOf(trace, known, marked)) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (wrong.length > 0) throw new Error(`cases that fail otherwise than they say:\n${wrong.join('\n')}`);
    return held;
  } finally {
    if (wanted.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function heldOf(trace: string, known: KnownCase, marked: Marked): Promise<Judged> {
  try {
    return judged(known, marked, await explained(trace));
  } catch (error) {
    return { misses: ['broke down'], said: undefined, answer: String(error) };
  }
}

const isAsSaid = (known: KnownCase, log: Recorded): log is Recorded & { readonly marked: Marked } =>
  log.marked !== undefined && failsAsSaid(known, log.marked);

function failsAsSaid({ answer }: KnownCase, { failing: { text } }: Marked): boolean {
  if (answer.startsWith('SIG')) return text.includes(answer);
  return answer === '' ? !text.includes('= -1 ') : text.includes(` = -1 ${answer} `);
}
