/**
 * Memory files: memfd_create(2), memfd_secret(2), and the seals of fcntl(2).
 */
export { memfdCreateRule, memfdSecretRule } from './create';
export { sealsRule } from './seals';
