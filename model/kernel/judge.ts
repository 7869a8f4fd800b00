/**
 * The kernel's answer to a call, predicted from the state before it and nothing else.
 *
 * Checks are answered in the kernel's order, and the first that fails decides. A check that cannot be told before it
 * leaves two outcomes open:
 *
 *     passes  passes  ?           fails ENOMEM      undecidable: what ? answers, or ENOMEM
 *     passes  passes  ? (ENOMEM)  fails ENOMEM      ENOMEM either way
 *     passes  passes  ?           passes            undecidable: what ? answers, or success
 *     passes  passes  ? (rare)    passes            success: the check is expected to pass
 */
import type {
  Because,
  Before,
  Check,
  CheckAnswer,
  Judgement,
  KernelVersion,
  Prediction,
  Verdict,
} from './check';
import { asAnswered } from './layout';
import type { MemoryCall } from './memory-call';
import { once } from './once';
import { ruleOf } from './rules';
import { NO_TRACE, NOT_REACHED } from './verdict';
import { holdsFor } from './versions';

/** What a prediction needs of a check. Checks have one property more or less; read in a row, all of one make are quicker. */
interface Step {
  readonly check: Check<MemoryCall>;
  readonly id: string;
  readonly errno: string;
  readonly test: (call: MemoryCall, before: Before) => Verdict;
  /** Whether it is the one that looks for room. */
  readonly isPlace: boolean;
}

/** The checks of a call that this kernel has, in order. */
function stepsOf(call: MemoryCall, { machine }: Before): readonly Step[] {
  const { kernel } = machine;
  const known = stepsOfKernel.get(call.call);
  if (known?.kernel === kernel) return known.steps;
  const steps = ruleOf(call.call)
    .checks.filter((check) => holdsFor(check, kernel))
    .map((check) => {
      const { id, errno, test } = check;
      return { check, id, errno, test, isPlace: id.endsWith('.no-gap') };
    });
  stepsOfKernel.set(call.call, { kernel, steps });
  return steps;
}

/** By the name of the call: those of the kernel that was asked for last. A log comes from one kernel. */
const stepsOfKernel = new Map<
  MemoryCall['call'],
  { readonly kernel: KernelVersion; readonly steps: readonly Step[] }
>();

/**
 * Judges the call against the state before it. Never looks at the answer that the log shows. A refusal is asked about by all
 * who learn from refusals, one behind the other.
 */
export const judge: (call: MemoryCall, before: Before) => Judgement = once(
  (call, before) => new LazyJudgement(call, before),
);

/**
 * Few ask for the checklist, and those who want the prediction alone need no more of it than leads there. Either is worked
 * out when somebody asks; a prediction behind a checklist takes the verdicts from there.
 */
class LazyJudgement implements Judgement {
  private readonly steps: readonly Step[];
  private checklist: readonly CheckAnswer[] | undefined;
  private prediction: Prediction | undefined;

  constructor(
    private readonly call: MemoryCall,
    private readonly before: Before,
  ) {
    this.steps = stepsOf(call, before);
  }

  get answers(): readonly CheckAnswer[] {
    return (this.checklist ??= this.steps.map(({ check, test }) =>
      answer(check, test(this.call, this.before)),
    ));
  }

  get predicted(): Prediction {
    return (this.prediction ??= this.predict());
  }

  /** The kernel gets no further than to the first check that fails, and nor does this. */
  private predict(): Prediction {
    const { call, before, steps, checklist } = this;
    let open: { readonly errno: string; readonly prediction: Prediction }[] | undefined;
    /** Why nobody can tell where the kernel finds room. */
    let noPlace: Because | undefined;
    let at = 0;
    for (const { id, errno, test, isPlace } of steps) {
      const verdict = checklist?.[at++]?.verdict ?? test(call, before);
      // Most verdicts of a call, told without a look into them.
      if (verdict === NOT_REACHED || verdict === NO_TRACE) continue;
      if (verdict.answer === 'passes' || verdict.answer === 'not-reached') continue;
      if (verdict.answer === 'cannot-tell') {
        const { because, expect } = verdict;
        if (expect === undefined)
          (open ??= []).push({ errno, prediction: { kind: 'undecidable', because, cause: id } });
        if (isPlace) noPlace = because;
        continue;
      }
      const other = open?.find((before) => before.errno !== errno);
      return other?.prediction ?? failure(errno, id, before);
    }
    return open?.[0]?.prediction ?? success(ruleOf(call.call).successValue?.(call, before), noPlace);
  }
}

/** Spelled out: spreading what is there or not takes as long as all the tests of a call. */
function answer(check: Check<MemoryCall>, verdict: Verdict): CheckAnswer {
  const { id, errno, demand, sources, since, until } = check;
  if (since === undefined)
    return until === undefined
      ? { id, errno, demand, sources, verdict }
      : { id, errno, demand, sources, until, verdict };
  return until === undefined
    ? { id, errno, demand, sources, since, verdict }
    : { id, errno, demand, sources, since, until, verdict };
}

/** brk's refusal is an answer with a value: the break as it was. */
function failure(errno: string, cause: string, before: Before): Prediction {
  const { brk } = before.space;
  return errno === 'old-break' && brk !== undefined
    ? { kind: 'error', errno, cause, value: asAnswered(brk, before) }
    : { kind: 'error', errno, cause };
}

const success = (value: bigint | undefined, because: Because | undefined): Prediction => {
  if (value !== undefined) return { kind: 'success', value };
  return because === undefined ? { kind: 'success' } : { kind: 'success', because };
};
