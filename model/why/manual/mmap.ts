/** mmap(2). The page of 1996 knows six errors and takes two more from System V; the page of today knows eleven. */
import type { CallManual } from './generation';
import { mmapLimits } from './mmap-limits';
import { mmapMistakes } from './mmap-mistakes';

export const mmapManual: CallManual = { call: 'mmap', statements: [...mmapMistakes, ...mmapLimits] };
