/**
 * Whether the filesystem of a directory aligns large mappings to huge pages, as far as mappings of the log showed it: no
 * line tells the kind of a filesystem, but where a large file went to the one of two places that only one rule leads to,
 * files beside it will be treated alike.
 *
 *     20 mmap(NULL, 6003000, …, 3</usr/lib/libcrypto.so>, 0) = 0x7f…00000     on a border: /usr/lib aligns
 */
import type { EventIndex } from '../../trace/positions';

/** What a mapping showed. */
export interface FileRule {
  readonly directory: string;
  /** It has a rule for huge pages: thp_get_unmapped_area. */
  readonly asks: boolean;
}

interface Shown extends FileRule {
  readonly at: EventIndex;
}

/** Of more directories than this nothing is kept: no program maps large files of so many. */
const MOST = 4096;

export class FileRules {
  private readonly byDirectory = new Map<string, Shown>();

  /** The first mapping of a directory counts. */
  shows(rule: FileRule, at: EventIndex): void {
    if (this.byDirectory.size < MOST && !this.byDirectory.has(rule.directory))
      this.byDirectory.set(rule.directory, { ...rule, at });
  }

  /** As the events before `event` show it: a call is never judged by its own answer. */
  asks(directory: string, event: EventIndex): boolean | undefined {
    const shown = this.byDirectory.get(directory);
    return shown !== undefined && shown.at < event ? shown.asks : undefined;
  }
}

/** Undefined for paths that hang on a working directory, and for what is no path. */
export const directoryOf = (path: string): string | undefined =>
  path.startsWith('/') ? path.slice(0, path.lastIndexOf('/') + 1) : undefined;
