/** German of english/console.ts. */
import type { Translated } from '../language';
import type { consoleWords as English } from '../english/console';

export const consoleWords: Translated<typeof English> = {
  'console.help': `Ein Ausdruck gibt seinen Wert aus: errno, arg.length, locked, errno == ENOMEM.
maps          der Adressraum hier, wie /proc/PID/maps ihn ausgibt
why           warum der Aufruf hier gescheitert ist, oder was er getan hat
manual [CALL [ERRNO]]  was Handbuchseiten seit 1996 über diesen Fehler sagten und was Kernel taten
blame WHAT    welche Zeilen es so gemacht haben: eine Adresse, ein Bereich, locked, RLIMIT_MEMLOCK, CAP_IPC_LOCK, arg.addr
goto LINE     zu einer Zeile des Protokolls gehen
find EXPR     zum nächsten Ereignis gehen, für das der Ausdruck gilt
rfind EXPR    dasselbe rückwärts
CALL          was der Kernel hier auf einen Speicheraufruf antworten würde, geschrieben wie von strace, ohne die Aufzeichnung zu ändern:
              mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)
              Aufrufe bauen aufeinander auf; $1 ist die Antwort des ersten, $ die des letzten, der etwas ergab: munmap($1 + 4096, 4096).
              Eine Antwort dahinter gilt als wahr: mremap($1, 4096, 8192, MREMAP_MAYMOVE) = 0x7f0000000000
whatif        die hier versuchten Aufrufe, und was sie anders hinterlassen als die Aufzeichnung
whatif maps   der Adressraum, wie sie ihn hinterlassen
reset         vergisst sie
help          dieser Text`,
  'console.nothing-of-space': 'Das Protokoll hat hier noch nichts von einem Adressraum gezeigt.',
  'console.no-line': "'{text}' ist keine Zeile. goto und eine Zeile schreiben: goto 12.",
  'console.none-after': 'Kein Ereignis nach diesem passt.',
  'console.none-before': 'Kein Ereignis vor diesem passt.',
  'console.nothing-to-blame':
    "Nach '{text}' lässt sich nicht fragen. blame und eine Adresse schreiben, einen Bereich (0x7f12a4000000+8192), locked, RLIMIT_MEMLOCK, CAP_IPC_LOCK oder einen Ausdruck, der eine Adresse ergibt: blame arg.addr.",
  'console.no-target': "Nach '{text}' lässt sich nicht fragen.",
};
