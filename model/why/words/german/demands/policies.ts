/** What the checks of memory policies demand, in German. */
export const policiesDemands: Readonly<Record<string, string>> = {
  'the kernel was built with memory policies (CONFIG_NUMA)':
    'der Kernel wurde mit Speicherrichtlinien gebaut (CONFIG_NUMA)',
  'this kernel knows the mode of the policy': 'dieser Kernel kennt die Art der Richtlinie',
  'the flags of the mode go together: not static and relative nodes, balancing only with MPOL_BIND':
    'die Flags der Art passen zusammen: nicht statische und relative Knoten zugleich, Ausgleich nur mit MPOL_BIND',
  'the node mask has no more bits than a page holds, and names no node beyond the largest number':
    'die Knotenmaske hat nicht mehr Bits als eine Seite und nennt keinen Knoten über der größten Nummer',
  'the node mask lies in readable memory': 'die Knotenmaske liegt in lesbarem Speicher',
  'the flags are MPOL_MF_STRICT, MPOL_MF_MOVE and MPOL_MF_MOVE_ALL, and no others':
    'die Flags sind MPOL_MF_STRICT, MPOL_MF_MOVE und MPOL_MF_MOVE_ALL und keine anderen',
  'MPOL_MF_MOVE_ALL needs CAP_SYS_NICE': 'MPOL_MF_MOVE_ALL braucht CAP_SYS_NICE',
  'nodes are given where the mode wants some (MPOL_BIND), and none where it has none (MPOL_DEFAULT)':
    'Knoten stehen, wo die Art welche will (MPOL_BIND), und keine, wo sie keine hat (MPOL_DEFAULT)',
  'at least one of the nodes exists, has memory, and may be used by the process':
    'mindestens einen der Knoten gibt es, er hat Speicher, und der Prozess darf ihn benutzen',
  'every page of the range is mapped, or with MPOL_DEFAULT any of them; otherwise nothing is set':
    'jede Seite des Bereichs ist abgebildet, bei MPOL_DEFAULT irgendeine; sonst wird nichts gesetzt',
  'with MPOL_MF_STRICT no page lies on a node that the policy does not name, or it can be moved':
    'bei MPOL_MF_STRICT liegt keine Seite auf einem Knoten, den die Richtlinie nicht nennt, oder sie lässt sich verschieben',
  'the kernel has the call: 5.17 and later': 'der Kernel hat den Aufruf: ab 5.17',
  'the node exists': 'den Knoten gibt es',
  'each policy in the range is MPOL_BIND or MPOL_PREFERRED_MANY; those below the first other are changed':
    'jede Richtlinie im Bereich ist MPOL_BIND oder MPOL_PREFERRED_MANY; die unter der ersten anderen werden geändert',
  'some mapping in the range has a policy of its own, given by mbind':
    'irgendeine Abbildung im Bereich hat eine eigene Richtlinie, von mbind gesetzt',
  'the node mask has a bit for each node that the machine could have':
    'die Knotenmaske hat ein Bit für jeden Knoten, den die Maschine haben könnte',
  'the flags are MPOL_F_NODE, MPOL_F_ADDR and MPOL_F_MEMS_ALLOWED, and no others':
    'die Flags sind MPOL_F_NODE, MPOL_F_ADDR und MPOL_F_MEMS_ALLOWED und keine anderen',
  'MPOL_F_MEMS_ALLOWED is given alone': 'MPOL_F_MEMS_ALLOWED steht allein',
  'the address is 0 where MPOL_F_ADDR is not given': 'die Adresse ist 0, wo MPOL_F_ADDR nicht steht',
  'with MPOL_F_ADDR something is mapped at the address':
    'bei MPOL_F_ADDR ist an der Adresse etwas abgebildet',
  'with MPOL_F_NODE and MPOL_F_ADDR the page can be brought in for reading':
    'bei MPOL_F_NODE und MPOL_F_ADDR kann die Seite zum Lesen geholt werden',
  'MPOL_F_NODE is given with MPOL_F_ADDR, or the policy of the task interleaves':
    'MPOL_F_NODE steht mit MPOL_F_ADDR, oder die Richtlinie des Tasks verteilt reihum',
  'what is asked for has writable memory to go to': 'für das Verlangte gibt es beschreibbaren Speicher',
  'the flags are MPOL_MF_MOVE or MPOL_MF_MOVE_ALL, and no others':
    'die Flags sind MPOL_MF_MOVE oder MPOL_MF_MOVE_ALL und keine anderen',
  'the process exists, and the caller may look into it':
    'den Prozess gibt es, und der Aufrufer darf hineinsehen',
  'the list of addresses, and the list of nodes if there is one, can be read':
    'die Liste der Adressen, und die der Knoten, wo es eine gibt, sind lesbar',
  'each page is sent to a node that exists': 'jede Seite wird auf einen Knoten geschickt, den es gibt',
  'the list of answers can be written': 'die Liste der Antworten ist beschreibbar',
  'the process exists': 'den Prozess gibt es',
  'the caller may look into the process, and the nodes are allowed to it or the caller has CAP_SYS_NICE':
    'der Aufrufer darf in den Prozess hineinsehen, und die Knoten sind ihm erlaubt oder der Aufrufer hat CAP_SYS_NICE',
  'at least one of the new nodes exists, has memory, and may be used':
    'mindestens einen der neuen Knoten gibt es, er hat Speicher und darf benutzt werden',
};
