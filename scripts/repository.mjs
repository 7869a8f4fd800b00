// Where things lie in the checkout. Everything that the commands make goes below `cacheFolder` or `dist/`, which git ignores.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Absolute path of the checkout, without a slash at its end. */
export const repository = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts path below the checkout */
export const inRepository = (...parts) => join(repository, ...parts);

/** @param {...string} parts path below `.cache/` */
export const inCache = (...parts) => inRepository('.cache', ...parts);
