/** German of english/effect.ts. */
import type { effectWords as English } from '../english/effect';
import type { Translated } from '../translation';

export const effectWords: Translated<typeof English> = {
  'effect.mapped': 'Bildet {size} bei {range} ab: {to}, {what}.',
  'effect.unmapped': 'Hebt die Abbildung von {size} bei {range} auf: {from}, {what}.',
  'effect.replaced': 'Ersetzt {size} bei {range}: aus {from} wird {to}, {what}.',
  'effect.protected': 'Ändert den Schutz von {size} bei {range} von {from} zu {to}.',
  'effect.locked': 'Sperrt {size} bei {range}.',
  'effect.unlocked': 'Entsperrt {size} bei {range}.',
  'effect.changed': 'Ändert Flags von {size} bei {range}.',
  'effect.more': '… und {count} weitere Bereiche.',
  'effect.vmlck': 'Der gesperrte Speicher (VmLck) geht von {from} kB auf {to} kB.',
  'effect.brk': 'Der Break wandert von {from} zu {to}.',
  'effect.brk-seen': 'Der Break steht bei {to}.',
  'effect.future-off': 'Neue Abbildungen werden nicht mehr gesperrt.',
  'effect.future-locked': 'Jede neue Abbildung wird gesperrt (MCL_FUTURE).',
  'effect.future-onfault':
    'Jede neue Abbildung wird gesperrt, sobald ihre Seiten berührt werden (MCL_FUTURE mit MCL_ONFAULT).',
  'effect.future-unknown': 'Ob neue Abbildungen gesperrt werden, ist nicht mehr bekannt.',
  'effect.map-count': 'Die Zahl der VMAs geht von {from} auf {to}.',
  'effect.space-born': 'Ein neuer Adressraum beginnt.',
  'effect.space-gone': 'Der letzte Task dieses Adressraums ist fort und mit ihm alle Abbildungen.',
  'effect.space-new': 'Der Adressraum wird durch einen neuen ersetzt.',
  'effect.moved': 'Verschiebt {from} nach {to}: {prot}, {what}.',
  'effect.resized': 'Es waren {from}; dort sind es {to}.',
  'effect.capability-yes': 'Ab hier zeigt das Protokoll, dass der Task {names} hat.',
  'effect.capability-no': 'Ab hier zeigt das Protokoll, dass der Task {names} nicht hat.',
  'effect.limit-shown': '{limit} ist {to}, wie dies zeigt.',
  'effect.limit-set': '{limit} ist ab hier {to}.',
  'effect.shown': 'Zeigt, dass {size} bei {range} schon abgebildet sind: {to}.',
  'effect.thread-born': 'Ein neuer Thread beginnt: {tid}.',
  'effect.process-born': 'Ein neuer Prozess beginnt: {tid}.',
  'what.sysv': 'SysV-Segment {shmid}',
  'what.shmem': 'gemeinsamer anonymer Speicher',
  'what.anonymous': 'anonymer Speicher',
  'what.unknown': 'Speicher, den dieses Protokoll nicht zeigt',
};
