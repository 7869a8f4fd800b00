/** Spanish of english/blame.ts. */
import type { blameWords as English } from '../english/blame';
import type { Translated } from '../translation';

export const blameWords: Translated<typeof English> = {
  'blame.mapped': 'se proyectó en la {line}',
  'blame.grown': 'se añadió en la {line}, donde mremap alargó la proyección',
  'blame.proven': 'la {line} prueba que estaba proyectada',
  'blame.protected': 'cambió de protección en la {line}',
  'blame.locked': 'se bloqueó en la {line}',
  'blame.sealed': 'se selló en la {line}',
  'blame.closed': 'se cerró en la {line}',
  'blame.unlocked': 'se desbloqueó en la {line}',
  'blame.changed': 'cambió en la {line}',
  'blame.moved-here': 'se trasladó aquí en la {line}',
  'blame.moved-from': 'se trasladó aquí en la {line} desde {other}',
  'blame.moved-away': 'se trasladó a otro sitio en la {line}',
  'blame.moved-to': 'se trasladó en la {line} a {other}',
  'blame.unmapped': 'se quitó en la {line}',
  'blame.inherited': 'se copió del padre en el fork de la {line}',
  'blame.before-log': 'Se proyectó antes de que empiece el registro.',
  'blame.older-left-out': 'Se omiten los cambios más antiguos: son muchísimos.',
  'blame.now-mapped': '{address} está en {vma} ({size}), {prot}, {what}.',
  'blame.now-free': 'No hay nada proyectado en {address}.',
  'blame.now-unknown': 'El registro no muestra qué hay proyectado en {address}.',

  'blame.lock': '{size} en {range}, bloqueados en la {line}',
  'blame.lock-all': '{size} en {range}, bloqueados con todo lo demás por mlockall en la {line}',
  'blame.lock-on-mapping': '{size} en {range}, bloqueados al proyectarse en la {line}',
  'blame.lock-future':
    '{size} en {range}, bloqueados porque mlockall(MCL_FUTURE), en la {line}, lo pidió para toda proyección posterior',
  'blame.lock-by-growth': '{size} en {range}, bloqueados porque una proyección bloqueada creció en la {line}',
  'blame.lock-secret':
    '{size} en {range}, memoria secreta proyectada en la {line}, que siempre está bloqueada',
  'blame.lock-before-log': '{size} en {range}, bloqueados antes de que empiece el registro',
  'blame.lock-surplus':
    'se cuentan {size} más de los bloqueados: MREMAP_DONTUNMAP de memoria bloqueada la cuenta dos veces',
  'blame.more-locked': '… y {count} tramos más, de {size} en total',
  'blame.now-locked': 'Memoria bloqueada (VmLck): {size}; tramos: {count}.',
  'blame.now-locked-unknown': 'El registro no muestra cuánta memoria está bloqueada; al menos esta lo está:',

  'blame.limit-set': '{name} fijado en {to} en la {line}',
  'blame.limit-changed': '{name} cambiado de {from} a {to} en la {line}',
  'blame.limit-read': '{name} leído como {to} en la {line}',
  'blame.limit-inherited': '{name} heredado en el fork de la {line}',
  'blame.limit-kept': '{name} conservado por el execve de la {line}',
  'blame.now-limit': '{name}: límite flexible {soft}, límite estricto {hard}.',
  'blame.now-limit-unknown': 'El registro no muestra {name}.',

  'blame.capability-given': '{name} concedida en la {line}',
  'blame.capability-taken': '{name} retirada en la {line}',
  'blame.capability-has': 'la {line} muestra que se tiene {name}',
  'blame.capability-lacks': 'la {line} muestra que falta {name}',
  'blame.now-capability-yes': 'La tarea tiene {name}.',
  'blame.now-capability-no': 'La tarea no tiene {name}.',
  'blame.now-capability-unknown': 'El registro no muestra si la tarea tiene {name}.',

  'blame.made-up-of': 'bloqueados por: {parts}',
  'blame.part': '{size} ({line})',
  'blame.part-future': '{size} ({line}, como pidió mlockall en la {all})',
  'blame.part-before-log': '{size} (antes de que empiece el registro)',
  'blame.parts-more': '{count} más, de {size} en total',
};
