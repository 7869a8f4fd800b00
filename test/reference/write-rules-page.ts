/** Writes docs/rules.md. Run from the repository: `npm run rules`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rules-page';

const repository = process.cwd();
writeFileSync(join(repository, 'docs', 'rules.md'), await rulesPage(repository));
