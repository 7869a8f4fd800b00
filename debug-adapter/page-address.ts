/** An address and page tables as a person names them. */
import { GEOMETRY_NAMES, isGeometryName, type GeometryName } from '../model/memory/page-tables/geometry';
import { errors } from './errors';

/** Hexadecimal, with or without 0x, as /proc/PID/maps prints addresses. @throws UserError */
export function addressIn(given: unknown): bigint {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (!/^(0x)?[0-9a-f]{1,16}$/i.test(text)) throw errors.badAddress(text);
  return BigInt(`0x${text.replace(/^0x/i, '')}`);
}

/** @throws UserError */
export function tablesIn(text: string | undefined): GeometryName | undefined {
  if (text === undefined || isGeometryName(text)) return text;
  throw errors.noSuchTables(text, GEOMETRY_NAMES.join(', '));
}
