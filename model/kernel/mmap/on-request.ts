/**
 * How mmap's checks get at what they test: each belongs to all mappings, to those of files, or to anonymous ones.
 */
import type { OpenFile } from '../../process/descriptors';
import type { Before, Check, Verdict } from '../check';
import type { MmapCall } from '../mapping-call';
import { cannotTell, NOT_REACHED } from '../verdict';
import { fileOf, requestOf, type MmapRequest } from './request';

type Test = (request: MmapRequest, before: Before, call: MmapCall) => Verdict;

export const onRequest =
  (test: Test): Check<MmapCall>['test'] =>
  (call, before) => {
    const request = requestOf(call, before);
    return request === undefined ? cannotTell('unknown-argument') : test(request, before, call);
  };

export const onAnonymous =
  (test: Test): Check<MmapCall>['test'] =>
  (call, before) => {
    const request = requestOf(call, before);
    if (request === undefined) return cannotTell('unknown-argument');
    return request.anonymous ? test(request, before, call) : NOT_REACHED;
  };

/** `file` undefined: a descriptor that the log does not explain. */
export const onFile =
  (
    test: (file: OpenFile | undefined, request: MmapRequest, before: Before, call: MmapCall) => Verdict,
  ): Check<MmapCall>['test'] =>
  (call, before) => {
    const request = requestOf(call, before);
    if (request === undefined) return cannotTell('unknown-argument');
    return request.anonymous ? NOT_REACHED : test(fileOf(call, before), request, before, call);
  };
