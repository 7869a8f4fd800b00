/**
 * Whether a log would show a file being opened: one that was recorded with a filter (`-e trace=%memory`) may not.
 */
import type { Subject } from '../subject';
import { eventsNamed } from './earlier-calls';

/** What opens files; and what every program's start calls, which nobody asks strace for by name. */
const TELLING = ['openat', 'open', 'openat2', 'creat', 'set_tid_address', 'set_robust_list', 'rseq'];

export const showsOpenings = ({ timeline }: Subject): boolean =>
  TELLING.some((name) => eventsNamed(timeline.recording.events, name).length > 0);
