/** A log as somebody makes it who wants the reader's editor to do something: names that are markup, links, icons, orders to terminals. */
import { writeFileSync } from 'node:fs';

/** What must be read as it is, wherever a name is shown. */
export const parts = [
  '<img src=x onerror="document.title=1">',
  '<script>document.title=2</script>',
  '[go](command:workbench.action.closeWindow)',
  '![dot](https://hostile.invalid/dot.png)',
  '$(rocket)',
  '&lt;b&gt;',
  `it's`,
] as const;

/** What acts on text or on terminals: red, a title, a cleared screen; from right to left; no width at all. */
const acting = '\u001b[31m\u001b]0;title\u0007\u001b[2J\u0001\u007f\u0085\u202egnp\u2066\u200b\u00ad';

const hostile = [...parts, acting].join(' ');
/** A path as long as the kernel takes one: nothing in it to break a line at. */
export const longPath = `/tmp/${'x'.repeat(4000)}.so`;

/** As strace quotes: what is not ASCII and printable as octal numbers of its bytes. */
const quoted = (text: string): string =>
  Array.from(Buffer.from(text), (byte) =>
    byte === 0x22 || byte === 0x5c
      ? `\\${String.fromCharCode(byte)}`
      : byte >= 0x20 && byte < 0x7f
        ? String.fromCharCode(byte)
        : `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('');

/** As no strace writes it, but whoever makes a log by hand. */
const raw = (text: string): string => text.replaceAll(/["\\]/g, '\\$&');

const page = 0x1000;
const at = (i: number): string => `0x${(0x7f00_0000_0000 + i * 16 * page).toString(16)}`;

/** In the folder of the logs. */
export const hostileName = 'hostile.strace';

export interface HostileLog {
  /** The calls that fail, each for memory with another name. */
  readonly failing: readonly { readonly line: number; readonly address: string; readonly isLong: boolean }[];
}

export function writeHostileLog(file: string): HostileLog {
  const lines = [
    `execve("/bin/${quoted(hostile)}", ["${raw(hostile)}"], 0x7ffd00000000 /* 1 var */) = 0`,
    `prctl(PR_SET_NAME, "${quoted(parts[4])}") = 0`,
  ];
  const failing: { line: number; address: string; isLong: boolean }[] = [];
  const names = [quoted(`/tmp/${hostile}`), raw(`/tmp/${hostile}`), longPath];
  names.forEach((name, i) => {
    const descriptor = `3</tmp/${quoted(parts[0]).replaceAll('>', '\\76').replaceAll('<', '\\74')}>`;
    lines.push(
      `openat(AT_FDCWD, "${name}", O_RDONLY) = 3`,
      `mmap(NULL, 8192, PROT_READ, MAP_SHARED, ${i === 0 ? descriptor : '3'}, 0) = ${at(i)}`,
      'mlock(' + at(i) + ', 4096) = 0',
      `close(3) = 0`,
      `mprotect(${at(i)}, 8192, PROT_READ|PROT_WRITE) = -1 EACCES (Permission denied)`,
    );
    failing.push({ line: lines.length, address: at(i), isLong: name === longPath });
  });
  lines.push(
    `mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${at(9)}`,
    `prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, ${at(9)}, 8192, "${quoted(hostile.slice(0, 79))}") = 0`,
    `kill(1, SIGTERM) = -1 EPERM (${raw(hostile)})`,
    '+++ exited with 0 +++',
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  return { failing };
}
