#include "crules.h"

/* A rule file holds no NUL (the reader of rules would not take it), so that one can stand for its end: the length of
   an array without a name of its own cannot be asked for in the same table. */
struct file {
  const char *name;
  const unsigned char *bytes;
};

#define FILE(path) {path, (const unsigned char[]){
#define END , 0}},

static const struct file files[] = {
#include "files.h"
};

static int holds(int index) { return index >= 0 && index < crules_count(); }

int crules_count(void) { return (int)(sizeof files / sizeof files[0]); }

const char *crules_name(int index) { return holds(index) ? files[index].name : NULL; }

const unsigned char *crules_bytes(int index) { return holds(index) ? files[index].bytes : NULL; }

size_t crules_size(int index) {
  size_t size = 0;
  if (holds(index)) {
    while (files[index].bytes[size] != 0) size++;
  }
  return size;
}
