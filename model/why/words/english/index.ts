/**
 * Every sentence that Pagewalk's explanations say, in English. `{name}` stands for a value. A translation has the same keys.
 * What a rule demands stands with the rule (kernel/), in English; its translations stand beside the other words.
 */
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

export const english = {
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
} as const;
