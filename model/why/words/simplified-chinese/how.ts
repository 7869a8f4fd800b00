/** simplified Chinese of english/how.ts. */
import type { howWords as English } from '../english/how';
import type { Translated } from '../translation';

export const howWords: Translated<typeof English> = {
  'how.huge-pages':
    '查看 /proc/meminfo 中的 HugePages_Free 和 HugePages_Rsvd；vm.nr_hugepages 设置池的大小。',
  'how.kernel-log': '在内核日志（dmesg）中查找 "Memory failure" 和 "mce"。',
  'how.oom-killer':
    '在内核日志（dmesg）中查找 "Out of memory: Killed process"，并查看 cgroup 的 memory.events 中的 oom_kill。',
  'how.map-count':
    '数一数 /proc/PID/maps 的行数，与 /proc/sys/vm/max_map_count 比较；用 sysctl vm.max_map_count 提高上限。',
  'how.address-space-limit':
    '查看 /proc/PID/limits 中的 "Max address space"（ulimit -v）。要让它出现在记录中，请从启动程序的 shell 开始记录：strace -f sh -c "ulimit -a; PROGRAM"。',
  'how.data-limit':
    '查看 /proc/PID/limits 中的 "Max data size"（ulimit -d），与 /proc/PID/status 中的 VmData 比较。',
  'how.lock-limit':
    '查看 /proc/PID/limits 中的 "Max locked memory"（ulimit -l），以及 /proc/PID/status 中的 VmLck 和 CapEff（CAP_IPC_LOCK 是第 14 位）。',
  'how.stack-limit': '查看 /proc/PID/limits 中的 "Max stack size"（ulimit -s）。',
  'how.commit':
    '查看 vm.overcommit_memory：为 2 时，比较 /proc/meminfo 中的 Committed_AS 与 CommitLimit；为 0 时，单次请求大于 MemTotal 加 SwapTotal 即失败。',
  'how.memory':
    '查看 /proc/meminfo 中的 MemAvailable，并在内核日志（dmesg）中查找 "page allocation failure"。',
  'how.cgroup': '查看 /proc/PID/cgroup 所指 cgroup 的 memory.max，以及其 memory.events 中的 max 和 oom。',
  'how.process-limit':
    '查看 /proc/PID/limits 中的 "Max processes"（ulimit -u），并数一数该用户的线程：ps -L -u USER | wc -l。',
  'how.task-limits':
    '查看 /proc/PID/cgroup 所指 cgroup 的 pids.max 和 pids.events，以及 kernel.threads-max 和 kernel.pid_max。',
  'how.lowest-address': '查看 /proc/sys/vm/mmap_min_addr。',
  'how.security-module':
    '在审计日志（ausearch -m avc、dmesg）中查找 "avc: denied" 或 "apparmor=\"DENIED\""；/sys/kernel/security/lsm 列出各安全模块。',
  'how.seccomp':
    '查看 /proc/PID/status 中的 Seccomp：2 表示设有过滤器。容器在程序启动之前就设置过滤器；请在容器之外试运行该程序。',
  'how.maps': '在调用之前保存 /proc/PID/maps，与记录一起交给 Pagewalk；或从程序启动时就开始记录。',
  'how.limits': '查看 /proc/PID/limits。',
  'how.capabilities': '查看 /proc/PID/status 中的 CapEff（capsh --decode 可解释它）。',
  'how.descriptors': '用 strace -y 记录，它显示每个文件描述符背后的文件；或查看 /proc/PID/fd。',
  'how.space': '用 df 和 df -i 查看该文件系统，并查看配额。',
  'how.segments': '查看 ipcs -m 和 ipcs -ml：kernel.shmmni 和 kernel.shmall 限制共享内存段。',
};
