/**
 * The page of a view. Its policy lets nothing run or load but the extension's own script and style; what a log says
 * reaches the page as data only.
 */
import type * as vscode from 'vscode';
import type { ViewKind } from './messages';

export function viewPage(
  webview: vscode.Webview,
  { script, styles, kind }: { script: vscode.Uri; styles: readonly vscode.Uri[]; kind: ViewKind },
): string {
  const nonce = makeNonce();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    // A picture that the page has drawn itself, on its way to a PNG.
    'img-src data:',
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pagewalk</title>
${styles.map((style) => `<link rel="stylesheet" href="${webview.asWebviewUri(style).toString()}">`).join('\n')}
</head>
<body data-view="${kind}">
<main id="view" tabindex="-1"></main>
<div id="live" class="live" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
