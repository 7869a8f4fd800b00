/** Spanish of english/spot.ts. */
import type { spotWords as English } from '../english/spot';
import type { Translated } from '../translation';

export const spotWords: Translated<typeof English> = {
  'spot.title': 'El lugar, de la dirección más baja a la más alta',
  'spot.role.range': 'pedido',
  'spot.role.old': 'intervalo antiguo',
  'spot.role.growth': 'crecimiento',
  'spot.role.new': 'sitio nuevo',
  'spot.role.hint': 'sugerencia',
  'spot.role.read': 'por leer',
  'spot.role.write': 'por escribir',
  'spot.role.done': 'hecho',
  'spot.role.access': 'acceso',
  'spot.hole': 'nada proyectado',
  'spot.unknown': 'no se sabe si está proyectado',
  'spot.in-the-way': 'en medio',
  'spot.other-mapping': 'otra proyección',
  'spot.misaligned': 'entre dos páginas',
  'spot.beyond-end': 'no es del espacio de usuario',
  'spot.too-low': 'dirección demasiado baja',
  'spot.overlap': 'el antiguo y el nuevo se solapan',
  'spot.read-only': 'no permite escribir',
  'spot.no-access': 'no permite ningún acceso',
  'spot.beyond-object': 'detrás del final del archivo',
  'spot.too-small': 'el hueco más grande, {missing} demasiado pequeño',
  'spot.sealed': 'sellada',
  'spot.refuses': 'no lo permite',
  'spot.at': '{trouble}: {address}',
  'spot.anonymous': 'anónima',
  'spot.free': 'libre',
  'spot.left-out': '{count} proyecciones omitidas',
};
