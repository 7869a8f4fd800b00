/** How much memory a pointer leads to. */
import type { Architecture } from '../../process/world';

/** `in`: the kernel reads there; `out`: it writes; `in-out`: it reads and then writes. */
export type Direction = 'in' | 'out' | 'in-out';

/** Bytes of a type. Where an ABI is not named it has `lp64` with pointers of 64 bits, else `ilp32`. */
export type AbiSize =
  | number
  | (Readonly<Partial<Record<Architecture, number>>> & { readonly lp64: number; readonly ilp32: number });

export type Extent =
  | { readonly of: 'type'; readonly size: AbiSize }
  /** Another argument counts elements of `unit` bytes. `filled`: the kernel may need less, from the first byte on. */
  | { readonly of: 'count'; readonly argument: string; readonly unit: AbiSize; readonly filled: boolean }
  /** Another argument points to an int that holds the number of bytes; the kernel may need less, and never more than `limit`. */
  | { readonly of: 'pointed-to'; readonly argument: string; readonly limit: number }
  /** fd_set: as many words as hold the bits that another argument counts. */
  | { readonly of: 'bits'; readonly argument: string }
  /** Up to a NUL; the kernel looks no further than `limit` bytes. */
  | { readonly of: 'string'; readonly limit: number }
  /** An array of struct iovec, counted by another argument; `to`: what the kernel does where they lead to. */
  | { readonly of: 'vector'; readonly argument: string; readonly to: Direction }
  | { readonly of: 'message'; readonly to: Direction }
  | { readonly of: 'messages'; readonly argument: string; readonly to: Direction }
  /** Pointers to strings, up to a NULL: argv, envp. */
  | { readonly of: 'strings' }
  /** An array of pointers, counted by another argument, each to so many bytes. */
  | { readonly of: 'pointers'; readonly argument: string; readonly each: AbiSize }
  /** The words of pselect6's last argument: a pointer to a signal set and its size. */
  | { readonly of: 'mask-and-size' }
  /** Bytes that nobody here can count: at least one. */
  | { readonly of: 'unknown' };

export function sizeIn(architecture: Architecture, size: AbiSize): number {
  if (typeof size === 'number') return size;
  return size[architecture] ?? (hasLongPointers(architecture) ? size.lp64 : size.ilp32);
}

export const hasLongPointers = (architecture: Architecture): boolean =>
  architecture === 'x86-64' || architecture === 'arm64' || architecture === 'riscv64';
