/** German of english/what-if.ts. */
import type { whatIfWords as English } from '../english/what-if';
import type { Translated } from '../translation';

export const whatIfWords: Translated<typeof English> = {
  'whatif.call-number': 'Was-wäre-wenn-Aufruf {number}',
  'whatif.no-effect': '{call} würde gelingen und nichts ändern, was das Modell festhält.',
  'whatif.no-mapping':
    '{call} würde gelingen. Keine Abbildung ändert sich; die folgenden Aufrufe bauen auf dem auf, was sich ändert.',
  'whatif.rules-say': 'Nach den Regeln wäre die Antwort {answer}.',
  'whatif.rules-say-success': 'Nach den Regeln würde der Aufruf gelingen.',
  'whatif.open':
    'Was der Kernel antworten würde, ist nicht feststellbar: {because}. Es hängt davon ab, ob dies gilt: {demand}.',
  'whatif.somewhere':
    '{call} würde gelingen; wohin der Kernel den Speicher legen würde, ist nicht feststellbar: {because}.',
  'whatif.some-value': '{call} würde gelingen; welchen Wert der Aufruf liefert, ist nicht feststellbar.',
  'whatif.child':
    '{call} würde ein Kind mit einer eigenen Welt erzeugen. Die folgenden Aufrufe gehen im Elternprozess weiter.',
  'whatif.ends': '{call} würde den Task beenden. Danach kann kein Aufruf folgen.',
  'whatif.not-applied-open':
    'Die folgenden Aufrufe gehen von der Welt aus, wie sie war. Um mit einer Antwort fortzufahren, wird sie hinter den Aufruf geschrieben: {example}.',
  'whatif.not-applied-place':
    'Die folgenden Aufrufe wissen von diesem Speicher nichts. Um mit einer Adresse fortzufahren, wird sie hinter den Aufruf geschrieben: {example}.',
  'whatif.not-applied-descriptor':
    'Die folgenden Aufrufe wissen von diesem Deskriptor nichts. Um mit einer Nummer fortzufahren, wird sie hinter den Aufruf geschrieben: {example}.',
  'whatif.taken': 'Diese Antwort ist vorgegeben; die folgenden Aufrufe bauen darauf auf.',
  'whatif.vmsize': 'Die Größe des Adressraums (VmSize) geht von {from} kB auf {to} kB.',
  'whatif.limit': '{limit}: bisher {from}, dann {to}.',
  'whatif.no-limit': 'keine Grenze',
  'whatif.soft-and-hard': '{soft} (höchstens {hard})',
  'whatif.opens': 'Deskriptor {fd} wird zu {path}.',
  'whatif.closes': 'Deskriptor {fd} wird geschlossen.',
  'whatif.same-memory': 'Der Adressraum ist derselbe wie in der Aufzeichnung.',

  'whatif.begins': 'Von hier aus, vor {line}:',
  'whatif.begins-at-end': 'Von hier aus, hinter der letzten Zeile:',
  'whatif.anew':
    'Dies ist eine andere Stelle: die Aufrufe, die vor {line} versucht wurden, sind vergessen, und hier beginnt eine neue Reihe.',
  'whatif.nothing-yet':
    'Hier wurde noch nichts versucht. Gebraucht wird ein Speicheraufruf, wie strace ihn schreibt, etwa mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0).',
  'whatif.forgotten': 'Die hier versuchten Aufrufe sind vergessen.',
  'whatif.differences': 'Was dann anders ist als an dieser Stelle der Aufzeichnung:',
  'whatif.note': 'Hinweis',
  'whatif.rests-on': 'Beruht auf: {calls}.',
  'whatif.answer': 'Antwort',
  'whatif.cause': 'Ursache',
  'whatif.checklist': 'Prüfliste',
  'whatif.checks':
    '{passed} bestanden, {broken} verletzt, {open} nicht feststellbar, {skipped} nicht erreicht',
  'whatif.changes': 'Änderungen',
  'whatif.remedy': 'Abhilfe',
  'whatif.sources': 'Quellen',
  'whatif.passed': 'bestanden',
  'whatif.broken': 'verletzt',
  'whatif.cannot-tell': 'nicht feststellbar',
  'whatif.not-reached': 'nicht erreicht',
  'whatif.after': 'nach der verletzten',

  'whatif.column': 'Spalte {column}: {problem}',
  'whatif.column-of': 'Aufruf {number}, {call}, Spalte {column}: {problem}',
  'whatif.no-call':
    'Ein Aufruf hat einen Namen und dahinter seine Argumente in Klammern, etwa munmap(0x7f0000000000, 4096).',
  'whatif.unknown-call': "Kein Systemaufruf, der den Speicher betrifft, heißt '{word}'.",
  'whatif.unknown-call-near':
    "Kein Systemaufruf, der den Speicher betrifft, heißt '{word}'. Vielleicht gemeint: {near}.",
  'whatif.no-parenthesis': 'Die Argumente von {call} enden nicht: eine schließende Klammer fehlt.',
  'whatif.rest': "Hinter dem Aufruf steht '{text}'. Zwei Aufrufe trennt ';'; eine Antwort beginnt mit '='.",
  'whatif.too-few': 'Es fehlen Argumente: {missing}. Der Aufruf lautet {shape}.',
  'whatif.too-many': 'Zu viele Argumente ({count}): es sind höchstens {most}. Der Aufruf lautet {shape}.',
  'whatif.empty-argument': 'Argument {number} ({name}) ist leer. Der Aufruf lautet {shape}.',
  'whatif.empty-term': "Neben '|' fehlt in {name} ein Flag.",
  'whatif.unclosed': "In '{text}' passen die Klammern nicht zusammen.",
  'whatif.no-number':
    "{name} verlangt eine Zahl, und '{text}' ist keine. Möglich sind 8192, 64*1024, 1<<20, 1 MiB, 0x7f0000000000 oder NULL.",
  'whatif.too-large': '{name} hat 64 Bit, und {text} braucht mehr.',
  'whatif.no-flags': "{name} nimmt keine Flags; '{word}' ist hier nicht bekannt. Richtig ist 0.",
  'whatif.unknown-flag': "{name} kann nicht '{word}' sein.",
  'whatif.unknown-flag-near': "{name} kann nicht '{word}' sein. Vielleicht gemeint: {near}.",
  'whatif.no-answer': "'{text}' ist keine Antwort. Möglich sind = 0, = 0x7f0000000000 oder = -1 ENOMEM.",
  'whatif.answer-unknown': '{word} steht für die Antwort von Aufruf {number}, und die ist nicht bekannt.',
  'whatif.no-such-answer':
    '{word} steht für eine Antwort, die es nicht gibt (hier bisher versuchte Aufrufe: {count}).',
  'whatif.needs-answer':
    'Keine Regel sagt, was {call} antwortet. Steht die Antwort hinter dem Aufruf, etwa {example}, so bauen die folgenden Aufrufe darauf auf.',
  'whatif.not-judged':
    '{call} betrifft mit diesen Argumenten keinen Speicher, den das Modell festhält: keine Regel beurteilt es.',
  'whatif.no-space':
    'Hier ist kein Adressraum: das Protokoll zeigt keinen von diesem Task, oder der Task ist beendet.',
  'whatif.too-long': 'Ein Aufruf hat höchstens {most} Zeichen.',
  'whatif.too-many-calls': 'Höchstens {most} Aufrufe bauen aufeinander auf. Mit reset beginnt es von vorn.',

  'whatif.start-of': 'Anfang: {what}',
  'whatif.end-of': 'Ende: {what}',
  'whatif.to-end-of': 'bis zum Ende: {what}',
  'whatif.all-of': 'vollständig: {what}',
  'whatif.one-page': 'eine Seite',
  'whatif.the-break': 'der Break',
  'whatif.answer-of': 'die Antwort von Aufruf {number}',
  'whatif.no-file': 'keine Datei',
  'whatif.kernel-chooses': 'der Kernel wählt',
  'whatif.vma': '{size} {prot} {what}',
};
