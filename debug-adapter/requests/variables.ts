/**
 * Scopes and variables. A reference stands for a container of the presentation, named by position and path.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { toClientLine } from '../client-traits';
import { errors } from '../errors';
import { eventIndex } from '../../model/trace/positions';
import type { Container, Item } from '../presentation/container';
import { scopesOf } from '../presentation/scopes';
import { sourceOf } from '../presentation/source';
import { visibleLines } from '../presentation/visible-lines';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import type { TypeName } from '../words/language';
import { told } from '../words/tell';

type Variables = Pick<HandlerTable, 'scopes' | 'variables' | 'locations'>;

/** Members in one answer to a client that does not page. */
const MOST_MEMBERS = 5000;

export const variablesHandlers = (state: SessionState): Variables => ({
  scopes: (args) => {
    const replay = state.launched('scopes');
    const frame = state.frames.get(args.frameId);
    if (!frame) throw errors.noSuchReference('frame', args.frameId);
    if (frame.kind === 'label') return { scopes: [] };
    return {
      scopes: scopesOf(replay, frame).map((scope) => ({
        name: scope.name,
        ...(scope.hint === undefined ? {} : { presentationHint: scope.hint }),
        expensive: scope.expensive,
        ...reference(state, scope.container),
      })),
    };
  },

  variables: (args) => {
    state.launched('variables');
    const container = state.containers.get(args.variablesReference);
    if (!container) throw errors.noSuchReference('variable', args.variablesReference);
    // Members are either all named or all indexed: the other kind is an empty list.
    const isList = container.indexed !== undefined;
    if ((args.filter === 'indexed' && !isList) || (args.filter === 'named' && isList))
      return { variables: [] };
    const start = Math.max(0, args.start ?? 0);
    const count = args.count === undefined || args.count <= 0 ? MOST_MEMBERS : args.count;
    const members = isList
      ? container.members(start, Math.min(count, container.indexed))
      : container.members(0, MOST_MEMBERS).slice(start, start + count);
    return { variables: members.map((item) => dapVariable(state, item)) };
  },

  /** A location reference is an event, counted from 1 as references are. */
  locations: (args) => {
    const replay = state.launched('locations');
    const event = args.locationReference - 1;
    if (!Number.isInteger(event) || event < 0 || event >= replay.end) {
      throw errors.noSuchReference('location', args.locationReference);
    }
    const { events } = replay.recording;
    const at = eventIndex(event);
    return {
      source: sourceOf(replay, events.file(at), state.client),
      line: toClientLine(state.client, events.line(at)),
    };
  },
});

/** Its type in the session's language, for clients that show types. */
export const typeOf = (state: SessionState, type: TypeName): { readonly type?: string } =>
  state.client.variableType ? { type: told(state.language, `type.${type}`) } : {};

export function dapVariable(state: SessionState, item: Item): Dap.Variable {
  return {
    name: visibleLines(item.name),
    value: visibleLines(item.value),
    ...typeOf(state, item.type),
    ...(item.evaluateName === undefined ? {} : { evaluateName: item.evaluateName }),
    ...locationReferences(item),
    ...(item.children === undefined ? { variablesReference: 0 } : reference(state, item.children)),
    presentationHint: { attributes: ['readOnly'] },
  };
}

/** The lines that made a value what it is, and that brought it about: see `locations`. */
export const locationReferences = ({
  madeBy,
  declaredBy,
}: Item): Pick<Dap.Variable, 'valueLocationReference' | 'declarationLocationReference'> => ({
  ...(madeBy === undefined ? {} : { valueLocationReference: madeBy + 1 }),
  ...(declaredBy === undefined ? {} : { declarationLocationReference: declaredBy + 1 }),
});

export function reference(
  state: SessionState,
  container: Container,
): { readonly variablesReference: number; readonly indexedVariables?: number } {
  return {
    variablesReference: state.containers.refer(container.key, container),
    ...(container.indexed === undefined ? {} : { indexedVariables: container.indexed }),
  };
}
