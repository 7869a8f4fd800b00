/**
 * The rule that dependencies point one way is only worth something while breaking it fails. Each snippet here is text for a file of
 * that name; none of them exists.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../scripts/repository.mjs';

/** The rules of eslint.config.mjs that need no types: with them, a text can be linted that is no file of a project. */
const untyped = new ESLint({
  cwd: repository,
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false, project: null } },
    rules: await rulesWithoutTypes(),
  },
});

/** Switches off whatever needs type information, by name: all rules but the two that the dependency rule is made of. */
async function rulesWithoutTypes(): Promise<Record<string, 'off'>> {
  const config = (await new ESLint({ cwd: repository }).calculateConfigForFile(
    join(repository, 'model/trace/x.ts'),
  )) as {
    rules: Record<string, unknown>;
  };
  const names = Object.keys(config.rules).filter((name) => name.startsWith('@typescript-eslint/'));
  return Object.fromEntries(names.map((name) => [name, 'off'] as const));
}

const lint = async (file: string, text: string): Promise<string[]> => {
  const [result] = await untyped.lintText(text, { filePath: join(repository, file) });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
};

describe('lint refuses', () => {
  const imports: [file: string, module: string][] = [
    ['model/trace/x.ts', 'vscode'],
    ['model/trace/x.ts', 'node:fs'],
    ['model/trace/x.ts', 'fs'],
    ['model/trace/x.ts', 'fs/promises'],
    ['model/kernel/x.ts', '@vscode/debugprotocol'],
    ['model/kernel/x.ts', '../../debug-adapter/protocol/view'],
    ['model/why/x.ts', '../../extension/activate'],
    ['model/trace/x.ts', '../memory/page'],
    ['model/memory/x.ts', '../kernel/check'],
    ['model/memory/x.ts', '../process/world'],
    ['model/process/x.ts', '../kernel/check'],
    ['model/kernel/x.ts', '../timeline/timeline'],
    ['model/kernel/mmap/x.ts', '../../timeline/timeline'],
    ['model/timeline/x.ts', '../why/explanation'],
    ['model/why/x.ts', '../query/evaluate'],
    ['picture/x.ts', '../model/memory/page'],
    ['picture/x.ts', '../debug-adapter/protocol/view'],
    ['picture/x.ts', 'vscode'],
    ['debug-adapter/x.ts', 'vscode'],
    ['debug-adapter/requests/x.ts', 'vscode'],
    ['debug-adapter/requests/x.ts', '../../extension/activate'],
  ];

  it.each(imports)('%s importing %s', async (file, module) => {
    expect(await lint(file, `export * from '${module}';\n`)).toContain('no-restricted-imports');
    expect(await lint(file, `import { a } from '${module}';\nexport const b = a;\n`)).toContain(
      'no-restricted-imports',
    );
  });

  it.each(['process', 'Buffer', 'require', 'setTimeout', 'fetch', 'window', 'document', 'console'])(
    'a model file that uses the global %s',
    async (name) => {
      expect(await lint('model/why/x.ts', `export const x = ${name};\n`)).toContain('no-restricted-globals');
    },
  );
});

describe('lint refuses import()', () => {
  it('in a model file', async () => {
    expect(await lint('model/why/x.ts', "export const x = import('vscode');\n")).toContain(
      'no-restricted-syntax',
    );
  });
});

describe('lint allows', () => {
  const imports: [file: string, module: string][] = [
    ['model/memory/x.ts', '../trace/event'],
    ['model/memory/x.ts', './page'],
    ['model/memory/x.ts', 'sorted-btree'],
    ['model/kernel/x.ts', '../process/world'],
    ['model/kernel/mmap/x.ts', '../../process/world'],
    ['model/process/x.ts', './events'],
    ['model/query/x.ts', '../why/explanation'],
    ['picture/x.ts', './region'],
    ['debug-adapter/x.ts', '../model/timeline/timeline'],
    ['debug-adapter/x.ts', '../picture/region'],
    ['debug-adapter/x.ts', 'node:fs'],
    ['debug-adapter/x.ts', '@vscode/debugadapter'],
    ['extension/x.ts', 'vscode'],
    ['extension/x.ts', '../debug-adapter/protocol/view'],
  ];

  it.each(imports)('%s importing %s', async (file, module) => {
    expect(await lint(file, `export * from '${module}';\n`)).toEqual([]);
  });
});

describe("the model's tsconfig", () => {
  /** Compiles a text as if it were a file of model/, with model/tsconfig.json, and returns what is wrong with it. */
  const compile = (text: string): string[] => {
    const folder = join(repository, 'model');
    const read = ts.readConfigFile(join(folder, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
    const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
    const file = join(folder, 'x.ts');
    const host = ts.createCompilerHost(options);
    const { fileExists, getSourceFile } = host;
    host.fileExists = (name) => name === file || fileExists(name);
    host.getSourceFile = (name, target, ...rest) =>
      name === file ? ts.createSourceFile(name, text, target) : getSourceFile(name, target, ...rest);
    const program = ts.createProgram([file], { ...options, composite: false, noEmit: true }, host);
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };

  it.each(['document', 'window', 'Buffer', 'process', 'setTimeout', 'require', 'URL', 'TextDecoder'])(
    'knows no %s',
    (name) => {
      expect(compile(`export const x = ${name};\n`).join('\n')).toContain(`Cannot find name '${name}'`);
    },
  );

  // An import of vscode finds @types/vscode by its name, whatever `types` says: there lint stands alone.
  it.each(['node:fs', 'fs', 'worker_threads'])('finds no module %s', (module) => {
    expect(compile(`import * as x from '${module}';\nexport const y = x;\n`).join('\n')).toContain(
      `'${module}'`,
    );
  });

  it('knows the language itself', () => {
    expect(compile('export const x = new Map([[1n, "one"]]).get(1n)?.at(0) ?? null;\n')).toEqual([]);
  });
});
