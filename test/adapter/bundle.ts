import { resolve } from 'node:path';

/** The program that the tests run. */
export const bundle = resolve('.cache/adapter-test/pagewalk.js');

export const samples = resolve('samples/logs');

/**
 * Recordings that stay as they are, with the line numbers and tids that tests and golden files speak of: samples may be
 * recorded anew.
 */
export const logs = resolve('test/adapter/logs');
export const recorded = (name: string): string => resolve(logs, `${name}.strace`);

/** The two files of `strace -ff -ttt -o forked.strace ./stacks`: a parent, and the child it forks. */
export const forked = resolve(logs, 'forked.strace');
