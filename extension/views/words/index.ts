/**
 * The words of the views, in English. The extension translates them (l10n/) and sends them with the data, so that a page
 * needs no bundle of its own.
 */
import { locked } from './locked';
import { pages } from './pages';
import { shared } from './shared';
import { space } from './space';
import { timeline } from './timeline';
import { why } from './why';

export const words = { ...shared, ...why, ...space, ...locked, ...pages, ...timeline } as const;

/** The same words in the editor's language, and that language's tag. */
export type ViewStrings = Readonly<Record<keyof typeof words, string>> & { readonly language: string };
