/**
 * What is chosen, in whichever view: one selection for all. Memory is followed through time: at each stop the selection is
 * where mremap has taken it, or says which line ended it. What was chosen is kept, so that going back finds it again.
 */
import * as vscode from 'vscode';
import type { FollowBody } from '../../debug-adapter/protocol/panel';
import type { StoppedSessions } from '../debug/stopped-sessions';
import type { Selection } from './messages';
import type { ShownMoment } from './moment';

/** As a person chose it. */
interface Choice {
  readonly selection: Selection;
  readonly threadId: number;
}

type Memory = Exclude<Selection, { readonly kind: 'event' }>;

export class SharedSelection implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Selection | null>();
  readonly #subscriptions: vscode.Disposable;
  #choice: Choice | undefined;
  #current: Selection | null = null;
  /** Of which it was chosen. */
  #recording: string | undefined;
  /** Numbers the choices and stops: an answer to an earlier one that comes late is dropped. */
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(
    stops: StoppedSessions,
    private readonly moment: ShownMoment,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      stops.onDidEnd(() => this.select(null)),
      moment.onDidChange(() => void this.#follow()),
    );
  }

  get current(): Selection | null {
    return this.#current;
  }

  select(selection: Selection | null): void {
    this.#asked++;
    this.#choice = selection === null ? undefined : { selection, threadId: this.moment.threadId };
    this.#recording = this.moment.recording;
    this.#current = selection;
    this.#changed.fire(selection);
  }

  /** Shows the selection as if it were chosen, without choosing it; null: shows what is chosen again. */
  preview(selection: Selection | null): void {
    this.#changed.fire(selection ?? this.#current);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #follow(): Promise<void> {
    const asked = ++this.#asked;
    const { moment } = this;
    const event = moment.body?.position.event;
    if (moment.recording !== this.#recording && this.#current !== null) {
      this.select(null);
      return;
    }
    if (this.#choice === undefined || event === undefined) return;
    const { selection, threadId } = this.#choice;
    if (selection.kind === 'event') return;
    const followed = await moment.follow(addressOf(selection), selection.event, threadId);
    if (asked !== this.#asked || followed === undefined) return;
    this.#current = moved(selection, followed, event);
    this.#changed.fire(this.#current);
  }
}

const addressOf = (selection: Memory): string =>
  selection.kind === 'range' ? selection.start : selection.address;

/** A chosen VMA stays the whole VMA, however it has grown or been cut. */
function moved(selection: Memory, { address, vma, at, how }: FollowBody, event: number): Selection {
  // The log does not show the memory: nothing is known of where it went.
  if (how === 'unknown') return selection;
  if (how === 'unmapped' || how === 'not-yet-mapped' || how === 'other-space')
    return { ...selection, gone: { how, at } };
  if (address === null) return selection;
  if (selection.kind === 'page') return { kind: 'page', address, event };
  return { kind: 'range', ...(vma ?? selection), event };
}
