/** Which page tables a walk goes through, which the traced machine has, and which others could map the address. */
import type { ChosenGeometry } from '../../model/kernel/page-tables';
import { geometryOf } from '../../model/memory/page-tables/geometries';
import {
  addressBits,
  GEOMETRY_NAMES,
  kindOf,
  plainAddress,
  type Geometry,
} from '../../model/memory/page-tables/geometry';
import type { PageReport } from '../../model/timeline/page-report';
import type { Message } from '../../model/why/message-shape';
import { textOf } from '../../model/why/message';
import { bytesAtAGlance, hexOf } from '../../model/why/sizes';
import type { PageTablesBody, PageWalkBody } from '../protocol/page';
import type { SpokenLanguage } from '../words/language';
import { tell } from '../words/tell';

export function tablesBody(
  { chosen, own, walk }: PageReport,
  language: SpokenLanguage,
): PageWalkBody['tables'] {
  const words = (message: Message): string => textOf(message, language);
  const body = (one: ChosenGeometry): PageTablesBody => ({
    name: one.geometry.name,
    title: words(geometryInWords(one.geometry)),
    pageBytes: one.geometry.pageBytes,
    because: one.because,
    provenBy: one.address === undefined ? null : hexOf(one.address),
    basis: words(basisInWords(one)),
  });
  return {
    ...body(chosen),
    machine: own === undefined ? null : body(own),
    choices: GEOMETRY_NAMES.map(geometryOf)
      .filter((geometry) => kindOf(plainAddress(walk.address, geometry), geometry) === 'user')
      .map((geometry) => ({ name: geometry.name, title: words(geometryInWords(geometry)) })),
  };
}

const geometryInWords = (geometry: Geometry): Message =>
  tell('page.geometry', {
    machine: geometry.machine,
    levels: geometry.levels.length,
    bits: addressBits(geometry),
    size: bytesAtAGlance(BigInt(geometry.pageBytes)),
  });

const basisInWords = ({ because, address }: ChosenGeometry): Message =>
  because === 'address'
    ? tell('page.because-address', { address: address === undefined ? '?' : hexOf(address) })
    : tell(`page.because-${because}`);
