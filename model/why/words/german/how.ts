/** German of english/how.ts. */
import type { howWords as English } from '../english/how';
import type { Translated } from '../translation';

export const howWords: Translated<typeof English> = {
  'how.huge-pages':
    'HugePages_Free und HugePages_Rsvd in /proc/meminfo ansehen; vm.nr_hugepages legt die Größe des Vorrats fest.',
  'how.kernel-log': 'Im Kernel-Log (dmesg) nach "Memory failure" und "mce" suchen.',
  'how.oom-killer':
    'Im Kernel-Log (dmesg) nach "Out of memory: Killed process" suchen und oom_kill in memory.events der cgroup ansehen.',
  'how.map-count':
    'Die Zeilen von /proc/PID/maps zählen und mit /proc/sys/vm/max_map_count vergleichen; anheben mit sysctl vm.max_map_count.',
  'how.address-space-limit':
    '"Max address space" in /proc/PID/limits ansehen (ulimit -v). Damit es im Protokoll steht, von der Shell aus aufzeichnen, die das Programm startet: strace -f sh -c "ulimit -a; PROGRAM".',
  'how.data-limit':
    '"Max data size" in /proc/PID/limits ansehen (ulimit -d) und mit VmData in /proc/PID/status vergleichen.',
  'how.lock-limit':
    '"Max locked memory" in /proc/PID/limits ansehen (ulimit -l), VmLck in /proc/PID/status und dort auch CapEff (CAP_IPC_LOCK ist Bit 14).',
  'how.stack-limit': '"Max stack size" in /proc/PID/limits ansehen (ulimit -s).',
  'how.commit':
    'vm.overcommit_memory ansehen: bei 2 Committed_AS mit CommitLimit in /proc/meminfo vergleichen; bei 0 scheitert eine einzelne Anforderung, die größer ist als MemTotal plus SwapTotal.',
  'how.memory':
    'MemAvailable in /proc/meminfo ansehen und im Kernel-Log (dmesg) nach "page allocation failure" suchen.',
  'how.cgroup':
    'Bei der cgroup, die /proc/PID/cgroup nennt, memory.max ansehen und in memory.events max und oom.',
  'how.process-limit':
    '"Max processes" in /proc/PID/limits ansehen (ulimit -u) und die Threads dieses Benutzers zählen: ps -L -u USER | wc -l.',
  'how.task-limits':
    'Bei der cgroup, die /proc/PID/cgroup nennt, pids.max und pids.events ansehen, außerdem kernel.threads-max und kernel.pid_max.',
  'how.lowest-address': '/proc/sys/vm/mmap_min_addr ansehen.',
  'how.security-module':
    'Im Audit-Log (ausearch -m avc, dmesg) nach "avc: denied" oder "apparmor=\"DENIED\"" suchen; /sys/kernel/security/lsm nennt die Module.',
  'how.seccomp':
    'Seccomp in /proc/PID/status ansehen: 2 heißt, dass ein Filter gesetzt ist. Container setzen einen, bevor das Programm beginnt; das Programm außerhalb davon versuchen.',
  'how.maps':
    '/proc/PID/maps vor dem Aufruf sichern und Pagewalk neben dem Protokoll geben, oder das Programm von Anfang an aufzeichnen.',
  'how.limits': '/proc/PID/limits ansehen.',
  'how.capabilities': 'CapEff in /proc/PID/status ansehen (capsh --decode erklärt es).',
  'how.descriptors':
    'Mit strace -y aufzeichnen, das die Datei hinter jedem Deskriptor zeigt, oder /proc/PID/fd ansehen.',
  'how.space': 'df und df -i für das Dateisystem ansehen, und die Quotas.',
  'how.segments': 'ipcs -m und ipcs -ml ansehen: kernel.shmmni und kernel.shmall begrenzen die Segmente.',
};
