/**
 * References that a client holds: frames and containers of variables. A reference stands for (position, path), which
 * never changes its meaning, so a reference stays valid for the whole session; asking twice for the same path gives the
 * same number.
 */

/** DAP wants references in (0, 2^31). */
const LAST_REFERENCE = 2 ** 31 - 1;

export class HandleTable<Value> {
  readonly #byKey = new Map<string, number>();
  readonly #values: (Value | undefined)[] = [];

  /** `value` must mean the same whenever `key` is the same: the first one given is kept. */
  refer(key: string, value: Value): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    if (this.#values.length >= LAST_REFERENCE) return 0;
    this.#values.push(value);
    this.#byKey.set(key, this.#values.length);
    return this.#values.length;
  }

  /** Another recording took the place of the one that the references spoke of. Numbers are not used again. */
  clear(): void {
    this.#byKey.clear();
    this.#values.fill(undefined);
  }

  get(reference: number): Value | undefined {
    return this.#values[reference - 1];
  }
}
