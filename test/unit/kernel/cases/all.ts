/** Every case that breaks a check, by the file that has it. */
import { askingCases } from './asking';
import type { Case } from './case';
import { heapAndSegmentCases } from './heap-and-segments';
import { memoryFileCases } from './memory-files';
import { mmapCases } from './mmap';
import { mremapCases } from './mremap';
import { policyCases } from './policy';
import { prctlCases } from './prctl';
import { processCases } from './process';
import { rangeCases } from './ranges';
import { userfaultCases } from './userfault';

export const casesByFile: ReadonlyMap<string, readonly Case[]> = new Map([
  ['mmap', mmapCases],
  ['ranges', rangeCases],
  ['mremap', mremapCases],
  ['heap-and-segments', heapAndSegmentCases],
  ['process', processCases],
  ['asking', askingCases],
  ['policy', policyCases],
  ['memory-files', memoryFileCases],
  ['userfault', userfaultCases],
  ['prctl', prctlCases],
]);

export const allCases: readonly Case[] = [...casesByFile.values()].flat();
