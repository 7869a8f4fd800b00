/** What the checks of memory policies demand, in simplified Chinese. */
export const policiesDemands: Readonly<Record<string, string>> = {
  'the kernel was built with memory policies (CONFIG_NUMA)': '内核编译时带有内存策略（CONFIG_NUMA）',
  'this kernel knows the mode of the policy': '该内核认识策略的模式',
  'the flags of the mode go together: not static and relative nodes, balancing only with MPOL_BIND':
    '模式的标志相容：静态节点与相对节点不同用，均衡只与 MPOL_BIND 同用',
  'the node mask has no more bits than a page holds, and names no node beyond the largest number':
    '节点掩码的位数不超过一页，也不指名超过最大编号的节点',
  'the node mask lies in readable memory': '节点掩码位于可读的内存',
  'the flags are MPOL_MF_STRICT, MPOL_MF_MOVE and MPOL_MF_MOVE_ALL, and no others':
    '标志只有 MPOL_MF_STRICT、MPOL_MF_MOVE、MPOL_MF_MOVE_ALL',
  'MPOL_MF_MOVE_ALL needs CAP_SYS_NICE': 'MPOL_MF_MOVE_ALL 需要 CAP_SYS_NICE',
  'nodes are given where the mode wants some (MPOL_BIND), and none where it has none (MPOL_DEFAULT)':
    '模式需要节点时（MPOL_BIND）给出了节点，不需要时（MPOL_DEFAULT）没有给出',
  'at least one of the nodes exists, has memory, and may be used by the process':
    '至少有一个节点存在、有内存且允许进程使用',
  'every page of the range is mapped, or with MPOL_DEFAULT any of them; otherwise nothing is set':
    '范围内每一页都已映射，使用 MPOL_DEFAULT 时有任一页即可；否则什么也不设置',
  'with MPOL_MF_STRICT no page lies on a node that the policy does not name, or it can be moved':
    '使用 MPOL_MF_STRICT 时，没有页在策略未指名的节点上，或可以移动',
  'the kernel has the call: 5.17 and later': '内核有该调用：5.17 及以后',
  'the node exists': '节点存在',
  'each policy in the range is MPOL_BIND or MPOL_PREFERRED_MANY; those below the first other are changed':
    '范围内每个策略都是 MPOL_BIND 或 MPOL_PREFERRED_MANY；第一个其他策略之下的会改动',
  'some mapping in the range has a policy of its own, given by mbind':
    '范围内有映射带有 mbind 设置的自有策略',
  'the node mask has a bit for each node that the machine could have':
    '节点掩码为机器可能有的每个节点都有一位',
  'the flags are MPOL_F_NODE, MPOL_F_ADDR and MPOL_F_MEMS_ALLOWED, and no others':
    '标志只有 MPOL_F_NODE、MPOL_F_ADDR、MPOL_F_MEMS_ALLOWED',
  'MPOL_F_MEMS_ALLOWED is given alone': 'MPOL_F_MEMS_ALLOWED 单独使用',
  'the address is 0 where MPOL_F_ADDR is not given': '没有 MPOL_F_ADDR 时地址为 0',
  'with MPOL_F_ADDR something is mapped at the address': '使用 MPOL_F_ADDR 时，该地址有映射',
  'with MPOL_F_NODE and MPOL_F_ADDR the page can be brought in for reading':
    '使用 MPOL_F_NODE 和 MPOL_F_ADDR 时，该页可以调入读取',
  'MPOL_F_NODE is given with MPOL_F_ADDR, or the policy of the task interleaves':
    'MPOL_F_NODE 与 MPOL_F_ADDR 同用，或任务的策略是交错分配',
  'what is asked for has writable memory to go to': '所要的结果有可写的内存存放',
  'the flags are MPOL_MF_MOVE or MPOL_MF_MOVE_ALL, and no others':
    '标志只有 MPOL_MF_MOVE 或 MPOL_MF_MOVE_ALL',
  'the process exists, and the caller may look into it': '进程存在，且调用者可以查看它',
  'the list of addresses, and the list of nodes if there is one, can be read':
    '地址列表和节点列表（如果有）可以读取',
  'each page is sent to a node that exists': '每一页都送往存在的节点',
  'the list of answers can be written': '结果列表可以写入',
  'the process exists': '进程存在',
  'the caller may look into the process, and the nodes are allowed to it or the caller has CAP_SYS_NICE':
    '调用者可以查看该进程，且允许使用这些节点，或调用者有 CAP_SYS_NICE',
  'at least one of the new nodes exists, has memory, and may be used':
    '至少有一个新节点存在、有内存且允许使用',
};
