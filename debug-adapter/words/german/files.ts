/** German of english/files.ts. */
import type { Translated } from '../language';
import type { filesWords as English } from '../english/files';

export const filesWords: Translated<typeof English> = {
  'file.ENOENT': 'es gibt keine solche Datei',
  'file.EACCES': 'Leserechte fehlen',
  'file.EPERM': 'Leserechte fehlen',
  'file.EISDIR': 'es ist ein Verzeichnis',
  'file.ENOTDIR': 'ein Teil des Pfades ist kein Verzeichnis',
  'file.ELOOP': 'seine symbolischen Links gehen im Kreis',
  'file.ENAMETOOLONG': 'der Name ist zu lang',
  'file.EMFILE': 'zu viele Dateien sind offen',
  'file.ENOSPC': 'im temporären Ordner ist kein Platz mehr für die entpackten Bytes',
  'file.EIO': 'der Datenträger ist nicht lesbar',
  'file.unreadable': '{path}: {words}',
  'file.cut': "'{path}': {problem}; gezeigt wird, was sich entpacken ließ.",
  'file.ends-early': 'die komprimierte Datei endet zu früh',
  'file.damaged': 'die komprimierte Datei ist beschädigt ({words})',
  'file.shortened':
    '{path} wurde beim Lesen kürzer: Es hatte {before} Byte und endet nun bei {at}. Neu öffnen, wenn es vollständig ist',
  'file.only-first': 'nur die ersten {most} Byte werden gelesen',
  'file.broken-after': 'die komprimierte Datei ist nach {size} Byte beschädigt oder abgeschnitten: {words}',
};
