/** The whole table, by the name that strace prints. */
import type { CommandRows } from '../commands/command-rows';
import { fcntl } from '../commands/fcntl';
import { futex } from '../commands/futex';
import { ioctl } from '../commands/ioctl';
import { keyctl, msgctl, semctl, shmctl } from '../commands/ipc';
import { archPrctl, prctl } from '../commands/prctl';
import type { Row } from '../notation';
import { files } from './files';
import { ids } from './ids';
import { memory } from './memory';
import { polling } from './polling';
import { processes } from './processes';
import { requests } from './requests';
import { signals } from './signals';
import { sockets } from './sockets';
import { time } from './time';
import { transfers } from './transfers';

export const rows: ReadonlyMap<string, Row> = new Map(
  Object.entries({
    ...files,
    ...transfers,
    ...sockets,
    ...signals,
    ...time,
    ...polling,
    ...processes,
    ...ids,
    ...memory,
    ...requests,
  }),
);

export const commandRows: ReadonlyMap<string, CommandRows> = new Map(
  Object.entries({
    fcntl,
    fcntl64: fcntl,
    futex,
    futex_time64: futex,
    ioctl,
    keyctl,
    msgctl,
    semctl,
    shmctl,
    prctl,
    arch_prctl: archPrctl,
  }),
);

/** Calls that take addresses without a look at what is there: EFAULT of them is no pointer's. */
export const untouched: ReadonlySet<string> = new Set(['set_robust_list', 'set_tid_address']);
