/** Spanish of english/what-if.ts. */
import type { whatIfWords as English } from '../english/what-if';
import type { Translated } from '../translation';

export const whatIfWords: Translated<typeof English> = {
  'whatif.call-number': 'llamada hipotética {number}',
  'whatif.no-effect': '{call} tendría éxito y no cambiaría nada de lo que guarda el modelo.',
  'whatif.no-mapping':
    '{call} tendría éxito. No cambia ninguna proyección; las llamadas siguientes parten de lo que sí cambia.',
  'whatif.rules-say': 'Según las reglas, respondería {answer}.',
  'whatif.rules-say-success': 'Según las reglas, tendría éxito.',
  'whatif.open': 'No se puede saber qué respondería el núcleo: {because}. Depende de esto: {demand}.',
  'whatif.somewhere':
    '{call} tendría éxito; no se puede saber dónde pondría el núcleo la memoria: {because}.',
  'whatif.some-value': '{call} tendría éxito; no se puede saber qué valor devuelve.',
  'whatif.child':
    '{call} crearía un hijo con un mundo propio. Las llamadas siguientes continúan en el padre.',
  'whatif.ends': '{call} terminaría la tarea. No puede seguir ninguna llamada.',
  'whatif.not-applied-open':
    'Las llamadas siguientes parten del mundo tal como estaba. Para continuar con una respuesta, se escribe tras la llamada: {example}.',
  'whatif.not-applied-place':
    'Las llamadas siguientes no saben nada de esta memoria. Para continuar con una dirección, se escribe tras la llamada: {example}.',
  'whatif.not-applied-descriptor':
    'Las llamadas siguientes no saben nada de este descriptor. Para continuar con un número, se escribe tras la llamada: {example}.',
  'whatif.taken': 'Esta respuesta se toma tal como se escribió; las llamadas siguientes parten de ella.',
  'whatif.vmsize': 'El tamaño del espacio de direcciones (VmSize) pasa de {from} kB a {to} kB.',
  'whatif.limit': '{limit} pasa de {from} a {to}.',
  'whatif.no-limit': 'ilimitado',
  'whatif.soft-and-hard': '{soft} (como mucho {hard})',
  'whatif.opens': 'El descriptor {fd} pasa a ser {path}.',
  'whatif.closes': 'El descriptor {fd} se cierra.',
  'whatif.same-memory': 'El espacio de direcciones es el de la grabación.',

  'whatif.begins': 'Desde aquí, antes de la {line}:',
  'whatif.begins-at-end': 'Desde aquí, tras la última línea:',
  'whatif.anew':
    'La posición es ahora otra: se olvidan las llamadas probadas antes de la {line}, y aquí empieza una serie nueva.',
  'whatif.nothing-yet':
    'Aquí no se ha probado nada. Una llamada de memoria se escribe como la imprime strace, por ejemplo mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0).',
  'whatif.forgotten': 'Se han olvidado las llamadas probadas aquí.',
  'whatif.differences': 'Lo que entonces difiere de la grabación en este punto:',
  'whatif.note': 'nota',
  'whatif.rests-on': 'Se apoya en: {calls}.',
  'whatif.answer': 'respuesta',
  'whatif.cause': 'causa',
  'whatif.checklist': 'comprobaciones',
  'whatif.checks': '{passed} superadas, {broken} incumplidas, {open} sin decidir, {skipped} no alcanzadas',
  'whatif.changes': 'cambios',
  'whatif.remedy': 'remedio',
  'whatif.sources': 'fuentes',
  'whatif.passed': 'superada',
  'whatif.broken': 'incumplida',
  'whatif.cannot-tell': 'no se puede saber',
  'whatif.not-reached': 'no alcanzada',
  'whatif.after': 'posterior a la incumplida',

  'whatif.column': 'Columna {column}: {problem}',
  'whatif.column-of': 'Llamada {number}, {call}, columna {column}: {problem}',
  'whatif.no-call':
    'Una llamada tiene un nombre y sus argumentos entre paréntesis, por ejemplo munmap(0x7f0000000000, 4096).',
  'whatif.unknown-call': 'Ninguna llamada al sistema que afecte a la memoria se llama «{word}».',
  'whatif.unknown-call-near':
    'Ninguna llamada al sistema que afecte a la memoria se llama «{word}». Quizá se quiso decir: {near}.',
  'whatif.no-parenthesis': 'Los argumentos de {call} no acaban: falta un paréntesis de cierre.',
  'whatif.rest':
    "«{text}» sobra tras la llamada. Dos llamadas se separan con ';'; una respuesta empieza por '='.",
  'whatif.too-few': 'Faltan argumentos: {missing}. La llamada es {shape}.',
  'whatif.too-many': 'Se dan {count} argumentos y son demasiados: admite {most}. La llamada es {shape}.',
  'whatif.empty-argument': 'El argumento {number} ({name}) está vacío. La llamada es {shape}.',
  'whatif.empty-term': "Falta un indicador junto a '|' en {name}.",
  'whatif.unclosed': '«{text}» tiene paréntesis o corchetes que no casan.',
  'whatif.no-number':
    '{name} admite un número, y «{text}» no lo es. Vale 8192, 64*1024, 1<<20, 1 MiB, 0x7f0000000000 o NULL.',
  'whatif.too-large': '{name} tiene 64 bits, y {text} necesita más.',
  'whatif.no-flags':
    '{name} no admite indicadores, y «{word}» no es ninguno que se conozca aquí. Se escribe 0.',
  'whatif.unknown-flag': '{name} no puede ser «{word}».',
  'whatif.unknown-flag-near': '{name} no puede ser «{word}». Quizá se quiso decir: {near}.',
  'whatif.no-answer': '«{text}» no es una respuesta. Se escribe = 0, = 0x7f0000000000 o = -1 ENOMEM.',
  'whatif.answer-unknown': '{word} representa la respuesta de la llamada {number}, que no se conoce.',
  'whatif.no-such-answer':
    '{word} representa una respuesta que no existe; número de llamadas probadas aquí: {count}.',
  'whatif.needs-answer':
    'Ninguna regla dice qué responde {call}. Si se escribe su respuesta detrás, por ejemplo {example}, las llamadas siguientes parten de ella.',
  'whatif.not-judged':
    '{call} con estos argumentos no afecta a ninguna memoria que guarde el modelo: ninguna regla la juzga.',
  'whatif.no-space':
    'Aquí no hay espacio de direcciones: el registro no muestra ninguno de esta tarea, o la tarea ha terminado.',
  'whatif.too-long': 'Una llamada tiene como mucho {most} caracteres.',
  'whatif.too-many-calls': 'Se encadenan como mucho {most} llamadas. Con reset se empieza de nuevo.',

  'whatif.start-of': 'inicio de {what}',
  'whatif.end-of': 'fin de {what}',
  'whatif.to-end-of': 'hasta el fin de {what}',
  'whatif.all-of': 'todo: {what}',
  'whatif.one-page': 'una página',
  'whatif.the-break': 'el break',
  'whatif.answer-of': 'lo que respondió la llamada {number}',
  'whatif.no-file': 'ningún archivo',
  'whatif.kernel-chooses': 'elige el núcleo',
  'whatif.vma': '{size} {prot} {what}',
};
