/**
 * What stands behind a name in a log.
 */
import type { CallReader } from './call-reader';
import type { TypedCall } from './given';

export interface CallForm<Call extends TypedCall> {
  /** Undefined where calls of this name are judged only in some forms, and this is another one. */
  readonly read: (read: CallReader) => Call | undefined;
  /**
   * What a call of this name changes. 'space': the address space, by its rule's `apply`; it is decoded while the log is
   * read. 'world': something else, by model/process. 'nothing': it only asks; it is decoded when somebody looks.
   */
  readonly changes: 'space' | 'world' | 'nothing';
}

/** Makes the forms of calls that change the same. */
export const changing =
  <Call extends TypedCall>(changes: CallForm<Call>['changes']) =>
  (read: CallForm<Call>['read']): CallForm<Call> => ({ read, changes });
