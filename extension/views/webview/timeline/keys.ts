/** The keys of the timeline. As with the pointer: travel, zoom, move along; letters as in other tools for traces. */

type Direction = -1 | 1;

export type Action =
  | { readonly do: 'mark' | 'event' | 'page' | 'end' | 'pan'; readonly by: Direction }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'all' | 'back' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): Action | undefined {
  // The editor's own shortcuts.
  if (ctrlKey || metaKey || altKey) return undefined;
  const step = shiftKey ? 'event' : 'mark';
  const actions: Readonly<Record<string, Action | undefined>> = {
    ArrowLeft: { do: step, by: -1 },
    ArrowDown: { do: step, by: -1 },
    ArrowRight: { do: step, by: 1 },
    ArrowUp: { do: step, by: 1 },
    PageUp: { do: 'page', by: -1 },
    PageDown: { do: 'page', by: 1 },
    Home: { do: 'end', by: -1 },
    End: { do: 'end', by: 1 },
    '+': { do: 'zoom', factor: 0.5 },
    '=': { do: 'zoom', factor: 0.5 },
    w: { do: 'zoom', factor: 0.5 },
    '-': { do: 'zoom', factor: 2 },
    s: { do: 'zoom', factor: 2 },
    a: { do: 'pan', by: -1 },
    d: { do: 'pan', by: 1 },
    '0': { do: 'all' },
    Backspace: { do: 'back' },
  };
  return Object.hasOwn(actions, key) ? actions[key] : undefined;
}

/** The nearest mark before or behind a position; undefined: there is none. */
export function markFrom(
  marks: readonly { readonly event: number }[],
  position: number,
  by: Direction,
): number | undefined {
  return by > 0
    ? marks.find(({ event }) => event > position)?.event
    : marks.findLast(({ event }) => event < position)?.event;
}
