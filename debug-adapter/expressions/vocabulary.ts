/**
 * The words that expressions know, for completion and for refusing misspelt ones.
 */
import type { Candidate, Vocabulary } from '../../model/query/candidates';
import { eventNames as callNames } from '../breakpoints/event-names';
import { memoryClass } from '../breakpoints/memory-class';
import { argumentNames } from '../presentation/argument-names';
import type { Replay } from '../replay';
import { eventNames } from './event-values';
import { stateFunctions, stateNames, vmaMemberNames } from './state-values';
import { textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';

export const isKnownName = (name: string): boolean =>
  eventNames.has(name) || stateNames.has(name) || stateFunctions.has(name);

const namesIn = (language: SpokenLanguage): readonly Candidate[] => [
  ...[...eventNames, ...stateNames].map(([text, { detail }]): Candidate => ({
    text,
    kind: 'name',
    detail: textOf(detail, language),
  })),
  ...[...stateFunctions].map(([text, { detail }]): Candidate => ({
    text,
    kind: 'function',
    detail: textOf(detail, language),
  })),
];

const members = (all: readonly string[]): readonly Candidate[] =>
  all.map((text) => ({ text, kind: 'member' }));

const errnos = [
  'EACCES',
  'EAGAIN',
  'EBADF',
  'EEXIST',
  'EFAULT',
  'EINTR',
  'EINVAL',
  'ENODEV',
  'ENOENT',
  'ENOMEM',
  'EOVERFLOW',
  'EPERM',
];

export const vocabularyFor = (replay: Replay | undefined, language: SpokenLanguage): Vocabulary => ({
  names: namesIn(language),
  members: ([first]) =>
    first === 'arg'
      ? members(argumentNames)
      : first === 'vma'
        ? members(vmaMemberNames)
        : first === 'limits'
          ? members(['MEMLOCK', 'AS', 'DATA', 'STACK'])
          : [],
  values: (name) => {
    const values =
      name === 'errno'
        ? errnos
        : name === 'call'
          ? [...(replay ? callNames(replay.recording) : memoryClass)].filter(
              (word) => !word.startsWith('SIG'),
            )
          : name === 'agreement'
            ? ['agrees', 'differs', 'open', 'none']
            : [];
    return values.map((text) => ({ text, kind: 'value' }));
  },
});
