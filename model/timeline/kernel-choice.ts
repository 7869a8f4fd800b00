/**
 * Which kernel's rules a log is read by, and why: what the user said, else what the log shows (uname), else what its
 * answers prove, else the newest that the rules were measured on.
 *
 *      from 5.14 (line 20)          before 6.1 (line 31)
 *      |----------------------------|                        the newest of these: 6.0
 *                    from 6.10 (line 14)
 *                    |-------------------> 6.18              the newest that is known
 */
import type { KernelVersion } from '../kernel/check';
import type { VersionProof } from '../kernel/version-proofs';
import { MEASURED_KERNEL, releaseBefore } from '../kernel/versions';
import type { EventIndex } from '../trace/positions';

export interface ProofInLog extends VersionProof {
  readonly event: EventIndex;
}

export interface KernelChoice {
  readonly kernel: KernelVersion;
  /** 'shown': the log has it in words. 'proven': it lies within what proofs leave. 'assumed': nothing tells. */
  readonly how: 'given' | 'shown' | 'proven' | 'assumed';
  /** The call that showed it, where it was one. */
  readonly shownAt: EventIndex | undefined;
  /** The closest proofs, of kernels that were given or shown too: they may contradict. */
  readonly from: ProofInLog | undefined;
  readonly before: ProofInLog | undefined;
}

/** Keeps the closest proof on each side; of two that say the same, the first. */
export class KernelProofs {
  private from: ProofInLog | undefined;
  private before: ProofInLog | undefined;
  /** ENOSYS may come from a filter: it counts only where nothing certain is closer or contradicts it. */
  private doubtful: ProofInLog | undefined;

  saw(proof: VersionProof, event: EventIndex): void {
    if (proof.bound === 'from') {
      if (this.from === undefined || proof.version > this.from.version) this.from = { ...proof, event };
    } else if (proof.unless !== undefined) {
      if (this.doubtful === undefined || proof.version < this.doubtful.version)
        this.doubtful = { ...proof, event };
    } else if (this.before === undefined || proof.version < this.before.version)
      this.before = { ...proof, event };
  }

  choice(
    given: KernelVersion | undefined,
    shown: { readonly kernel: KernelVersion; readonly at: EventIndex | undefined } | undefined,
  ): KernelChoice {
    const { from, before } = this.consistent();
    if (given !== undefined) return { kernel: given, how: 'given', shownAt: undefined, from, before };
    if (shown !== undefined) return { kernel: shown.kernel, how: 'shown', shownAt: shown.at, from, before };
    const newest = Math.max(MEASURED_KERNEL, from?.version ?? 0) as KernelVersion;
    const kernel = before === undefined ? newest : releaseBefore(before.version);
    const isProven = from !== undefined || before !== undefined;
    return { kernel, how: isProven ? 'proven' : 'assumed', shownAt: undefined, from, before };
  }

  /** Proofs that contradict one another (a kernel with backports): what it has counts more than what it lacks. */
  private consistent(): Pick<KernelChoice, 'from' | 'before'> {
    const { from } = this;
    const fits = (proof: ProofInLog | undefined): proof is ProofInLog =>
      proof !== undefined && proof.version > (from?.version ?? 0);
    const certain = fits(this.before) ? this.before : undefined;
    const doubtful = fits(this.doubtful) ? this.doubtful : undefined;
    const isCloser = doubtful !== undefined && doubtful.version < (certain?.version ?? Infinity);
    return { from, before: isCloser ? doubtful : certain };
  }
}
