/**
 * Text with links.
 */
import type { LineLink } from './row';

/** Text with links in it: what a person reads, already in the session's language. */
export type RichText = readonly (string | { readonly text: string; readonly link: LineLink })[];
