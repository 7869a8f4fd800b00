/** Spanish of english/notes.ts. */
import type { Translated } from '../language';
import type { notesWords as English } from '../english/notes';

export const notesWords: Translated<typeof English> = {
  'survey.counts': '{lines}, {events} de {tasks}, {failing}.',
  'count.line': '{n} línea',
  'count.lines': '{n} líneas',
  'count.event': '{n} evento',
  'count.events': '{n} eventos',
  'count.task': '{n} tarea',
  'count.tasks': '{n} tareas',
  'count.failing-call': '{n} llamada fallida',
  'count.failing-calls': '{n} llamadas fallidas',
  'survey.unparsed-one': '{lines} no se entiende; la primera es la línea {line}: {text}',
  'survey.unparsed': '{lines} no se entienden; la primera es la línea {line}: {text}',
  'kernel.given': 'Núcleo {version}: según lo indicado.',
  'kernel.shown': 'Núcleo {version}: lo muestra el registro.',
  'kernel.shown-at': 'Núcleo {version}: lo muestra el registro en la {line}.',
  'kernel.proven': 'Núcleo {version}: {bounds}.',
  'kernel.proven-between': 'Núcleo {version}: {from}; {before}.',
  'kernel.assumed': 'Núcleo {version}: supuesto, nada en el registro lo dice.',
  'kernel.but': 'Pero {bound}.',
  'kernel.at-least': 'al menos {version}: lo prueba la {line} ({reason})',
  'kernel.older-than': 'anterior a {version}: lo prueba la {line} ({reason})',
  'kernel.accepted': 'se acepta {what}',
  'kernel.unknown': 'allí no se conoce {what}',
  'kernel.unknown-unless': 'allí no se conoce {what}, salvo que respondiera un filtro seccomp',
  'kernel.behaves-since': '{what} se comporta como desde {version}',
  'kernel.behaves-before': '{what} se comporta como antes de {version}',
  'kernel.page-size': 'Páginas de {kib} KiB.',
  'kernel.address-bits': 'Direcciones de {bits} bits.',
  'missing.advice':
    'Para tenerlas todas, conviene grabar con -f y -e trace=%memory,%process,%desc, o sin -e trace.',
  'missing.impossible':
    'Faltan llamadas en este registro: en la {line} el núcleo puso memoria donde según el registro ya había una proyección. Lo que se muestra como proyectado puede haber desaparecido. {advice}',
  'missing.one':
    'En este registro no hay {name}. Si la grabación la dejó fuera, lo que hizo falta en la memoria mostrada. {advice}',
  'missing.several':
    'En este registro no hay {names}. Si la grabación las dejó fuera, lo que hicieron falta en la memoria mostrada. {advice}',
  'missing.between': ' ni ',
  'not-applied':
    'No se pudo calcular lo que {events} hicieron con la memoria, por un fallo de Pagewalk; desde la {line} la memoria puede mostrarse mal. Se agradece que se notifique con esa línea: {reason}',
  'note.end': 'posición final',
  'order.none':
    'Los archivos no tienen marcas de tiempo: cada uno conserva su orden, pero no se sabe qué evento de uno precedió a cuál de otro. Lo que los hilos de un proceso hicieron con su memoria se olvida cada vez que sigue otro archivo. Para saberlo hay que grabar con -ttt.',
  'snapshot.skipped': '{place}: se omite esta línea de la instantánea: {fault}.',
  'snapshot.not-used': '{place}: no se usa esta instantánea: {problem}.',
  'snapshot.no-such-task': 'hasta ahí el registro no muestra ninguna tarea con ese pid',
  'snapshot.which-task':
    "no nombra ningún pid, y el registro tiene varios: debe escribirse '# after line N pid P'",
  'snapshot.behind-the-log': 'su línea está más allá del fin del registro',
  'snapshot.none': '{name}: no contiene ninguna instantánea. Debe ser una copia de /proc/PID/maps o smaps.',
  'snapshot.more-problems': '{name}: … y {count} problemas más.',
  'snapshot.differs':
    'La instantánea en la {line} difiere del modelo en {pages}: la instantánea dice {snapshot}, el modelo {model}. Vale la instantánea.',
  'snapshot.more-differences': '… y {count} diferencias más.',
  'snapshot.free': 'libre',
  'snapshot.one-vma': 'una VMA',
  'snapshot.two-vmas': 'dos VMA',
  'maps-fault.address-expected': 'se esperaba una dirección',
  'maps-fault.empty-range': 'rango vacío',
  'maps-fault.unaligned': 'no alineado',
  'maps-fault.permissions-expected': 'se esperaban permisos',
  'maps-fault.offset-expected': 'se esperaba un desplazamiento',
  'maps-fault.device-expected': 'se esperaba un dispositivo',
  'maps-fault.inode-expected': 'se esperaba un inodo',
  'maps-fault.overlap': 'solapamiento',
  'maps-fault.detail-without-range': 'detalle sin rango',
  'maps-fault.header-expected': 'se esperaba un encabezado',
  'maps-fault.empty-snapshot': 'instantánea vacía',
  'maps-fault.rollup': 'es un resumen (smaps_rollup)',
};
