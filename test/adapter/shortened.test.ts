import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NodeHost } from '../../debug-adapter/host/node-host';
import { open } from '../../debug-adapter/opening';

const line = 'brk(NULL) = 0x555555579000\n';

describe('a log that somebody cuts while it is read', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pagewalk-shortened-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is refused with what happened, not shown as a shorter log', async () => {
    const program = join(folder, 'cut.strace');
    writeFileSync(program, line.repeat(200_000));
    let reports = 0;
    const opening = open(new NodeHost(), { program }, new AbortController().signal, () => {
      reports += 1;
      if (reports === 1) truncateSync(program, 1000);
    });
    await expect(opening).rejects.toThrow(/became shorter while it was read: it had 5400000 bytes/);
  });
});
