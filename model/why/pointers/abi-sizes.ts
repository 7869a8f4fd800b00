/**
 * Sizes of what system calls point to, by ABI, as the kernel's headers have them (not the C library's: its struct stat of
 * i386 has 88 bytes, the kernel's 64). include/uapi, arch/ * /include/uapi; x86-64 and i386 measured, arm64 and riscv64 by
 * include/uapi/asm-generic
 */
import type { AbiSize } from './extent';

export const CHAR = 1;
export const SHORT = 2;
export const INT = 4;
export const U64 = 8;
export const LONG: AbiSize = { lp64: 8, ilp32: 4 };
export const POINTER: AbiSize = LONG;
export const ID16 = 2;
/** Calls older than ids of 32 bits; include/linux/highuid.h */
export const OLD_ID: AbiSize = { lp64: 4, ilp32: 2, x32: 4 };

export const STAT: AbiSize = { lp64: 128, ilp32: 64, 'x86-64': 144, x32: 144 };
export const STAT64: AbiSize = { lp64: 128, ilp32: 104, 'x86-64': 144, x32: 144, i386: 96 };
export const OLD_STAT: AbiSize = { lp64: 32, ilp32: 32 };
export const STATX = 256;
export const STATFS: AbiSize = { lp64: 120, ilp32: 64 };
export const STATFS64: AbiSize = { lp64: 120, ilp32: 88, i386: 84 };
export const USTAT: AbiSize = { lp64: 32, ilp32: 20 };
export const FLOCK: AbiSize = { lp64: 32, ilp32: 16 };
export const FLOCK64: AbiSize = { lp64: 32, ilp32: 32, i386: 24 };
export const F_OWNER_EX = 8;
export const FILE_HANDLE = 8;
export const OPEN_HOW = 24;
export const UTIMBUF: AbiSize = { lp64: 16, ilp32: 8, x32: 16 };

/** x32 counts time in 64 bits as x86-64 does. */
export const TIME: AbiSize = { lp64: 8, ilp32: 4, x32: 8 };
export const TIMESPEC: AbiSize = { lp64: 16, ilp32: 8, x32: 16 };
export const TIMESPEC64 = 16;
export const TIMEVAL: AbiSize = TIMESPEC;
export const TWO_TIMESPECS: AbiSize = { lp64: 32, ilp32: 16, x32: 32 };
export const TWO_TIMESPECS64 = 32;
export const TWO_TIMEVALS: AbiSize = TWO_TIMESPECS;
export const ITIMERVAL: AbiSize = TWO_TIMESPECS;
export const ITIMERSPEC: AbiSize = TWO_TIMESPECS;
export const ITIMERSPEC64 = 32;
export const TIMEZONE = 8;
export const TMS: AbiSize = { lp64: 32, ilp32: 16, x32: 32 };
export const TIMEX: AbiSize = { lp64: 208, ilp32: 128, x32: 208 };
export const TIMEX64 = 208;

export const SIGSET = 8;
export const OLD_SIGSET: AbiSize = LONG;
export const SIGACTION: AbiSize = { lp64: 32, ilp32: 20, riscv64: 24, x32: 32 };
export const OLD_SIGACTION: AbiSize = { lp64: 32, ilp32: 16 };
export const SIGINFO = 128;
export const STACK: AbiSize = { lp64: 24, ilp32: 12 };
/** What the kernel reads of it for a task of 32 bits: four words. kernel/compat.c: get_compat_sigevent */
export const SIGEVENT: AbiSize = { lp64: 64, ilp32: 16 };
/** The members that waitid fills: up to si_status. kernel/exit.c: waitid */
export const WAITID_INFO: AbiSize = { lp64: 28, ilp32: 24 };

export const IOVEC: AbiSize = { lp64: 16, ilp32: 8 };
export const MSGHDR: AbiSize = { lp64: 56, ilp32: 28 };
export const MMSGHDR: AbiSize = { lp64: 64, ilp32: 32 };
export const SOCKADDR_STORAGE = 128;
export const TWO_INTS = 8;

export const POLLFD = 8;
/** Packed on x86 only. include/uapi/linux/eventpoll.h: EPOLL_PACKED */
export const EPOLL_EVENT: AbiSize = { lp64: 16, ilp32: 16, 'x86-64': 12, x32: 12, i386: 12 };

export const RUSAGE: AbiSize = { lp64: 144, ilp32: 72, x32: 144 };
export const RLIMIT: AbiSize = { lp64: 16, ilp32: 8 };
export const RLIMIT64 = 16;
export const SCHED_PARAM = 4;
export const CLONE_ARGS = 64;
export const CAP_HEADER = 8;
export const CAP_DATA = 24;

export const UTSNAME = 390;
export const OLD_UTSNAME = 325;
export const OLDER_UTSNAME = 45;
export const SYSINFO: AbiSize = { lp64: 112, ilp32: 64 };

export const MSQID: AbiSize = { lp64: 120, ilp32: 88 };
export const SEMBUF = 6;
export const SHMID: AbiSize = { lp64: 112, ilp32: 84 };
export const MQ_ATTR: AbiSize = { lp64: 64, ilp32: 32 };

export const IOCB = 64;
export const IO_EVENT = 32;
export const IO_URING_PARAMS = 120;
export const RSEQ = 32;
export const USER_DESC = 16;

export const TERMIOS = 36;
export const TERMIOS2 = 44;
export const TERMIO = 18;
export const WINSIZE = 8;
export const IFREQ: AbiSize = { lp64: 40, ilp32: 32 };
export const IFCONF: AbiSize = { lp64: 16, ilp32: 8 };
