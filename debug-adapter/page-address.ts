/** An address and page tables as a person names them. */
import { GEOMETRY_NAMES, isGeometryName, type GeometryName } from '../model/memory/page-tables/geometry';
import { UserError } from './errors';

/** Hexadecimal, with or without 0x, as /proc/PID/maps prints addresses. @throws UserError */
export function addressIn(given: unknown): bigint {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (!/^(0x)?[0-9a-f]{1,16}$/i.test(text))
    throw new UserError(
      4010,
      "'{text}' is no address: up to 16 hexadecimal digits, such as 0x7f12a4000000.",
      {
        text,
      },
    );
  return BigInt(`0x${text.replace(/^0x/i, '')}`);
}

/** @throws UserError */
export function tablesIn(text: string | undefined): GeometryName | undefined {
  if (text === undefined || isGeometryName(text)) return text;
  throw new UserError(4011, "There are no page tables of the name '{text}'. There are: {names}.", {
    text,
    names: GEOMETRY_NAMES.join(', '),
  });
}

export const notDescribed = (architecture: string): UserError =>
  new UserError(4012, 'The page tables of {architecture} are not described here. --tables names others.', {
    architecture,
  });
