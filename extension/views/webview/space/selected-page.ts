/** The page that a selection is about. */
import { pageOfText } from '../../../../picture/address';
import type { Selection } from '../../messages';

/** Undefined too where the chosen memory is gone: what lies there now is something else. */
export function chosenPage(selection: Selection | null): number | undefined {
  if (selection !== null && 'gone' in selection) return undefined;
  switch (selection?.kind) {
    case 'range':
      return pageOfText(selection.start);
    case 'page':
      return pageOfText(selection.address);
    default:
      return undefined;
  }
}
