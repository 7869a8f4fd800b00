/*
 * What differs between machines for call-list.c: the instruction that calls the kernel, the start of a program, a thread's
 * first steps, and the calls that the program makes for itself, which strace is told to leave out:
 *
 *   x86-64           open, dup2        (lists use openat, dup, dup3)
 *   i386             open, dup2
 *   arm64, riscv64   openat2, dup3     (there is no open and no dup2: lists use dup only)
 */
/* A register; 32 bits on i386. */
typedef unsigned long word;

/*
 * Not a function of its own: the child of a vfork would leave it, and take its place on the stack, before the parent does.
 */
#define IN_PLACE static inline __attribute__((always_inline))

#if defined(__x86_64__)

IN_PLACE long call6(long nr, word a, word b, word c, word d, word e, word f) {
  register word r10 __asm__("r10") = d;
  register word r8 __asm__("r8") = e;
  register word r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

/* The new thread finds the address of its first function on top of its stack. */
static long clone_thread(word flags, word top) {
  long result;
  register word none4 __asm__("r10") = 0;
  register word none5 __asm__("r8") = 0;
  __asm__ volatile("syscall\n\ttest %%rax, %%rax\n\tjnz 1f\n\txor %%ebp, %%ebp\n\tpop %%rax\n\tcall *%%rax\n1:"
                   : "=a"(result)
                   : "a"(__NR_clone), "D"(flags), "S"(top), "d"(0), "r"(none4), "r"(none5)
                   : "rcx", "r11", "memory");
  return result;
}

#define START ".globl _start\n_start:\n\txor %ebp, %ebp\n\tmov %rsp, %rdi\n\tand $-16, %rsp\n\tcall start\n"
#define relax() __builtin_ia32_pause()
/* The call pushes the return address of `call *%rax`. */
#define ABOVE_ENTRY 8

#elif defined(__i386__)

/* All seven registers are in use, so nothing can be left to the compiler. */
long call6(long nr, word a, word b, word c, word d, word e, word f);
long clone_thread(word flags, word top);
__asm__(
    ".globl call6\ncall6:\n\tpush %ebp\n\tpush %edi\n\tpush %esi\n\tpush %ebx\n"
    "\tmov 20(%esp), %eax\n\tmov 24(%esp), %ebx\n\tmov 28(%esp), %ecx\n\tmov 32(%esp), %edx\n"
    "\tmov 36(%esp), %esi\n\tmov 40(%esp), %edi\n\tmov 44(%esp), %ebp\n\tint $0x80\n"
    "\tpop %ebx\n\tpop %esi\n\tpop %edi\n\tpop %ebp\n\tret\n"
    ".globl clone_thread\nclone_thread:\n\tpush %edi\n\tpush %esi\n\tpush %ebx\n"
    "\tmov 16(%esp), %ebx\n\tmov 20(%esp), %ecx\n\txor %edx, %edx\n\txor %esi, %esi\n\txor %edi, %edi\n"
    "\tmov $120, %eax\n\tint $0x80\n\ttest %eax, %eax\n\tjnz 1f\n\txor %ebp, %ebp\n\tpop %eax\n\tcall *%eax\n"
    "1:\tpop %ebx\n\tpop %esi\n\tpop %edi\n\tret\n");

#define START ".globl _start\n_start:\n\txor %ebp, %ebp\n\tmov %esp, %eax\n\tand $-16, %esp\n\tsub $12, %esp\n\tpush %eax\n\tcall start\n"
#define relax() __builtin_ia32_pause()
#define ABOVE_ENTRY 12

#elif defined(__aarch64__)

IN_PLACE long call6(long nr, word a, word b, word c, word d, word e, word f) {
  register word x0 __asm__("x0") = a;
  register word x1 __asm__("x1") = b;
  register word x2 __asm__("x2") = c;
  register word x3 __asm__("x3") = d;
  register word x4 __asm__("x4") = e;
  register word x5 __asm__("x5") = f;
  register long x8 __asm__("x8") = nr;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5), "r"(x8) : "memory");
  return x0;
}

