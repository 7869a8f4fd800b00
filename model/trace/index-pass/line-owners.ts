/**
 * The task that a line belongs to, from what the line, its file and the lines before it say.
 */
import type { FileState } from './file-state';
import { Role, type LineFacts } from './line-facts';
import type { Life, Tasks } from './tasks';

export class LineOwners {
  constructor(private readonly tasks: Tasks) {}

  of(file: FileState, facts: LineFacts): Life {
    let tid = facts.tid >= 0 ? facts.tid : file.tid;
    if (file.loneTid !== undefined && tid < 0 && file.loneTid.line === facts.line - 1) tid = file.loneTid.tid;
    const life = tid >= 0 ? this.tasks.named(tid, facts) : this.tasks.unnamed(facts);
    if (facts.comm !== 0) life.comm = facts.comm;
    return life;
  }

  /** The task that a message names. */
  spokenOf(file: FileState, facts: LineFacts, role: Role): Life {
    if (facts.other < 0) return this.bystander(file);
    if (role === Role.attached) return this.tasks.attached(facts.other);
    const life = this.tasks.known(facts.other) ?? this.bystander(file);
    if (role === Role.detachNote) life.leaving = true;
    return life;
  }

  /** For lines that are nobody's. */
  bystander(file: FileState): Life {
    return this.tasks.known(file.tid) ?? this.tasks.bystander(file.tid);
  }

  /** A line that is nothing but the tid of a known task: a wrap parted it from its event. */
  loneTid(facts: LineFacts): FileState['loneTid'] {
    const digits = /^\s*(\d{1,7})\s*$/.exec(facts.body)?.[1];
    if (digits === undefined || this.tasks.known(Number(digits)) === undefined) return undefined;
    return { tid: Number(digits), line: facts.line };
  }
}
