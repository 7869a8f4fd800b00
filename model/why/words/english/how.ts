/** How to find out what a log does not show. */
export const howWords = {
  'how.huge-pages':
    'Look at HugePages_Free and HugePages_Rsvd in /proc/meminfo; vm.nr_hugepages sets the pool.',
  'how.kernel-log': 'Look for "Memory failure" and "mce" in the kernel log (dmesg).',
  'how.oom-killer':
    'Look for "Out of memory: Killed process" in the kernel log (dmesg), and at oom_kill in memory.events of the cgroup.',
} as const;
