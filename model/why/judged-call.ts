/**
 * A call that the rules judge: the checklist in the kernel's order, and, where the call failed, the checks that can have
 * answered with the errno in the log, likeliest first.
 */
import type { CallEvent } from '../trace/event';
import type { Judgement } from '../kernel/check';
import { candidateCauses, certaintyOf } from './candidate-causes';
import { causeInWords } from './cause-in-words';
import { checklistOf } from './checklist';
import type { Explanation } from './explanation';
import { say } from './message';
import { explainOutside } from './outside';
import { besideChecks } from './outside/beside-checks';
import { remediesOf } from './remedies/remedies';
import { settledByLog } from './settled-by-log';
import { plain, type Subject } from './subject';

/** What the rules call a brk that answers with the old break. */
const oldBreak = 'old-break';

/**
 * `errno`: what the log says; null for a brk that stayed where it was; undefined for a success, of which only the
 * checklist and a divergence are of use.
 */
export function explainJudgedCall(
  subject: Subject,
  call: CallEvent,
  errno: string | null | undefined,
): Explanation {
  const judged = subject.timeline.judge(subject.event);
  if (judged === undefined) {
    return errno === undefined || errno === null
      ? plain(subject, call.name, 'unknown', say('call.not-judged', { call: call.name }))
      : explainOutside(subject, call, errno);
  }
  const judgement = errno === undefined ? judged : settledByLog(subject, call, judged);
  const observed = errno === null ? oldBreak : errno;
  const candidates = observed === undefined ? [] : candidateCauses(judgement, observed);
  const beside = besideChecks(
    subject,
    call,
    errno ?? 'ENOMEM',
    candidates,
    certaintyOf(judgement, candidates),
  );
  const isOnly = candidates.length === 1 && beside.before.length === 0;
  const causes = candidates.map((answer) => causeInWords(subject, answer, isOnly));
  const [first] = causes;
  const checklist = checklistOf(subject, judgement);
  // What the log leaves open, and its errno settles, was no rule that said otherwise.
  const isSettled =
    candidates.length > 0 && beside.certainty === 'proven' && judgement.predicted.kind === 'success';
  const divergence = isSettled ? undefined : divergenceOf(judgement, observed);
  const common = { errno: errno ?? null, checklist, ...(divergence === undefined ? {} : { divergence }) };
  if (observed === undefined)
    return { ...plain(subject, call.name, 'succeeded', say('call.answered')), ...common };
  if (first === undefined) return { ...explainOutside(subject, call, errno ?? 'ENOMEM'), ...common };
  const all = [...beside.before, ...causes, ...beside.behind];
  return {
    ...plain(subject, call.name, 'failed', all[0]?.text ?? first.text),
    ...common,
    certainty: beside.certainty,
    causes: all,
    remedies: remediesOf(subject, judgement, observed),
  };
}

function divergenceOf({ predicted }: Judgement, observed: string | undefined) {
  switch (predicted.kind) {
    case 'undecidable':
      return undefined;
    case 'success':
      return observed === undefined ? undefined : say('divergence.failed', { errno: observed });
    case 'error':
      if (predicted.errno === observed) return undefined;
      return observed === undefined
        ? say('divergence.succeeded', { errno: predicted.errno, cause: predicted.cause })
        : say('divergence.other', { errno: observed, predicted: predicted.errno, cause: predicted.cause });
  }
}
