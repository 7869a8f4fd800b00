/**
 * Entry point of the `pagewalk` program: the command-line tool and the debug adapter.
 */
import { runCommand } from './cli/run-command';
import { growHeapSlowly } from './host/heap';

growHeapSlowly();

void runCommand(process.argv.slice(2)).then((status) => {
  // Not process.exit: what is still on its way to a pipe must arrive.
  process.exitCode = status;
});
