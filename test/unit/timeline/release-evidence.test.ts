/** Where a log tells the kernel's release beside uname, of which older straces print but the first two names. */
import { expect, test } from 'vitest';
import { formatKernelVersion } from '../../../model/kernel/versions';
import { record } from './recorded';

const EXEC =
  '101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0\n101 uname({sysname="Linux", nodename="vm", ...}) = 0\n';
const open = (path: string) => `101 openat(AT_FDCWD, "${path}", O_RDONLY|O_CLOEXEC) = 3\n`;
const kernelOf = async (text: string) => {
  const { kernel } = await record(EXEC + text);
  return [kernel.how, formatKernelVersion(kernel.kernel)];
};

test.each<[string, string]>([
  ['osrelease', `${open('/proc/sys/kernel/osrelease')}101 read(3, "6.1.0-28-amd64\\n", 128) = 15\n`],
  ['version', `${open('/proc/version')}101 read(3, "Linux version 6.1.0-28-amd64 (deb"..., 1024) = 180\n`],
  ['modules', open('/lib/modules/6.1.0-28-amd64/modules.dep.bin')],
])('the kernel is known by %s', async (_, text) => {
  const told = await kernelOf(text);
  expect(told[1]).toBe('6.1');
  expect(told[0]).toBe(
    (await kernelOf('101 uname({sysname="Linux", nodename="vm", release="6.1.0", ...}) = 0\n'))[0],
  );
});

test.each<[string, string]>([
  ['a version that is cut', `${open('/proc/sys/kernel/osrelease')}101 read(3, "6.1"..., 128) = 15\n`],
  ['a folder that somebody lists', open('/lib/modules/6.1.0-28-amd64')],
  ['another file of that content', `${open('/tmp/osrelease')}101 read(3, "6.1.0-28-amd64\\n", 128) = 15\n`],
])('%s tells nothing', async (_, text) => {
  expect(await kernelOf(text)).toEqual(await kernelOf(''));
});
