/** German of english/blame.ts. */
import type { blameWords as English } from '../english/blame';
import type { Translated } from '../translation';

export const blameWords: Translated<typeof English> = {
  'blame.mapped': 'abgebildet in {line}',
  'blame.grown': 'hinzugekommen in {line}, wo mremap die Abbildung verlängert hat',
  'blame.proven': 'nachweislich abgebildet, gezeigt durch {line}',
  'blame.protected': 'Schutz geändert in {line}',
  'blame.locked': 'gesperrt in {line}',
  'blame.sealed': 'versiegelt in {line}',
  'blame.closed': 'geschlossen in {line}',
  'blame.fd-closed': 'Deskriptor {fd} wurde in {line} geschlossen',
  'blame.differ': 'sie unterscheiden sich: {what}',
  'blame.apart-since': 'getrennt seit {line}',
  'differ.protection': 'Schutz',
  'differ.lock': 'Sperre',
  'differ.seal': 'Siegel',
  'differ.advice': 'Rat (madvise)',
  'differ.backing': 'was abgebildet ist',
  'blame.unlocked': 'entsperrt in {line}',
  'blame.changed': 'geändert in {line}',
  'blame.moved-here': 'hierher verschoben in {line}',
  'blame.moved-from': 'hierher verschoben in {line} von {other}',
  'blame.moved-away': 'weggeschoben in {line}',
  'blame.moved-to': 'weggeschoben in {line} nach {other}',
  'blame.unmapped': 'Abbildung aufgehoben in {line}',
  'blame.inherited': 'beim fork in {line} vom Elternprozess kopiert',
  'blame.before-log': 'Es wurde abgebildet, bevor das Protokoll beginnt.',
  'blame.older-left-out': 'Ältere Änderungen sind ausgelassen: es sind sehr viele.',
  'blame.now-mapped': '{address} liegt in {vma} ({size}), {prot}, {what}.',
  'blame.now-free': 'An {address} ist nichts abgebildet.',
  'blame.now-unknown': 'Das Protokoll zeigt nicht, was an {address} abgebildet ist.',

  'blame.lock': '{size} bei {range}, gesperrt in {line}',
  'blame.lock-all': '{size} bei {range}, mit allem anderen gesperrt durch mlockall in {line}',
  'blame.lock-on-mapping': '{size} bei {range}, gesperrt beim Abbilden in {line}',
  'blame.lock-future':
    '{size} bei {range}, gesperrt, weil mlockall(MCL_FUTURE) in {line} es für jede spätere Abbildung verlangt hat',
  'blame.lock-by-growth':
    '{size} bei {range}, gesperrt, weil in {line} eine gesperrte Abbildung gewachsen ist',
  'blame.lock-secret': '{size} bei {range}, geheimer Speicher, abgebildet in {line} und immer gesperrt',
  'blame.lock-before-log': '{size} bei {range}, gesperrt, bevor das Protokoll beginnt',
  'blame.lock-surplus':
    '{size} mehr gezählt als gesperrt: MREMAP_DONTUNMAP zählt gesperrten Speicher doppelt',
  'blame.more-locked': '… und {count} weitere Bereiche, zusammen {size}',
  'blame.now-locked': 'Gesperrter Speicher (VmLck): {size}, Zahl der Bereiche: {count}.',
  'blame.now-locked-unknown':
    'Das Protokoll zeigt nicht, wie viel Speicher gesperrt ist; mindestens aber dies:',

  'blame.limit-set': '{name} auf {to} gesetzt in {line}',
  'blame.limit-changed': '{name} von {from} auf {to} geändert in {line}',
  'blame.limit-read': '{name} gelesen als {to} in {line}',
  'blame.limit-inherited': '{name} geerbt beim fork in {line}',
  'blame.limit-kept': '{name} behalten beim execve in {line}',
  'blame.now-limit': '{name}: weiche Grenze {soft}, harte Grenze {hard}.',
  'blame.now-limit-unknown': 'Das Protokoll zeigt {name} nicht.',

  'blame.capability-given': '{name} erteilt in {line}',
  'blame.capability-taken': '{name} entzogen in {line}',
  'blame.capability-has': '{name} vorhanden, wie {line} zeigt',
  'blame.capability-lacks': '{name} nicht vorhanden, wie {line} zeigt',
  'blame.now-capability-yes': 'Der Task hat {name}.',
  'blame.now-capability-no': 'Der Task hat {name} nicht.',
  'blame.now-capability-unknown': 'Das Protokoll zeigt nicht, ob der Task {name} hat.',

  'blame.made-up-of': 'gesperrt durch: {parts}',
  'blame.part': '{size} ({line})',
  'blame.part-future': '{size} ({line}, wie von mlockall in {all} verlangt)',
  'blame.part-before-log': '{size} (bevor das Protokoll beginnt)',
  'blame.parts-more': '{count} weitere, zusammen {size}',
};
