import * as vscode from 'vscode';
import { match, ok, strictEqual } from './assert.js';
import { linesOf, openSample } from './samples.js';
import { StraceSession, type Stop } from './session.js';

const key = {
  start: 'workbench.action.debug.start',
  stepOver: 'workbench.action.debug.stepOver',
  stepBack: 'workbench.action.debug.stepBack',
  continue: 'workbench.action.debug.continue',
  reverseContinue: 'workbench.action.debug.reverseContinue',
};

const sample = 'mremap-enomem.strace';

export const debuggingTests = (): void => {
  describe('a recorded log', () => {
    let session: StraceSession;
    let document: vscode.TextDocument;
    let entry: Stop;

    beforeEach(async () => {
      document = (await openSample(sample)).document;
      vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
      session = new StraceSession();
      entry = await session.move(key.start);
    });

    afterEach(() => session.dispose());

    it('starts with F5 and without a launch.json, and stops at its first line', () => {
      strictEqual(vscode.debug.activeDebugSession?.type, 'strace');
      strictEqual(entry.reason, 'entry', 'reason');
      strictEqual(entry.line, 1, 'line');
      match(entry.frame, /execve/, 'top frame');
    });

    it('steps forward and back over the same lines', async () => {
      const forward = [entry.line];
      for (let step = 0; step < 4; step += 1) forward.push((await session.move(key.stepOver)).line);
      strictEqual(forward.join(), '1,2,3,4,5', 'lines on the way forward');

      const back = [forward.at(-1)];
      for (let step = 0; step < 4; step += 1) back.push((await session.move(key.stepBack)).line);
      strictEqual(back.join(), '5,4,3,2,1', 'lines on the way back');
    });

    it('stays at the start when it steps back there', async () => {
      const stop = await session.move(key.stepBack);
      strictEqual(stop.line, 1, 'line');
      ok(vscode.debug.activeDebugSession !== undefined, 'the session has ended');
      strictEqual((await session.move(key.reverseContinue)).line, 1, 'line after running backwards');
      strictEqual((await session.move(key.stepOver)).line, 2, 'line after one step forward');
    });

    it('runs to each failing call, and to the end, where it stays', async () => {
      const failing = linesOf(document, /= -1 E/);
      ok(failing.length > 0, `${sample} has no failing call`);
      for (const line of failing) {
        const stop = await session.move(key.continue);
        strictEqual(stop.reason, 'exception', 'reason');
        strictEqual(stop.line, line, 'line');
      }
      await session.move(key.continue);
      ok(vscode.debug.activeDebugSession !== undefined, 'the session has ended');
      strictEqual((await session.move(key.reverseContinue)).line, failing.at(-1), 'line on the way back');
    });

    it('stops at a breakpoint of the log in both directions', async () => {
      const [line] = linesOf(document, /^munmap\(/);
      ok(line !== undefined, `${sample} has no munmap`);
      await session.request('setExceptionBreakpoints', { filters: [], filterOptions: [] });
      vscode.debug.addBreakpoints([
        new vscode.SourceBreakpoint(new vscode.Location(document.uri, new vscode.Position(line - 1, 0))),
      ]);
      strictEqual((await session.move(key.continue)).line, line, 'line on the way forward');
      await session.move(key.continue);
      strictEqual((await session.move(key.reverseContinue)).line, line, 'line on the way back');
    });

    it('goes from an address in the log to the line that mapped it', async () => {
      const [mapped] = linesOf(document, /^mmap\(NULL, 32768/);
      const [failed] = linesOf(document, /= -1 E/);
      ok(mapped !== undefined && failed !== undefined, `${sample} is another log`);
      const text = document.lineAt(failed - 1).text;
      const at = new vscode.Position(failed - 1, text.indexOf('0x') + 3);
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDeclarationProvider',
        document.uri,
        at,
      );
      strictEqual(found[0]?.uri.toString(), document.uri.toString(), 'file');
      strictEqual(found[0]?.range.start.line, mapped - 1, 'line');
    });

    it('tells why the call failed', async () => {
      await session.move(key.continue);
      const { why } = await session.request<{
        why: { outcome: string; errno: string; causes: { id: string }[] };
      }>('pagewalk/view', {});
      strictEqual(why.outcome, 'failed', 'outcome');
      strictEqual(why.errno, 'ENOMEM', 'errno');
      ok(
        why.causes.some(({ id }) => id.startsWith('mremap.')),
        `no cause among mremap's checks: ${JSON.stringify(why.causes)}`,
      );
    });
  });
};
