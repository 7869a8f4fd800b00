/** What the log says the kernel answered; never an injected answer. */
export type Observed =
  | { readonly kind: 'success'; readonly value: bigint }
  | { readonly kind: 'error'; readonly errno: string }
  /** `= ?` or no result: nothing is known of the outcome. */
  | { readonly kind: 'none' };
