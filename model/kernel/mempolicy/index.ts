/**
 * NUMA memory policies: mbind(2), set_mempolicy(2), get_mempolicy(2), set_mempolicy_home_node(2), migrate_pages(2),
 * move_pages(2).
 */
export { getPolicyRule } from './get-policy';
export { homeNodeRule } from './home-node';
export { mbindRule } from './mbind';
export { migratePagesRule, movePagesRule } from './migration';
export { setPolicyRule } from './set-policy';
