/**
 * `npm run causes`: the shares, each case that is missed, and what was said of it.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { heldAgainst } from './held-against';
import { formNames, type Form } from './recorded';
import { report, sharesOf } from './shares';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    forms: { type: 'string', default: formNames.join(',') },
    keep: { type: 'string' },
    texts: { type: 'boolean', default: false },
  },
});

const isForm = (name: string): name is Form => (formNames as readonly string[]).includes(name);
const forms = values.forms.split(',');
if (!forms.every(isForm)) throw new Error(`--forms: any of ${formNames.join(',')}`);
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });

const held = await heldAgainst(import.meta.dirname + '/programs', {
  forms,
  keep: values.keep,
  only: ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
});
if (values.texts) {
  for (const { known, marked, said } of held.filter(({ form }) => form === 'usual')) {
    console.log(`${known.name} [${known.standing}: ${known.cause}]\n    ${marked.failing.text}`);
    for (const { id, text, evidence } of said?.causes ?? [])
      console.log(`    ${said?.certainty} ${id}: ${text} [${evidence.map(({ line }) => line).join(' ')}]`);
    for (const remedy of said?.remedies ?? []) console.log(`    -> ${remedy}`);
  }
}
for (const line of report(sharesOf(held))) console.log(line);
