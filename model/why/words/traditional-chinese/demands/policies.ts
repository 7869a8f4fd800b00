/** What the checks of memory policies demand, in traditional Chinese. */
export const policiesDemands: Readonly<Record<string, string>> = {
  'the kernel was built with memory policies (CONFIG_NUMA)': '核心編譯時帶有記憶體政策（CONFIG_NUMA）',
  'this kernel knows the mode of the policy': '該核心認得政策的模式',
  'the flags of the mode go together: not static and relative nodes, balancing only with MPOL_BIND':
    '模式的旗標相容：靜態節點與相對節點不同用，平衡只與 MPOL_BIND 同用',
  'the node mask has no more bits than a page holds, and names no node beyond the largest number':
    '節點遮罩的位元數不超過一頁，也不指名超過最大編號的節點',
  'the node mask lies in readable memory': '節點遮罩位於可讀的記憶體',
  'the flags are MPOL_MF_STRICT, MPOL_MF_MOVE and MPOL_MF_MOVE_ALL, and no others':
    '旗標只有 MPOL_MF_STRICT、MPOL_MF_MOVE、MPOL_MF_MOVE_ALL',
  'MPOL_MF_MOVE_ALL needs CAP_SYS_NICE': 'MPOL_MF_MOVE_ALL 需要 CAP_SYS_NICE',
  'nodes are given where the mode wants some (MPOL_BIND), and none where it has none (MPOL_DEFAULT)':
    '模式需要節點時（MPOL_BIND）給出了節點，不需要時（MPOL_DEFAULT）沒有給出',
  'at least one of the nodes exists, has memory, and may be used by the process':
    '至少有一個節點存在、有記憶體且允許行程使用',
  'every page of the range is mapped, or with MPOL_DEFAULT any of them; otherwise nothing is set':
    '範圍內每一頁都已對映，使用 MPOL_DEFAULT 時有任一頁即可；否則什麼也不設定',
  'with MPOL_MF_STRICT no page lies on a node that the policy does not name, or it can be moved':
    '使用 MPOL_MF_STRICT 時，沒有頁在政策未指名的節點上，或可以移動',
  'the kernel has the call: 5.17 and later': '核心有該呼叫：5.17 及以後',
  'the node exists': '節點存在',
  'each policy in the range is MPOL_BIND or MPOL_PREFERRED_MANY; those below the first other are changed':
    '範圍內每個政策都是 MPOL_BIND 或 MPOL_PREFERRED_MANY；第一個其他政策之下的會更動',
  'some mapping in the range has a policy of its own, given by mbind':
    '範圍內有對映帶有 mbind 設定的自有政策',
  'the node mask has a bit for each node that the machine could have':
    '節點遮罩為機器可能有的每個節點都有一個位元',
  'the flags are MPOL_F_NODE, MPOL_F_ADDR and MPOL_F_MEMS_ALLOWED, and no others':
    '旗標只有 MPOL_F_NODE、MPOL_F_ADDR、MPOL_F_MEMS_ALLOWED',
  'MPOL_F_MEMS_ALLOWED is given alone': 'MPOL_F_MEMS_ALLOWED 單獨使用',
  'the address is 0 where MPOL_F_ADDR is not given': '沒有 MPOL_F_ADDR 時位址為 0',
  'with MPOL_F_ADDR something is mapped at the address': '使用 MPOL_F_ADDR 時，該位址有對映',
  'with MPOL_F_NODE and MPOL_F_ADDR the page can be brought in for reading':
    '使用 MPOL_F_NODE 和 MPOL_F_ADDR 時，該頁可以載入讀取',
  'MPOL_F_NODE is given with MPOL_F_ADDR, or the policy of the task interleaves':
    'MPOL_F_NODE 與 MPOL_F_ADDR 同用，或任務的政策是交錯配置',
  'what is asked for has writable memory to go to': '所要的結果有可寫的記憶體存放',
  'the flags are MPOL_MF_MOVE or MPOL_MF_MOVE_ALL, and no others':
    '旗標只有 MPOL_MF_MOVE 或 MPOL_MF_MOVE_ALL',
  'the process exists, and the caller may look into it': '行程存在，且呼叫者可以查看它',
  'the list of addresses, and the list of nodes if there is one, can be read':
    '位址清單和節點清單（如果有）可以讀取',
  'each page is sent to a node that exists': '每一頁都送往存在的節點',
  'the list of answers can be written': '結果清單可以寫入',
  'the process exists': '行程存在',
  'the caller may look into the process, and the nodes are allowed to it or the caller has CAP_SYS_NICE':
    '呼叫者可以查看該行程，且允許使用這些節點，或呼叫者有 CAP_SYS_NICE',
  'at least one of the new nodes exists, has memory, and may be used':
    '至少有一個新節點存在、有記憶體且允許使用',
};
