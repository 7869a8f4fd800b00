/** Spanish of english/manual/mremap.ts. */
import type { mremapManualWords as English } from '../../english/manual/mremap';
import type { Translated } from '../../translation';

export const mremapManualWords: Translated<typeof English> = {
  'manual.mremap.locked.1996': 'Un segmento bloqueado se rechaza: su proyección no se debe cambiar.',
  'manual.mremap.locked.1996.kernel':
    'La memoria bloqueada crecía, encogía y se trasladaba como cualquier otra. Solo se rechazaba el crecimiento que llevaba el total bloqueado por encima de RLIMIT_MEMLOCK, también para root; y ese límite era infinito salvo que alguien lo hubiera bajado.',
  'manual.mremap.locked.2.4':
    'Un segmento bloqueado ha de crecer, y el proceso tendría bloqueado más de lo que permite RLIMIT_MEMLOCK. (La colección inglesa conservó el texto de 1996 hasta 2005.)',
  'manual.mremap.locked.2.4.kernel':
    'La comprobación de 1996, también para root; con MREMAP_FIXED, incluso si nada crece y el límite ya estaba superado.',
  'manual.mremap.locked.2010.kernel': 'Desde 2.6.9, CAP_IPC_LOCK exime del límite.',
  'manual.mremap.locked.today.kernel':
    'Solo se cuenta lo que crece una proyección bloqueada. Un traslado conserva el bloqueo y el total, y nunca se rechaza por eso.',

  'manual.mremap.unmapped.1996': 'El proceso no tiene nada en alguna dirección del intervalo antiguo.',
  'manual.mremap.unmapped.1996.kernel':
    'Solo miraba el intervalo una llamada que agrandaba. La que encogía o conservaba el tamaño devolvía la dirección antigua, aunque no hubiera nada proyectado.',
  'manual.mremap.unmapped.2.4.kernel':
    'Miran el intervalo las llamadas que agrandan y las que llevan MREMAP_FIXED. Sin ese indicador, encoger o conservar el tamaño funciona en cualquier dirección.',
  'manual.mremap.unmapped.today.kernel':
    'Desde 5.16, la propia dirección antigua debe estar proyectada en toda llamada (de 5.16 a 5.18 se devolvía por error el número 14). Los huecos posteriores solo importan cuando la memoria crece.',

  'manual.mremap.several.1996':
    'Se da aunque todo el intervalo antiguo esté proyectado, si sus proyecciones no son todas del mismo tipo.',
  'manual.mremap.several.1996.kernel':
    'El intervalo antiguo tenía que estar en un solo segmento, fueran del tipo que fueran sus vecinos, pero solo en una llamada que agrandara.',
  'manual.mremap.several.2.4.kernel':
    'El intervalo antiguo tiene que estar en una sola proyección cuando la llamada agranda, y siempre con MREMAP_FIXED.',
  'manual.mremap.several.today.kernel':
    'Desde 6.17, un traslado con MREMAP_FIXED que conserva el tamaño puede abarcar varias proyecciones, y huecos tras la primera. Lo que agranda sigue exigiendo una sola proyección.',

  'manual.mremap.special.1996.kernel': 'Ninguna proyección era especial: todas podían crecer.',
  'manual.mremap.special.2.4.kernel': 'Las proyecciones que un controlador marcó así no crecen.',
  'manual.mremap.special.today.kernel':
    'El vdso y las proyecciones de dispositivos no crecen. La misma respuesta se da cuando MREMAP_FIXED vacía precisamente la proyección que un tamaño antiguo de cero iba a duplicar.',

  'manual.mremap.unaligned.1996':
    'Algún argumento no es válido; la página conjetura una dirección antigua no alineada a página.',
  'manual.mremap.unaligned.1996.kernel':
    'La conjetura era todo lo que había: ningún otro argumento se comprobaba para esta respuesta.',
  'manual.mremap.unaligned.2.4':
    'El primero de siete errores de una lista: la dirección antigua no está alineada a página.',
  'manual.mremap.unaligned.today':
    'El primero de diez errores de una lista: la dirección antigua no está alineada a página.',
  'manual.mremap.flags.1996.kernel': 'Se ignoraban todos los bits salvo MREMAP_MAYMOVE.',
  'manual.mremap.flags.2.4': 'Los indicadores contienen algo más que MREMAP_MAYMOVE y MREMAP_FIXED.',
  'manual.mremap.flags.today':
    'Los indicadores contienen algo más que MREMAP_MAYMOVE, MREMAP_FIXED y MREMAP_DONTUNMAP.',
  'manual.mremap.zero.1996.kernel': 'Un tamaño nuevo de cero quitaba todo el intervalo y tenía éxito.',
  'manual.mremap.zero.2.4': 'El tamaño nuevo es cero.',
  'manual.mremap.zero.2.4.kernel':
    '2.4.22 aún no lo comprobaba: un tamaño nuevo de cero quitaba el intervalo.',
  'manual.mremap.zero.today.kernel':
    'Un tamaño tan grande que, redondeado a páginas, se vuelve cero cuenta como cero.',
  'manual.mremap.invalid.1996.kernel':
    'No se podía dar una dirección nueva, y un tamaño demasiado grande acababa en ENOMEM.',
  'manual.mremap.invalid.2.4':
    'El tamaño nuevo o la dirección nueva no son válidos; la página no dice cuándo.',
  'manual.mremap.invalid.2.4.kernel':
    'Solo con MREMAP_FIXED: la dirección nueva debe estar alineada a página, y el intervalo nuevo debe acabar dentro del espacio de usuario.',
  'manual.mremap.invalid.today.kernel':
    'El tamaño nuevo no puede superar el espacio de direcciones en ninguna llamada, y también una dirección nueva que solo es sugerencia debe estar alineada a página.',
  'manual.mremap.fixed.1996.kernel': 'Antes de 2.3.31 no existía MREMAP_FIXED.',
  'manual.mremap.fixed.2.4': 'MREMAP_FIXED se da sin MREMAP_MAYMOVE.',
  'manual.mremap.fixed.today': 'MREMAP_FIXED o MREMAP_DONTUNMAP se da sin MREMAP_MAYMOVE.',
  'manual.mremap.overlap.2.4': 'El intervalo nuevo tiene páginas en común con el antiguo.',
  'manual.mremap.overlap.today.kernel':
    'Un intervalo de tamaño cero no tiene páginas: con un tamaño antiguo de cero, la dirección nueva puede ser la antigua. La proyección se vacía entonces, y la respuesta es EFAULT.',
  'manual.mremap.dontunmap-sizes.today': 'MREMAP_DONTUNMAP se da con dos tamaños distintos.',
  'manual.mremap.dontunmap-sizes.today.kernel':
    'Desde 6.17 los tamaños se comparan en páginas enteras; antes, en bytes.',
  'manual.mremap.dontunmap-kind.today':
    'MREMAP_DONTUNMAP se usa con memoria que no es toda privada y anónima.',
  'manual.mremap.dontunmap-kind.today.kernel':
    'Así era hasta 5.12. Desde 5.13 solo se rechazan proyecciones que no pueden crecer (vdso, dispositivos).',
  'manual.mremap.other.1996': 'Algún argumento no es válido.',
  'manual.mremap.other.2.4':
    'Algún argumento no es válido; esta causa no está entre las que enumera la página.',
  'manual.mremap.other.today.kernel':
    'Fuera de la lista: una proyección indivisible (parte del vdso o de una página enorme), páginas enormes que han de crecer o quedar fuera de su alineación, un intervalo antiguo que sale del espacio de usuario, y una proyección que su dueño no deja trasladar.',
  'manual.mremap.duplicate.1996.kernel':
    'Un tamaño antiguo de cero creaba una segunda proyección junto a la primera, también de memoria privada, siempre que se diera MREMAP_MAYMOVE.',
  'manual.mremap.duplicate.today': 'El tamaño antiguo es cero, y la memoria no es compartida.',
  'manual.mremap.duplicate.today.kernel': 'Se rechaza desde 4.14.',
  'manual.mremap.duplicate-in-place.today': 'El tamaño antiguo es cero, y no se da MREMAP_MAYMOVE.',
  'manual.mremap.duplicate-in-place.today.kernel': 'La respuesta es ENOMEM.',

  'manual.mremap.in-place.1996':
    'La memoria no puede crecer donde está, y los indicadores no contienen MREMAP_MAYMOVE, que permitiría trasladarla.',
  'manual.mremap.in-place.today.kernel':
    'Solo crece en su sitio si el intervalo antiguo acaba donde acaba su proyección y le siguen páginas libres. Un tamaño antiguo de cero sin MREMAP_MAYMOVE también acaba aquí.',
  'manual.mremap.memory.1996': 'Queda muy poca memoria, o muy pocas direcciones libres.',
  'manual.mremap.memory.1996.kernel':
    'Ningún hueco libre era bastante grande, o el núcleo no tenía página para sus tablas. No había RLIMIT_AS, y nadie comprobaba si existe la memoria que crece una proyección.',
  'manual.mremap.memory.2.4.kernel':
    'También rechazan RLIMIT_AS y, para proyecciones privadas escribibles, una estimación de la memoria que queda.',
  'manual.mremap.memory.2010.kernel':
    'RLIMIT_AS rechaza. La memoria que niegan las reglas de sobrecompromiso daba EFAULT, por descuido.',
  'manual.mremap.memory.today':
    'Como antes, y por dos causas más: lo que crea MREMAP_DONTUNMAP no cabe, o el proceso tendría demasiadas proyecciones.',
  'manual.mremap.memory.today.kernel':
    'El número de proyecciones rechaza un traslado antes de buscar la dirección antigua. RLIMIT_DATA cuenta la memoria privada escribible desde 4.7. La memoria que no se concede vuelve a dar ENOMEM.',

  'manual.mremap.denied.2010.kernel': 'Se rechaza una dirección nueva por debajo de vm.mmap_min_addr.',
  'manual.mremap.denied.today.kernel':
    'La memoria sellada (mseal, desde 6.10) se rechaza en toda llamada, y también una dirección nueva por debajo de vm.mmap_min_addr.',
};
