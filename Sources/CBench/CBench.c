// An allocator that counts: the program's own malloc, calloc and realloc stand before glibc's and hand on to them, so that
// Swift's run-time, zlib and the program itself are all counted. free stays glibc's.
#define _GNU_SOURCE
#include "CBench.h"

#include <stddef.h>

static _Thread_local bench_allocations_t made;

bench_allocations_t bench_allocations(void) { return made; }

// A sanitizer has an allocator of its own, which must not be stood before.
#if defined(__GLIBC__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size) {
  made.calls += 1;
  made.bytes += size;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  made.calls += 1;
  made.bytes += count * size;
  return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
  made.calls += 1;
  made.bytes += size;
  return __libc_realloc(old, size);
}
#endif

#if defined(__linux__)
#include <linux/perf_event.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int bench_instructions_begin(void) {
  struct perf_event_attr event;
  memset(&event, 0, sizeof event);
  event.type = PERF_TYPE_HARDWARE;
  event.size = sizeof event;
  event.config = PERF_COUNT_HW_INSTRUCTIONS;
  event.exclude_kernel = 1;
  event.exclude_hv = 1;
  return (int)syscall(SYS_perf_event_open, &event, 0, -1, -1, 0);
}

uint64_t bench_instructions(int counter) {
  uint64_t count = 0;
  return read(counter, &count, sizeof count) == sizeof count ? count : 0;
}
#else
int bench_instructions_begin(void) { return -1; }
uint64_t bench_instructions(int counter) { return 0; }
#endif
