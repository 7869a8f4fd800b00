/**
 * What a translation has to have. Words: each key of the English table, which the compiler sees to. What rules demand: each
 * demand of each check, which `missingFrom` finds and the build sees to.
 */
import type { SyscallRule } from '../../kernel/syscall-rule';
import { english } from './english';
import type { Language } from './language';

/** A translation of one area's table: all its keys and no others. */
export type Translated<Words> = Readonly<Record<keyof Words, string>>;

export interface Missing {
  readonly tag: string;
  readonly what: string;
}

/** What the language lacks, or has with other placeholders than English. */
export function missingFrom(language: Language, rules: readonly SyscallRule[]): readonly Missing[] {
  if (language.tag === 'en') return [];
  const { tag, words, demands } = language;
  const missing: Missing[] = [];
  for (const [key, template] of Object.entries(english)) {
    const translated = words[key as keyof typeof english];
    if (translated === undefined) missing.push({ tag, what: key });
    else if (placeholders(translated) !== placeholders(template))
      missing.push({ tag, what: `${key}: ${placeholders(template)} is ${placeholders(translated)}` });
  }
  const demanded = new Set(rules.flatMap(({ checks }) => checks.map(({ demand }) => demand)));
  for (const demand of demanded) if (!Object.hasOwn(demands, demand)) missing.push({ tag, what: demand });
  for (const demand of Object.keys(demands))
    if (!demanded.has(demand)) missing.push({ tag, what: `no rule demands this any more: ${demand}` });
  return missing;
}

const placeholders = (template: string): string =>
  [...new Set([...template.matchAll(/\{\w+\}/g)].map(String))].sort().join(' ');
