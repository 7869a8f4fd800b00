/** Traditional Chinese, in the terms of Taiwan. */
import type { Language } from '../language';
import { blameWords } from './blame';
import { callWords } from './call';
import { causeWords } from './cause';
import { effectWords } from './effect';
import { errnoWords } from './errno';
import { factWords } from './fact';
import { faultWords } from './fault';
import { generalWords } from './general';
import { howWords } from './how';
import { manualWords } from './manual';
import { outsideWords } from './outside';
import { plainWords } from './plain';
import { queryWords } from './query';
import { remedyWords } from './remedy';
import { reportWords } from './report';
import { signalWords } from './signal';
import { spotWords } from './spot';
import { whatIfWords } from './what-if';
import { demands } from './demands';

export const traditionalChinese: Language = {
  tag: 'zh-Hant',
  words: {
    ...generalWords,
    ...blameWords,
    ...callWords,
    ...causeWords,
    ...outsideWords,
    ...howWords,
    ...errnoWords,
    ...factWords,
    ...effectWords,
    ...faultWords,
    ...manualWords,
    ...plainWords,
    ...queryWords,
    ...remedyWords,
    ...reportWords,
    ...signalWords,
    ...spotWords,
    ...whatIfWords,
  },
  demands,
};
