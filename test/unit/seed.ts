/**
 * Property tests draw from a seed, the same each time, so that a run says something about the change and not about chance.
 * `PAGEWALK_SEED=random npm run unit` draws anew; a number repeats a run. What such a run finds becomes a case of its own.
 */
import fc from 'fast-check';

const asked = process.env['PAGEWALK_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20_260_101 : Number(asked) });
