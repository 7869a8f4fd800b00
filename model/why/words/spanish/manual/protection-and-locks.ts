/** Spanish of english/manual/protection-and-locks.ts. */
import type { protectionAndLocksManualWords as English } from '../../english/manual/protection-and-locks';
import type { Translated } from '../../translation';

export const protectionAndLocksManualWords: Translated<typeof English> = {
  'manual.mprotect.access.1996.kernel':
    'La memoria podía recibir el acceso que su proyección permitía desde el principio, como hoy.',
  'manual.mprotect.access.2.4':
    'La memoria no puede tener ese acceso: por ejemplo, un archivo abierto para lectura ha de volverse escribible.',
  'manual.mprotect.access.today.kernel':
    'También: memoria que es o fue escribible ha de volverse ejecutable, en un proceso que renunció a ello (PR_SET_MDWE, desde 6.3).',
  'manual.mprotect.unaligned.1996.kernel':
    'Una dirección no alineada a página, o un intervalo que rebasa el final del espacio de direcciones.',
  'manual.mprotect.unaligned.2.4': 'La dirección no está alineada a página, o no es un puntero válido.',
  'manual.mprotect.unaligned.today.kernel':
    'Solo cuenta la alineación. Una dirección sin proyectar da ENOMEM.',
  'manual.mprotect.bits.1996.kernel':
    'La protección no podía contener nada más que PROT_READ, PROT_WRITE y PROT_EXEC.',
  'manual.mprotect.bits.today':
    'La protección contiene bits sin significado, o PROT_GROWSUP y PROT_GROWSDOWN a la vez.',
  'manual.mprotect.bits.today.kernel':
    'También se rechaza PROT_GROWSDOWN para memoria que no crece hacia abajo.',
  'manual.mprotect.key.today': 'La clave de pkey_mprotect no fue asignada.',
  'manual.mprotect.key.today.kernel': 'Sin soporte del procesador se rechaza toda clave salvo -1.',
  'manual.mprotect.other.today':
    'Algunas arquitecturas tienen reglas propias: PROT_SAO en PowerPC exige soporte del procesador.',
  'manual.mprotect.other.today.kernel':
    'Una proyección indivisible (el vdso, una página enorme) queda solo en parte dentro del intervalo.',
  'manual.mprotect.unmapped.1996.kernel':
    'La memoria sin proyectar daba EFAULT. Lo anterior al hueco ya había cambiado.',
  'manual.mprotect.unmapped.2.4.kernel':
    'Desde 2.4.19 es la respuesta a la memoria sin proyectar. Lo anterior al hueco ya ha cambiado.',
  'manual.mprotect.unmapped.2010':
    'Alguna página del intervalo está sin proyectar, o no es una dirección que pueda tener un proceso.',
  'manual.mprotect.unmapped.2010.kernel': 'Lo anterior al hueco ya ha cambiado.',
  'manual.mprotect.memory.2.4': 'El núcleo no tiene memoria para sus propios registros.',
  'manual.mprotect.memory.today.kernel':
    'También: memoria privada ha de volverse escribible, y RLIMIT_DATA (desde 4.7) o las reglas de sobrecompromiso no permiten tanta.',
  'manual.mprotect.count.2.4.kernel':
    'Un cambio en medio de una proyección la convierte en tres; si son más de las permitidas, se rechaza así.',
  'manual.mprotect.count.today':
    'Los nuevos bordes crearían más proyecciones de las que el proceso puede tener.',
  'manual.mprotect.fault.1996.kernel': 'Era la respuesta a la memoria sin proyectar.',
  'manual.mprotect.fault.2.4': 'No está la memoria que se ha de proteger.',
  'manual.mprotect.fault.2.4.kernel': 'Desde 2.4.19 la respuesta es ENOMEM.',
  'manual.mprotect.fault.2010': 'Hasta 2.4.18, por error, para memoria sin proyectar.',
  'manual.mprotect.sealed.today.kernel':
    'La memoria sellada (mseal, desde 6.10) conserva su protección; así lo dice la página de mseal.',

  'manual.mlock.limit.1996.kernel':
    'RLIMIT_MEMLOCK se comprobaba lo primero de todo, y también para root; los demás no podían bloquear nada.',
  'manual.mlock.limit.2.4': 'Se bloquearían más páginas de las permitidas.',
  'manual.mlock.limit.2010':
    'Se bloquearía más de lo que permite RLIMIT_MEMLOCK, que no es cero, sin CAP_IPC_LOCK (desde 2.6.9).',
  'manual.mlock.limit.today.kernel':
    'Lo ya bloqueado del intervalo no cuenta dos veces (desde 4.9). El límite es de 8 MiB salvo que alguien lo haya fijado (desde 5.16; antes, 64 KiB).',
  'manual.mlock.unmapped.1996.kernel': 'Lo anterior al hueco queda bloqueado.',
  'manual.mlock.unmapped.2.4': 'Alguna página del intervalo está sin proyectar.',
  'manual.mlock.half.1996.kernel': 'Nadie podía bloquear más de la mitad de la memoria de la máquina.',
  'manual.mlock.half.2010': 'Hasta 2.4: se bloquearía más de la mitad de la memoria.',
  'manual.mlock.half.2010.kernel': 'Esa regla ya no existe.',
  'manual.mlock.count.today':
    'Los nuevos bordes crearían más proyecciones de las que el proceso puede tener.',
  'manual.mlock.populate.today.kernel':
    'También da ENOMEM una página que no puede hacerse presente: no permite ningún acceso, o el archivo acaba antes. El intervalo se bloquea y se cuenta igualmente.',
  'manual.mlock.root.1996.kernel': 'Solo root podía bloquear. Los límites se comprobaban antes.',
  'manual.mlock.root.2.4': 'Bloquear exige CAP_IPC_LOCK.',
  'manual.mlock.root.2.4.kernel': 'Los límites se comprueban antes.',
  'manual.mlock.root.2010': 'Quien llama no tiene privilegios, y necesita CAP_IPC_LOCK para lo que pide.',
  'manual.mlock.root.2010.kernel': 'Desde 2.6.9 es así solo cuando RLIMIT_MEMLOCK es cero.',
  'manual.mlock.again.2010': 'Parte del intervalo, o todo, no se bloqueó.',
  'manual.mlock.again.today.kernel':
    'Solo cuando la máquina no tiene memoria para las páginas. Todo lo demás que impide bloquear una página da ENOMEM.',
  'manual.mlock.wraps.1996.kernel': 'Un intervalo que rebasa el final del espacio de direcciones.',
  'manual.mlock.wraps.2.4': 'La longitud es negativa.',
  'manual.mlock.wraps.2010': 'Dirección más longitud es menor que la dirección.',
  'manual.mlock.flags.today': 'Los indicadores de mlock2 contienen algo desconocido.',

  'manual.munlock.unmapped.1996.kernel': 'Lo anterior al hueco se desbloquea.',
  'manual.munlock.unmapped.2.4': 'Alguna página del intervalo está sin proyectar.',
  'manual.munlock.unmapped.today.kernel': 'Lo anterior al hueco se desbloquea.',
  'manual.munlock.count.today':
    'Los nuevos bordes crearían más proyecciones de las que el proceso puede tener.',
  'manual.munlock.wraps.1996.kernel': 'Un intervalo que rebasa el final del espacio de direcciones.',
  'manual.munlock.wraps.2.4': 'La longitud es negativa.',
  'manual.munlock.wraps.2010': 'Dirección más longitud es menor que la dirección.',
  'manual.munlock.root.1996.kernel': 'Solo root podía desbloquear.',
  'manual.munlock.root.2.4.kernel': 'Cualquiera puede desbloquear.',
  'manual.munlock.root.2010': 'Quien llama no tiene privilegios, y necesita CAP_IPC_LOCK para lo que pide.',
  'manual.munlock.root.2010.kernel': 'Cualquiera puede desbloquear.',

  'manual.mlockall.flags.1996.kernel': 'También se rechazaban indicadores a cero.',
  'manual.mlockall.flags.2.4': 'Los indicadores contienen algo desconocido.',
  'manual.mlockall.flags.today':
    'Los indicadores contienen algo desconocido, o MCL_ONFAULT sin MCL_CURRENT ni MCL_FUTURE.',
  'manual.mlockall.limit.1996.kernel':
    'Todo lo proyectado tenía que caber en RLIMIT_MEMLOCK y en la mitad de la memoria, también con MCL_FUTURE solo, y para root.',
  'manual.mlockall.limit.2.4': 'Se bloquearían más páginas de las permitidas.',
  'manual.mlockall.limit.2010':
    'Se bloquearía más de lo que permite RLIMIT_MEMLOCK, que no es cero, sin CAP_IPC_LOCK (desde 2.6.9).',
  'manual.mlockall.limit.today.kernel':
    'Cuenta todo lo proyectado, también lo ya bloqueado, pero solo con MCL_CURRENT.',
  'manual.mlockall.root.1996.kernel': 'Solo root podía bloquear. Los límites se comprobaban antes.',
  'manual.mlockall.root.2.4': 'Bloquear exige CAP_IPC_LOCK.',
  'manual.mlockall.root.2010': 'Quien llama no tiene privilegios, y necesita CAP_IPC_LOCK para lo que pide.',
  'manual.mlockall.root.2010.kernel': 'Desde 2.6.9 es así solo cuando RLIMIT_MEMLOCK es cero.',
  'manual.munlockall.root.1996.kernel': 'Solo root podía desbloquear.',
  'manual.munlockall.root.2.4': 'Desbloquear todo exige CAP_IPC_LOCK.',
  'manual.munlockall.root.2010': 'Hasta 2.6.8: quien llama no tenía CAP_IPC_LOCK.',
  'manual.munlockall.root.2010.kernel': 'Cualquiera puede desbloquear; la llamada no falla.',
};
