import type { Row } from '../notation';

/** Rows by the name that strace prints. */
export type Rows = Readonly<Record<string, Row>>;
