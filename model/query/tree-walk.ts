/**
 * Looks into a parsed query without evaluating it: names that nobody knows, and what must hold for it to be true.
 */
import { say } from '../why/message';
import { isSymbol } from './evaluator';
import type { Expression, Query } from './syntax';
import { queryError, type QueryError } from './token';

/** The node and all below it, from left to right. */
export function* nodesOf(node: Expression): Generator<Expression, void, undefined> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

const childrenOf = (node: Expression): readonly Expression[] => {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'boolean':
    case 'name':
      return [];
    case 'member':
      return [node.of];
    case 'index':
      return [node.of, node.at];
    case 'call':
      return node.args;
    case 'list':
      return node.items;
    case 'range':
      return [node.from, node.to];
    case 'unary':
      return [node.operand];
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right];
  }
};

/** The first name that is neither known nor a word of the kernel's: a breakpoint can be refused before it never hits. */
export const misspelled = (query: Query, isKnown: (name: string) => boolean): QueryError | undefined => {
  for (const node of nodesOf(query.root)) {
    if ((node.kind === 'name' || node.kind === 'call') && !isKnown(node.name)) {
      const isWord = node.kind === 'name' && isSymbol(node.name);
      if (!isWord) return queryError(node, say('query.nothing-of-name', { name: node.name }));
    }
  }
  return undefined;
};

/**
 * The words of which `name` must be one for the query to be true; undefined: it could be any. Lets a search skip events
 * by their index row: `call == "mmap" && length > 1MiB` needs no other calls than mmap.
 */
export const necessaryWords = (node: Expression, name: string): ReadonlySet<string> | undefined => {
  if (node.kind === 'logic') {
    const left = necessaryWords(node.left, name);
    const right = necessaryWords(node.right, name);
    if (node.operator === '&&')
      return left && right ? new Set([...left].filter((word) => right.has(word))) : (left ?? right);
    return left && right && new Set([...left, ...right]);
  }
  if (node.kind !== 'comparison') return undefined;
  const [asked, answer] = isName(node.left, name) ? [node.left, node.right] : [node.right, node.left];
  if (!isName(asked, name)) return undefined;
  if (node.operator === '==') return wordsOf([answer]);
  return node.operator === 'in' && answer.kind === 'list' && asked === node.left
    ? wordsOf(answer.items)
    : undefined;
};

const isName = (node: Expression, name: string): boolean => node.kind === 'name' && node.name === name;

const wordsOf = (nodes: readonly Expression[]): ReadonlySet<string> | undefined => {
  const words = new Set<string>();
  for (const node of nodes) {
    if (node.kind === 'string') words.add(node.value);
    else if (node.kind === 'name' && isSymbol(node.name)) words.add(node.name);
    else return undefined;
  }
  return words;
};
