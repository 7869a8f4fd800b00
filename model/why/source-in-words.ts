/** 'mm/mremap.c: check_mremap_params (read in 6.18, measured on 6.18)', in any language. */
import type { Source } from '../kernel/check';
import type { Message } from './message-shape';
import { say } from './message';

export function sourceInWords({ where, read, measured }: Source): Message {
  if (read === undefined)
    return measured === undefined
      ? say('text', { text: where })
      : say('source.measured', { where, measured });
  return measured === undefined
    ? say('source.read', { where, read })
    : say('source.read-and-measured', { where, read, measured });
}
