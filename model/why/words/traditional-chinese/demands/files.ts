/** What the checks of shared memory, memory files, userfaultfd and other processes’ memory demand, in traditional Chinese. */
export const filesDemands: Readonly<Record<string, string>> = {
  'the segment id is not negative': '區段識別碼不是負數',
  'the address is a multiple of SHMLBA (a page on x86), or SHM_RND is given':
    '位址是 SHMLBA（x86 上為一頁）的整數倍，或給出 SHM_RND',
  'SHM_REMAP is given together with an address': 'SHM_REMAP 與位址同時給出',
  'there is a segment of that id': '存在該識別碼的區段',
  'the segment was not removed, its number being another segment’s by now':
    '該區段沒有被移除，其編號也沒有變成另一區段的編號',
  'the segment grants that access to the caller, or the caller has CAP_IPC_OWNER':
    '該區段允許呼叫者如此存取，或呼叫者有 CAP_IPC_OWNER',
  'the kernel has memory for the attachment, and an open file (fs.file-max)':
    '核心有記憶體用於附加，並有一個開啟的檔案（fs.file-max）',
  'without SHM_REMAP, nothing is mapped in the range': '沒有 SHM_REMAP 時，該範圍內沒有任何對映',
  'the process has no more mappings than it may have': '行程的對映數沒有超過上限',
  'without an address, somewhere there is a gap for the segment': '沒有給出位址時，某處有放得下該區段的空隙',
  'the address of a segment of huge pages is a multiple of their size': '大型分頁區段的位址是其大小的整數倍',
  'the address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    '位址不低於 vm.mmap_min_addr，或呼叫者有 CAP_SYS_RAWIO',
  'under mlockall(MCL_FUTURE), the segment fits below RLIMIT_MEMLOCK':
    '在 mlockall(MCL_FUTURE) 之下，該區段不超過 RLIMIT_MEMLOCK',
  'the segment fits below RLIMIT_AS': '該區段不超過 RLIMIT_AS',
  'a shared memory segment is attached at the address': '該位址上附加了共享記憶體區段',
  'the local vector has no more than 1024 elements': '本地向量不超過 1024 個元素',
  'no length in the local vector is negative': '本地向量中沒有負的長度',
  'all elements of the local vector can be read': '本地向量的所有元素都可以讀取',
  'every range in the local vector lies within the addresses of user space':
    '本地向量中每個範圍都在使用者空間的位址之內',
  'the remote vector has no more than 1024 elements': '遠端向量不超過 1024 個元素',
  'no length in the remote vector is negative': '遠端向量中沒有負的長度',
  'all elements of the remote vector can be read': '遠端向量的所有元素都可以讀取',
  'there is a process with that pid, and it has not ended': '存在該 pid 的行程，且沒有結束',
  'the caller may attach to the other process, as a debugger may': '呼叫者可以像除錯器那樣附加到另一行程',
  "the first page of the other process's range is mapped and may be accessed that way":
    '另一行程範圍的第一頁已對映，且允許這樣存取',
  "the first page of the caller's own range is mapped and may be accessed":
    '呼叫者自己範圍的第一頁已對映，且允許存取',
  'the kernel has the call: 6.6 and later': '核心有該呼叫：6.6 及以後',
  'the kernel is built with shadow stacks (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)':
    '核心編譯時帶有影子堆疊（CONFIG_X86_USER_SHADOW_STACK、CONFIG_ARM64_GCS）',
  'the processor has shadow stacks': '處理器有影子堆疊',
  'the flags are SHADOW_STACK_SET_TOKEN, on arm64 also SHADOW_STACK_SET_MARKER':
    '旗標為 SHADOW_STACK_SET_TOKEN，在 arm64 上還可有 SHADOW_STACK_SET_MARKER',
  'there is room for the token: 8 bytes': '放得下權杖：8 位元組',
  'an address that is asked for lies above 4 GiB (x86)': '所要求的位址高於 4 GiB（x86）',
  'rounded up to pages, the size is not lost': '向上取整為頁後大小不會溢位',
  'the size is not zero': '大小不為零',
  'nothing is mapped where the stack is asked to be': '要求放置堆疊的地方沒有任何對映',
  'after mlockall(MCL_FUTURE) it fits below RLIMIT_MEMLOCK':
    '在 mlockall(MCL_FUTURE) 之後不超過 RLIMIT_MEMLOCK',
  'it fits below RLIMIT_AS': '不超過 RLIMIT_AS',
  'the kernel has the call: 3.17 and later': '核心有該呼叫：3.17 及以後',
  'this kernel knows the flags; a size of huge pages is given with MFD_HUGETLB only':
    '該核心認得這些旗標；大型分頁的大小只與 MFD_HUGETLB 同用',
  'MFD_EXEC and MFD_NOEXEC_SEAL are not given together': 'MFD_EXEC 與 MFD_NOEXEC_SEAL 不同時使用',
  'vm.memfd_noexec does not forbid memory files that may be executed':
    'vm.memfd_noexec 沒有禁止可執行的記憶體檔案',
  'the name lies in readable memory': '名稱位於可讀的記憶體',
  'the name has no more than 249 bytes': '名稱不超過 249 位元組',
  'with MFD_HUGETLB the machine has huge pages of that size': '使用 MFD_HUGETLB 時，機器有該大小的大型分頁',
  'the process may have one more descriptor (RLIMIT_NOFILE)': '行程還可以再有一個檔案描述符（RLIMIT_NOFILE）',
  'the kernel has the call: 5.14 and later': '核心有該呼叫：5.14 及以後',
  'secret memory is built in and enabled (secretmem.enable, needed to be given until 6.4)':
    '核心編譯時包含秘密記憶體且已啟用（secretmem.enable，6.4 之前須自行給出）',
  'the flags are 0 or FD_CLOEXEC (O_CLOEXEC)': '旗標為 0 或 FD_CLOEXEC（O_CLOEXEC）',
  'seals are added through a descriptor that is open for writing': '封存透過以寫入方式開啟的檔案描述符加上',
  'this kernel knows the seals': '該核心認得這些封存',
  'the file is memory: of memfd_create, or on a tmpfs or hugetlbfs':
    '檔案是記憶體：來自 memfd_create，或在 tmpfs、hugetlbfs 上',
  'the file is not sealed against seals: made with MFD_ALLOW_SEALING, and F_SEAL_SEAL not set':
    '檔案沒有被封存為不可再封存：以 MFD_ALLOW_SEALING 建立，且未設 F_SEAL_SEAL',
  'a file to be sealed against writing is nowhere mapped shared by a descriptor open for writing':
    '要封存為不可寫的檔案，沒有任何地方透過以寫入方式開啟的檔案描述符共享對映它',
  'the kernel has the call: 4.3 and later': '核心有該呼叫：4.3 及以後',
  'UFFD_USER_MODE_ONLY is given, or vm.unprivileged_userfaultfd is 1, or the caller has CAP_SYS_PTRACE':
    '給出 UFFD_USER_MODE_ONLY，或 vm.unprivileged_userfaultfd 為 1，或呼叫者有 CAP_SYS_PTRACE',
  'the flags are O_CLOEXEC, O_NONBLOCK and UFFD_USER_MODE_ONLY (5.11), and no others':
    '旗標只有 O_CLOEXEC、O_NONBLOCK、UFFD_USER_MODE_ONLY（5.11）',
  'the descriptor is one of userfaultfd(2)': '檔案描述符來自 userfaultfd(2)',
  'UFFDIO_API comes first': 'UFFDIO_API 最先',
  'the structure of the request lies in readable memory': '請求的結構位於可讀的記憶體',
  'UFFDIO_API asks for the version 0xaa': 'UFFDIO_API 要求的版本是 0xaa',
  'this kernel knows the features that UFFDIO_API asks for': '該核心認得 UFFDIO_API 要求的功能',
  'UFFD_FEATURE_EVENT_FORK needs CAP_SYS_PTRACE': 'UFFD_FEATURE_EVENT_FORK 需要 CAP_SYS_PTRACE',
  'UFFDIO_API succeeds once for each descriptor': 'UFFDIO_API 對每個檔案描述符只成功一次',
  'start and length are multiples of the page size, the length is not 0, and the range lies in user space':
    '起點和長度是頁大小的整數倍，長度不為 0，範圍在使用者空間',
  'one of the modes that this kernel knows is given, and no other bit':
    '給出該核心認得的模式之一，沒有別的位元',
  'something is mapped in the range': '範圍內有對映',
  'where the first mapping is of huge pages, the range begins at a border of one':
    '第一個對映是大型分頁時，範圍從其邊界開始',
  'each mapping is anonymous, shared memory or of huge pages, as the mode wants it':
    '每個對映都是該模式所要的匿名記憶體、共享記憶體或大型分頁',
  'each mapping may become writable: a shared one is of a descriptor open for writing':
    '每個對映都可以變為可寫：共享對映來自以寫入方式開啟的檔案描述符',
  'where the range ends in a mapping of huge pages, it ends at a border of one':
    '範圍結束於大型分頁的對映時，結束在其邊界',
  'no mapping in the range is registered with another userfaultfd':
    '範圍內沒有向另一個 userfaultfd 註冊的對映',
  'the mode has the flags of the request only': '模式只有該請求的旗標',
  'the range lies in one mapping that is registered': '範圍在同一個已註冊的對映內',
  'no page is there yet': '那裡還沒有頁',
  'UFFDIO_COPY copies from readable memory': 'UFFDIO_COPY 從可讀的記憶體複製',
};
