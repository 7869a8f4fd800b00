/** Names, attributes and contents of files. Paths come first: a bad one is found before the file is looked for. */
import * as abi from '../abi-sizes';
import { undecoded, bytes, call, changes, orNull, path, reads, text, upTo, writes } from '../notation';
import type { Rows } from './rows';

/** fs/xattr.c: import_xattr_name reads one byte more than a name may have. */
const attribute = text('name', 256);
const NAMEI = 'fs/namei.c: getname_flags';
const STAT_ORDER = 'fs/stat.c: vfs_statx, cp_new_stat';
const XATTR_ORDER = 'fs/xattr.c: path_setxattrat, setxattr_copy';

const onPath = call(path('pathname'));
const onPathValue = call(path('pathname'), 'value');
const onPathValues = call(path('pathname'), 'value', 'other');
const atPath = call('dirfd', path('pathname'), 'value', 'other');
const twoPaths = call(path('oldpath'), path('newpath')).uses(['oldpath', 'newpath'], NAMEI);
const statOf = (size: typeof abi.STAT) =>
  call(path('pathname'), writes('statbuf', size)).uses(['pathname', 'statbuf'], STAT_ORDER);
const statAt = (size: typeof abi.STAT) =>
  call('dirfd', path('pathname'), writes('statbuf', size), 'flags').uses(['pathname', 'statbuf'], STAT_ORDER);
const timesAt = (size: typeof abi.TIMESPEC) =>
  call('dirfd', orNull(path('pathname')), orNull(reads('times', size)), 'flags').uses(
    ['times', 'pathname'],
    'fs/utimes.c: utimensat',
  );
const setsAttribute = call(path('path'), attribute, reads('value', bytes('size')), 'size', 'flags').uses(
  ['name', 'value', 'path'],
  XATTR_ORDER,
);
const getsAttribute = call(path('path'), attribute, writes('value', upTo('size')), 'size').uses(
  ['name', 'path', 'value'],
  'fs/xattr.c: path_getxattrat',
);
const listsAttributes = call(path('path'), writes('list', upTo('size')), 'size').uses(
  ['path', 'list'],
  'fs/xattr.c: path_listxattrat',
);
const statsFilesystem = (size: typeof abi.STATFS) =>
  call(path('path'), writes('buf', size)).uses(['path', 'buf'], 'fs/statfs.c: user_statfs');

