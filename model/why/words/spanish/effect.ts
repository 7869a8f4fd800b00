/** Spanish of english/effect.ts. */
import type { effectWords as English } from '../english/effect';
import type { Translated } from '../translation';

export const effectWords: Translated<typeof English> = {
  'effect.mapped': 'Proyecta {size} en {range}: {to}, {what}.',
  'effect.unmapped': 'Quita {size} de {range}: {from}, {what}.',
  'effect.replaced': 'Sustituye {size} en {range}: {from} pasa a {to}, {what}.',
  'effect.protected': 'Cambia la protección de {size} en {range} de {from} a {to}.',
  'effect.locked': 'Bloquea {size} en {range}.',
  'effect.unlocked': 'Desbloquea {size} en {range}.',
  'effect.changed': 'Cambia indicadores de {size} en {range}.',
  'effect.more': '… y {count} intervalos más.',
  'effect.vmlck': 'La memoria bloqueada (VmLck) pasa de {from} kB a {to} kB.',
  'effect.brk': 'El break pasa de {from} a {to}.',
  'effect.brk-seen': 'El break está en {to}.',
  'effect.future-off': 'Las proyecciones nuevas ya no se bloquean.',
  'effect.future-locked': 'Toda proyección nueva se bloqueará (MCL_FUTURE).',
  'effect.future-onfault':
    'Toda proyección nueva se bloqueará según se toquen sus páginas (MCL_FUTURE con MCL_ONFAULT).',
  'effect.future-unknown': 'Ya no se sabe si se bloquean las proyecciones nuevas.',
  'effect.map-count': 'El número de VMA pasa de {from} a {to}.',
  'effect.space-born': 'Empieza un espacio de direcciones nuevo.',
  'effect.space-gone':
    'Ha terminado la última tarea de este espacio de direcciones, y con ella todas sus proyecciones.',
  'effect.space-new': 'El espacio de direcciones se sustituye por uno nuevo.',
  'effect.moved': 'Traslada {from} a {to}: {prot}, {what}.',
  'effect.resized': 'Eran {from}; allí son {to}.',
  'effect.capability-yes': 'Desde aquí el registro muestra que la tarea tiene {names}.',
  'effect.capability-no': 'Desde aquí el registro muestra que la tarea no tiene {names}.',
  'effect.limit-shown': '{limit} es {to}, como muestra esta llamada.',
  'effect.limit-set': '{limit} es {to} desde aquí.',
  'effect.shown': 'Muestra que {size} en {range} ya estaban proyectados: {to}.',
  'effect.thread-born': 'Empieza un hilo nuevo: {tid}.',
  'effect.process-born': 'Empieza un proceso nuevo: {tid}.',
  'what.sysv': 'memoria compartida SysV {shmid}',
  'what.shmem': 'memoria anónima compartida',
  'what.anonymous': 'memoria anónima',
  'what.unknown': 'memoria que este registro no muestra',
};
