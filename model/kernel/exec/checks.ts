/**
 * The checks of execve and execveat, in the kernel's order: path, number of processes, file, vectors, format.
 * fs/exec.c: do_execveat_common, bprm_execve; measured on 6.18
 *
 * The file system decides most of it, and no log shows that: a shell that looks for a program along PATH gets ENOENT
 * after ENOENT. So no answer is predicted but where the caller's own memory, arguments or limits decide before.
 */
import { wordBits } from '../layout';
import type { Before, Check, Fact, Verdict } from '../check';
import { limitOf } from '../limits';
import { canRead, type UserPointer } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  manual,
  NO_TRACE,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import { AT, type ExecCall, type StringVector } from './call';

type ExecCheck = Check<ExecCall>;

const page = manual('execve(2)');
const opening = seen('fs/exec.c: do_open_execat');
const copying = seen('fs/exec.c: copy_strings');

/** Bytes of a path, its end mark included. include/uapi/linux/limits.h: PATH_MAX */
const PATH_MAX = 4096;
/** MAX_ARG_STRLEN: the longest single string. include/uapi/linux/binfmts.h */
const LONGEST_STRING = 131072;
/** What strings may take however small the stack's limit is, and however large. fs/exec.c: bprm_stack_limits */
const LEAST = 131072n;
const MOST = ((8n << 20n) / 4n) * 3n;

const isEmpty = ({ path }: ExecCall): boolean => path.text === '';

function directoryIsOpen({ directory, path }: ExecCall, before: Before): Verdict {
  const fd = directory.value;
  if (path.text?.startsWith('/') === true || fd === AT.FDCWD) return NOT_REACHED;
  if (fd === undefined) return cannotTell('unknown-argument');
  const fact = argumentFact('dirfd', directory);
  switch (before.descriptors.stateOf(fd)) {
    case 'open':
      return passes(fact);
    case 'closed':
      return fails(fact);
    case 'unknown':
      return likelyPasses('unknown-descriptor', fact);
  }
}

function knownFlags(call: ExecCall, before: Before): Verdict {
  const known =
    AT.SYMLINK_NOFOLLOW |
    AT.EMPTY_PATH |
    (before.machine.kernel >= kernelVersion(6, 14) ? AT.EXECVE_CHECK : 0);
  return withArguments([call.flags], (flags) =>
    flags === 0
      ? passes()
      : demand(flags < 2 ** 31 && (flags & ~known) === 0, argumentFact('flags', call.flags)),
  );
}

/** The vector itself, then the strings that it names. */
function vectorReadable(vector: StringVector, before: Before): Verdict {
  const word = wordBits(before.task.architecture) / 8;
  if (vector.unreadable !== undefined) {
    const at: UserPointer = { shows: 'address', address: vector.unreadable, span: spanOf(vector.at) };
    return canRead(at, 1, before);
  }
  if (vector.at.shows === 'null' || vector.count !== undefined) return passes();
  return canRead(vector.at, word, before);
}

const spanOf = (at: UserPointer) => ('span' in at ? at.span : { start: 0, end: 0 });

/**
 * Strings and the pointers to them take at most a quarter of RLIMIT_STACK, in any case 128 KiB, in no case more than
 * 6 MiB.
 */
function stringsFit(call: ExecCall, before: Before): Verdict {
  const limit = limitOf(before, 'STACK');
  const quarter = limit === undefined || limit.soft === 'infinity' ? MOST : limit.soft / 4n;
  const most = quarter > MOST ? MOST : quarter < LEAST ? LEAST : quarter;
  const { arguments: argv, environment } = call;
  const pointers = Math.max(argv.count ?? 0, 1) + (environment.count ?? 0);
  const words = BigInt(pointers) * BigInt(wordBits(before.task.architecture) / 8);
  const strings = BigInt(argv.bytes + environment.bytes + (call.path.text?.length ?? 0) + 1);
  const facts: Fact[] = [
    numberFact('strings', strings, 'bytes'),
    numberFact('pointers', words, 'bytes'),
    numberFact('most', most, 'bytes', limit?.at),
  ];
  if (strings + words > (limit === undefined ? MOST : most)) return fails(...facts);
  return argv.whole && environment.whole && limit !== undefined
    ? passes(...facts)
    : likelyPasses(limit === undefined ? 'unknown-limit' : 'unknown-argument', ...facts);
}

const fileSystem = (
  id: string,
  errno: string,
  wanted: string,
  where: ReturnType<typeof seen> = opening,
  verdict: Verdict = NO_TRACE,
): ExecCheck => ({
  id: `execve.${id}`,
  errno,
  sources: [where, page],
  demand: wanted,
  test: () => verdict,
});

