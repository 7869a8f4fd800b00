/** What a cell of a page says, wherever pages are drawn as cells. */
import type { ViewStrings } from '../../words';
import { wholeNumber } from '../format';
import type { CellState } from './map-rows';

export function cellWord(state: CellState, s: ViewStrings): string {
  return {
    present: s.statePresent,
    file: s.pageOfFile,
    absent: s.stateAbsent,
    guard: s.stateGuard,
    open: s.stateOpen,
    unlisted: s.notDrawn,
  }[state];
}

/** '12 present'. */
export const cellCount = (
  { state, pages }: { readonly state: CellState; readonly pages: number },
  s: ViewStrings,
): string => `${wholeNumber(pages, s.language)} ${cellWord(state, s)}`;
