/** Spanish of english/report.ts. */
import type { reportWords as English } from '../english/report';
import type { Translated } from '../translation';

export const reportWords: Translated<typeof English> = {
  'report.proven': 'probado por el registro y las reglas',
  'report.likely': 'probable; el registro deja varias causas abiertas',
  'report.outside': 'la causa no está en el espacio de direcciones',
  'report.no-failure': 'Ninguna llamada de este registro falló.',
  'report.how': 'Para averiguarlo: {how}',
  'report.nothing-here': 'Aquí no hay llamada ni señal.',
  'report.place': 'línea {line}',
  'report.place-pid': 'línea {line}, pid {pid}',
  'report.place-file': '{file}, línea {line}',
  'report.place-file-pid': '{file}, línea {line}, pid {pid}',
  'report.remedies': 'Qué habría tenido éxito',
  'report.checks': 'Las comprobaciones del núcleo, en su orden',
  'report.manual': 'El manual a través del tiempo',
  'report.space': 'El espacio de direcciones antes y después de esta llamada',
  'report.before': 'Antes de esta llamada',
  'report.after': 'Después de esta llamada',
  'report.free': 'libres',
  'report.locked': 'bloqueado',
};
