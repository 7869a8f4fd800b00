/** The page tables that a person may choose for an address, beside those of the machine that was traced. */
import { isGeometryName, type GeometryName } from '../../../../model/memory/page-tables/geometry';
import type { PageWalkBody } from '../../../../debug-adapter/protocol/page';
import type { ViewStrings } from '../../words';
import { filled } from '../format';

type Tables = PageWalkBody['tables'];

/** `name`: undefined for the machine's own. */
export interface TablesChoice {
  readonly name: GeometryName | undefined;
  readonly label: string;
  readonly isShown: boolean;
}

export const areForeign = ({ name, machine }: Tables): boolean => name !== machine?.name;

/** The machine's own first, then all others that can map the address; what is shown stays among them where it cannot. */
export function choicesOf(tables: Tables, s: ViewStrings): readonly TablesChoice[] {
  const { machine, choices } = tables;
  const isForeign = areForeign(tables);
  const others = choices.filter(({ name }) => name !== machine?.name);
  if (isForeign && !others.some(({ name }) => name === tables.name)) others.push(tables);
  return [
    ...(machine === null
      ? []
      : [{ name: undefined, label: filled(s.ofThisMachine, machine.title), isShown: !isForeign }]),
    ...others.flatMap(({ name, title }) =>
      isGeometryName(name) ? [{ name, label: title, isShown: name === tables.name }] : [],
    ),
  ];
}

/** Says so where the tables are not those of the traced machine, and which that has; else ''. */
export function foreignNote(tables: Tables, s: ViewStrings): string {
  const { machine } = tables;
  if (!areForeign(tables)) return '';
  if (machine === null) return s.foreignTables;
  const note = `${s.foreignTables} ${filled(s.machineHas, machine.title, machine.basis)}`;
  return tables.pageBytes > machine.pageBytes ? `${note} ${s.partlyMapped}` : note;
}

/** What is kept of a choice: of another recording, which has another number of events, it is none. */
export interface KeptTables {
  readonly tables: GeometryName | undefined;
  readonly events: number;
}

export function recalledTables(kept: unknown, events: number): GeometryName | undefined {
  if (typeof kept !== 'object' || kept === null || !('tables' in kept) || !('events' in kept))
    return undefined;
  const { tables } = kept;
  return kept.events === events && typeof tables === 'string' && isGeometryName(tables) ? tables : undefined;
}
