/** What the manual pages said of the error, one time after the other, and what the kernel of that time did. */
import type { ManualBody } from '../../../../debug-adapter/protocol/manual';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { richText } from '../rich-text';
import type { Folds } from './folds';

export const manualThroughTime = (eras: readonly ManualBody[], folds: Folds, s: ViewStrings): HTMLElement =>
  folds.fold(
    'manual',
    el('h3', {}, s.manual),
    el(
      'ol',
      { class: 'eras', 'aria-label': s.manual },
      ...eras.map(({ title, says, kernel, sources }) =>
        el(
          'li',
          {},
          el('h4', {}, richText(title)),
          richText(says, 'p'),
          kernel === null
            ? undefined
            : el('p', {}, el('strong', {}, `${s.manualKernel}: `), richText(kernel)),
          el('p', { class: 'sources' }, sources.join(' · ')),
        ),
      ),
    ),
  );

/** Where the rules that decided are from. */
export const sourceList = (sources: readonly string[], folds: Folds, s: ViewStrings): HTMLElement =>
  folds.fold(
    'all-sources',
    el('h3', {}, s.sources),
    el('ul', { 'aria-label': s.sources }, ...sources.map((source) => el('li', {}, source))),
  );
