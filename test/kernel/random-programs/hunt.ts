import { heldAgainst } from './held-against';
import { LiveKernel } from './live-run';
import { modeNamed, modes, randomProgram } from './modes';
const kernel = new LiveKernel();
const [which = 'all', from = '1', to = '1', count = '400', show = '3'] = process.argv.slice(2);
try {
  for (const mode of which === 'all' ? modes : which.split(',').map(modeNamed)) {
    const tally: Record<string, number> = {};
    const examples = new Map<string, string[]>();
    const add = (key: string, by = 1): void => void (tally[key] = (tally[key] ?? 0) + by);
    const shown = (key: string, text: string): void => {
      const list = examples.get(key) ?? [];
      if (list.length < Number(show)) list.push(text);
      examples.set(key, list);
    };
    for (let seed = Number(from); seed <= Number(to); seed++) {
      const run = kernel.run(randomProgram(mode, seed, Number(count)));
      if (run.ended !== undefined) { add('ENDED ' + run.ended); shown('ended', `${seed} ${run.record.states.at(-1)?.line} ${run.list[run.record.states.at(-1)?.line ?? 0]}`); }
      try {
      for (const call of await heldAgainst(run, { mmapMinAddr: 4096n })) {
        add(call.answer);
        if (call.answer === 'wrong') shown('wrong', `${seed}: ${call.listed} | ${call.logged} | predicted ${call.predicted}`);
        if (call.answer === 'undecided') shown('undecided ' + call.predicted, `${seed}: ${call.logged}`);
        if (call.placed !== undefined) add('placed ' + call.placed);
        for (const d of call.differences) { add('DIFF ' + d.what); shown('diff ' + d.what, `${seed} line ${call.state.line}: ${call.logged} tid ${call.state.tid}\n      kernel ${d.kernel}\n      model  ${d.model}`); }
      }
      } catch (error) { add('THROWN'); shown('thrown', `${seed}: ${String(error instanceof Error ? error.stack : error)}`); }
    }
    console.log(`== ${mode.name}`, JSON.stringify(tally));
    for (const [key, list] of examples) { console.log(`  ${key}`); for (const text of list) console.log(`    ${text}`); }
  }
} finally { kernel.remove(); }
