/**
 * The session inside another program, as in the browser: no Node module may be reachable from it, and bytes in memory do.
 */
import { readFileSync } from 'node:fs';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { PagewalkSession } from '../../debug-adapter/session';
import type { SessionHost } from '../../debug-adapter/session-host';
import { recorded } from './bundle';

it('bundles for a browser without any Node module', async () => {
  const result = await build({
    entryPoints: ['debug-adapter/session.ts'],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const foreign = Object.keys(result.metafile.inputs).filter((path) => /node:|\/host\/|\/cli\//.test(path));
  expect(foreign).toEqual([]);
});

/** Bytes that somebody else has read. */
const memoryHost = (uri: string, bytes: Uint8Array): SessionHost => ({
  openSources: () =>
    Promise.resolve({
      logs: [
        {
          bytes: {
            name: uri,
            size: bytes.length,
            read: (offset, length) => bytes.subarray(offset, offset + length),
          },
          location: uri,
          tid: undefined,
        },
      ],
      maps: undefined,
      notes: [],
      changedFile: () => Promise.resolve(undefined),
      close: () => undefined,
    }),
  breathe: () => new Promise((resolve) => setTimeout(resolve)),
  now: () => performance.now(),
});

it('walks a log that has a URI and no path', async () => {
  const uri = 'vscode-vfs://github/some/repository/mremap-eagain.strace';
  const session = new PagewalkSession(memoryHost(uri, readFileSync(recorded('mremap-eagain'))));
  const messages: Dap.ProtocolMessage[] = [];
  // More than one may listen.
  let heard = 0;
  session.onDidSendMessage(() => heard++);
  session.onDidSendMessage((message) => messages.push(message));
  let seq = 0;
  const ask = async (command: string, args?: unknown): Promise<Dap.Response> => {
    const request = { seq: ++seq, type: 'request', command, arguments: args };
    session.handleMessage(request);
    for (;;) {
      const found = messages.find(
        (m) => m.type === 'response' && (m as Dap.Response).request_seq === request.seq,
      );
      if (found) return found as Dap.Response;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  await ask('initialize', { adapterID: 'pagewalk' });
  await ask('launch', { program: uri });
  const set = await ask('setBreakpoints', { source: { path: uri }, breakpoints: [{ line: 20 }] });
  expect((set.body as Dap.SetBreakpointsResponse['body']).breakpoints[0]).toMatchObject({
    verified: true,
    line: 20,
  });
  await ask('configurationDone');
  const trace = await ask('stackTrace', { threadId: 1 });
  expect((trace.body as Dap.StackTraceResponse['body']).stackFrames[0]!.source!.path).toBe(uri);
  expect(heard).toBe(messages.length);
  session.dispose();
});
