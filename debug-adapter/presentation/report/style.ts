/** How a report looks: on paper and on a screen, light or dark as the reader's system is. */

export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0; --raised: #f6f8fa;
  --bad: #b3261e; --good: #1b6e36; --change: #9a4a00;
  --string: #a31515; --number: #0b6e4f; --flag: #5b3fa8; --name: #0550ae;
  --code: #1b7f3b; --data: #1a5fb4; --heap: #8a2be2; --stack: #63309a; --anonymous: #a87f00;
  --file: #555555; --shared: #b3261e; --guard: #8a8a8a; --kernel: #00718f; --unknown: #8a8a8a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e3e6ea; --faint: #9da7b1; --line: #3b434b; --raised: #1f242a;
    --bad: #ff8a80; --good: #7ee2a0; --change: #f2b26b;
    --string: #e9a28b; --number: #a8d8b9; --flag: #c3b1ff; --name: #8fc3ff;
    --code: #6cc788; --data: #7fb2f5; --heap: #c79bf5; --stack: #b48ce0; --anonymous: #e0bd52;
    --file: #b0b0b0; --shared: #f2877f; --guard: #a0a0a0; --kernel: #5fc4dd; --unknown: #a0a0a0;
  }
}
@media print {
  :root {
    --paper: #ffffff; --ink: #000000; --faint: #444444; --line: #bbbbbb; --raised: #ffffff;
    --bad: #8c1d18; --good: #145a2b; --change: #7a3b00;
    --string: #7c1010; --number: #08523b; --flag: #43307c; --name: #04407f;
    --code: #1b7f3b; --data: #1a5fb4; --heap: #8a2be2; --stack: #63309a; --anonymous: #8a6900;
    --file: #555555; --shared: #b3261e; --guard: #777777; --kernel: #00718f; --unknown: #777777;
  }
  section, tr, li { break-inside: avoid; }
  section.space { break-inside: auto; }
  body { font-size: 10.5pt; margin: 0; max-width: none; }
}
/* Nobody can unfold paper: what is folded is printed as open sections are. */
@media print {
  details::details-content { block-size: auto; content-visibility: visible; }
  summary { border-block-end: 1px solid var(--line); list-style: none; padding-block-end: 0.2em; }
  summary, h2 { break-after: avoid; }
}
* { box-sizing: border-box; }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 2.5em auto; max-width: 64em; padding: 0 1.25em; }
code, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em; overflow-wrap: anywhere; unicode-bidi: isolate; }
h1 { font-size: 1.3em; margin: 0; }
.title { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0.2em 0.6em; margin-block-end: 0.4em; }
.heard { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
h2 { font-size: 0.95em; margin: 2em 0 0.5em; border-block-end: 1px solid var(--line); padding-block-end: 0.2em; }
p { margin: 0.4em 0; }
ul, ol { margin: 0.3em 0; padding-inline-start: 1.4em; }
li { margin-block: 0.25em; }
.verdict { border-inline-start: 5px solid var(--bad); padding-inline-start: 1em; }
.verdict.succeeded { border-color: var(--good); }
.plain { font-size: 1.3em; font-weight: 600; line-height: 1.35; margin: 0.1em 0 0.5em; }
.badge { border: 1px solid var(--line); border-radius: 1em; color: var(--faint); font-size: 0.9em; font-weight: 400; padding: 0.1em 0.7em; white-space: nowrap; }
.sign { color: var(--bad); }
.succeeded .sign, .passed .sign { color: var(--good); }
.cannot-tell .sign, .not-reached .sign, .after .sign { color: inherit; }
.label, .faint, .sources { color: var(--faint); }
.label { font-size: 0.85em; margin-block-end: 0; }
.where { background: var(--raised); border: 1px solid var(--line); border-radius: 4px; margin: 0 0 1.4em; padding: 0.5em 0.8em; }
.where .label { display: block; overflow-wrap: anywhere; }
blockquote { margin: 0.1em 0 0.5em; }
blockquote::before { content: "\\201c"; } blockquote::after { content: "\\201d"; }
:lang(de) blockquote::before { content: "\\201e"; } :lang(de) blockquote::after { content: "\\201c"; }
:lang(es) blockquote::before { content: "\\00ab"; } :lang(es) blockquote::after { content: "\\00bb"; }
:lang(zh-Hant) blockquote::before { content: "\\300c"; } :lang(zh-Hant) blockquote::after { content: "\\300d"; }
.string { color: var(--string); } .number { color: var(--number); } .flag { color: var(--flag); } .call { color: var(--name); } .comment { color: var(--faint); }
.remedies code { display: block; }
table { border-collapse: collapse; }
th { font-weight: 400; text-align: start; }
td, th { padding: 0.15em 0.9em 0.15em 0; vertical-align: baseline; }
.evidence td:first-child { white-space: nowrap; }
.spot { width: 100%; }
.spot :is(td, th) { border-block-end: 1px solid var(--line); }
.spot th { border-inline-start: 5px solid transparent; padding-inline-start: 0.7em; }
.spot .asked th { border-inline-start-color: var(--change); }
.spot tr:not(.asked) { color: var(--faint); }
.spot :is(td, th) { white-space: nowrap; }
.spot code { overflow-wrap: normal; }
.spot td.what, .spot td.notes { white-space: normal; }
.spot td.what { inline-size: 30%; }
.spot .size { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.spot .what { overflow-wrap: anywhere; }
.trouble { color: var(--bad); font-weight: 600; }
.checks { list-style: none; padding: 0; }
.checks > li { display: grid; gap: 0 0.6em; grid-template-columns: 1em minmax(0, 1fr); }
.checks .broken { border: 1px solid var(--bad); padding: 0.3em 0.6em; }
.checks .cannot-tell { border: 1px dashed var(--faint); padding: 0.2em 0.6em; }
.checks .not-reached, .checks .after { color: var(--faint); }
.sources { display: block; font-size: 0.82em; overflow-wrap: anywhere; }
.broken > span > .demand { font-weight: 600; }
summary { cursor: pointer; margin: 2em 0 0.5em; }
summary h2 { border: 0; display: inline; }
svg { display: block; height: auto; max-width: 100%; }
@media screen and (max-width: 44em) {
  body { margin-block: 1em; padding-inline: 0.9em; }
  .plain { font-size: 1.15em; }
  .spot, .spot tbody { display: block; }
  .spot tr { border-block-end: 1px solid var(--line); display: grid; grid-template-columns: auto auto minmax(0, 1fr); }
  .spot :is(td, th) { border-block-end: 0; }
  .spot tr { border-inline-start: 5px solid transparent; }
  .spot .asked { border-inline-start-color: var(--change); }
  .spot .asked th { border-inline-start-color: transparent; }
  .spot th { border-inline-start: 0; }
  .spot td.size { text-align: start; }
  .spot td.what { grid-column: 1; inline-size: auto; padding-inline-start: 0.7em; }
  .spot td.notes { grid-column: 2 / 4; }
  .evidence tr, .evidence td { display: block; }
  .drawing { overflow-x: auto; }
  .drawing svg { max-width: none; width: 58em; }
}
footer { border-block-start: 1px solid var(--line); color: var(--faint); font-size: 0.85em; margin-block-start: 3em; padding-block-start: 0.6em; }
`;