static long clone_thread(word flags, word top) {
  register word x0 __asm__("x0") = flags;
  register word x1 __asm__("x1") = top;
  register word x2 __asm__("x2") = 0;
  register word x3 __asm__("x3") = 0;
  register word x4 __asm__("x4") = 0;
  register long x8 __asm__("x8") = __NR_clone;
  __asm__ volatile("svc 0\n\tcbnz x0, 1f\n\tmov x29, 0\n\tldr x9, [sp]\n\tblr x9\n1:"
                   : "+r"(x0)
                   : "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x8)
                   : "x9", "x30", "memory");
  return x0;
}

#define START ".globl _start\n_start:\n\tmov x29, 0\n\tmov x0, sp\n\tbl start\n"
#define relax() __asm__ volatile("yield")
#define ABOVE_ENTRY 0

#elif defined(__riscv)

IN_PLACE long call6(long nr, word a, word b, word c, word d, word e, word f) {
  register word a0 __asm__("a0") = a;
  register word a1 __asm__("a1") = b;
  register word a2 __asm__("a2") = c;
  register word a3 __asm__("a3") = d;
  register word a4 __asm__("a4") = e;
  register word a5 __asm__("a5") = f;
  register long a7 __asm__("a7") = nr;
  __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5), "r"(a7) : "memory");
  return a0;
}

static long clone_thread(word flags, word top) {
  register word a0 __asm__("a0") = flags;
  register word a1 __asm__("a1") = top;
  register word a2 __asm__("a2") = 0;
  register word a3 __asm__("a3") = 0;
  register word a4 __asm__("a4") = 0;
  register long a7 __asm__("a7") = __NR_clone;
  __asm__ volatile("ecall\n\tbnez a0, 1f\n\tli s0, 0\n\tld t0, 0(sp)\n\tjalr t0\n1:"
                   : "+r"(a0)
                   : "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a7)
                   : "t0", "ra", "memory");
  return a0;
}

#define START ".globl _start\n_start:\n\tli s0, 0\n\tmv a0, sp\n\tcall start\n"
#define relax() __asm__ volatile("nop")
#define ABOVE_ENTRY 0

#else
#error "call-list has no port to this machine"
#endif

/* In a part of the address space that is free when the program starts. */
#define WINDOW (sizeof(word) == 4 ? (word)0x20000000 : (word)0x200000000000)

#define call(nr, a, b, c, d) call6(nr, (word)(a), (word)(b), (word)(c), (word)(d), 0, 0)

/* Lists give offsets in bytes. */
static void given_as(long nr, word *arguments) {
#if defined(__NR_mmap2)
  if (nr == __NR_mmap2) arguments[5] >>= 12;
#else
  (void)nr, (void)arguments;
#endif
}

#if defined(__NR_open)

static long own_open(const char *path, word flags) { return call(__NR_open, path, flags, 0600, 0); }
static long own_dup(long fd, long as) { return call(__NR_dup2, fd, as, 0, 0); }
static long own_fork(void) { return call(__NR_fork, 0, 0, 0, 0); }

#else

/* struct open_how */
static long own_open(const char *path, word flags) {
  word how[3] = {flags, flags & 0100 ? 0600 : 0, 0};
  return call(__NR_openat2, -100, path, how, sizeof how);
}
static long own_dup(long fd, long as) { return call(__NR_dup3, fd, as, 0, 0); }
static long own_fork(void) { return call(__NR_clone, 17, 0, 0, 0); }

#endif

/* CLONE_VM | CLONE_VFORK | SIGCHLD */
#define VFORK 0x4111
#if defined(__i386__)
IN_PLACE long own_vfork(void) {
  long result;
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(__NR_clone), "b"(VFORK), "c"(0), "d"(0), "S"(0), "D"(0) : "memory");
  return result;
}
#else
IN_PLACE long own_vfork(void) { return call(__NR_clone, VFORK, 0, 0, 0); }
#endif
