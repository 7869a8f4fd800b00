/** Calls on memory and on the parts of it that are shared, as far as they point to something beside the memory itself. */
import * as abi from '../abi-sizes';
import { call, orNull, reads, SOMETHING, text, times, upTo, writes } from '../notation';
import type { Rows } from './rows';

const semops = reads('sops', times('nsops', abi.SEMBUF));

export const memory = {
  mincore: call('addr', 'length', writes('vec', SOMETHING)),
  memfd_create: call(text('name', 250), 'flags'),
  msgsnd: call('msqid', reads('msgp', upTo('msgsz')), 'msgsz', 'msgflg'),
  msgrcv: call('msqid', writes('msgp', upTo('msgsz')), 'msgsz', 'msgtyp', 'msgflg'),
  semop: call('semid', semops, 'nsops'),
  semtimedop: call('semid', semops, 'nsops', orNull(reads('timeout', abi.TIMESPEC))).uses(
    ['timeout', 'sops'],
    'ipc/sem.c: semtimedop',
  ),
  semtimedop_time64: call('semid', semops, 'nsops', orNull(reads('timeout', abi.TIMESPEC64))).uses(
    ['timeout', 'sops'],
    'ipc/sem.c: semtimedop',
  ),
  mq_open: call(text('name', 4096), 'oflag', 'mode', orNull(reads('attr', abi.MQ_ATTR))).uses(
    ['attr', 'name'],
    'ipc/mqueue.c: mq_open',
  ),
  mq_unlink: call(text('name', 4096)),
  mq_getsetattr: call(
    'mqdes',
    orNull(reads('newattr', abi.MQ_ATTR)),
    orNull(writes('oldattr', abi.MQ_ATTR)),
  ).uses(['newattr', 'oldattr'], 'ipc/mqueue.c: mq_getsetattr'),
  mq_notify: call('mqdes', orNull(reads('sevp', abi.SIGEVENT))),
  mq_timedsend: call(
    'mqdes',
    reads('msg_ptr', upTo('msg_len')),
    'msg_len',
    'msg_prio',
    orNull(reads('abs_timeout', abi.TIMESPEC)),
  ).uses(['abs_timeout', 'msg_ptr'], 'ipc/mqueue.c: mq_timedsend'),
  mq_timedreceive: call(
    'mqdes',
    writes('msg_ptr', upTo('msg_len')),
    'msg_len',
    orNull(writes('msg_prio', abi.INT)),
    orNull(reads('abs_timeout', abi.TIMESPEC)),
  ).uses(['abs_timeout', 'msg_prio', 'msg_ptr'], 'ipc/mqueue.c: mq_timedreceive'),
  mq_timedsend_time64: call(
    'mqdes',
    reads('msg_ptr', upTo('msg_len')),
    'msg_len',
    'msg_prio',
    orNull(reads('abs_timeout', abi.TIMESPEC64)),
  ).uses(['abs_timeout', 'msg_ptr'], 'ipc/mqueue.c: mq_timedsend'),
  mq_timedreceive_time64: call(
    'mqdes',
    writes('msg_ptr', upTo('msg_len')),
    'msg_len',
    orNull(writes('msg_prio', abi.INT)),
    orNull(reads('abs_timeout', abi.TIMESPEC64)),
  ).uses(['abs_timeout', 'msg_prio', 'msg_ptr'], 'ipc/mqueue.c: mq_timedreceive'),
} satisfies Rows;
