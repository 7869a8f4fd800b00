/** Seals that keep a memory file from being written to. memfd_create(2), fcntl(2) */
import { fileOfDescription, type DescriptorTable } from '../../process/descriptors';
import type { Vma } from '../../memory/vma';
import { SEAL } from '../abi/memory-flags';

export const areAgainstWriting = (seals: number): boolean => (seals & (SEAL.WRITE | SEAL.FUTURE_WRITE)) !== 0;

/**
 * Seals may come after the mapping: the descriptors that are left of the file show them. Where none is left, nobody adds seals
 * that this log could show.
 */
export const mapsSealedFile = ({ backing }: Vma, descriptors: DescriptorTable): boolean =>
  backing.kind === 'file' &&
  areAgainstWriting(fileOfDescription(backing.description, descriptors)?.seals ?? 0);
