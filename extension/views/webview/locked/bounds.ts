/** What binds the total: the limit, the capability that passes it, and what new mappings get; each with what it rests on. */
import type { LineLink } from '../../../../debug-adapter/protocol/row';
import type { LockedBody } from '../../../../debug-adapter/protocol/locked';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { filled, sizeOf } from '../format';
import { lineLink } from '../host';

export function bindings(body: LockedBody, s: ViewStrings): HTMLElement {
  return el(
    'dl',
    { class: 'bindings' },
    ...fact('RLIMIT_MEMLOCK', limitWords(body, s)),
    ...fact('CAP_IPC_LOCK', privilegeWords(body, s)),
    ...fact('MCL_FUTURE', futureWords(body, s)),
  );
}

const fact = (name: string, paragraphs: readonly (readonly Child[])[]): readonly HTMLElement[] => [
  el('dt', {}, name),
  el('dd', {}, ...paragraphs.map((parts) => el('p', {}, ...parts))),
];

const at = (link: LineLink, s: ViewStrings): Child => lineLink(`${s.line} ${link.line}`, link);

function limitWords(body: LockedBody, s: ViewStrings): readonly (readonly Child[])[] {
  const { limit, limitAt, limitBounds, usualLimitKb } = body;
  if (limit !== null) {
    const size = limit === 'infinity' ? s.unlimited : sizeOf(Number(BigInt(limit) / 1024n), s.language);
    return [limitAt === null ? [size] : [`${size} · `, at(limitAt, s)]];
  }
  const { allowed = null, refused = null } = limitBounds ?? {};
  return [
    [s.notShown],
    ...(allowed === null || allowed.kb === 0
      ? []
      : [[`${filled(s.wereAllowed, sizeOf(allowed.kb, s.language))} · `, at(allowed, s)]]),
    ...(refused === null
      ? []
      : [[`${filled(s.wereRefused, sizeOf(refused.kb, s.language))} · `, at(refused, s)]]),
    // Bounds that calls have proven leave nothing to assume.
    ...((allowed?.kb ?? 0) > 0 || refused !== null
      ? []
      : [[el('span', { class: 'dim' }, filled(s.limitAssumed, sizeOf(usualLimitKb, s.language)))]]),
    [
      el('span', { class: 'dim' }, `${s.limitHow} `),
      el('code', { dir: 'ltr' }, 'prlimit --memlock --pid PID'),
      el('span', { class: 'dim' }, ' · '),
      el('code', { dir: 'ltr' }, 'ulimit -l'),
    ],
  ];
}

function privilegeWords(
  { privileged, privilegedAt }: LockedBody,
  s: ViewStrings,
): readonly (readonly Child[])[] {
  const words = { yes: s.hasPrivilege, no: s.lacksPrivilege, unknown: s.privilegeOpen }[privileged];
  if (privilegedAt === null) return [[words]];
  const how = privilegedAt.how === 'shown' ? s.shownBy : s.followsFrom;
  return [[`${words} · ${how} `, at(privilegedAt, s)]];
}

function futureWords({ future, futureAt }: LockedBody, s: ViewStrings): readonly (readonly Child[])[] {
  const words = {
    off: s.futureOff,
    locked: s.futureLocks,
    onfault: s.futureLocksTouched,
    unknown: s.privilegeOpen,
  }[future];
  return [futureAt === null ? [words] : [`${words} · `, at(futureAt, s)]];
}
