/**
 * What may be asked for beside a new task: a tid of the caller's choice, a descriptor of the child, a control group. The
 * kernel looks at them when the task is all but made. kernel/fork.c: copy_process; measured on 6.18
 */
import { CLONE } from '../abi/clone-flags';
import type { Before, Check, Verdict } from '../check';
import { capable } from '../limits';
import { canWrite } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  fails,
  likelyPasses,
  manual,
  NOT_REACHED,
  passes,
  read,
  seen,
} from '../verdict';
import { kernelVersion } from '../versions';
import { haveAll, withFlags } from './checks-block';
import type { ForkCall } from './call';

const page = manual('clone3(2)');

/** Only clone3 can ask for tids. */
const choosesTid = ({ block }: ForkCall): boolean =>
  block?.setTidSize.value !== undefined && block.setTidSize.value > 0n;

function mayChooseTid(call: ForkCall, before: Before): Verdict {
  if (!choosesTid(call)) return NOT_REACHED;
  // CAP_CHECKPOINT_RESTORE does as well: that CAP_SYS_ADMIN is missing proves nothing.
  return capable(before, 'CAP_SYS_ADMIN').answer === 'passes' ? passes() : cannotTell('unknown-capability');
}

/** Directories of the version 2 hierarchy, which a path betrays where it is mounted as usual. */
function isControlGroup(call: ForkCall, before: Before): Verdict {
  return withFlags(call, (flags) => {
    const { block } = call;
    if (block === undefined || !haveAll(CLONE.INTO_CGROUP)(flags)) return NOT_REACHED;
    const { value } = block.cgroup;
    if (value === undefined) return cannotTell('unknown-argument');
    const fact = argumentFact('cgroup', block.cgroup);
    const fd = Number(value);
    const file = before.descriptors.get(fd);
    if (file === undefined)
      return before.descriptors.stateOf(fd) === 'closed'
        ? fails(fact)
        : cannotTell('unknown-descriptor', fact);
    if (file.path.startsWith('/sys/fs/cgroup')) return likelyPasses('no-trace', fact);
    const mayBe = file.kind === 'directory' || file.kind === 'o-path' || file.kind === 'unknown';
    return mayBe ? cannotTell('unknown-descriptor', fact) : fails(fact);
  });
}

export const extraChecks: readonly Check<ForkCall>[] = [
  {
    id: 'clone.may-not-choose-tid',
    errno: 'EPERM',
    since: kernelVersion(5, 5),
    sources: [read('kernel/pid.c: alloc_pid'), page],
    demand: 'a tid is chosen with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE only',
    test: mayChooseTid,
  },
  {
    id: 'clone.tid-in-use',
    errno: 'EEXIST',
    since: kernelVersion(5, 5),
    sources: [seen('kernel/pid.c: alloc_pid'), page],
    demand: 'no task has the tid that is chosen',
    test: (call) => (choosesTid(call) ? cannotTell('no-trace') : NOT_REACHED),
  },
  {
    id: 'clone.pidfd-unwritable',
    errno: 'EFAULT',
    since: kernelVersion(5, 2),
    sources: [seen('kernel/fork.c: copy_process'), manual('clone(2)')],
    demand: 'with CLONE_PIDFD, the descriptor can be written to where the call wants it',
    test: (call, before) =>
      withFlags(call, (flags) =>
        haveAll(CLONE.PIDFD)(flags) ? canWrite(call.pidfdAt, 4, before) : NOT_REACHED,
      ),
  },
  {
    id: 'clone.no-control-group',
    errno: 'EBADF',
    since: kernelVersion(5, 7),
    sources: [seen('kernel/cgroup/cgroup.c: cgroup_css_set_fork'), page],
    demand: 'with CLONE_INTO_CGROUP, the descriptor is of a control group of version 2',
    test: isControlGroup,
  },
];
