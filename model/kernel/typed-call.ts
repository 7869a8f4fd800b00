/**
 * From a call as strace printed it to the arguments that the kernel received. Nothing is rounded or judged here: a
 * length of SIZE_MAX stays what it is, and an argument that the log does not show stays unknown.
 */
import type { CallEvent } from '../trace/event';
import type { Architecture } from '../process/world';
import { nameOfUnnamed } from './abi/syscall-numbers';
import { askingForms } from './asking-calls';
import type { CallForm } from './call-form';
import { CallReader } from './call-reader';
import { mappingForms } from './mapping-calls';
import type { MemoryCall } from './memory-call';
import { policyForms } from './policy-calls';
import { processForms } from './process-calls';

const forms: ReadonlyMap<string, CallForm<MemoryCall>> = new Map<string, CallForm<MemoryCall>>([
  ...mappingForms,
  ...askingForms,
  ...policyForms,
  ...processForms,
]);

/** Every name that may stand in a log for a call that a rule judges. */
export const judgedNames: readonly string[] = [...forms.keys()];

/** A strace older than the kernel prints a call that it does not know as `syscall_0x1ce`. */
const isUnnamed = (name: string): boolean => name.startsWith('syscall_');

/** Whether a call of this name may be one that a rule judges. Cheap: asked for every event. */
export const mayBeJudged = (name: string): boolean => forms.has(name) || isUnnamed(name);

/** Whether a call of this name may change an address space. */
export const mayChangeSpace = (name: string): boolean =>
  forms.get(name)?.changes === 'space' || isUnnamed(name);

/**
 * The call with typed arguments, or undefined for a call that no rule here judges. `architecture` is the task's at this
 * event: it decides flag values, word size, and what `mmap` means on i386.
 */
export function memoryCallOf(event: CallEvent, architecture: Architecture): MemoryCall | undefined {
  const name = forms.has(event.name) ? event.name : nameOfUnnamed(event.name, architecture);
  return name === undefined ? undefined : forms.get(name)?.read(new CallReader(event, architecture));
}
