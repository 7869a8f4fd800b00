/** Which arguments of a call are paths, the one that a failure is about first. */
import type { CallEvent } from '../../trace/event';
import { argument, pathOf } from '../../process/call-values';

/** Where the path is; several where the call takes two. */
const AT: Readonly<Record<string, readonly number[]>> = {
  open: [0],
  openat: [1],
  openat2: [1],
  creat: [0],
  stat: [0],
  stat64: [0],
  lstat: [0],
  lstat64: [0],
  newfstatat: [1],
  fstatat64: [1],
  statx: [1],
  access: [0],
  faccessat: [1],
  faccessat2: [1],
  execve: [0],
  execveat: [1],
  readlink: [0],
  readlinkat: [1],
  mkdir: [0],
  mkdirat: [1],
  rmdir: [0],
  unlink: [0],
  unlinkat: [1],
  rename: [0, 1],
  renameat: [1, 3],
  renameat2: [1, 3],
  link: [0, 1],
  linkat: [1, 3],
  symlink: [1],
  symlinkat: [2],
  chdir: [0],
  chroot: [0],
  chmod: [0],
  fchmodat: [1],
  fchmodat2: [1],
  chown: [0],
  lchown: [0],
  fchownat: [1],
  truncate: [0],
  truncate64: [0],
  statfs: [0],
  statfs64: [0],
  mknod: [0],
  mknodat: [1],
  mount: [1, 0],
  umount2: [0],
  utimensat: [1],
  utimes: [0],
  futimesat: [1],
  getxattr: [0],
  lgetxattr: [0],
  setxattr: [0],
  lsetxattr: [0],
  listxattr: [0],
  llistxattr: [0],
  removexattr: [0],
  inotify_add_watch: [1],
  fanotify_mark: [4],
  swapon: [0],
  swapoff: [0],
  acct: [0],
  pivot_root: [0, 1],
  name_to_handle_at: [1],
  open_tree: [1],
  move_mount: [1, 3],
  bind: [1],
  connect: [1],
  shm_open: [0],
  mq_open: [0],
};

/** Calls that make a name, take one away, or give a file another. */
export const MAKING = [
  'open',
  'openat',
  'openat2',
  'creat',
  'mkdir',
  'mkdirat',
  'mknod',
  'mknodat',
  'symlink',
  'symlinkat',
  'link',
  'linkat',
  'rename',
  'renameat',
  'renameat2',
  'bind',
];
export const REMOVING = ['unlink', 'unlinkat', 'rmdir', 'rename', 'renameat', 'renameat2'];

/** The paths of a call as the log shows them; of a socket's address the path of AF_UNIX. */
export function pathsOf(call: CallEvent): readonly string[] {
  const paths = (AT[call.name] ?? []).map((at) => {
    const value = argument(call, at);
    if (value?.kind === 'struct') return pathOf(value.members.find(({ name }) => name === 'sun_path')?.value);
    return pathOf(value);
  });
  return paths.filter((path) => path !== undefined);
}

/** Where the flags of an opening call are. */
export const openFlagsOf = (call: CallEvent) => {
  switch (call.name) {
    case 'open':
      return argument(call, 1);
    case 'openat':
      return argument(call, 2);
    case 'openat2': {
      const how = argument(call, 2);
      return how?.kind === 'struct' ? how.members.find(({ name }) => name === 'flags')?.value : undefined;
    }
    default:
      return undefined;
  }
};
