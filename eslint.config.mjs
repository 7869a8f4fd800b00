import tseslint from 'typescript-eslint';

/**
 * Dependencies point one way: extension -> debug-adapter -> model.
 * model/ runs in Node, in a browser worker and in a test, so it may know none of their globals or modules.
 */
const nodeModules = [
  'fs',
  'path',
  'os',
  'url',
  'util',
  'events',
  'stream',
  'net',
  'zlib',
  'buffer',
  'child_process',
  'process',
  'crypto',
];

const ban = (group, message) => ({ group, message });
/** An expression, for a group's names match at any depth: './process/world' is the model's own. */
const hosts = {
  regex: `^(vscode|node:.*|(${nodeModules.join('|')})(/.*)?)$`,
  message: 'model/ knows no editor and no Node: inject what it needs.',
};
const dap = ban(['@vscode/*'], 'model/ knows no debug adapter protocol.');
const outward = ban(
  ['**/debug-adapter/**', '**/extension/**'],
  'Dependencies point inward: extension -> debug-adapter -> model.',
);
const editor = ban(
  ['/vscode', '**/extension/**'],
  'The debug adapter serves any client: it knows no editor.',
);

/** Folders of the model in the order of the data's way; each may import itself and what stands before it. */
const storeys = ['trace', 'memory', 'process', 'kernel', 'timeline', 'why', 'query'];

const storeyRule = (name, index) => ({
  files: [`model/${name}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          hosts,
          dap,
          outward,
          ...storeys
            .slice(index + 1)
            .map((later) =>
              ban(
                [`**/${later}/*`, `../${later}`],
                `model/${name} stands before model/${later} in the way of the data.`,
              ),
            ),
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'test/artifacts/', 'samples/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-restricted-globals': ['error', 'event', 'name'],
    },
  },
  {
    files: ['model/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'Buffer',
          'require',
          'global',
          '__dirname',
          'setTimeout',
          'setImmediate',
          'fetch',
          'window',
          'document',
          'console',
        ].map((name) => ({ name, message: 'model/ is plain ECMAScript: no Node, no DOM.' })),
      ],
      'no-restricted-imports': ['error', { patterns: [hosts, dap, outward] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportExpression',
          message: 'An import() escapes the rule on imports; nothing in model/ is loaded late.',
        },
      ],
    },
  },
  ...storeys.map(storeyRule),
  {
    files: ['picture/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [hosts, dap, outward, ban(['**/model/**'], 'A picture knows shapes, not kernels.')] },
      ],
    },
  },
  {
    files: ['debug-adapter/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [editor] }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
