/** What the rules demand, in traditional Chinese. */
import { mappingDemands } from './mapping';
import { movingDemands } from './moving';
import { lockingDemands } from './locking';
import { filesDemands } from './files';
import { processesDemands } from './processes';
import { policiesDemands } from './policies';

export const demands: Readonly<Record<string, string>> = {
  ...mappingDemands,
  ...movingDemands,
  ...lockingDemands,
  ...filesDemands,
  ...processesDemands,
  ...policiesDemands,
};
