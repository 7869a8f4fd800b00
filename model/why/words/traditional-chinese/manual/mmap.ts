/** traditional Chinese of english/manual/mmap.ts. */
import type { mmapManualWords as English } from '../../english/manual/mmap';
import type { Translated } from '../../translation';

export const mmapManualWords: Translated<typeof English> = {
  'manual.mmap.descriptor.1996': '檔案描述符沒有開啟，且旗標中沒有 MAP_ANONYMOUS（有它就不需要檔案描述符）。',
  'manual.mmap.descriptor.today.kernel': '以 O_PATH 開啟的檔案描述符視同沒有開啟。',
  'manual.mmap.readable.1996': '檔案的私有對映需要以讀取方式開啟的檔案描述符。',
  'manual.mmap.readable.1996.kernel': '共享對映也需要。',
  'manual.mmap.readable.today': '檔案的任何對映都需要以讀取方式開啟的檔案描述符。',
  'manual.mmap.writable.1996': '要求 PROT_WRITE 的共享對映需要以寫入方式開啟的檔案描述符。',
  'manual.mmap.writable.1996.kernel': '只以寫入方式開啟還不夠：必須以讀寫方式開啟。',
  'manual.mmap.writable.2.4': '要求 PROT_WRITE 的共享對映需要以讀寫方式開啟的檔案描述符。',
  'manual.mmap.regular.1996.kernel': '在大多數檔案系統上，凡不是一般檔案的都傳回該錯誤。',
  'manual.mmap.regular.2.4': '檔案描述符所指的不是一般檔案。',
  'manual.mmap.regular.2.4.kernel': '不能對映者傳回 ENODEV。裝置在驅動程式允許時可以對映。',
  'manual.mmap.append.1996.kernel': '不檢查檔案是否只可附加。',
  'manual.mmap.append.2.4': '要求了 PROT_WRITE，而檔案只可附加。',
  'manual.mmap.append.2.4.kernel':
    '檔案描述符若以寫入方式開啟，這種檔案的共享對映一律拒絕，無論是否要求 PROT_WRITE；私有對映則不拒絕。',

  'manual.mmap.security.2010.kernel': '安全模組（SELinux）可以對任何對映傳回該錯誤。',
  'manual.mmap.security.today.kernel':
    '安全模組可以對任何對映傳回該錯誤。已放棄可寫又可執行的記憶體的行程（PR_SET_MDWE，6.3 起）同時要求 PROT_WRITE 和 PROT_EXEC 時也傳回該錯誤。',
  'manual.mmap.unaligned.1996': '位址、長度或偏移量沒有對齊頁邊界。',
  'manual.mmap.unaligned.1996.kernel':
    '只在使用 MAP_FIXED 時檢查位址。檔案的私有對映可以從其檔案系統的任何區塊開始。長度從不因此被拒絕：它向上取整。',
  'manual.mmap.unaligned.2.4.kernel': '只在使用 MAP_FIXED 時檢查位址，偏移量則總是檢查。長度向上取整。',
  'manual.mmap.large.1996': '位址、長度或偏移量太大。',
  'manual.mmap.large.1996.kernel': '位址、長度、偏移量太大時都傳回 EINVAL。',
  'manual.mmap.large.2.4.kernel': '長度或偏移量太大時傳回 EINVAL，使用 MAP_FIXED 而位址太高時傳回 ENOMEM。',
  'manual.mmap.large.2010.kernel': '它們都不再傳回 EINVAL：太長和太高傳回 ENOMEM，偏移量太大傳回 EOVERFLOW。',
  'manual.mmap.zero.1996.kernel': '長度為零時成功：傳回該位址，但沒有對映任何記憶體。',
  'manual.mmap.zero.2010': '長度為零（2.6.12 起）。',
  'manual.mmap.other.1996': '某個引數無效；手冊頁指的是大小和對齊。',
  'manual.mmap.other.2.4.kernel': '對檔案使用 MAP_GROWSDOWN 會被拒絕。',
  'manual.mmap.other.today.kernel':
    '其他情況包括對檔案、共享記憶體和大型分頁使用 MAP_GROWSDOWN；大型分頁的大小、位址或偏移量不合適；MAP_DROPPABLE 與互斥的旗標一起使用；以及檔案的驅動程式所反對的任何情況。',
  'manual.mmap.type.1996.kernel': '旗標中必須有 MAP_PRIVATE 和 MAP_SHARED 之一。匿名記憶體只能是私有的。',
  'manual.mmap.type.2.4.kernel': '旗標中必須有 MAP_PRIVATE 和 MAP_SHARED 之一。匿名記憶體可以是共享的。',
  'manual.mmap.type.2010': '旗標中既沒有 MAP_PRIVATE 也沒有 MAP_SHARED，或兩者都有。',
  'manual.mmap.type.today': '旗標中沒有 MAP_PRIVATE、MAP_SHARED、MAP_SHARED_VALIDATE 中的任何一個。',
  'manual.mmap.type.today.kernel':
    '4.15 起，兩個位元合在一起就是 MAP_SHARED_VALIDATE；對匿名記憶體仍然拒絕。',
  'manual.mmap.busy.1996':
    '旗標中有 MAP_DENYWRITE，而有人以寫入方式開啟了該檔案。（手冊頁把這個錯誤寫作 ETXTBUSY。）',
  'manual.mmap.busy.1996.kernel':
    '沒有程式遇到過它：系統呼叫先從旗標中去掉了 MAP_DENYWRITE。只有核心自己以這種方式對映程式。',
  'manual.mmap.busy.today.kernel':
    'MAP_DENYWRITE 不起作用。唯一傳回該錯誤的情況，是以共享可寫方式對映正用作置換檔的檔案。',

  'manual.mmap.locked.1996': '鎖定的記憶體會太多。',
  'manual.mmap.locked.1996.kernel':
    '只在 mlockall(MCL_FUTURE) 之下與 RLIMIT_MEMLOCK 比較，對 root 也是如此。MAP_LOCKED 被忽略。',
  'manual.mmap.locked.2010': '鎖定的記憶體會太多；詳見 setrlimit。',
  'manual.mmap.locked.2010.kernel':
    'MAP_LOCKED 和 mlockall(MCL_FUTURE) 計入 RLIMIT_MEMLOCK，除非呼叫者有 CAP_IPC_LOCK。',
  'manual.mmap.file-lock.1996': '檔案已上鎖。',
  'manual.mmap.file-lock.1996.kernel': '只有強制鎖算數，且只針對 MAP_SHARED。勸告鎖從未使對映被拒絕。',
  'manual.mmap.file-lock.today.kernel': '檔案上的鎖不會使任何對映被拒絕：強制鎖從 5.15 起已不存在。',

  'manual.mmap.memory.1996': '記憶體已用完。',
  'manual.mmap.memory.1996.kernel':
    '沒有這麼長的空隙，或核心沒有空間存放對映本身的資料結構。不檢查記憶體是否存在，也沒有 RLIMIT_AS。',
  'manual.mmap.memory.2.4.kernel':
    '此外，對映超過 RLIMIT_AS，或過量配置規則不允許這麼多記憶體時也傳回該錯誤。',
  'manual.mmap.memory.today': '記憶體已用完，或對映超過 RLIMIT_DATA（4.7 起）。',
  'manual.mmap.count.1996.kernel': '對映的數目沒有上限。',
  'manual.mmap.count.2.4': '行程的對映數會超過上限。',
  'manual.mmap.count.today.kernel':
    '在建立任何對映之前先與 vm.max_map_count 比較：會與相鄰對映合併的對映也被拒絕。',
  'manual.mmap.beyond.today': '位址超出處理器的定址範圍。',
  'manual.mmap.beyond.today.kernel': '長度超出該範圍時同樣傳回該錯誤。',

  'manual.mmap.device.1996': '手冊頁說 System V 有此錯誤，對 Linux 則隻字未提。',
  'manual.mmap.device.1996.kernel': 'Linux 當時已會傳回該錯誤，用於檔案系統或驅動程式無法對映的物件。',
  'manual.mmap.device.2.4': '該檔案的檔案系統沒有辦法對映它。',
  'manual.mmap.device.today.kernel':
    '目錄、管線和通訊端也是如此。機器沒有這種大型分頁時，MAP_HUGETLB 也傳回該錯誤。',
  'manual.mmap.nothing-there.1996.kernel': 'Linux 會對映檔案末尾之後的部分。存取它會引發 SIGBUS。',
  'manual.mmap.files.1996.kernel': '沒有傳回該錯誤的情況：匿名記憶體背後沒有檔案。',
  'manual.mmap.files.2.4': '系統開啟的檔案已達上限。',
  'manual.mmap.files.today.kernel': '它涉及共享匿名記憶體，其背後有自己的檔案。',
  'manual.mmap.noexec.2.4': '要求了 PROT_EXEC，而檔案在以 noexec 掛載的檔案系統上。',
  'manual.mmap.noexec.2.4.kernel': '2.4.22 還不檢查這一點。',
  'manual.mmap.denied.2010.kernel':
    'RLIMIT_MEMLOCK 為零時的 MAP_LOCKED，以及低於 vm.mmap_min_addr 的固定位址。',
  'manual.mmap.denied.today': '檔案上的封存（seal）禁止它，或使用 MAP_HUGETLB 者不在獲准的群組中。',
  'manual.mmap.denied.today.kernel':
    '此外還用於 RLIMIT_MEMLOCK 為零時的 MAP_LOCKED、低於 vm.mmap_min_addr 的固定位址，以及在已封存的記憶體（mseal，6.10 起）之上的 MAP_FIXED。',
  'manual.mmap.in-use.today': '旗標中有 MAP_FIXED_NOREPLACE，而該範圍內已有對映。',
  'manual.mmap.in-use.today.kernel': '4.17 之前的核心不認得該旗標：它們把位址當作提示。',
  'manual.mmap.overflow.2010': '在使用 64 位元偏移量的 32 位元系統上：以頁計的偏移量加長度放不進一個機器字。',
  'manual.mmap.overflow.today.kernel': '在 64 位元系統上也是如此，而且適用於末端超過檔案大小上限的任何範圍。',
  'manual.mmap.unsupported.today':
    '寫在 MAP_SHARED_VALIDATE 和 MAP_SYNC 的說明中：有未知的旗標，或有檔案不支援的旗標。',

  'manual.munmap.invalid.1996': '一個猜測：大概是 EINVAL。',
  'manual.munmap.invalid.1996.kernel': '位址沒有對齊頁邊界，或範圍超出使用者空間。長度為零時成功。',
  'manual.munmap.invalid.2.4.kernel': '位址沒有對齊頁邊界，範圍超出使用者空間，或長度為零。',
  'manual.munmap.count.1996.kernel': '對映的數目沒有上限。',
  'manual.munmap.count.2.4.kernel':
    '在對映中間挖出空洞會使一個對映變成兩個，而行程的對映數已達上限。此時不解除任何對映。',
  'manual.munmap.count.today': '在對映中間挖出空洞會使對映數超過行程的上限。',
  'manual.munmap.sealed.today.kernel': '已封存的記憶體（mseal，6.10 起）保持不變。',
};
