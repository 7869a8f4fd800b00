/** Spanish of english/how.ts. */
import type { howWords as English } from '../english/how';
import type { Translated } from '../translation';

export const howWords: Translated<typeof English> = {
  'how.huge-pages':
    'Mirar HugePages_Free y HugePages_Rsvd en /proc/meminfo; vm.nr_hugepages fija el tamaño de la reserva.',
  'how.kernel-log': 'Buscar "Memory failure" y "mce" en los mensajes del núcleo (dmesg).',
  'how.oom-killer':
    'Buscar "Out of memory: Killed process" en los mensajes del núcleo (dmesg), y mirar oom_kill en memory.events del cgroup.',
  'how.map-count':
    'Contar las líneas de /proc/PID/maps y compararlas con /proc/sys/vm/max_map_count; se sube con sysctl vm.max_map_count.',
  'how.address-space-limit':
    'Mirar "Max address space" en /proc/PID/limits (ulimit -v). Para tenerlo en el registro, grabar desde la shell que arranca el programa: strace -f sh -c "ulimit -a; PROGRAM".',
  'how.data-limit':
    'Mirar "Max data size" en /proc/PID/limits (ulimit -d), y compararlo con VmData en /proc/PID/status.',
  'how.lock-limit':
    'Mirar "Max locked memory" en /proc/PID/limits (ulimit -l), y VmLck y CapEff en /proc/PID/status (CAP_IPC_LOCK es el bit 14).',
  'how.stack-limit': 'Mirar "Max stack size" en /proc/PID/limits (ulimit -s).',
  'how.commit':
    'Mirar vm.overcommit_memory: si es 2, comparar Committed_AS con CommitLimit en /proc/meminfo; si es 0, falla toda petición que por sí sola supere MemTotal más SwapTotal.',
  'how.memory':
    'Mirar MemAvailable en /proc/meminfo, y buscar "page allocation failure" en los mensajes del núcleo (dmesg).',
  'how.cgroup': 'Mirar memory.max, y max y oom en memory.events, del cgroup que nombra /proc/PID/cgroup.',
  'how.process-limit':
    'Mirar "Max processes" en /proc/PID/limits (ulimit -u) y contar los hilos de este usuario: ps -L -u USER | wc -l.',
  'how.task-limits':
    'Mirar pids.max y pids.events del cgroup que nombra /proc/PID/cgroup, y kernel.threads-max y kernel.pid_max.',
  'how.lowest-address': 'Mirar /proc/sys/vm/mmap_min_addr.',
  'how.security-module':
    'Buscar "avc: denied" o "apparmor=\"DENIED\"" en el registro de auditoría (ausearch -m avc, dmesg); /sys/kernel/security/lsm nombra los módulos.',
  'how.seccomp':
    'Mirar Seccomp en /proc/PID/status: 2 significa que hay un filtro puesto. Los contenedores ponen uno antes de que arranque el programa; probar el programa fuera de ellos.',
  'how.maps':
    'Guardar /proc/PID/maps antes de la llamada y darlo a Pagewalk junto al registro, o grabar el programa desde su inicio.',
  'how.limits': 'Mirar /proc/PID/limits.',
  'how.capabilities': 'Mirar CapEff en /proc/PID/status (capsh --decode lo explica).',
  'how.descriptors': 'Grabar con strace -y, que muestra el archivo de cada descriptor, o mirar /proc/PID/fd.',
  'how.space': 'Mirar df y df -i del sistema de archivos, y las cuotas.',
  'how.segments': 'Mirar ipcs -m y ipcs -ml: kernel.shmmni y kernel.shmall limitan los segmentos.',
};
