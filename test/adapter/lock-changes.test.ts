import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockChangesBody } from '../../debug-adapter/protocol/panel';
import { Client } from './client';

describe('pagewalk/lockChanges', () => {
  let client: Client;
  let folder: string;
  beforeEach(() => {
    client = Client.spawn();
    folder = mkdtempSync(join(tmpdir(), 'pagewalk-test-'));
  });
  afterEach(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });

  const written = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('names the lines that changed what is locked, or its limit', async () => {
    await client.start({ program: resolve('samples/logs/mremap-eagain.strace') });
    const { changes, leftOut } = await client.get<LockChangesBody>('pagewalk/lockChanges', {});
    const said = changes.map(
      ({ by, lockedKb, limitKb }) =>
        `${by === null ? 'from the beginning' : `${by.line} ${by.what}`}: ${lockedKb} of ${limitKb}`,
    );
    expect(leftOut).toBe(0);
    expect(said).toEqual([
      'from the beginning: null of null',
      '1 execve: 0 of null',
      '15 prlimit64: 0 of 64',
      '19 mlock: 48 of 64',
      '21 mremap: 64 of 64',
      '23 munlock: 0 of 64',
      '25 exit_group: null of 64',
    ]);
  });

  it('tells what a line shows from what it does: a snapshot finds memory locked', async () => {
    await client.start({
      program: written(
        'attached.strace',
        'munmap(0x7f0000004000, 4096) = 0\ngetpid() = 7\nmunlock(0x7f0000000000, 8192) = 0\n',
      ),
      maps: written(
        'attached.maps',
        '# after line 1\n7f0000000000-7f0000002000 rw-p 00000000 00:00 0 \nSize: 8 kB\nVmFlags: rd wr mr mw me lo ac \n',
      ),
    });
    const { changes } = await client.get<LockChangesBody>('pagewalk/lockChanges', {});
    expect(changes.map(({ by, lockedKb }) => [by?.line, by?.how, lockedKb])).toEqual([
      [undefined, undefined, null],
      [2, 'showed', 8],
      [3, 'did', 0],
    ]);
  });
});
