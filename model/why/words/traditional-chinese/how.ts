/** traditional Chinese of english/how.ts. */
import type { howWords as English } from '../english/how';
import type { Translated } from '../translation';

export const howWords: Translated<typeof English> = {
  'how.huge-pages':
    '查看 /proc/meminfo 中的 HugePages_Free 和 HugePages_Rsvd；vm.nr_hugepages 設定池的大小。',
  'how.kernel-log': '在核心日誌（dmesg）中尋找「Memory failure」和「mce」。',
  'how.oom-killer':
    '在核心日誌（dmesg）中尋找「Out of memory: Killed process」，並查看 cgroup 的 memory.events 中的 oom_kill。',
  'how.map-count':
    '計算 /proc/PID/maps 的行數，與 /proc/sys/vm/max_map_count 比較；用 sysctl vm.max_map_count 提高上限。',
  'how.address-space-limit':
    '查看 /proc/PID/limits 中的「Max address space」（ulimit -v）。要讓它出現在紀錄中，請從啟動程式的 shell 開始記錄：strace -f sh -c "ulimit -a; PROGRAM"。',
  'how.data-limit':
    '查看 /proc/PID/limits 中的「Max data size」（ulimit -d），與 /proc/PID/status 中的 VmData 比較。',
  'how.lock-limit':
    '查看 /proc/PID/limits 中的「Max locked memory」（ulimit -l），以及 /proc/PID/status 中的 VmLck 和 CapEff（CAP_IPC_LOCK 是位元 14）。',
  'how.stack-limit': '查看 /proc/PID/limits 中的「Max stack size」（ulimit -s）。',
  'how.commit':
    '查看 vm.overcommit_memory：為 2 時，比較 /proc/meminfo 中的 Committed_AS 與 CommitLimit；為 0 時，單次請求大於 MemTotal 加 SwapTotal 即失敗。',
  'how.memory':
    '查看 /proc/meminfo 中的 MemAvailable，並在核心日誌（dmesg）中尋找「page allocation failure」。',
  'how.cgroup': '查看 /proc/PID/cgroup 所指 cgroup 的 memory.max，以及其 memory.events 中的 max 和 oom。',
  'how.process-limit':
    '查看 /proc/PID/limits 中的「Max processes」（ulimit -u），並計算該使用者的執行緒：ps -L -u USER | wc -l。',
  'how.task-limits':
    '查看 /proc/PID/cgroup 所指 cgroup 的 pids.max 和 pids.events，以及 kernel.threads-max 和 kernel.pid_max。',
  'how.lowest-address': '查看 /proc/sys/vm/mmap_min_addr。',
  'how.security-module':
    '在稽核日誌（ausearch -m avc、dmesg）中尋找「avc: denied」或「apparmor="DENIED"」；/sys/kernel/security/lsm 列出各安全模組。',
  'how.seccomp':
    '查看 /proc/PID/status 中的 Seccomp：2 表示已設有過濾器。容器在程式啟動之前就設定過濾器；請試著在容器之外執行該程式。',
  'how.maps': '在呼叫之前儲存 /proc/PID/maps，與紀錄一起交給 Pagewalk；或從程式啟動時就開始記錄。',
  'how.limits': '查看 /proc/PID/limits。',
  'how.capabilities': '查看 /proc/PID/status 中的 CapEff（capsh --decode 可解釋它）。',
  'how.descriptors': '用 strace -y 記錄，它會顯示每個檔案描述符背後的檔案；或查看 /proc/PID/fd。',
  'how.space': '用 df 和 df -i 查看該檔案系統，並查看配額。',
  'how.segments': '查看 ipcs -m 和 ipcs -ml：kernel.shmmni 和 kernel.shmall 限制共享記憶體區段。',
};
