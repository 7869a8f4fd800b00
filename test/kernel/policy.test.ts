/**
 * Memory policies, userfaultfd, memory files and their seals, and prctl's options on memory: what the live kernel answers,
 * and the VMAs and VmLck that it is left with.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LivePolicy } from './policy/live-policy';

let live: LivePolicy;
beforeAll(() => {
  live = new LivePolicy();
});
afterAll(() => live.remove());

/** The least number of marks, the checks by which the kernel refuses calls, and those that no log can answer. */
const scenarios: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
  [
    'mempolicy',
    60,
    [
      'get-mempolicy.address-without-flag',
      'get-mempolicy.flags-conflict',
      'get-mempolicy.mask-too-short',
      'get-mempolicy.page-unusable',
      'get-mempolicy.pointer-not-writable',
      'get-mempolicy.unknown-flags',
      'get-mempolicy.unmapped',
      'home-node.address-misaligned',
      'home-node.no-policy',
      'home-node.no-such-node',
      'home-node.other-policy',
      'home-node.range-wraps',
      'home-node.unknown-flags',
      'mbind.address-misaligned',
      'mbind.range-wraps',
      'mbind.unknown-flags',
      'mbind.unmapped',
      'mempolicy.flags-conflict',
      'mempolicy.mask-unreadable',
      'mempolicy.nodes-not-fitting',
      'mempolicy.too-many-nodes',
      'mempolicy.unknown-mode',
      'move-pages.list-unreadable',
      'move-pages.status-not-writable',
      'move-pages.unknown-flags',
    ],
    // Nodes beyond the first, and the policy of the task.
    ['get-mempolicy.no-next-node', 'mempolicy.no-such-node'],
  ],
  [
    'userfault',
    50,
    [
      'userfault.bad-range',
      'userfault.fd-not-open',
      'userfault.not-registered',
      'userfault.not-started',
      'userfault.other-file',
      'userfault.page-present',
      'userfault.registered-by-other',
      'userfault.source-unreadable',
      'userfault.started-twice',
      'userfault.structure-unreadable',
      'userfault.unknown-features',
      'userfault.unknown-fill-mode',
      'userfault.unknown-register-mode',
      'userfault.unknown-version',
      'userfault.unmapped',
      'userfault.unregistered-by-other',
      'userfault.wrong-kind',
      'userfaultfd.unknown-flags',
    ],
    // A file opened under a name may be of any kind, and a mapped one lie on a tmpfs.
    ['userfault.other-file', 'userfault.wrong-kind'],
  ],
  [
    'seals',
    40,
    [
      'memfd-create.exec-and-noexec',
      'memfd-create.huge-page-size',
      'memfd-create.name-unreadable',
      'memfd-create.unknown-flags',
      'memfd-secret.unknown-flags',
      'mmap.memfd-sealed',
      'mprotect.not-permitted',
      'seals.fd-not-open',
      'seals.mapped-writable',
      'seals.not-open-for-writing',
      'seals.not-sealable',
      'seals.sealed',
      'seals.unknown',
    ],
    // strace shows the first bytes of a long name.
    ['memfd-create.name-too-long'],
  ],
  [
    'modes',
    30,
    [
      'mmap.write-and-execute-denied',
      'mprotect.write-and-execute-denied',
      'prctl.arguments-not-zero',
      'prctl.huge-page-flags',
      'prctl.write-execute-bits',
      'prctl.write-execute-denied-for-good',
    ],
    [],
  ],
  ['merging', 14, ['prctl.arguments-not-zero'], []],
  [
    'others',
    18,
    [
      'anon-name.unknown-operation',
      'mbind.not-permitted',
      'move-pages.not-permitted',
      'set-mm.arguments-not-zero',
      'set-mm.not-permitted',
      'userfault.fork-not-permitted',
    ],
    // What the kernel was built with, and a setting of the machine.
    ['anon-name.not-built-in', 'shadow-stack.not-built-in', 'userfaultfd.not-permitted'],
  ],
];

describe('as the live kernel does', () => {
  test.each(scenarios)('%s', async (scenario, least, refusedBy, openAt) => {
    const { differences, open, refused, marks } = await live.run(scenario);
    expect(differences).toEqual([]);
    expect(marks).toBeGreaterThanOrEqual(least);
    expect([...refused.keys()]).toEqual(expect.arrayContaining([...refusedBy]));
    expect([...open.keys()].filter((id) => !openAt.includes(id))).toEqual([]);
  });
});
