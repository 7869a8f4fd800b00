/**
 * The custom requests of the debug session, beside DAP: what the views of the editor ask for. Any DAP client may use
 * them. Addresses, sizes and event times are strings or exact numbers on the wire: '0x7f…' for addresses, pages and
 * bytes as numbers where they are below 2^53. Positions are event indices.
 */
import type { BlameArguments, BlameBody } from './blame';
import type { PageWalkArguments, PageWalkBody } from './page';
import type { PanelRequests } from './panel';
import type { VmasArguments, VmasBody } from './space';
import type { SurveyBody } from './survey';
import type { ViewArguments, ViewBody } from './view';
import type { WhatIfArguments, WhatIfBody } from './what-if';
import type { ReportBody } from './why';

export interface CustomRequests extends PanelRequests {
  'pagewalk/view': { arguments: ViewArguments; body: ViewBody };
  'pagewalk/vmas': { arguments: VmasArguments; body: VmasBody };
  'pagewalk/goTo': {
    arguments: { readonly line: number; readonly file?: number } | { readonly event: number };
    body: { readonly event: number };
  };
  'pagewalk/pageWalk': { arguments: PageWalkArguments; body: PageWalkBody };
  'pagewalk/whatIf': { arguments: WhatIfArguments; body: WhatIfBody };
  'pagewalk/blame': { arguments: BlameArguments; body: BlameBody };
  'pagewalk/report': { arguments: ViewArguments; body: ReportBody };
  'pagewalk/survey': { arguments: Record<string, never>; body: SurveyBody };
}
