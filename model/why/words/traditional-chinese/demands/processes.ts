/** What the checks of processes: fork, exec, limits, prctl and protection keys demand, in traditional Chinese. */
export const processesDemands: Readonly<Record<string, string>> = {
  'the kernel has protection keys: 4.9 and later on x86, 6.12 and later on arm64, and built with them':
    '核心有保護鍵：x86 上 4.9 及以後，arm64 上 6.12 及以後，且編譯時帶有',
  'the rights are of PKEY_DISABLE_ACCESS and PKEY_DISABLE_WRITE (and two more on arm64)':
    '權限取自 PKEY_DISABLE_ACCESS 和 PKEY_DISABLE_WRITE（arm64 上還有兩個）',
  'a protection key is left: 15 on x86, 7 on arm64, none without the hardware':
    '還剩保護鍵：x86 上 15 個，arm64 上 7 個，沒有硬體支援則沒有',
  'the processor has protection keys': '處理器有保護鍵',
  'the key was allocated': '該鍵已經配置',
  'the kernel has the option: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15':
    '核心有該選項：PR_SET_MDWE 6.3，PR_SET_MEMORY_MERGE 6.4，PR_SET_THP_DISABLE 3.15',
  'the arguments that the option does not use are 0': '該選項不用的引數為 0',
  'the only flag is PR_THP_DISABLE_EXCEPT_ADVISED, and it is given when disabling':
    '唯一的旗標是 PR_THP_DISABLE_EXCEPT_ADVISED，且在停用時給出',
  'the bits are PR_MDWE_REFUSE_EXEC_GAIN, with PR_MDWE_NO_INHERIT or without':
    '位元為 PR_MDWE_REFUSE_EXEC_GAIN，可帶 PR_MDWE_NO_INHERIT',
  'once set, PR_SET_MDWE is set to the same bits only': 'PR_SET_MDWE 一經設定，只能再設為相同的位元',
  'the last argument is 0, and the one before it where the operation takes no size':
    '最後一個引數為 0，操作不帶大小時倒數第二個也為 0',
  'the caller has CAP_SYS_RESOURCE': '呼叫者有 CAP_SYS_RESOURCE',
  'the address lies in user space, and not below vm.mmap_min_addr':
    '位址在使用者空間，且不低於 vm.mmap_min_addr',
  'the kernel knows the operation': '核心認得該操作',
  'the numbers stay in their order: data before heap, start before end, within RLIMIT_DATA':
    '各數保持次序：資料在堆積之前，起點在末端之前，不超過 RLIMIT_DATA',
  'the kernel has PR_SET_VMA: 5.17 and later, Android before that':
    '核心有 PR_SET_VMA：5.17 及以後，Android 更早',
  'the kernel is built with names for anonymous memory (CONFIG_ANON_VMA_NAME)':
    '核心編譯時帶有匿名記憶體的名稱（CONFIG_ANON_VMA_NAME）',
  'the operation of PR_SET_VMA is PR_SET_VMA_ANON_NAME': 'PR_SET_VMA 的操作是 PR_SET_VMA_ANON_NAME',
  'the name, where there is one, lies in readable memory': '名稱（如果有）位於可讀的記憶體',
  'the name has at most 79 characters, all printable ASCII and none of \\ ` $ [ ]':
    '名稱最多 79 個字元，都是可列印的 ASCII，且沒有 \\ ` $ [ ]',
  'no mapping in the range is of a file': '範圍內沒有檔案的對映',
  'every page of the range is mapped; what is mapped gets the name all the same':
    '範圍內每一頁都已對映；已對映的部分仍會命名',
  'the new limit can be read from where the call says it stands': '新限制可以從呼叫所指之處讀取',
  'the resource is one of the sixteen that the kernel has': '資源是核心的十六種之一',
  'the soft limit is not above the hard limit': '軟限制不高於硬限制',
  'the hard limit of RLIMIT_NOFILE is not above fs.nr_open': 'RLIMIT_NOFILE 的硬限制不高於 fs.nr_open',
  'the hard limit is not raised, or the caller has CAP_SYS_RESOURCE':
    '硬限制沒有提高，或呼叫者有 CAP_SYS_RESOURCE',
  'no security module refuses it': '沒有安全模組拒絕',
  'the old limit can be written to where the call wants it (a new one is set all the same)':
    '舊限制可以寫到呼叫所要之處（新限制仍會設定）',
  'a process of that pid exists': '存在該 pid 的行程',
  'the process is of the same user and group, or the caller has CAP_SYS_RESOURCE':
    '該行程屬於同一使用者和群組，或呼叫者有 CAP_SYS_RESOURCE',
  'on arm64, PER_LINUX32 is asked of a processor that can run 32-bit programs only':
    '在 arm64 上，PER_LINUX32 用於能執行 32 位元程式的處理器',
  'the kernel has clone3, which came with 5.3': '核心有 clone3，它從 5.3 開始有',
  'the block of arguments is no longer than a page': '引數區塊不超過一頁',
  'the block of arguments has the 64 bytes of the first clone3': '引數區塊有最初的 clone3 的 64 位元組',
  'the block of arguments can be read': '引數區塊可以讀取',
  'behind the arguments that this kernel knows the block is zero': '引數區塊在該核心認得的引數之後全為零',
  'set_tid and set_tid_size go together, at most 32 of them': 'set_tid 與 set_tid_size 同用，最多 32 個',
  'the exit signal is 0 or a signal': '結束訊號為 0 或一個訊號',
  'with CLONE_INTO_CGROUP, the block is long enough to say which, and says a descriptor':
    '使用 CLONE_INTO_CGROUP 時，引數區塊長到足以指明控制群組，並給出檔案描述符',
  'the tids of set_tid can be read': 'set_tid 的各個 tid 可以讀取',
  'the flags are flags of clone3': '旗標是 clone3 的旗標',
  'the flags have neither CLONE_DETACHED nor a signal in them: that has a place of its own':
    '旗標中既沒有 CLONE_DETACHED 也沒有訊號：訊號另有其位置',
  'signal handlers are not both shared (CLONE_SIGHAND) and cleared (CLONE_CLEAR_SIGHAND)':
    '訊號處理常式不同時共享（CLONE_SIGHAND）和清除（CLONE_CLEAR_SIGHAND）',
  'with CLONE_THREAD or CLONE_PARENT, no exit signal is given':
    '使用 CLONE_THREAD 或 CLONE_PARENT 時沒有給出結束訊號',
  'a stack has an address and a size, and lies in user space (of the kernel, for tasks of 32 bits too)':
    '堆疊有位址和大小，且在使用者空間（核心的使用者空間，32 位元任務也是如此）',
  'CLONE_PIDFD and CLONE_PARENT_SETTID do not ask for the same place':
    'CLONE_PIDFD 與 CLONE_PARENT_SETTID 不要求同一位置',
  'a new mount or user namespace does not go with shared file system facts (CLONE_FS)':
    '新的掛載或使用者命名空間不與共享的檔案系統資訊（CLONE_FS）同用',
  'CLONE_THREAD goes with CLONE_SIGHAND': 'CLONE_THREAD 與 CLONE_SIGHAND 同用',
  'CLONE_SIGHAND goes with CLONE_VM': 'CLONE_SIGHAND 與 CLONE_VM 同用',
  'with CLONE_PARENT, the caller is not the first process of its pid namespace':
    '使用 CLONE_PARENT 時，呼叫者不是其 pid 命名空間的第一個行程',
  'a thread stays in the pid and user namespace of its process': '執行緒留在其行程的 pid 和使用者命名空間',
  'CLONE_PIDFD is not asked for a thread': '不為執行緒要求 CLONE_PIDFD',
  'CLONE_PIDFD does not go with the old CLONE_DETACHED': 'CLONE_PIDFD 不與舊的 CLONE_DETACHED 同用',
  'the user has fewer processes than RLIMIT_NPROC, or is root, or has CAP_SYS_RESOURCE or CAP_SYS_ADMIN':
    '使用者的行程數少於 RLIMIT_NPROC，或是 root，或有 CAP_SYS_RESOURCE 或 CAP_SYS_ADMIN',
  'the machine and the control group have room for a task (threads-max, pid_max, pids.max)':
    '機器和控制群組容得下一個任務（threads-max、pid_max、pids.max）',
  'the memory that the child gets a copy of fits the commit limit':
    '子行程複製的記憶體在 CommitLimit 上限之內',
  'new namespaces are asked for with CAP_SYS_ADMIN only': '只有 CAP_SYS_ADMIN 才可要求新的命名空間',
  'a new IPC namespace does not go with shared semaphore undos (CLONE_SYSVSEM)':
    '新的 IPC 命名空間不與共享的號誌復原（CLONE_SYSVSEM）同用',
  'a tid is chosen with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE only':
    '只有 CAP_SYS_ADMIN 或 CAP_CHECKPOINT_RESTORE 才可選擇 tid',
  'no task has the tid that is chosen': '沒有任務使用所選的 tid',
  'with CLONE_PIDFD, the descriptor can be written to where the call wants it':
    '使用 CLONE_PIDFD 時，檔案描述符可以寫到呼叫所要之處',
  'with CLONE_INTO_CGROUP, the descriptor is of a control group of version 2':
    '使用 CLONE_INTO_CGROUP 時，檔案描述符屬於第 2 版控制群組',
  'the kernel has memory for a task and its page tables': '核心有記憶體存放任務及其分頁表',
  'the path can be read': '路徑可以讀取',
  'the path is shorter than 4096 bytes': '路徑短於 4096 位元組',
  'the path is not empty, but with AT_EMPTY_PATH': '除非使用 AT_EMPTY_PATH，路徑不為空',
  'the caller did not change to a user who has more processes than RLIMIT_NPROC':
    '呼叫者沒有變為行程數超過 RLIMIT_NPROC 的使用者',
  'the flags are AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW and (since 6.14) AT_EXECVE_CHECK':
    '旗標為 AT_EMPTY_PATH、AT_SYMLINK_NOFOLLOW 和（6.14 起）AT_EXECVE_CHECK',
  'a relative path starts from an open descriptor': '相對路徑從開啟的檔案描述符開始',
  'the file exists, and so does the interpreter that it names': '檔案存在，它指名的直譯器也存在',
  'all but the last part of the path are directories': '路徑除最後一部分外都是目錄',
  'the path does not lead through too many symbolic links': '路徑經過的符號連結不太多',
  'the file is a regular one that the caller may execute, on a file system not mounted noexec':
    '檔案是呼叫者可以執行的一般檔案，且其檔案系統不是以 noexec 掛載的',
  'nobody has the file open for writing': '沒有人以寫入方式開啟該檔案',
  'the process may open one more file': '行程還可以再開啟一個檔案',
  'the file gives no privileges that the caller may not have now': '檔案不授予呼叫者現在不可擁有的特權',
  'the arguments can be read: the vector and each string': '引數可以讀取：向量和每個字串',
  'the environment can be read: the vector and each string': '環境可以讀取：向量和每個字串',
  'no single string is longer than 128 KiB': '沒有單一字串超過 128 KiB',
  'the strings and their pointers fit into a quarter of RLIMIT_STACK, at least 128 KiB and at most 6 MiB':
    '字串及其指標不超過 RLIMIT_STACK 的四分之一，至少 128 KiB，最多 6 MiB',
  'the file is of a format that the kernel can run': '檔案是核心能夠執行的格式',
  'the file names one interpreter only': '檔案只指名一個直譯器',
  'the kernel has memory for the new program': '核心有記憶體存放新程式',
};
