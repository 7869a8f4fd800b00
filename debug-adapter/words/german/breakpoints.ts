/** German of english/breakpoints.ts. */
import type { Translated } from '../language';
import type { breakpointsWords as English } from '../english/breakpoints';

export const breakpointsWords: Translated<typeof English> = {
  'breakpoint.pending': 'Das Protokoll wird noch gelesen.',
  'breakpoint.line': 'Zeile {line}',
  'breakpoint.no-file': "'{path}' ist keine Datei dieser Aufzeichnung.",
  'breakpoint.no-event': 'In Zeile {line} und kurz darunter gibt es kein Ereignis.',
  'breakpoint.hidden-task': 'Das Ereignis in Zeile {line} gehört zu einem Task, der nicht gezeigt wird.',
  'breakpoint.no-class': "'{name}' ist keine hier bekannte Klasse. Die einzige Klasse ist %memory.",
  'breakpoint.no-call': "Die Aufzeichnung hat weder Aufruf noch Signal namens '{name}'.",
  'breakpoint.no-call-near':
    "Die Aufzeichnung hat weder Aufruf noch Signal namens '{name}'. War '{near}' gemeint?",
  'breakpoint.no-hit-count':
    "'{text}' ist keine Trefferzahl. Eine Zahl schreiben, davor eines von = > >= < <= %: '>= 10'.",
  'breakpoint.never-hit': "'% 0' trifft nie zu: eine Zahl über 0 angeben.",
  'breakpoint.no-range': "'{id}' ist kein Bereich dieser Aufzeichnung.",
  'breakpoint.untouched': 'Kein Ereignis der Aufzeichnung ändert diese Seiten.',
  'breakpoint.touched': '{count} Ereignisse ändern diese Seiten.',
  'breakpoint.no-space': 'Hier ist kein Adressraum bekannt.',
  'breakpoint.no-address': "'{name}' ist weder Adresse noch VMA.",
  'breakpoint.no-filter': "Es gibt keinen Filter '{filter}'.",
  'breakpoint.doubt':
    "Die Bedingung von '{breakpoint}' lässt sich in {line} nicht bestimmen: {because}. An solchen Ereignissen wird nicht gehalten.",
};
