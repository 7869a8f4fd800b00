/** How to find out what a log does not show: where to look on the machine, what to record with. */
export const howWords = {
  'how.huge-pages':
    'Look at HugePages_Free and HugePages_Rsvd in /proc/meminfo; vm.nr_hugepages sets the size of the pool.',
  'how.kernel-log': 'Look for "Memory failure" and "mce" in the kernel log (dmesg).',
  'how.oom-killer':
    'Look for "Out of memory: Killed process" in the kernel log (dmesg), and at oom_kill in memory.events of the cgroup.',
  'how.map-count':
    'Count the lines of /proc/PID/maps and compare with /proc/sys/vm/max_map_count; raise it with sysctl vm.max_map_count.',
  'how.address-space-limit':
    'Look at "Max address space" in /proc/PID/limits (ulimit -v). To have it in the log, record from the shell that starts the program: strace -f sh -c "ulimit -a; PROGRAM".',
  'how.data-limit':
    'Look at "Max data size" in /proc/PID/limits (ulimit -d), and compare with VmData in /proc/PID/status.',
  'how.lock-limit':
    'Look at "Max locked memory" in /proc/PID/limits (ulimit -l), at VmLck in /proc/PID/status, and at CapEff there (CAP_IPC_LOCK is bit 14).',
  'how.stack-limit': 'Look at "Max stack size" in /proc/PID/limits (ulimit -s).',
  'how.commit':
    'Look at vm.overcommit_memory: if 2, compare Committed_AS with CommitLimit in /proc/meminfo; if 0, a single request larger than MemTotal plus SwapTotal fails.',
  'how.memory':
    'Look at MemAvailable in /proc/meminfo, and for "page allocation failure" in the kernel log (dmesg).',
  'how.cgroup':
    'Look at memory.max and at max and oom in memory.events of the cgroup that /proc/PID/cgroup names.',
  'how.process-limit':
    'Look at "Max processes" in /proc/PID/limits (ulimit -u) and count the threads of this user: ps -L -u USER | wc -l.',
  'how.task-limits':
    'Look at pids.max and pids.events of the cgroup that /proc/PID/cgroup names, and at kernel.threads-max and kernel.pid_max.',
  'how.lowest-address': 'Look at /proc/sys/vm/mmap_min_addr.',
  'how.security-module':
    'Look for "avc: denied" or "apparmor=\"DENIED\"" in the audit log (ausearch -m avc, dmesg); /sys/kernel/security/lsm names the modules.',
  'how.seccomp':
    'Look at Seccomp in /proc/PID/status: 2 means that a filter is set. Containers set one before the program starts; try the program outside of it.',
  'how.maps':
    'Save /proc/PID/maps before the call and give it to Pagewalk beside the log, or record the program from its start.',
  'how.limits': 'Look at /proc/PID/limits.',
  'how.capabilities': 'Look at CapEff in /proc/PID/status (capsh --decode explains it).',
  'how.descriptors':
    'Record with strace -y, which shows the file behind each descriptor, or look at /proc/PID/fd.',
  'how.space': 'Look at df and df -i for the filesystem, and at quotas.',
  'how.segments': 'Look at ipcs -m and ipcs -ml: kernel.shmmni and kernel.shmall limit the segments.',
} as const;
