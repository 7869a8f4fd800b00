/**
 * What a call asks of the kernel's choice of an address, whichever call it is: mmap without MAP_FIXED, an mremap that moves,
 * shmat without address.
 */
import type { PageNumber } from '../../memory/page';
import type { Because, Fact } from '../check';

export interface Wanted {
  /** In pages of 4096 bytes, as the kernel rounded it. */
  readonly pages: number;
  /** As the kernel sees it: rounded down to a page, raised to mmap_min_addr where the call does that. 0: none. */
  readonly hint: number;
  readonly content: Content;
  /** MAP_32BIT, where it counts: 64-bit calls of x86. */
  readonly low2G: boolean;
  /** MAP_ABOVE4G, likewise. */
  readonly above4G: boolean;
}

/** What is to be mapped, as far as it has a say in the address. */
export type Content =
  | { readonly kind: 'anonymous' }
  /** tmpfs, memfd, shared anonymous memory, SysV segments. */
  | { readonly kind: 'shmem' }
  /** `offset`: of the mapping in the file, in pages. `asks`: whether the filesystem has a rule for huge pages. */
  | { readonly kind: 'file'; readonly offset: number; readonly asks?: boolean | undefined }
  /** `pages`: of one huge page. */
  | { readonly kind: 'huge-pages'; readonly pages: number }
  /** A device, or something that the log does not name: it may have a rule of its own. */
  | { readonly kind: 'own-rule' };

export type Placement =
  | { readonly kind: 'at'; readonly page: PageNumber; readonly facts: readonly Fact[] }
  /** Nothing fits: the kernel answers ENOMEM. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'untold'; readonly because: Because };

export const untold = (code: Because['code'], ...facts: readonly Fact[]): Placement => ({
  kind: 'untold',
  because: { code, facts },
});
