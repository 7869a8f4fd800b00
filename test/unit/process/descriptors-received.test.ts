/** Descriptors that come from elsewhere, and what parts a task from what it shared. */
import { describe, expect, test } from 'vitest';
import { record, taskWithTid } from '../timeline/recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

async function after(calls: string, tid = 101) {
  const timeline = await record(`${EXEC}\n${calls}`);
  const world = timeline.worldAt(timeline.end);
  const task = taskWithTid(timeline, timeline.end, tid);
  return { world, task, table: world.descriptors(task.descriptors)! };
}

const message = (data: string, flags: string) =>
  `101 recvmsg(4, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="x", iov_len=1}], msg_iovlen=1, msg_control=[{cmsg_len=24, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[${data}]}], msg_controllen=24, msg_flags=0}, ${flags}) = 1`;

describe('descriptors from elsewhere', () => {
  test('received over a socket: open, no longer what the number stood for', async () => {
    const { table } = await after(`
      101 openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 5
      101 close(5) = 0
      101 close(6) = 0
      ${message('5, 6', 'MSG_CMSG_CLOEXEC')}
    `);
    expect(table.get(5)).toMatchObject({ path: '', kind: 'unknown', readable: undefined, closeOnExec: true });
    expect(table.stateOf(6)).toBe('open');
    expect(table.get(5)?.description).not.toBe(table.get(6)?.description);
  });

  test('received, with the name that -y shows', async () => {
    const { table } = await after(message('7</memfd:x>(deleted)', '0'));
    expect(table.get(7)).toMatchObject({ path: '/memfd:x', kind: 'memfd', closeOnExec: false });
  });

  test('received in one of several messages', async () => {
    const { table } = await after(
      '101 recvmmsg(4, [{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[], msg_iovlen=0, msg_control=[{cmsg_len=20, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[9]}], msg_controllen=24, msg_flags=0}, msg_len=1}], 1, 0, NULL) = 1',
    );
    expect(table.stateOf(9)).toBe('open');
  });

  test.each([
    ['101 clone(child_stack=NULL, flags=CLONE_PIDFD|SIGCHLD, parent_tid=[7]) = 102', 7],
    [
      '101 clone3({flags=CLONE_PIDFD, pidfd=0x7ffd, exit_signal=SIGCHLD, stack=NULL, stack_size=0} => {pidfd=[8]}, 88) = 102',
      8,
    ],
  ])('of a child: %s', async (call, fd) => {
    const { table } = await after(call);
    expect(table.get(fd)).toMatchObject({ path: 'pid:102', kind: 'anon-inode', closeOnExec: true });
  });

  test('the tid of a new thread is no descriptor', async () => {
    const { table } = await after(
      '101 clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_SIGHAND|CLONE_THREAD|CLONE_PARENT_SETTID, parent_tid=[102]) = 102',
    );
    expect(table.stateOf(102)).toBe('unknown');
  });

  test('out of another process', async () => {
    const { table } = await after('101 close(9) = 0\n101 pidfd_getfd(8, 0, 0) = 9');
    expect(table.get(9)).toMatchObject({ kind: 'unknown', closeOnExec: true });
  });

  test('of a place in the tree of files', async () => {
    const { table } = await after('101 open_tree(AT_FDCWD, "/", OPEN_TREE_CLOEXEC) = 3');
    expect(table.get(3)).toMatchObject({ kind: 'o-path', closeOnExec: true });
  });

  test('of what bpf makes', async () => {
    const { table } = await after(
      '101 bpf(BPF_MAP_CREATE, {map_type=BPF_MAP_TYPE_ARRAY, key_size=4}, 112) = 3\n' +
        '101 bpf(BPF_MAP_LOOKUP_ELEM, {map_fd=3, key=0x7f0, value=0x7f8}, 112) = 0',
    );
    expect(table.get(3)).toMatchObject({ kind: 'anon-inode', closeOnExec: true });
    expect(table.get(0)?.kind).not.toBe('anon-inode');
  });
});

describe('unshare', () => {
  const THREAD =
    '101 clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD) = 102\n102 getppid() = 1';

  test('gives a thread descriptors of its own', async () => {
    const { world, task, table } = await after(
      `${THREAD}\n101 unshare(CLONE_FILES) = 0\n101 openat(AT_FDCWD, "/x", O_RDONLY) = 3`,
    );
    expect(table.stateOf(3)).toBe('open');
    const other = [...world.tasks()].find(({ tid }) => tid === 102);
    expect(other?.descriptors).not.toBe(task.descriptors);
    expect(world.descriptors(other!.descriptors)?.stateOf(3)).toBe('unknown');
    expect(other?.space).toBe(task.space);
  });

  test('of what is not shared changes nothing', async () => {
    const { task } = await after('101 openat(AT_FDCWD, "/x", O_RDONLY) = 3\n101 unshare(CLONE_FILES) = 0');
    const { task: without } = await after('101 openat(AT_FDCWD, "/x", O_RDONLY) = 3');
    expect(task.descriptors).toBe(without.descriptors);
  });

  const NEW_USER = [
    ['unshare', '101 unshare(CLONE_NEWUSER) = 0', 101],
    ['clone', '101 clone(child_stack=NULL, flags=CLONE_NEWUSER|SIGCHLD) = 102\n102 getppid() = 1', 102],
  ] as const;
  test.each(NEW_USER)(
    'a user namespace takes the capabilities of the first one away: %s',
    async (_, call, tid) => {
      const shown = `${tid} capget({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=1<<CAP_IPC_LOCK, permitted=0, inheritable=0}) = 0`;
      const { task } = await after(
        `${call}\n${shown}\n${tid} execve("/b", ["b"], 0x7f /* 0 vars */) = 0`,
        tid,
      );
      expect(task.privileges.capabilities.get('CAP_IPC_LOCK')?.has).toBe('no');
    },
  );
});
