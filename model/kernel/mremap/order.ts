/**
 * All checks of mremap, in the order that each kernel has them:
 *
 *     to 5.15      arguments, clear destination and tail, find the mapping, its state, actions
 *     5.16-6.14    plain arguments, find the mapping (sealed, huge pages), where to, clear destination and tail, state, actions
 *     6.15-6.16    as before, but two tests of where to (the page border, the number of mappings) come first
 *     from 6.17    arguments, find the mapping, its state, actions, among them the clearing of destination and tail
 *
 * mm/mremap.c: sys_mremap, mremap_to, vma_to_resize (read in 5.10, 6.1 and 6.12, measured on 5.10.223, 6.1.176 and 6.12.107);
 * check_mremap_params, do_mremap (6.15 and later)
 */
import type { Check } from '../check';
import type { MremapCall } from '../mapping-call';
import { kernelVersion } from '../versions';
import { actionChecks, clearsDestination, destroysSource, tailChecks } from './checks-action';
import { argumentChecks } from './checks-arguments';
import { lookupChecks, stateChecks } from './checks-state';

type Kernels = Pick<Check<MremapCall>, 'since' | 'until'>;
type Checks = readonly Check<MremapCall>[];

/** Those of the checks that were there in these kernels, there. */
const during = ({ since, until }: Kernels, checks: Checks): Checks =>
  checks.flatMap((check) => {
    const first =
      check.since !== undefined && (since === undefined || check.since > since) ? check.since : since;
    const last =
      check.until !== undefined && (until === undefined || check.until < until) ? check.until : until;
    if (first !== undefined && last !== undefined && first > last) return [];
    return [{ ...check, ...(first && { since: first }), ...(last && { until: last }) }];
  });

const named = (checks: Checks, names: readonly string[]): Checks =>
  checks.filter(({ id }) => names.includes(id.slice('mremap.'.length)));

const BORDER_AND_COUNT = ['new-address-misaligned', 'map-limit'];
const WHERE_TO = ['new-size-too-large', 'new-address-out-of-range', 'ranges-overlap', ...BORDER_AND_COUNT];
const whereTo = named(argumentChecks, WHERE_TO);
const plain = argumentChecks.filter((check) => !whereTo.includes(check));
/** What came with the search for the mapping. */
const found = named(stateChecks, ['sealed', 'huge-page-alignment']);

const TO_5_15 = { until: kernelVersion(5, 15) };
const FROM_5_16 = { since: kernelVersion(5, 16), until: kernelVersion(6, 16) };
const TO_6_14 = { since: kernelVersion(5, 16), until: kernelVersion(6, 14) };
const FROM_6_15 = { since: kernelVersion(6, 15), until: kernelVersion(6, 16) };
const TO_6_16 = { until: kernelVersion(6, 16) };
const FROM_6_17 = { since: kernelVersion(6, 17) };

export const mremapChecks: Checks = [
  ...during(TO_6_16, plain),
  ...during(FROM_6_17, argumentChecks),
  ...during(TO_5_15, whereTo),
  ...during(FROM_6_15, named(argumentChecks, BORDER_AND_COUNT)),
  ...during(FROM_5_16, [...lookupChecks, ...found]),
  ...during(TO_6_14, whereTo),
  ...during(
    FROM_6_15,
    whereTo.filter((check) => !named(argumentChecks, BORDER_AND_COUNT).includes(check)),
  ),
  ...during(FROM_6_17, lookupChecks),
  ...clearsDestination(TO_6_16),
  ...during(TO_6_16, tailChecks),
  ...during(TO_5_15, lookupChecks),
  ...during(TO_6_16, destroysSource),
  ...during(
    TO_6_16,
    stateChecks.filter((check) => !found.includes(check)),
  ),
  ...during(FROM_6_17, stateChecks),
  ...actionChecks,
];
