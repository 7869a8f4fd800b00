import * as vscode from 'vscode';
import { words, type ViewStrings } from './words';

/** The views' words in the editor's language. */
export function viewStrings(): ViewStrings {
  const translated = Object.fromEntries(
    Object.entries(words).map(([key, english]) => [key, vscode.l10n.t(english)]),
  ) as Record<keyof typeof words, string>;
  return { ...translated, language: vscode.env.language };
}