export const execChecks: readonly ExecCheck[] = [
  {
    id: 'execve.path-unreadable',
    errno: 'EFAULT',
    sources: [seen('fs/namei.c: getname_flags'), page],
    demand: 'the path can be read',
    test: ({ path }, before) => canRead(path.at, 1, before),
  },
  {
    id: 'execve.path-too-long',
    errno: 'ENAMETOOLONG',
    sources: [seen('fs/namei.c: getname_flags'), page],
    demand: 'the path is shorter than 4096 bytes',
    test: ({ path }) =>
      path.at.shows === 'contents'
        ? demand(
            path.text === undefined ? path.length < PATH_MAX - 1 : path.length < PATH_MAX,
            numberFact('length', path.length, 'bytes'),
          )
        : NOT_REACHED,
  },
  {
    id: 'execve.path-empty',
    errno: 'ENOENT',
    sources: [seen('fs/namei.c: getname_flags'), page],
    demand: 'the path is not empty, but with AT_EMPTY_PATH',
    test: (call) =>
      isEmpty(call)
        ? withArguments([call.flags], (flags) =>
            demand((flags & AT.EMPTY_PATH) !== 0, argumentFact('flags', call.flags)),
          )
        : passes(),
  },
  {
    id: 'execve.too-many-processes',
    errno: 'EAGAIN',
    sources: [read('fs/exec.c: do_execveat_common'), page],
    demand: 'the caller did not change to a user who has more processes than RLIMIT_NPROC',
    test: () => NO_TRACE,
  },
  {
    id: 'execve.unknown-flags',
    errno: 'EINVAL',
    sources: [opening, manual('execveat(2)')],
    demand: 'the flags are AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW and (since 6.14) AT_EXECVE_CHECK',
    test: knownFlags,
  },
  {
    id: 'execve.directory-not-open',
    errno: 'EBADF',
    sources: [opening, manual('execveat(2)')],
    demand: 'a relative path starts from an open descriptor',
    test: directoryIsOpen,
  },
  fileSystem(
    'no-such-file',
    'ENOENT',
    'the file exists, and so does the interpreter that it names',
    opening,
    cannotTell('no-trace'),
  ),
  fileSystem('path-through-file', 'ENOTDIR', 'all but the last part of the path are directories'),
  fileSystem('too-many-links', 'ELOOP', 'the path does not lead through too many symbolic links'),
  fileSystem(
    'not-executable',
    'EACCES',
    'the file is a regular one that the caller may execute, on a file system not mounted noexec',
  ),
  fileSystem('written-to', 'ETXTBSY', 'nobody has the file open for writing'),
  fileSystem('too-many-files', 'EMFILE', 'the process may open one more file'),
  fileSystem('not-permitted', 'EPERM', 'the file gives no privileges that the caller may not have now'),
  {
    id: 'execve.arguments-unreadable',
    errno: 'EFAULT',
    sources: [seen('fs/exec.c: count'), copying, page],
    demand: 'the arguments can be read: the vector and each string',
    test: ({ arguments: argv }, before) => vectorReadable(argv, before),
  },
  {
    id: 'execve.environment-unreadable',
    errno: 'EFAULT',
    sources: [seen('fs/exec.c: count'), copying, page],
    demand: 'the environment can be read: the vector and each string',
    test: ({ environment }, before) => vectorReadable(environment, before),
  },
  {
    id: 'execve.string-too-long',
    errno: 'E2BIG',
    sources: [copying, page],
    demand: 'no single string is longer than 128 KiB',
    test: ({ arguments: argv, environment }) => {
      const longest = Math.max(argv.longest, environment.longest);
      if (longest > LONGEST_STRING) return fails(numberFact('length', longest, 'bytes'));
      return argv.whole && environment.whole ? passes() : likelyPasses('unknown-argument');
    },
  },
  {
    id: 'execve.over-stack-limit',
    errno: 'E2BIG',
    since: kernelVersion(4, 13),
    sources: [seen('fs/exec.c: bprm_stack_limits'), page],
    demand:
      'the strings and their pointers fit into a quarter of RLIMIT_STACK, at least 128 KiB and at most 6 MiB',
    test: stringsFit,
  },
  fileSystem(
    'unknown-format',
    'ENOEXEC',
    'the file is of a format that the kernel can run',
    seen('fs/exec.c: exec_binprm'),
  ),
  fileSystem(
    'interpreter-refused',
    'EINVAL',
    'the file names one interpreter only',
    read('fs/binfmt_elf.c: load_elf_binary'),
  ),
  fileSystem(
    'kernel-memory',
    'ENOMEM',
    'the kernel has memory for the new program',
    read('fs/exec.c: bprm_mm_init'),
  ),
];
