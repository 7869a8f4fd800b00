/**
 * V8 lets its heap grow by a large factor before it collects. Next to an index of hundreds of megabytes that is garbage of
 * the same size: a replay of 3 million lines takes 357 MB, with growth by 20 % 247 MB in the same time (a fifth more
 * processor time, on the collector's threads). For a process of our own only, never inside the editor's.
 */
import { setFlagsFromString } from 'node:v8';

/** To be called before anything large is made. */
export const growHeapSlowly = (): void => setFlagsFromString('--heap-growing-percent=20');
