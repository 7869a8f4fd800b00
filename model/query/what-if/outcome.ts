/**
 * What a call would answer, by the rules or by whoever wrote it, as a log would have it.
 */
import type { CheckAnswer, Judgement, Prediction } from '../../kernel/check';
import type { DescriptorTable } from '../../process/descriptors';
import type { CallResult } from '../../trace/event';
import type { Signature } from './signatures';
import type { Answer } from './step';

const NOWHERE = { start: 0, end: 0 } as const;

/** What the rules predict; of a descriptor the number where all lower ones are known to be open. */
export function predictedAnswer(
  { predicted }: Judgement,
  gives: Signature['gives'],
  descriptors: DescriptorTable | undefined,
): Answer {
  switch (predicted.kind) {
    case 'undecidable':
      return { kind: 'open', because: predicted.because, cause: predicted.cause };
    case 'error':
      return ofRefusal(predicted);
    case 'success': {
      if (gives === 'never') return { kind: 'none' };
      const value = predicted.value ?? valueOf(gives, descriptors);
      return value === undefined
        ? { kind: 'success', because: predicted.because }
        : { kind: 'value', value, by: 'rules' };
    }
  }
}

/** brk answers with the break as it was, and no error. */
function ofRefusal({ errno, cause, value }: Prediction & { readonly kind: 'error' }): Answer {
  if (errno !== 'old-break') return { kind: 'error', errno, by: 'rules' };
  return value === undefined
    ? { kind: 'open', because: { code: 'unknown-memory' }, cause }
    : { kind: 'value', value, by: 'rules' };
}

function valueOf(gives: Signature['gives'], descriptors: DescriptorTable | undefined): bigint | undefined {
  if (gives === 'nothing') return 0n;
  return gives === 'descriptor' ? lowestFree(descriptors) : undefined;
}

/** Programs have few descriptors, and of more nobody shows all. fs/file.c: alloc_fd */
const MOST_DESCRIPTORS = 1024;

function lowestFree(descriptors: DescriptorTable | undefined): bigint | undefined {
  for (let fd = 0; fd < MOST_DESCRIPTORS; fd++) {
    const state = descriptors?.stateOf(fd);
    if (state !== 'open') return state === 'closed' ? BigInt(fd) : undefined;
  }
  return undefined;
}

/** What somebody wrote behind the call. */
export function givenAnswer(result: CallResult): Answer | undefined {
  switch (result.kind) {
    case 'value':
      return { kind: 'value', value: BigInt.asUintN(64, result.value), by: 'person' };
    case 'error':
      return { kind: 'error', errno: result.errno, by: 'person' };
    default:
      return undefined;
  }
}

/** As the line of a log would say it. */
export function resultOf(answer: Answer): CallResult {
  switch (answer.kind) {
    case 'value':
      return { kind: 'value', value: answer.value, span: NOWHERE, injected: 'no' };
    case 'success':
      return { kind: 'value', value: 0n, span: NOWHERE, injected: 'no' };
    case 'error':
      return { kind: 'error', errno: answer.errno, message: '', span: NOWHERE, injected: 'no' };
    case 'open':
    case 'none':
      return { kind: 'none', span: NOWHERE, injected: 'no' };
  }
}

/** The check that leaves an answer open. */
export const openCheck = (judgement: Judgement, cause: string): CheckAnswer | undefined =>
  judgement.answers.find(({ id }) => id === cause);
