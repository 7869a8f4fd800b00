/** What the checks of memory policies demand, in Spanish. */
export const policiesDemands: Readonly<Record<string, string>> = {
  'the kernel was built with memory policies (CONFIG_NUMA)':
    'el núcleo se compiló con políticas de memoria (CONFIG_NUMA)',
  'this kernel knows the mode of the policy': 'este núcleo conoce el modo de la política',
  'the flags of the mode go together: not static and relative nodes, balancing only with MPOL_BIND':
    'los indicadores del modo se avienen: no nodos estáticos y relativos a la vez, y equilibrado solo con MPOL_BIND',
  'the node mask has no more bits than a page holds, and names no node beyond the largest number':
    'la máscara de nodos no tiene más bits que una página, y no nombra ningún nodo por encima del número máximo',
  'the node mask lies in readable memory': 'la máscara de nodos está en memoria legible',
  'the flags are MPOL_MF_STRICT, MPOL_MF_MOVE and MPOL_MF_MOVE_ALL, and no others':
    'los indicadores son MPOL_MF_STRICT, MPOL_MF_MOVE y MPOL_MF_MOVE_ALL, y ningún otro',
  'MPOL_MF_MOVE_ALL needs CAP_SYS_NICE': 'MPOL_MF_MOVE_ALL exige CAP_SYS_NICE',
  'nodes are given where the mode wants some (MPOL_BIND), and none where it has none (MPOL_DEFAULT)':
    'se dan nodos donde el modo los quiere (MPOL_BIND), y ninguno donde no (MPOL_DEFAULT)',
  'at least one of the nodes exists, has memory, and may be used by the process':
    'al menos uno de los nodos existe, tiene memoria, y el proceso puede usarlo',
  'every page of the range is mapped, or with MPOL_DEFAULT any of them; otherwise nothing is set':
    'todas las páginas del intervalo están proyectadas, o con MPOL_DEFAULT alguna; si no, no se pone nada',
  'with MPOL_MF_STRICT no page lies on a node that the policy does not name, or it can be moved':
    'con MPOL_MF_STRICT ninguna página está en un nodo que la política no nombra, o se puede trasladar',
  'the kernel has the call: 5.17 and later': 'el núcleo tiene la llamada: desde 5.17',
  'the node exists': 'el nodo existe',
  'each policy in the range is MPOL_BIND or MPOL_PREFERRED_MANY; those below the first other are changed':
    'cada política del intervalo es MPOL_BIND o MPOL_PREFERRED_MANY; las que quedan por debajo de la primera distinta se cambian',
  'some mapping in the range has a policy of its own, given by mbind':
    'alguna proyección del intervalo tiene política propia, dada por mbind',
  'the node mask has a bit for each node that the machine could have':
    'la máscara de nodos tiene un bit para cada nodo que la máquina podría tener',
  'the flags are MPOL_F_NODE, MPOL_F_ADDR and MPOL_F_MEMS_ALLOWED, and no others':
    'los indicadores son MPOL_F_NODE, MPOL_F_ADDR y MPOL_F_MEMS_ALLOWED, y ningún otro',
  'MPOL_F_MEMS_ALLOWED is given alone': 'MPOL_F_MEMS_ALLOWED se da solo',
  'the address is 0 where MPOL_F_ADDR is not given': 'la dirección es 0 si no se da MPOL_F_ADDR',
  'with MPOL_F_ADDR something is mapped at the address':
    'con MPOL_F_ADDR hay algo proyectado en la dirección',
  'with MPOL_F_NODE and MPOL_F_ADDR the page can be brought in for reading':
    'con MPOL_F_NODE y MPOL_F_ADDR, la página se puede traer para leerla',
  'MPOL_F_NODE is given with MPOL_F_ADDR, or the policy of the task interleaves':
    'MPOL_F_NODE se da con MPOL_F_ADDR, o la política de la tarea es de intercalado',
  'what is asked for has writable memory to go to': 'lo que se pide tiene memoria escribible adonde ir',
  'the flags are MPOL_MF_MOVE or MPOL_MF_MOVE_ALL, and no others':
    'los indicadores son MPOL_MF_MOVE o MPOL_MF_MOVE_ALL, y ningún otro',
  'the process exists, and the caller may look into it': 'el proceso existe, y quien llama puede examinarlo',
  'the list of addresses, and the list of nodes if there is one, can be read':
    'la lista de direcciones, y la de nodos si la hay, se pueden leer',
  'each page is sent to a node that exists': 'cada página se envía a un nodo que existe',
  'the list of answers can be written': 'la lista de respuestas se puede escribir',
  'the process exists': 'el proceso existe',
  'the caller may look into the process, and the nodes are allowed to it or the caller has CAP_SYS_NICE':
    'quien llama puede examinar el proceso, y los nodos le están permitidos o quien llama tiene CAP_SYS_NICE',
  'at least one of the new nodes exists, has memory, and may be used':
    'al menos uno de los nodos nuevos existe, tiene memoria, y se puede usar',
};
