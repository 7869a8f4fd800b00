/** simplified Chinese of english/manual.ts. */
import type { manualWords as English } from '../english/manual';
import type { Translated } from '../translation';
import { mmapManualWords } from './manual/mmap';
import { mremapManualWords } from './manual/mremap';
import { otherCallsManualWords } from './manual/other-calls';
import { protectionAndLocksManualWords } from './manual/protection-and-locks';

export const manualWords: Translated<typeof English> = {
  'manual.era.1996': '1996 年，Linux 1.3.87',
  'manual.era.2.4': 'Linux 2.4',
  'manual.era.2010': '2010 年，man-pages 3.55',
  'manual.era.today': '今天',
  'manual.as-before': '同前。',
  'manual.silent': '没有提及。',
  'manual.not-at-hand': '手头没有那个时期的手册页。',
  'manual.page': '{era}：{says}',
  'manual.page-and-kernel': '{era}：{says}内核：{kernel}',
  'manual.heading': '手册页对 {call} 的 {errno} 的说法：',
  'manual.of-checks': '{errno}（{checks}）',
  'manual.of-no-check': '{errno}（今天没有对应的规则）',
  'manual.calls': '这里有以下调用的手册页：{calls}',
  'manual.errors': '这里有 {call} 手册页对以下错误的说法：{errors}',
  'manual.no-call': '这里没有 {call} 的手册页。有以下调用的：{calls}',
  'manual.no-errno': '这里没有 {call} 的 {errno} 的内容。有以下错误的：{errors}',
  ...mmapManualWords,
  ...mremapManualWords,
  ...protectionAndLocksManualWords,
  ...otherCallsManualWords,
};
