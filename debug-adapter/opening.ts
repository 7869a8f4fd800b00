/**
 * From what a person named to a timeline: finds the bytes, reads them in slices, and turns what is wrong with them into
 * words. Used by the session and by the command-line tool.
 */
import { parseKernelVersion } from '../model/kernel/versions';
import { parseMapsFile } from '../model/memory/maps-snapshot';
import type { Architecture } from '../model/process/world';
import { buildTimeline } from '../model/timeline/build-timeline';
import type { MachineOptions } from '../model/timeline/machine-evidence';
import type { Timeline } from '../model/timeline/timeline';
import { SourceError } from '../model/trace/byte-source';
import type { Recording } from '../model/trace/recording';
import { errors, wordsOf } from './errors';
import type { UserError } from './errors';
import type { Message } from '../model/why/message-shape';
import { looksLikeWords } from './words/english/looks-like';
import { tell, verbatim } from './words/tell';
import type { OpenedSources, SessionHost } from './session-host';
import { Slices } from './running/slices';
import { snapshotNotes } from './snapshot-notes';

export interface Opening {
  readonly program: string;
  readonly maps?: string | undefined;
  readonly kernel?: string | undefined;
  readonly architecture?: string | undefined;
  /** Bytes: 4096, 16384 or 65536. */
  readonly pageSize?: number | undefined;
  /** vm.max_map_count */
  readonly maxMapCount?: number | undefined;
}

export interface Opened {
  readonly sources: OpenedSources;
  readonly timeline: Timeline;
  /** What the person should know of how it was read. */
  readonly notes: readonly Message[];
}

const architectures: readonly Architecture[] = ['x86-64', 'i386', 'x32', 'arm64', 'arm', 'riscv64'];

/** `report` hears the share of bytes read, 0 to 1. Sources are closed again when it fails. */
export async function open(
  host: SessionHost,
  opening: Opening,
  signal: AbortSignal,
  report: (share: number, events: number) => void,
): Promise<Opened> {
  const machine = machineOf(opening);
  const sources = await host.openSources(opening.program, opening.maps, signal);
  try {
    const slices = new Slices(host, signal);
    const maps = sources.maps && parseMapsFile(sources.maps.text);
    const timeline = await buildTimeline(
      sources.logs.map(({ bytes, tid }) => ({ source: bytes, ...(tid === undefined ? {} : { tid }) })),
      {
        machine,
        ...(maps === undefined ? {} : { snapshots: maps.snapshots }),
        pacer: {
          due: slices.due,
          pause: async ({ bytes, ofBytes, events }) => {
            report(ofBytes === 0 ? 1 : bytes / ofBytes, events);
            await slices.breathe();
          },
        },
      },
    );
    refuseWhatIsNoLog(timeline.recording, opening.program);
    const notes = [
      ...sources.notes,
      ...orderNotes(timeline.recording),
      ...snapshotNotes(sources.maps?.name ?? '', maps, timeline),
    ];
    return { sources, timeline, notes };
  } catch (thrown) {
    sources.close();
    throw thrown instanceof SourceError ? errors.readFailed(wordsOf(thrown)) : thrown;
  }
}

const PAGE_SIZES: readonly number[] = [4096, 16384, 65536];

/** @throws UserError for what cannot be meant. */
function machineOf(opening: Opening): MachineOptions {
  const { kernel, architecture, pageSize, maxMapCount } = opening;
  const version = kernel === undefined ? undefined : parseKernelVersion(kernel);
  if (kernel !== undefined && version === undefined) throw errors.badKernel(kernel);
  const known = architectures.find((name) => name === architecture);
  if (architecture !== undefined && known === undefined) {
    throw errors.badArchitecture(architecture, architectures.join(', '));
  }
  if (pageSize !== undefined && !PAGE_SIZES.includes(pageSize)) throw errors.badPageSize(pageSize);
  if (maxMapCount !== undefined && !(Number.isSafeInteger(maxMapCount) && maxMapCount > 0))
    throw errors.badMapCount(maxMapCount);
  return {
    ...(version === undefined ? {} : { kernel: version }),
    ...(known === undefined ? {} : { architecture: known }),
    ...(pageSize === undefined ? {} : { pageSize: BigInt(pageSize) }),
    ...(maxMapCount === undefined ? {} : { maxMapCount }),
  };
}

/** Files without times: threads of one process are then shown one after the other, which is not what happened. */
const orderNotes = ({ survey }: Recording): readonly Message[] =>
  survey.order === 'none' ? [tell('order.none')] : [];

function refuseWhatIsNoLog({ survey }: Recording, program: string): void {
  if (survey.verdict === 'empty') throw errors.empty(program);
  if (survey.verdict === 'not-strace') throw notStrace(program, survey);
}

function notStrace(program: string, survey: Recording['survey']): UserError {
  const [first] = survey.firstUnparsed;
  const where = first
    ? tell('error.first-unknown-line', {
        line: first.line,
        text: JSON.stringify(first.text.slice(0, 120)),
      })
    : tell('error.give-the-log');
  return errors.notStrace(program, likeness(survey.looksLike ?? 'something else'), where);
}

/** The model says it in one English phrase. */
function likeness(phrase: string): Message {
  const found = Object.entries(looksLikeWords).find(([, words]) => words === phrase);
  return found === undefined ? verbatim(phrase) : { key: found[0], values: {} };
}
