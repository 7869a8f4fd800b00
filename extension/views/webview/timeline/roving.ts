/** Many buttons in a row are one stop of the Tab key; the arrow keys go from one to the next. */

export function roving(list: HTMLElement, previous: readonly string[], next: readonly string[]): void {
  const all = (): HTMLButtonElement[] => [...list.querySelectorAll('button')];
  list.addEventListener('keydown', (event) => {
    const buttons = all();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    const goal = previous.includes(event.key)
      ? at - 1
      : next.includes(event.key)
        ? at + 1
        : { Home: 0, End: buttons.length - 1 }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.min(buttons.length - 1, Math.max(0, goal))]?.focus();
  });
  list.addEventListener('focusin', ({ target }) => {
    for (const one of all()) one.tabIndex = one === target ? 0 : -1;
  });
}

/** The first of newly made buttons is the one that Tab finds. */
export function firstIsStop(list: HTMLElement): void {
  list.querySelectorAll('button').forEach((one, i) => {
    one.tabIndex = i === 0 ? 0 : -1;
  });
}
