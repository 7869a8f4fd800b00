/**
 * Every sentence that Pagewalk's explanations say, in English. `{name}` stands for a value. A translation has the same keys.
 * What a rule demands stands with the rule (kernel/), in English; its translations stand beside the other words.
 */
import { callWords } from './call';
import { causeWords } from './cause';
import { effectWords } from './effect';
import { factWords } from './fact';
import { faultWords } from './fault';
import { generalWords } from './general';
import { outsideWords } from './outside';
import { reportWords } from './report';
import { signalWords } from './signal';

export const english = {
  ...generalWords,
  ...callWords,
  ...causeWords,
  ...outsideWords,
  ...factWords,
  ...effectWords,
  ...faultWords,
  ...reportWords,
  ...signalWords,
} as const;
