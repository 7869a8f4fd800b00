/**
 * ioctl. Requests of the old kind are numbers without meaning and listed here; those of the newer kind say in their number
 * which way the data goes and how many bytes there are. include/uapi/asm-generic/ioctl.h, ioctls.h
 */
import type { Value } from '../../../trace/value';
import * as abi from '../abi-sizes';
import type { AbiSize } from '../extent';
import { call, changes, reads, SOMETHING, undecoded, writes, type Row } from '../notation';
import type { CommandRows } from './command-rows';

const gets = (size: AbiSize) => call('fd', 'request', writes('argp', size));
const sets = (size: AbiSize) => call('fd', 'request', undecoded(reads('argp', size)));
const asks = (size: AbiSize) => call('fd', 'request', undecoded(changes('argp', size)));
/** No pointer, whatever the argument looks like. */
const takesNumber = call('fd', 'request', 'arg');

export const ioctl: CommandRows = {
  place: 1,
  rows: {
    TCGETS: [0x5401, gets(abi.TERMIOS)],
    TCSETS: [0x5402, sets(abi.TERMIOS)],
    TCSETSW: [0x5403, sets(abi.TERMIOS)],
    TCSETSF: [0x5404, sets(abi.TERMIOS)],
    TCGETA: [0x5405, gets(abi.TERMIO)],
    TCSETA: [0x5406, sets(abi.TERMIO)],
    TCSETAW: [0x5407, sets(abi.TERMIO)],
    TCSETAF: [0x5408, sets(abi.TERMIO)],
    TCSBRK: [0x5409, takesNumber],
    TCXONC: [0x540a, takesNumber],
    TCFLSH: [0x540b, takesNumber],
    TIOCEXCL: [0x540c, takesNumber],
    TIOCNXCL: [0x540d, takesNumber],
    TIOCSCTTY: [0x540e, takesNumber],
    TIOCGPGRP: [0x540f, gets(abi.INT)],
    TIOCSPGRP: [0x5410, sets(abi.INT)],
    TIOCOUTQ: [0x5411, gets(abi.INT)],
    TIOCSTI: [0x5412, sets(abi.CHAR)],
    TIOCGWINSZ: [0x5413, gets(abi.WINSIZE)],
    TIOCSWINSZ: [0x5414, sets(abi.WINSIZE)],
    TIOCMGET: [0x5415, gets(abi.INT)],
    TIOCMBIS: [0x5416, sets(abi.INT)],
    TIOCMBIC: [0x5417, sets(abi.INT)],
    TIOCMSET: [0x5418, sets(abi.INT)],
    TIOCGSOFTCAR: [0x5419, gets(abi.INT)],
    TIOCSSOFTCAR: [0x541a, sets(abi.INT)],
    FIONREAD: [0x541b, gets(abi.INT)],
    TIOCINQ: [0x541b, gets(abi.INT)],
    TIOCPKT: [0x5420, sets(abi.INT)],
    FIONBIO: [0x5421, sets(abi.INT)],
    TIOCNOTTY: [0x5422, takesNumber],
    TIOCSETD: [0x5423, sets(abi.INT)],
    TIOCGETD: [0x5424, gets(abi.INT)],
    TCSBRKP: [0x5425, takesNumber],
    TIOCGSID: [0x5429, gets(abi.INT)],
    FIONCLEX: [0x5450, takesNumber],
    FIOCLEX: [0x5451, takesNumber],
    FIOASYNC: [0x5452, sets(abi.INT)],
    FIOQSIZE: [0x5460, gets(abi.U64)],
    SIOCGIFNAME: [0x8910, asks(abi.IFREQ)],
    SIOCGIFCONF: [0x8912, asks(abi.IFCONF)],
    SIOCGIFFLAGS: [0x8913, asks(abi.IFREQ)],
    SIOCSIFFLAGS: [0x8914, sets(abi.IFREQ)],
    SIOCGIFADDR: [0x8915, asks(abi.IFREQ)],
    SIOCGIFNETMASK: [0x891b, asks(abi.IFREQ)],
    SIOCGIFMTU: [0x8921, asks(abi.IFREQ)],
    SIOCGIFHWADDR: [0x8927, asks(abi.IFREQ)],
    SIOCGIFINDEX: [0x8933, asks(abi.IFREQ)],
    SIOCETHTOOL: [0x8946, asks(abi.IFREQ)],
    SIOCATMARK: [0x8905, gets(abi.INT)],
    FIBMAP: [1, asks(abi.INT)],
    FIGETBSZ: [2, gets(abi.INT)],
    BLKROSET: [0x125d, sets(abi.INT)],
    BLKROGET: [0x125e, gets(abi.INT)],
    BLKGETSIZE: [0x1260, gets(abi.LONG)],
    BLKSSZGET: [0x1268, gets(abi.INT)],
    TIOCGPTN: [0x8004_5430, gets(abi.INT)],
    TIOCSPTLCK: [0x4004_5431, sets(abi.INT)],
    TIOCGPTPEER: [0x5441, takesNumber],
    /** The number tells sizes of long for what is an int. */
    FS_IOC_GETFLAGS: [0x8008_6601, gets(abi.INT)],
    FS_IOC_SETFLAGS: [0x4008_6602, sets(abi.INT)],
    FICLONE: [0x4004_9409, takesNumber],
    BLKGETSIZE64: [0x8008_1272, gets(abi.U64)],
    RNDGETENTCNT: [0x8004_5200, gets(abi.INT)],
  },
  otherwise: call('fd', 'request', undecoded(changes('argp', SOMETHING))),
};

const WRITE = 1n;
const READ = 2n;

/** A request of the newer kind: `_IOC(_IOC_READ, 0x54, 0x99, 0x4)` or its number. `read` is the program's view. */
export function rowOfRequest(request: Value): Row | undefined {
  const { direction, size } = partsOf(request) ?? {};
  if (direction === undefined || size === undefined || size === 0) return undefined;
  if (direction === (READ | WRITE)) return asks(size);
  return direction === READ ? gets(size) : direction === WRITE ? sets(size) : undefined;
}

function partsOf(request: Value): { direction: bigint; size: number } | undefined {
  if (request.kind === 'number')
    return { direction: (request.value >> 30n) & 3n, size: Number((request.value >> 16n) & 0x3fffn) };
  if (request.kind !== 'call' || request.name !== '_IOC') return undefined;
  const [way, , , size] = request.args;
  if (way?.value.kind !== 'flags' || size?.value.kind !== 'number') return undefined;
  const named = (name: string) =>
    way.value.kind === 'flags' && way.value.terms.some((term) => 'name' in term && term.name === name);
  const direction = (named('_IOC_READ') ? READ : 0n) | (named('_IOC_WRITE') ? WRITE : 0n);
  return { direction, size: Number(size.value.value) };
}
