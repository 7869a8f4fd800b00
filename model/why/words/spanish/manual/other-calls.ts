/** Spanish of english/manual/other-calls.ts. */
import type { otherCallsManualWords as English } from '../../english/manual/other-calls';
import type { Translated } from '../../translation';

export const otherCallsManualWords: Translated<typeof English> = {
  'manual.msync.invalid.1996.kernel':
    'Una dirección no alineada a página, un indicador desconocido, o un intervalo que rebasa el final del espacio de direcciones.',
  'manual.msync.invalid.2.4':
    'La dirección no está alineada a página, o los indicadores contienen algo desconocido.',
  'manual.msync.both.1996.kernel': 'MS_ASYNC y MS_SYNC podían ir juntos.',
  'manual.msync.both.2.4.kernel': 'MS_ASYNC y MS_SYNC no pueden ir juntos.',
  'manual.msync.both.2010': 'MS_ASYNC y MS_SYNC van juntos.',
  'manual.msync.unmapped.1996.kernel':
    'La memoria sin proyectar daba EFAULT, al final, cuando ya se había escrito todo lo demás.',
  'manual.msync.unmapped.2.4': 'Parte de la memoria está sin proyectar.',
  'manual.msync.unmapped.2.4.kernel': 'Lo demás se escribe igualmente.',
  'manual.msync.unmapped.today.kernel':
    'Lo demás se escribe igualmente, salvo con MS_ASYNC solo, que se detiene en el hueco. Un intervalo que rebasa el final del espacio de direcciones también da ENOMEM.',
  'manual.msync.busy.1996.kernel': 'Los bloqueos no se comprobaban.',
  'manual.msync.busy.2.4.kernel': 'MS_INVALIDATE se rechaza para memoria bloqueada.',
  'manual.msync.busy.2010': 'Se da MS_INVALIDATE, y parte de la memoria está bloqueada.',
  'manual.msync.write.today.kernel':
    'Con MS_SYNC se devuelve el error con que falló la escritura del archivo: EIO, ENOSPC y otros.',

  'manual.brk.memory.1996.kernel':
    'Una llamada fallida devolvía el break antiguo. Fallaba por encima de RLIMIT_DATA, cuando otra proyección quedaba a menos de una página, y cuando el núcleo estimaba que había poca memoria.',
  'manual.brk.memory.2.4': 'El break no se puede poner ahí: no hay otro error.',
  'manual.brk.memory.2.4.kernel':
    'Una llamada que falla devuelve el break antiguo, y la biblioteca de C lo convierte en error. Falla por encima de RLIMIT_DATA, cuando otra proyección queda a menos de una página, y cuando no se concede la memoria.',
  'manual.brk.memory.2010':
    'El break no se puede poner ahí: no hay otro error. La página cuenta que la llamada en sí devuelve el break antiguo.',
  'manual.brk.memory.2010.kernel':
    'Falla también por encima de RLIMIT_AS y, bajo mlockall, de RLIMIT_MEMLOCK.',
  'manual.brk.memory.today.kernel':
    'Además: la zona de guarda debajo de una pila, RLIMIT_DATA para toda la memoria privada escribible (4.7), y un montón (heap) que ha de encoger donde no hay nada proyectado (6.1).',

  'manual.shmat.access.1996.kernel': 'Decidía el modo del segmento, como hoy.',
  'manual.shmat.access.2.4':
    'El modo del segmento no da ese acceso a quien llama, que tampoco tiene CAP_IPC_OWNER.',
  'manual.shmat.removed.1996.kernel':
    'El número es de un segmento que ya no existe y cuyo lugar ocupa otro nuevo.',
  'manual.shmat.removed.2010': 'El segmento se eliminó.',
  'manual.shmat.removed.today.kernel':
    'Un segmento marcado para eliminarse se puede conectar mientras alguien lo tenga conectado.',
  'manual.shmat.id.1996.kernel': 'No había ningún segmento con ese número.',
  'manual.shmat.id.2.4': 'El número de segmento no es válido.',
  'manual.shmat.address.1996.kernel':
    'Una dirección no alineada a página sin SHM_RND, o SHM_REMAP sin dirección.',
  'manual.shmat.address.2.4':
    'La dirección no está alineada a página y no se da SHM_RND, o se da SHM_REMAP sin dirección.',
  'manual.shmat.address.today.kernel':
    'También se rechaza un intervalo que rebasa el final del espacio de direcciones.',
  'manual.shmat.in-use.1996.kernel':
    'Hay algo proyectado en el intervalo, o este queda a menos de cuatro páginas de la pila.',
  'manual.shmat.in-use.2.4': 'El segmento no se puede conectar en esa dirección.',
  'manual.shmat.in-use.2010': 'El segmento no se puede conectar en esa dirección.',
  'manual.shmat.in-use.today.kernel':
    'Hay algo proyectado en el intervalo. Con SHM_REMAP, en cambio, se quita.',
  'manual.shmat.memory.1996.kernel': 'No había un hueco libre para él, o faltaba memoria para registrarlo.',
  'manual.shmat.memory.2.4': 'El núcleo no tiene memoria para registrarlo o para tablas de páginas.',
  'manual.shmat.memory.today.kernel':
    'También: ningún hueco libre, RLIMIT_AS, el número de proyecciones, y un intervalo que sale del espacio de usuario.',
  'manual.shmat.locked.2.4.kernel':
    'Bajo mlockall(MCL_FUTURE), el segmento tiene que caber en RLIMIT_MEMLOCK.',
  'manual.shmat.locked.today.kernel':
    'Bajo mlockall(MCL_FUTURE), sin CAP_IPC_LOCK, el segmento tiene que caber en RLIMIT_MEMLOCK.',
  'manual.shmat.denied.today.kernel':
    'Una dirección por debajo de vm.mmap_min_addr, o memoria sellada con SHM_REMAP.',
  'manual.shmdt.detached.1996.kernel': 'La llamada nunca fallaba.',
  'manual.shmdt.detached.2.4': 'No hay ningún segmento conectado en esa dirección.',
  'manual.shmdt.detached.2010':
    'No hay ningún segmento conectado en esa dirección, o no está alineada a página.',

  'manual.madvise.no-call.1996.kernel': 'El núcleo no tenía esta llamada; llegó con 2.4.',
  'manual.madvise.unmapped.2.4':
    'Parte del intervalo está sin proyectar. Lo proyectado recibe el consejo igualmente.',
  'manual.madvise.willneed.2.4': 'A MADV_WILLNEED le falta memoria donde leer las páginas.',
  'manual.madvise.willneed.2.4.kernel': 'Así se responde a un exceso de proyecciones.',
  'manual.madvise.willneed.2010.kernel': 'Un exceso de proyecciones da EAGAIN.',
  'manual.madvise.locked.2.4': 'MADV_DONTNEED ha de descartar páginas bloqueadas o compartidas.',
  'manual.madvise.locked.2.4.kernel': 'Las páginas bloqueadas se rechazan. Las compartidas no.',
  'manual.madvise.locked.2010.kernel':
    'Se rechazan las páginas bloqueadas, las enormes y las de dispositivos. Las compartidas no.',
  'manual.madvise.locked.today':
    'MADV_DONTNEED, MADV_REMOVE, MADV_COLD o MADV_PAGEOUT encuentra páginas bloqueadas, enormes o de un dispositivo.',
  'manual.madvise.locked.today.kernel':
    'Desde 5.18, MADV_DONTNEED acepta páginas enormes, y MADV_DONTNEED_LOCKED las bloqueadas.',
  'manual.madvise.unaligned.2.4': 'La dirección no está alineada a página, o la longitud es negativa.',
  'manual.madvise.unaligned.today.kernel':
    'La longitud cuenta como excesiva cuando rebasa el final del espacio de direcciones.',
  'manual.madvise.advice.2.4': 'Ese consejo no existe.',
  'manual.madvise.advice.2010':
    'Ese consejo no existe, o el núcleo se compiló sin lo que necesita MADV_MERGEABLE.',
  'manual.madvise.advice.today.kernel':
    'Qué consejos hay depende de la versión y de cómo se compiló el núcleo.',
  'manual.madvise.kind.today':
    'El consejo no vale para proyecciones de ese tipo: MADV_FREE y MADV_WIPEONFORK exigen memoria anónima privada; MADV_POPULATE_READ y MADV_POPULATE_WRITE, el permiso.',
  'manual.madvise.kind.today.kernel':
    'También: una región de guarda en una proyección especial, y MADV_COLLAPSE donde no cabe una página enorme.',
  'manual.madvise.badf.2.4': 'Lo proyectado no es un archivo.',
  'manual.madvise.badf.2.4.kernel': 'Solo MADV_WILLNEED exige un archivo.',
  'manual.madvise.badf.today.kernel':
    'Solo MADV_WILLNEED, y únicamente en núcleos compilados sin intercambio (swap).',
  'manual.madvise.rss.2.4': 'MADV_WILLNEED haría residentes más páginas de las que el proceso puede tener.',
  'manual.madvise.rss.2.4.kernel': 'RLIMIT_RSS se comparaba con lo que añadiría el intervalo.',
  'manual.madvise.rss.2010.kernel': 'RLIMIT_RSS ya no se comprueba.',
  'manual.madvise.again.2.4': 'Algo que el núcleo necesita no está disponible en ese momento.',
  'manual.madvise.again.2.4.kernel':
    'No hay memoria para registrar una proyección nueva. Un exceso de proyecciones da ENOMEM.',
  'manual.madvise.again.today.kernel':
    'Así se responde a un exceso de proyecciones (de 4.12 a 5.16, con ENOMEM).',
  'manual.madvise.remove.today': 'MADV_REMOVE encuentra una proyección que no es compartida y escribible.',
  'manual.madvise.punch.2010.kernel':
    'La respuesta era entonces ENOSYS, como dice la página, en todo sistema de archivos salvo tmpfs.',
  'manual.madvise.punch.today':
    'MADV_REMOVE se usa en un sistema de archivos que no puede quitar páginas de un archivo, según su descripción.',
  'manual.madvise.poison.today': 'MADV_HWPOISON se usa sin CAP_SYS_ADMIN.',
  'manual.madvise.poison.today.kernel':
    'También: un consejo que descarta se da para memoria sellada que no se puede escribir.',
  'manual.madvise.populate.today':
    'MADV_POPULATE_READ o MADV_POPULATE_WRITE encuentra una página que provocaría SIGBUS.',
  'manual.madvise.populate.today.kernel': 'Una región de guarda recibe la misma respuesta.',
};
