#!/usr/bin/env python3
"""Write documented-forms.strace and its table: one line for each form of output that strace has, or had, and that the
recordings of this folder cannot show (other versions, other machines, other kernels).

The lines are invented in those forms; each is to be read on its own, for no one log mixes them. Fields of the table:

  line    1-based line in documented-forms.strace
  kind    call | unfinished | resumed | signal | stopped | exit | killed | superseded | personality | message | frame |
          dump | summary | detached (a call left by strace) | note (anything else that is no call)
  name    the call's, the signal's; null elsewhere
  errno   name as printed; ERRNO_n where only a number is printed; null on success
  retval  the value as printed, without comments, decorations and time; null where none is printed
  pid     of the line's own mark (column or [pid N]); null without one
  args    how many arguments are printed on this line; null where the line shows only a part of them
  note    which strace prints it so
"""
from pathlib import Path

import expect

HERE = Path(__file__).parent
E, T = "\x1b[", "\x1b[0m"
ENOMEM = "-1 ENOMEM (Cannot allocate memory)"


def call(text, name, retval, args, note, errno=None, pid=None, kind="call"):
    return {"text": text, "kind": kind, "name": name, "errno": errno, "retval": retval, "pid": pid, "args": args, "note": note}


def other(text, kind, note, name=None, pid=None):
    return {"text": text, "kind": kind, "name": name, "errno": None, "retval": None, "pid": pid, "args": None, "note": note}


