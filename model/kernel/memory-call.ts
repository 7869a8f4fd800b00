/**
 * The calls that the rules judge, by their names.
 */
import type { AskingCall } from './asking-calls';
import type { MappingCall } from './mapping-call';
import type { PolicyCall } from './policy-calls';
import type { ProcessCall } from './process-calls';

export type MemoryCall = MappingCall | AskingCall | PolicyCall | ProcessCall;
