#include "cwasmsupport.h"

#ifdef __wasm__
#include <stddef.h>
#include <stdint.h>

/* The stack protector's guard: no other module shares this memory, so that a constant will do. */
uintptr_t __stack_chk_guard = 0x7b1d2c94;

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }

/* Dictionaries seed their hashes with this. The same seed every time: no order of a dictionary reaches an output, and
   if it ever did, it would at least be the same everywhere. */
void arc4random_buf(void *buffer, size_t count) {
  for (size_t i = 0; i < count; i++) ((unsigned char *)buffer)[i] = 0;
}

/* Nothing is printed; a failed precondition traps. */
int putchar(int character) { return character; }
#else
/* A C target needs one symbol. */
int cwasmsupport_is_for_wasm32_only;
#endif