FORMS = [
    # What stands before the event.
    call("[pid   123] mlock(0x7f5c0a972000, 8192) = 0", "mlock", "0", 2, "a short pid is padded on the left in [pid]", pid=123),
    call("645   23:11:07 munlock(0x7f5c0a972000, 8192) = 0", "munlock", "0", 2, "a short pid is padded on the right in the column", pid=645),
    call("[pid  4242] 23:11:07.123456 munlock(0x7f5c0a972000, 8192) = 0 <0.000011>", "munlock", "0", 2, "-f -tt -T", pid=4242),
    call(r"4711<a\74b\76\33[1m> mlock(0x10000, 4096) = " + ENOMEM, "mlock", "-1", 2, "-Y, 5.15+: a command name with < > ESC", "ENOMEM", 4711),
    call("[pid 4711<cc1>] getpid() = 4711<cc1>", "getpid", "4711", 0, "-Y, 5.15+", pid=4711),
    call("kill(2 /* 23456 in strace's PID NS */, SIGTERM) = 0", "kill", "0", 2, "--pidns-translation, 5.9+"),
    call("1700000000 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f4a80afd000", "mmap", "0x7f4a80afd000", 6, "--absolute-timestamps=unix: whole seconds, not a pid (no pid has ten digits)"),
    call("4711  1700000000.123 munmap(0x7f4a80afd000, 4096) = 0", "munmap", "0", 2, "-f --absolute-timestamps=unix,ms", pid=4711),
    call("23:20:36.315 (+     0.000) munmap(0x7f4a80afd000, 4096) = 0 <0.000077675>", "munmap", "0", 2, "ms stamps, ns times, 5.6+"),
    call("munmap(0x7f4a80afd000, 4096) = 0 <1>", "munmap", "0", 2, "--syscall-times=s, 5.6+"),
    call("[ 435] [00007f1f4955f8d9] munlockall() = 0", "munlockall", "0", 0, "-n -i, 5.9+"),
    call("[???] [????????????????] munlockall() = 0", "munlockall", "0", 0, "-n -i where neither is known"),
    call("[f7ee5579] munmap(0xf7f84000, 4096) = 0", "munmap", "0", 2, "-i in a 32-bit process: eight digits"),
    call('[unconfined_t] openat(AT_FDCWD [user_home_dir_t], "f" [user_home_t], O_RDONLY) = 3 [user_home_t]', "openat", "3", 3, "--secontext, 5.12+"),
    call('4711  [unconfined_u:unconfined_r:unconfined_t:s0] 12:00:00 openat(AT_FDCWD [unconfined_u:object_r:user_home_t:s0], "f", O_RDONLY) = -1 ENOENT (No such file or directory)', "openat", "-1", 3, "--secontext=full -f -t, 5.12+", "ENOENT", 4711),
    call("[initrc_t!!init_t] munlockall() = 0", "munlockall", "0", 0, "--secontext=mismatch, 5.16+"),
    call(f"{E}33mmlock{T}({E}35m0x7f79636f5000{T}, {E}35m8192{T}{T}){T} {T}={T}{T} {E}32m-1{T} {E}31mENOMEM{T} {E}31m(Cannot allocate memory){T}{T}", "mlock", "-1", 2, "--color=always, 7.0+", "ENOMEM"),
    call("mremap(old_address=0x7f0000000000, old_size=16384, new_size=32768, flags=MREMAP_MAYMOVE) = 0x7f0000100000", "mremap", "0x7f0000100000", 4, "-N, 6.16+"),
    call("brk(addr=0x55ac96c4b000) = 0x55ac96b4b000", "brk", "0x55ac96b4b000", 1, "-N, 6.16+: a brk that did not move"),
    # Results.
    call("io_uring_enter(3, 1, 1, 0, NULL, 8) = -1 (errno 524)", "io_uring_enter", "-1", 6, "an errno without a name, 4.23+", "ERRNO_524"),
    call("ioctl(3, TCGETS, 0x7ffc1000) = -1 ERRNO_524 (Unknown error 524)", "ioctl", "-1", 3, "4.7 to 4.22", "ERRNO_524"),
    call("ioctl(3, TCGETS, 0x7ffc1000) = -1 E??? (errno 524)", "ioctl", "-1", 3, "up to 4.6", "ERRNO_524"),
    call("mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Out of memory)", "mmap", "-1", 6, "musl's words for the errno", "ENOMEM"),
    call("mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Nicht genügend Hauptspeicher verfügbar)", "mmap", "-1", 6, "a tracer with a German locale", "ENOMEM"),
    call('read(0, 0x7ffc00000000, 1) = ? ERESTARTSYS (To be restarted)', "read", "?", 3, "up to 4.6: every restart code with the same words"),
    call("restart_syscall(<... resuming interrupted call ...>) = 0", "restart_syscall", "0", 1, "since 4.8; the mark inside is no unfinished call"),
    call("futex(0x7f0000000990, FUTEX_WAIT, 4711, NULL) = ? <unavailable>", "futex", "?", 4, "strace lost the task"),
    call("mlock(0x7f0000000000, 4096) = 8 (INJECTED: args, retval)", "mlock", "8", 2, "poke and retval, 5.11+"),
    call("umask(077) = 022", "umask", "022", 1, "an octal result"),
    call("select(4, [3], NULL, NULL, {tv_sec=2, tv_usec=0}) = 1 (in [3], left {tv_sec=1, tv_usec=999996})", "select", "1", 5, "a decorated result"),
    call("poll([{fd=3, events=POLLIN}], 1, 10) = 0 (Timeout)", "poll", "0", 3, "a decorated result"),
    call("ioctl(7, KVM_RUN, 0) = 0 (KVM_EXIT_MMIO)", "ioctl", "0", 3, "-e kvm=vcpu"),
    call("open(\"f\", O_RDONLY) = 3</home/u/a \\74b\\76>", "open", "3", 2, "-y: < and > of a path are escaped since 4.22"),
    # Split calls.
    call("[pid 21816] read(3 <unfinished ...>", "read", None, None, "6.16+: the comma stands in the second half", pid=21816, kind="unfinished"),
    call('[pid 21816] <... read resumed>, "x", 1) = 1', "read", "1", None, "6.16+", pid=21816, kind="resumed"),
    call("4711  <... select resumed> )      = 1 (in [3])", "select", "1", None, "up to 4.26: a blank behind the mark", pid=4711, kind="resumed"),
    call("4711  <... mmap resumed> )        = 0x7f0000000000", "mmap", "0x7f0000000000", None, "up to 4.26", pid=4711, kind="resumed"),
    call("4711  <... nanosleep resumed> <unfinished ...>) = ?", "nanosleep", "?", None, "killed by another thread's exec, unfinished twice", pid=4711, kind="resumed"),
    call("[pid 4711] <... futex resumed>) = -1 EAGAIN (Resource temporarily unavailable)", "futex", "-1", None, "a pid of four digits without its padding", "EAGAIN", 4711, "resumed"),
    call('execve("../sleep", ["../sleep", "0"], NULL <detached ...>', "execve", None, None, "detached in the middle; the log may end here", kind="detached"),
    call("4711  restart_syscall(<... resuming interrupted clock_nanosleep ...> <detached ...>", "restart_syscall", None, None, "detached", pid=4711, kind="detached"),
    # Signals and ends.
    other("--- SIGSEGV (Segmentation fault) @ 0 (0) ---", "signal", "up to 4.5", "SIGSEGV"),
    other("4711  --- SIGCHLD (Child exited) @ 0 (0) ---", "signal", "up to 4.5", "SIGCHLD", 4711),
    other("--- {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0} (Segmentation fault) ---", "signal", "4.5.19 to 4.6 (strace.c: trace)", "SIGSEGV"),
    other("--- {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=645, si_status=0, si_utime=0, si_stime=0} (Child exited) @ a000000000010620 ---", "signal", "the same on ia64, with the instruction's address", "SIGCHLD"),
    other("--- Segmentation fault by SIGSEGV ---", "signal", "the same where the kernel told no siginfo", "SIGSEGV"),
    other("--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_BNDERR, si_addr=0x7ffc0010, si_lower=0x7ffc0000, si_upper=0x7ffc000f} ---", "signal", "bounds", "SIGSEGV"),
    other("--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_PKUERR, si_addr=0x7f0000001000, si_pkey=2} ---", "signal", "protection keys", "SIGSEGV"),
    other("--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MTESERR, si_addr=0x700ffff8c2a0000} ---", "signal", "arm64 memory tags", "SIGSEGV"),
    other("--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_CPERR, si_addr=NULL} ---", "signal", "shadow stacks", "SIGSEGV"),
    other("[pid  4711] --- SIGBUS {si_signo=SIGBUS, si_code=BUS_MCEERR_AR, si_addr=0x7f0000001000, si_addr_lsb=0xc} ---", "signal", "broken memory", "SIGBUS", 4711),
    other("--- SIGRT_3 {si_signo=SIGRT_3, si_code=SI_QUEUE, si_pid=4711, si_uid=0, si_int=42, si_ptr=0x2a} ---", "signal", "a real-time signal", "SIGRT_3"),
    other("--- stopped by SIGTTOU ---", "stopped", "group stop", "SIGTTOU"),
    other("--- SIGSTOP (Stopped (signal)) @ 0 (0) ---", "signal", "up to 4.5", "SIGSTOP"),
    other("4711  +++ killed by SIGABRT (core dumped) +++", "killed", "core dumped", "SIGABRT", 4711),
    other("12:00:00.000001 +++ exited with 255 +++", "exit", "with a time"),
    other("[pid   987] +++ superseded by execve in pid 988 +++", "superseded", "exec by another thread", pid=987),
    # strace's own words.
    other("[ Process PID=21821 runs in x32 mode. ]", "personality", "x32"),
    other("[ Process PID=21821 runs in 32 bit mode. ]", "personality", "i386 or another 32-bit mode"),
    other("Process 29579 attached - interrupt to quit", "message", "up to 4.6"),
    other("Process 6648 attached (waiting for parent)", "message", "4.5"),
    other("Process 6648 resumed (parent 6647 ready)", "message", "4.5"),
    other("Process 6647 suspended", "message", "4.5"),
    other("Process 6648 detached", "message", "up to 4.6"),
    other("[ Process 6648 detached ]", "message", "4.5"),
    other("strace: Process 21817 attached", "message", "4.7+"),
    other("/opt/bin/strace: Process 21817 detached", "message", "named as it was started"),
    other("strace: Process 21817 attached with 5 threads", "message", "-p with -f"),
    other("strace: umoven: short read (6 < 12) @0x7fda25c28ffa", "message", "says where readable memory ends"),
    other("strace: System call limit has been reached, detaching tracees", "message", "--syscall-limit, 6.10+"),
    # What belongs to the call above.
    other(" > /usr/lib/x86_64-linux-gnu/libc.so.6(mlock+0x7) [0x101b97]", "frame", "-k"),
    other(" > /home/u/f1(main+0x2d) [0x1264] f1.c:12", "frame", "-kk, 6.4+"),
    other(" > /bin/x() [0x4f]", "frame", "-k without a symbol"),
    other(" > unexpected_backtracing_error [0x7ffc12345678]", "frame", "-k that failed"),
    other(" | 00000  76 6d 0a                                          vm.              |", "dump", "-e read"),
    other(" | <Cannot fetch 12 bytes from pid 7 @0x7f0000000000>", "dump", "-e write of unreadable memory"),
    other(" * 3 bytes in buffer 0", "dump", "-e write with vectors"),
    other(" VCPU:0> KVM_EXIT_IO", "note", "-e kvm=vcpu+, 6.18+"),
    other("% time     seconds  usecs/call     calls    errors syscall", "summary", "-C"),
    other("------ ----------- ----------- --------- --------- ----------------", "summary", "-C"),
    other(" 44.77    0.005165        5164         1           read", "summary", "-C"),
    other("100.00    0.000000           0        34         4 total", "summary", "-C"),
    # Arguments.
    call("brk(0) = 0x804b000", "brk", "0x804b000", 1, "up to 4.10"),
    call("old_mmap(NULL, 65536, PROT_NONE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0) = -1 EPERM (Operation not permitted)", "old_mmap", "-1", 6, "up to 4.10", "EPERM"),
    call("old_mmap(0x50000000) = -1 EFAULT (Bad address)", "old_mmap", "-1", 1, "up to 4.10, block unreadable", "EFAULT"),
    call("mmap2(0xb7e36000, 12288, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_DENYWRITE, 3, 0x144) = 0xb7e36000", "mmap2", "0xb7e36000", 6, "before 4.11 on some machines: the offset in pages"),
    call("mmap(0xf7f81000, 4096, PROT_READ, 0x10 /* MAP_??? */, 4294967295, 0) = -1 EINVAL (Invalid argument)", "mmap", "-1", 6, "a descriptor of -1 as an unsigned number", "EINVAL"),
    call("mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_DROPPABLE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000", "mmap", "0x7f0000000000", 6, "6.12+"),
    call("mmap(NULL, 4096, PROT_READ, MAP_SHARED_VALIDATE|MAP_SYNC, 3, 0) = -1 EOPNOTSUPP (Operation not supported)", "mmap", "-1", 6, "4.21+", "EOPNOTSUPP"),
    call("memfd_create(\"m\", MFD_HUGETLB|30<<MFD_HUGE_SHIFT) = 3", "memfd_create", "3", 2, "4.20+"),
    call("shmget(IPC_PRIVATE, 2097152, IPC_CREAT|SHM_HUGETLB|21<<SHM_HUGE_SHIFT|0600) = 7", "shmget", "7", 3, "a huge-page segment"),
    call("shmat(1114135, 0, 0) = 0xb7e36000", "shmat", "0xb7e36000", 3, "up to 4.10"),
    call("shmat(1114135, NULL, SHM_RDONLY) = ?", "shmat", "?", 3, "up to 4.6"),
    call("osf_shmat(5, NULL, 0) = 0x20000000000", "osf_shmat", "0x20000000000", 3, "alpha"),
    call("syscall_462(0x10000, 0x1000, 0, 0, 0, 0) = -1 ENOSYS (Function not implemented)", "syscall_462", "-1", 6, "up to 4.20: the number in decimal", "ENOSYS"),
    call("mseal(0x7f0000000000, 4096, 0) = 0", "mseal", "0", 3, "6.10+"),
    call("map_shadow_stack(NULL, 4096, SHADOW_STACK_SET_TOKEN) = 0x7f0000000000", "map_shadow_stack", "0x7f0000000000", 3, "6.6+"),
    call("mlock2(0x7f0000000000, 4096, MLOCK_ONFAULT) = 0", "mlock2", "0", 3, "4.11+"),
    call("mlockall(MCL_CURRENT|MCL_FUTURE|MCL_ONFAULT) = 0", "mlockall", "0", 1, "4.11+"),
    call("mremap(0x7f0000000000, 4096, 4096, MREMAP_MAYMOVE|MREMAP_DONTUNMAP, 0x7f1000000000) = 0x7f1000000000", "mremap", "0x7f1000000000", 5, "the hint of DONTUNMAP is printed by newer ones only"),
    call("madvise(0x7f0000000000, 4096, MADV_GUARD_INSTALL) = 0", "madvise", "0", 3, "6.13+"),
    call("madvise(0x7f0000000000, 4096, 0xc /* MADV_??? */) = -1 EINVAL (Invalid argument)", "madvise", "-1", 3, "advice that an old strace cannot name", "EINVAL"),
    call("madvise(0x40272000, 4096, 0x41 /* old MADV_MERGEABLE */) = 0", "madvise", "0", 3, "hppa"),
    call("process_madvise(3, [{iov_base=0x7f0000000000, iov_len=4096}, ... /* 0x7f0000002000 */], 2, MADV_COLD, 0) = 4096", "process_madvise", "4096", 5, "an array that ends in unreadable memory"),
    call("mbind(0x7f0000000000, 8192, MPOL_BIND, [0x0000000000000001], 64, MPOL_MF_MOVE) = 0", "mbind", "0", 6, "a node mask"),
    call('move_pages(0, 2, [0x7f0000000000, NULL], NULL, [0, -EFAULT], MPOL_MF_MOVE) = 0', "move_pages", "0", 6, "errors inside an array"),
    call("pkey_mprotect(0x7f0000000000, 4096, PROT_READ, -1) = 0", "pkey_mprotect", "0", 4, "4.16+"),
    call("setrlimit(RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=RLIM_INFINITY}) = 0", "setrlimit", "0", 2, "the old call"),
    call("prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=RLIM64_INFINITY}, {rlim_cur=8192*1024, rlim_max=8192*1024}) = 0", "prlimit64", "0", 4, "new and old value"),
    call('execve("/bin/true", ["true"], [/* 36 vars */]) = 0', "execve", "0", 3, "up to 4.15"),
    call('execve("/bin/true", ["true"], ["HOME=/root", "A=)= -1 EINVAL, (x"...]) = 0', "execve", "0", 3, "-v: strings that look like the end of a call"),
    call('write(1, "\\")   = -1 ENOMEM (no)\\n", 22) = 22', "write", "22", 3, "a string that looks like a result"),
    call('write(1, "\\x7f\\x45\\x4c\\x46"..., 832) = 832', "write", "832", 3, "-xx"),
    call('openat(AT_FDCWD</tmp>, "f", O_RDONLY) = 8</tmp/f>(deleted)', "openat", "8", 3, "-y, 5.19+"),
    call('openat(AT_FDCWD, "f", O_RDONLY) = 8</tmp/f (deleted)>', "openat", "8", 3, "-y, up to 5.18"),
    call("read(4<TCP:[127.0.0.1:59380->127.0.0.1:38361]>, 0x7f0000000000, 10) = -1 EFAULT (Bad address)", "read", "-1", 3, "-yy: > inside the decoration", "EFAULT"),
    call('write(6<UNIX-STREAM:[218143->218144, "/tmp/s, (x) = 1"]>, "a", 1) = 1', "write", "1", 3, "-yy: a socket's path with anything in it"),
    call("read(14</dev/null<char 1:3>>, \"\", 10) = 0", "read", "0", 3, "-yy: a device"),
    call("read(12<{eventfd-count=0x3, eventfd-id=2, eventfd-semaphore=0}>, \"\\3\\0\\0\\0\\0\\0\\0\\0\", 8) = 8", "read", "8", 3, "-yy, 6.10+"),
    call("mmap(NULL, 8192, 0x3 /* PROT_READ|PROT_WRITE */, 0x22 /* MAP_PRIVATE|MAP_ANONYMOUS */, -1, 0) = 0x7f0000000000", "mmap", "0x7f0000000000", 6, "-X verbose"),
    call("mlock(0x7f68f4a3f000, 0x2000) = 0", "mlock", "0", 2, "-e raw=mlock: the length in hex"),
    call("clone(child_stack=0, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0xb7e2f938) = 4712", "clone", "4712", 3, "up to 4.10"),
    call("clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD, stack=0x7f0000000000, stack_size=0x9000}, 88) = 4712", "clone3", "4712", 2, "posix_spawn"),
    call("rt_sigreturn({mask=[]}) = -1 EINTR (Interrupted system call)", "rt_sigreturn", "-1", 1, "no failure: the register that is restored", "EINTR"),
    call("rt_sigreturn(0xf) = 0", "rt_sigreturn", "0", 1, "up to 4.7"),
    call("vfork() = 4712", "vfork", "4712", 0, "no arguments"),
    call("mincore(0x7f0000000000, 8192, [1, 0]) = 0", "mincore", "0", 3, "the vector on success"),
    call("getsockopt(3, SOL_SOCKET, SO_TYPE, [16] => [0], [128 => 16]) = 0", "getsockopt", "0", 5, "values that the call changed"),
]


def main():
    rows = []
    for number, form in enumerate(FORMS, 1):
        rows.append({"line": number, **{key: value for key, value in form.items() if key != "text"}})
    (HERE / "documented-forms.strace").write_text("".join(form["text"] + "\n" for form in FORMS))
    expect.write(HERE / "documented-forms.strace.expected.json", {"lines": len(FORMS), "forms": rows})


if __name__ == "__main__":
    main()
