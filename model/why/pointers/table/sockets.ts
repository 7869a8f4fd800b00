/** Sockets: addresses with their lengths, messages, options. */
import * as abi from '../abi-sizes';
import {
  undecoded,
  bytes,
  call,
  changes,
  lengthAt,
  message,
  messages,
  orNull,
  reads,
  upTo,
  writes,
} from '../notation';
import type { Rows } from './rows';

/** The length is read before the address is written, and written back behind it. */
const TO_USER = 'net/socket.c: move_addr_to_user';
const namesAddress = call(
  'sockfd',
  writes('addr', lengthAt('addrlen', abi.SOCKADDR_STORAGE)),
  changes('addrlen', abi.INT),
).uses(['addrlen', 'addr', 'addrlen'], TO_USER);
const accepts = call(
  'sockfd',
  orNull(writes('addr', lengthAt('addrlen', abi.SOCKADDR_STORAGE))),
  orNull(changes('addrlen', abi.INT)),
  'flags',
).uses(['addrlen', 'addr', 'addrlen'], TO_USER);
const takesAddress = call('sockfd', reads('addr', bytes('addrlen')), 'addrlen');

export const sockets = {
  bind: takesAddress,
  connect: takesAddress,
  accept: accepts,
  accept4: accepts,
  getsockname: namesAddress,
  getpeername: namesAddress,
  send: call('sockfd', reads('buf', upTo('len')), 'len', 'flags'),
  sendto: call(
    'sockfd',
    reads('buf', upTo('len')),
    'len',
    'flags',
    orNull(reads('dest_addr', bytes('addrlen'))),
    'addrlen',
  ).uses(['dest_addr', 'buf'], 'net/socket.c: __sys_sendto'),
  recv: call('sockfd', writes('buf', upTo('len')), 'len', 'flags'),
  recvfrom: call(
    'sockfd',
    writes('buf', upTo('len')),
    'len',
    'flags',
    orNull(writes('src_addr', lengthAt('addrlen', abi.SOCKADDR_STORAGE))),
    orNull(changes('addrlen', abi.INT)),
  ).uses(['buf', 'addrlen', 'src_addr', 'addrlen'], 'net/socket.c: __sys_recvfrom'),
  sendmsg: call('sockfd', reads('msg', message('in')), 'flags'),
  recvmsg: call('sockfd', changes('msg', message('out')), 'flags'),
  sendmmsg: call('sockfd', changes('msgvec', messages('vlen', 'in')), 'vlen', 'flags'),
  recvmmsg: call(
    'sockfd',
    changes('msgvec', messages('vlen', 'out')),
    'vlen',
    'flags',
    orNull(changes('timeout', abi.TIMESPEC)),
  ).uses(['timeout', 'msgvec', 'timeout'], 'net/socket.c: __sys_recvmmsg'),
  recvmmsg_time64: call(
    'sockfd',
    changes('msgvec', messages('vlen', 'out')),
    'vlen',
    'flags',
    orNull(changes('timeout', abi.TIMESPEC64)),
  ).uses(['timeout', 'msgvec', 'timeout'], 'net/socket.c: __sys_recvmmsg'),
  getsockopt: call(
    'sockfd',
    'level',
    'optname',
    writes('optval', lengthAt('optlen', 4096)),
    changes('optlen', abi.INT),
  ).uses(['optlen', 'optval', 'optlen'], 'net/core/sock.c: sk_getsockopt'),
  setsockopt: call('sockfd', 'level', 'optname', reads('optval', bytes('optlen')), 'optlen'),
  socketpair: call('domain', 'type', 'protocol', writes('sv', abi.TWO_INTS)),
  pipe: call(writes('pipefd', abi.TWO_INTS)),
  pipe2: call(writes('pipefd', abi.TWO_INTS), 'flags'),
  /** All arguments of the call in one block. */
  socketcall: call('call', undecoded(reads('args', { lp64: 8, ilp32: 4 }))),
} satisfies Rows;