export const files = {
  open: onPathValues,
  creat: onPathValue,
  openat: atPath,
  openat2: call('dirfd', path('pathname'), reads('how', bytes('size')), 'size').uses(
    ['how', 'pathname'],
    'fs/open.c: openat2',
  ),
  stat: statOf(abi.STAT),
  lstat: statOf(abi.STAT),
  oldstat: statOf(abi.OLD_STAT),
  oldlstat: statOf(abi.OLD_STAT),
  stat64: statOf(abi.STAT64),
  lstat64: statOf(abi.STAT64),
  fstat: call('fd', writes('statbuf', abi.STAT)),
  oldfstat: call('fd', writes('statbuf', abi.OLD_STAT)),
  fstat64: call('fd', writes('statbuf', abi.STAT64)),
  newfstatat: statAt(abi.STAT),
  fstatat: statAt(abi.STAT),
  fstatat64: statAt(abi.STAT64),
  statx: call('dirfd', orNull(path('pathname')), 'flags', 'mask', writes('statxbuf', abi.STATX)).uses(
    ['pathname', 'statxbuf'],
    'fs/stat.c: do_statx',
  ),
  statfs: statsFilesystem(abi.STATFS),
  fstatfs: call('fd', writes('buf', abi.STATFS)),
  statfs64: call(path('path'), 'size', writes('buf', abi.STATFS64)).uses(
    ['path', 'buf'],
    'fs/statfs.c: user_statfs',
  ),
  fstatfs64: call('fd', 'size', writes('buf', abi.STATFS64)),
  ustat: call('dev', writes('ubuf', abi.USTAT)),
  access: onPathValue,
  faccessat: atPath,
  faccessat2: atPath,
  chmod: onPathValue,
  fchmodat: atPath,
  fchmodat2: atPath,
  chown: onPathValues,
  chown32: onPathValues,
  lchown: onPathValues,
  lchown32: onPathValues,
  fchownat: call('dirfd', path('pathname'), 'owner', 'group', 'flags'),
  truncate: onPathValue,
  truncate64: onPathValue,
  mkdir: onPathValue,
  mkdirat: atPath,
  mknod: onPathValues,
  mknodat: call('dirfd', path('pathname'), 'mode', 'dev'),
  rmdir: onPath,
  unlink: onPath,
  unlinkat: atPath,
  rename: twoPaths,
  renameat: call('olddirfd', path('oldpath'), 'newdirfd', path('newpath')).uses(
    ['oldpath', 'newpath'],
    NAMEI,
  ),
  renameat2: call('olddirfd', path('oldpath'), 'newdirfd', path('newpath'), 'flags').uses(
    ['oldpath', 'newpath'],
    NAMEI,
  ),
  link: twoPaths,
  linkat: call('olddirfd', path('oldpath'), 'newdirfd', path('newpath'), 'flags').uses(
    ['oldpath', 'newpath'],
    NAMEI,
  ),
  symlink: twoPaths,
  symlinkat: call(path('target'), 'newdirfd', path('linkpath')).uses(['target', 'linkpath'], NAMEI),
  readlink: call(path('pathname'), writes('buf', upTo('bufsiz')), 'bufsiz').uses(
    ['pathname', 'buf'],
    'fs/stat.c: do_readlinkat',
  ),
  readlinkat: call('dirfd', path('pathname'), writes('buf', upTo('bufsiz')), 'bufsiz').uses(
    ['pathname', 'buf'],
    'fs/stat.c: do_readlinkat',
  ),
  chdir: onPath,
  chroot: onPath,
  getcwd: call(writes('buf', upTo('size')), 'size'),
  utime: call(path('filename'), orNull(reads('times', abi.UTIMBUF))).uses(
    ['times', 'filename'],
    'fs/utimes.c: utime',
  ),
  utimes: call(path('filename'), orNull(reads('times', abi.TWO_TIMEVALS))).uses(
    ['times', 'filename'],
    'fs/utimes.c: do_futimesat',
  ),
  futimesat: call('dirfd', orNull(path('pathname')), orNull(reads('times', abi.TWO_TIMEVALS))).uses(
    ['times', 'pathname'],
    'fs/utimes.c: do_futimesat',
  ),
  utimensat: timesAt(abi.TWO_TIMESPECS),
  utimensat_time64: timesAt(abi.TWO_TIMESPECS64),
  getdents: call('fd', writes('dirp', upTo('count')), 'count'),
  getdents64: call('fd', writes('dirp', upTo('count')), 'count'),
  readdir: call('fd', writes('dirp', { lp64: 24, ilp32: 12 }), 'count'),
  _llseek: call('fd', 'offset', writes('result', abi.U64), 'whence'),
  setxattr: setsAttribute,
  lsetxattr: setsAttribute,
  fsetxattr: call('fd', attribute, reads('value', bytes('size')), 'size', 'flags').uses(
    ['name', 'value'],
    XATTR_ORDER,
  ),
  getxattr: getsAttribute,
  lgetxattr: getsAttribute,
  fgetxattr: call('fd', attribute, writes('value', upTo('size')), 'size').uses(
    ['name', 'value'],
    'fs/xattr.c: fgetxattr',
  ),
  listxattr: listsAttributes,
  llistxattr: listsAttributes,
  flistxattr: call('fd', writes('list', upTo('size')), 'size'),
  removexattr: call(path('path'), attribute).uses(['name', 'path'], 'fs/xattr.c: path_removexattrat'),
  lremovexattr: call(path('path'), attribute).uses(['name', 'path'], 'fs/xattr.c: path_removexattrat'),
  fremovexattr: call('fd', attribute),
  name_to_handle_at: call(
    'dirfd',
    path('pathname'),
    changes('handle', abi.FILE_HANDLE),
    writes('mount_id', abi.INT),
    'flags',
  ).uses(['pathname', 'handle', 'mount_id'], 'fs/fhandle.c: do_sys_name_to_handle'),
  open_by_handle_at: call('mount_fd', reads('handle', abi.FILE_HANDLE), 'flags'),
  inotify_add_watch: call('fd', path('pathname'), 'mask'),
  fanotify_mark: call('fanotify_fd', 'flags', 'mask', 'dirfd', orNull(path('pathname'))),
  mount: call(
    orNull(path('source')),
    path('target'),
    orNull(path('filesystemtype')),
    'mountflags',
    orNull(undecoded(reads('data', abi.CHAR))),
  ).uses(['filesystemtype', 'source', 'data', 'target'], 'fs/namespace.c: mount'),
  umount: onPath,
  umount2: onPathValue,
  pivot_root: call(path('new_root'), path('put_old')).uses(
    ['new_root', 'put_old'],
    'fs/namespace.c: pivot_root',
  ),
  open_tree: atPath,
  move_mount: call('from_dirfd', path('from_pathname'), 'to_dirfd', path('to_pathname'), 'flags'),
  fsopen: call(text('fsname', 4096), 'flags'),
  fsconfig: call('fd', 'cmd', orNull(text('key', 256)), orNull(text('value', 256)), 'aux'),
  fspick: call('dirfd', path('path'), 'flags'),
  mount_setattr: call('dirfd', path('pathname'), 'flags', reads('attr', bytes('size')), 'size').uses(
    ['attr', 'pathname'],
    'fs/namespace.c: mount_setattr',
  ),
  statmount: call(reads('req', 24), writes('buf', upTo('bufsize')), 'bufsize', 'flags').uses(
    ['req', 'buf'],
    'fs/namespace.c: statmount',
  ),
  listmount: call(reads('req', 24), writes('mnt_ids', upTo('nr_mnt_ids', 8)), 'nr_mnt_ids', 'flags'),
  swapon: onPathValue,
  swapoff: onPath,
  acct: call(orNull(path('filename'))),
  uselib: onPath,
  quotactl: call('cmd', orNull(path('special')), 'id', undecoded(reads('addr', abi.CHAR))),
  lookup_dcookie: call('cookie', writes('buffer', upTo('len')), 'len'),
  landlock_create_ruleset: call(orNull(reads('attr', bytes('size'))), 'size', 'flags'),
  landlock_add_rule: call('ruleset_fd', 'rule_type', undecoded(reads('rule_attr', 12)), 'flags'),
} satisfies Rows;
