/** Traditional Chinese of english/command-line.ts. */
import type { Translated } from '../language';
import type { commandLineWords as English } from '../english/command-line';

export const commandLineWords: Translated<typeof English> = {
  'cli.see-help': '{problem}參見 pagewalk --help。',
  'cli.no-command': '缺少命令。',
  'cli.unknown-command': '「{command}」不是命令。',
  'cli.unknown-option': '「{command}」沒有選項「{option}」。',
  'cli.no-value': '「{option}」後面需要一個值。',
  'cli.takes-no-value': '「{option}」不帶值。',
  'cli.dap-takes-no': '「dap」不接受「{word}」。',
  'cli.no-port': '「{port}」不是連接埠：0 到 65535。',
  'cli.needs-log': '「{command}」需要一個紀錄：檔案、「-」或 -ff 檔案組的前綴。',
  'cli.second-log': '「{command}」只接受一個紀錄，而「{word}」是第二個。',
  'cli.no-number': '「--{name} {value}」不是大於 0 的數。',
  'cli.no-size': '「--page-size {value}」不是大小：4K、16K 或 64K。',
  'cli.needs-line': '「{command}」需要行號：--line N。',
  'cli.needs-line-before': '「whatif」需要指定在哪一行之前：--line N。',
  'cli.needs-address': '「pages」需要位址，例如 0x7f12a4000000。',
  'cli.needs-target': '「blame」需要位址（0x7f12a4000000）、範圍、locked 或限制（RLIMIT_MEMLOCK）。',
  'cli.needs-call': "「whatif」需要一個用引號括起的呼叫：'munmap(0x7f12a4000000, 4096)'。",
  'cli.which-file': '該檔案組有 {n} 個檔案：請用 --pid 指明 --line 是哪個檔案的行號。',
  'cli.no-file-of-pid': '該檔案組沒有 pid {pid} 的檔案。',
  'cli.no-line': '沒有第 {line} 行：紀錄共有 {lines} 行。',
  'cli.nothing-above': '第 {line} 行及其上方沒有事件。',
  'cli.no-call-at': '第 {line} 行不是呼叫也不是訊號：沒有可解釋的內容。',
  'cli.no-space-at': '在第 {line} 行，紀錄沒有顯示位址空間的任何內容。',
  'cli.no-language': 'Pagewalk 不支援「{language}」。支援的有 {known}。',
  'cli.nothing-to-blame':
    '無法詢問「{target}」：請寫位址（0x7f12a4000000）、範圍（0x7f12a4000000-0x7f12a4002000 或 0x7f12a4000000+8192）、locked、RLIMIT_MEMLOCK 或 CAP_IPC_LOCK。',
  'cli.html-needs-line': '「explain --html」只講一處失敗：請用 --line N 指明其行號。',
  'cli.no-task-before': '第 {line} 行之前沒有任務 {pid}。',
  'cli.port-unusable': '無法使用連接埠 {port}：{problem}。',
  'cli.listening': '正在監聽 {address}',
  'cli.part-of-memory': '紀錄沒有顯示全部記憶體：有 {count} 段未知，並已標明。用快照（--maps）可使其確切。',
  'replay.line': '行',
  'replay.call': '呼叫',
  'replay.kernel': '核心',
  'replay.rules': '規則',
  'replay.success': '成功',
  'replay.no-answer': '無回應',
  'replay.old-break': '原來的 break',
  'replay.cannot-tell': '無法判斷',
  'replay.total':
    '判斷了 {total} 個呼叫：核心與規則一致 {agree} 個，不一致 {differ} 個，無法判斷 {open} 個。',
  'cli.help': `pagewalk: 錄下的 strace 紀錄關於記憶體說明了什麼

  pagewalk explain TRACE [--line N] [--manual] [--json | --html]
      失敗的呼叫為何失敗，或第 N 行的呼叫為何如此；加 --manual 還會給出 1996 年以來手冊頁對該錯誤的說法
  pagewalk maps TRACE --line N
      第 N 行之後的位址空間，格式同 /proc/PID/maps
  pagewalk pages TRACE --line N ADDRESS [--json]
      第 N 行之後到 ADDRESS 的分頁表走訪，哪些頁已證實存在或不存在，有多少分頁表，以及第 N 行對它們做了什麼
  pagewalk blame TRACE --line N ADDRESS|RANGE|locked|RLIMIT_X|CAP_X [--json]
      截至第 N 行之後，是哪些行對映、保護、鎖定、移動或解除對映了 ADDRESS，構成了鎖定的記憶體，或設定了限制
  pagewalk replay TRACE [--vmas] [--json]
      每個記憶體呼叫：核心如何回應，規則怎麼說，其後的總量
  pagewalk whatif TRACE --line N 'CALL' ['CALL' …] [--vmas] [--json]
      在第 N 行之前，核心會如何回應這些呼叫（後者建立在前者之上），例如
      'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)' 'mlock($1, 64*1024)'
  pagewalk dap [--port P]
      偵錯配接器，使用標準輸入輸出或本機的連接埠

TRACE 是紀錄、gzip 壓縮的紀錄、表示標準輸入的 -，或 strace -ff 所寫檔案組的前綴。

以上命令的選項：
  --lang LANGUAGE     輸出所用的語言：en、es、de、zh-Hans 或 zh-Hant；否則依 LC_ALL、LC_MESSAGES 或 LANG
  --maps FILE         /proc/PID/maps 或 smaps 快照（TRACE.maps 會自動採用）
  --kernel V          錄製時的核心，例如 6.18
  --arch A            其架構：x86-64、i386、x32、arm64、arm、riscv64
  --page-size S       其頁大小：4K、16K 或 64K
  --max-map-count N   其 vm.max_map_count
  --tables T          用於 pages：紀錄沒有顯示時所用的分頁表，例如 x86-64-5-level
  --pid P             在 -ff 檔案組中與 --line 同用：指哪個行程的檔案

狀態：0；explain 發現失敗的呼叫時為 1；輸入無法使用時為 2。
`,
};
