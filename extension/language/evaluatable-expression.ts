/**
 * What a debug hover asks about: the address, number or name under the pointer. VS Code's own guess would cut
 * `RLIMIT_MEMLOCK` and hex numbers as words of a programming language.
 */
import * as vscode from 'vscode';
import { languageId } from '../debug/debug-type';

export function registerEvaluatableExpressions(): vscode.Disposable {
  return vscode.languages.registerEvaluatableExpressionProvider(languageId, {
    provideEvaluatableExpression(document, position) {
      const range = document.getWordRangeAtPosition(position, /0x[0-9a-fA-F]+|[A-Za-z_]\w*|\d+/);
      return range === undefined ? undefined : new vscode.EvaluatableExpression(range);
    },
  });
}
