#ifndef CBENCH_H
#define CBENCH_H

#include <stdint.h>

/// What the calling thread has asked of the allocator since it began.
typedef struct {
  uint64_t calls;
  uint64_t bytes;
} bench_allocations_t;

/// How often malloc, calloc and realloc were called, and for how many bytes in all. Nothing is subtracted for what was
/// given back. Zero on systems without glibc.
bench_allocations_t bench_allocations(void);

/// Begins to count the instructions this thread retires in user mode (perf_event_open).
///
/// Returns a counter for bench_instructions, or -1 where the machine or the system counts none.
int bench_instructions_begin(void);

/// The instructions counted so far.
uint64_t bench_instructions(int counter);

#endif
