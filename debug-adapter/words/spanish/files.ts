/** Spanish of english/files.ts. */
import type { Translated } from '../language';
import type { filesWords as English } from '../english/files';

export const filesWords: Translated<typeof English> = {
  'file.ENOENT': 'no existe tal archivo',
  'file.EACCES': 'no hay permiso para leerlo',
  'file.EPERM': 'no hay permiso para leerlo',
  'file.EISDIR': 'es un directorio',
  'file.ENOTDIR': 'una parte de la ruta no es un directorio',
  'file.ELOOP': 'sus enlaces simbólicos forman un círculo',
  'file.ENAMETOOLONG': 'el nombre es demasiado largo',
  'file.EMFILE': 'hay demasiados archivos abiertos',
  'file.ENOSPC': 'no queda sitio en la carpeta temporal para sus bytes descomprimidos',
  'file.EIO': 'no se puede leer el disco',
  'file.unreadable': '{path}: {words}',
  'file.cut': "'{path}': {problem}; se muestra lo que se pudo descomprimir.",
  'file.ends-early': 'el archivo comprimido termina demasiado pronto',
  'file.damaged': 'el archivo comprimido está dañado ({words})',
  'file.shortened':
    '{path} se acortó mientras se leía: tenía {before} bytes y ahora termina en {at}. Hay que volver a abrirlo cuando esté completo',
  'file.only-first': 'solo se leen los primeros {most} bytes',
  'file.broken-after': 'el archivo comprimido está roto o cortado tras {size} bytes: {words}',
};
