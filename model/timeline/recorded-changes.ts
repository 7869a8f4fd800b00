/**
 * The world while a log is read. What changes it goes to the change log, forks of spaces to the lineage, and
 * checkpoints are taken on the way.
 */
import type { EventIndex } from '../trace/positions';
import type { MergePolicy } from '../memory/merge-policy';
import { FileOffsets } from '../process/file-offsets';
import { HugeFilesystems } from '../process/huge-pages';
import { Identities } from '../process/identities';
import { Members } from '../process/members';
import { WorldEdit } from '../process/world-edit';
import { WorldState } from '../process/world-state';
import { ChangeLog, type Moment } from './change-log';
import { Checkpoints, type CheckpointOptions } from './checkpoints';
import { Lineage } from './lineage';
import { NotAppliedEvents } from './not-applied';
import { workOf } from './update-work';

export class RecordedChanges {
  readonly log = new ChangeLog();
  readonly checkpoints: Checkpoints;
  readonly lineage = new Lineage();
  readonly notApplied = new NotAppliedEvents();
  /** As it is now. */
  readonly world = WorldState.empty();
  readonly offsets = new FileOffsets();
  private readonly ids = new Identities();
  private readonly members = new Members();
  private readonly hugeFilesystems = new HugeFilesystems();

  constructor(
    private readonly merging: MergePolicy,
    options: CheckpointOptions | undefined,
  ) {
    this.checkpoints = new Checkpoints(options);
  }

  /** Changes the world. Never throws: a fault ends the change of this event alone, and is kept. */
  change(moment: Moment, event: EventIndex, act: (edit: WorldEdit) => void): void {
    const edit = new WorldEdit(
      this.world,
      event,
      this.ids,
      this.members,
      this.merging,
      this.offsets,
      this.hugeFilesystems,
    );
    try {
      act(edit);
    } catch (fault) {
      // The steps taken are in the world, so they must be in the log of changes.
      this.notApplied.add(event, fault);
    }
    this.keep(moment, edit);
  }

  private keep(moment: Moment, { updates, event }: WorldEdit): void {
    if (updates.length === 0) return;
    this.log.append(moment, event, updates);
    this.lineage.learn(moment, updates);
    this.checkpoints.passed(this.log.length, workOf(updates, this.world), this.world, event);
  }
}
