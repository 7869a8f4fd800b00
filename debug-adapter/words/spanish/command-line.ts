/** Spanish of english/command-line.ts. */
import type { Translated } from '../language';
import type { commandLineWords as English } from '../english/command-line';

export const commandLineWords: Translated<typeof English> = {
  'cli.see-help': '{problem} Véase pagewalk --help.',
  'cli.no-command': 'Falta el comando.',
  'cli.unknown-command': "'{command}' no es un comando.",
  'cli.unknown-option': "'{command}' no tiene la opción '{option}'.",
  'cli.no-value': "'{option}' necesita un valor detrás.",
  'cli.takes-no-value': "'{option}' no toma ningún valor.",
  'cli.dap-takes-no': "'dap' no toma '{word}'.",
  'cli.no-port': "'{port}' no es un puerto: 0 a 65535.",
  'cli.needs-log': "'{command}' necesita un registro: un archivo, '-' o el prefijo de un conjunto -ff.",
  'cli.second-log': "'{command}' toma un solo registro, y '{word}' es el segundo.",
  'cli.no-number': "'--{name} {value}' no es un número mayor que 0.",
  'cli.no-size': "'--page-size {value}' no es un tamaño: 4K, 16K o 64K.",
  'cli.needs-line': "'{command}' necesita una línea: --line N.",
  'cli.needs-line-before': "'whatif' necesita una línea ante la que situarse: --line N.",
  'cli.needs-address': "'pages' necesita una dirección, como 0x7f12a4000000.",
  'cli.needs-target':
    "'blame' necesita una dirección (0x7f12a4000000), un rango, locked o un límite (RLIMIT_MEMLOCK).",
  'cli.needs-call': "'whatif' necesita una llamada entre comillas: 'munmap(0x7f12a4000000, 4096)'.",
  'cli.which-file': 'El conjunto tiene {n} archivos: con --pid se dice en cuál de ellos cuenta --line.',
  'cli.no-file-of-pid': 'El conjunto no tiene ningún archivo del pid {pid}.',
  'cli.no-line': 'No hay línea {line}: el registro tiene {lines}.',
  'cli.nothing-above': 'No hay ningún evento en la línea {line} ni por encima.',
  'cli.no-call-at': 'La línea {line} no es una llamada ni una señal: no hay nada que explicar.',
  'cli.no-space-at': 'El registro no muestra nada del espacio de direcciones en la línea {line}.',
  'cli.no-language': "Pagewalk no habla '{language}'. Habla {known}.",
  'cli.nothing-to-blame':
    "No se puede preguntar por '{target}': se escribe una dirección (0x7f12a4000000), un rango (0x7f12a4000000-0x7f12a4002000 o 0x7f12a4000000+8192), locked, RLIMIT_MEMLOCK o CAP_IPC_LOCK.",
  'cli.html-needs-line': "'explain --html' cuenta un solo fallo: su línea se indica con --line N.",
  'cli.no-task-before': 'No hay tarea {pid} antes de la línea {line}.',
  'cli.port-unusable': 'No se puede usar el puerto {port}: {problem}.',
  'cli.listening': 'a la escucha en {address}',
  'cli.part-of-memory':
    'El registro no muestra toda la memoria: {count} tramos son desconocidos, y así se marcan. Una instantánea (--maps) la hace exacta.',
  'replay.line': 'línea',
  'replay.call': 'llamada',
  'replay.kernel': 'núcleo',
  'replay.rules': 'reglas',
  'replay.success': 'éxito',
  'replay.no-answer': 'sin respuesta',
  'replay.old-break': 'break anterior',
  'replay.cannot-tell': 'no se puede saber',
  'replay.total':
    '{total} llamadas juzgadas: núcleo y reglas coinciden en {agree}, difieren en {differ}, {open} no se pueden saber.',
  'cli.help': `pagewalk: qué dice de la memoria un registro grabado de strace

  pagewalk explain TRACE [--line N] [--manual] [--json | --html]
      por qué fallaron las llamadas fallidas, o la llamada de la línea N; con --manual también qué decían
      de ese error las páginas de manual desde 1996
  pagewalk maps TRACE --line N
      el espacio de direcciones tras la línea N, como lo imprime /proc/PID/maps
  pagewalk pages TRACE --line N ADDRESS [--json]
      el recorrido de las tablas de páginas hasta ADDRESS tras la línea N, qué páginas están probadas
      presentes o ausentes, cuántas tablas hay, y qué hizo con ellas la línea N
  pagewalk blame TRACE --line N ADDRESS|RANGE|locked|RLIMIT_X|CAP_X [--json]
      qué líneas proyectaron, protegieron, bloquearon, movieron o retiraron ADDRESS, componen lo bloqueado
      o fijaron el límite, tal como está todo tras la línea N
  pagewalk replay TRACE [--vmas] [--json]
      cada llamada de memoria: qué respondió el núcleo, qué dicen sus reglas, los totales tras ella
  pagewalk whatif TRACE --line N 'CALL' ['CALL' …] [--vmas] [--json]
      qué respondería el núcleo a estas llamadas antes de la línea N, cada una sobre las anteriores, como
      'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)' 'mlock($1, 64*1024)'
  pagewalk dap [--port P]
      el adaptador de depuración, por la entrada y salida estándar o en un puerto de esta máquina

TRACE es un registro, un registro comprimido con gzip, - para la entrada estándar, o el prefijo de un conjunto escrito por strace -ff.

Opciones para todos ellos:
  --lang LANGUAGE     idioma de lo que se imprime: en, es, de, zh-Hans o zh-Hant; si no, el que digan LC_ALL, LC_MESSAGES o LANG
  --maps FILE         una instantánea de /proc/PID/maps o smaps (TRACE.maps se toma por sí sola)
  --kernel V          el núcleo en que se grabó el registro, como 6.18
  --arch A            su arquitectura: x86-64, i386, x32, arm64, arm, riscv64
  --page-size S       sus páginas: 4K, 16K o 64K
  --max-map-count N   su vm.max_map_count
  --tables T          para pages: las tablas de páginas, como x86-64-5-level, donde el registro no las muestra
  --pid P             con --line en un conjunto -ff: de quién es el archivo

Estado: 0, o para explain 1 si se hallaron llamadas fallidas; 2 si la entrada no se puede usar.
`,
};
