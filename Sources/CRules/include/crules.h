/* The rule files of Rules/, embedded at build time. Example submissions are not among them. */
#ifndef CRULES_H
#define CRULES_H

#include <stddef.h>

/* Number of files. Indexes run from 0; with any other the functions below give NULL or 0. */
int crules_count(void);

/* Path under Rules/, with "/": "vocabulary/people.rules", "personal-growth/unit.rules". NUL-terminated. */
const char *crules_name(int index);

/* The bytes of the file, for ever; a NUL that does not count follows them. */
const unsigned char *crules_bytes(int index);

/* Number of bytes. Linear in them. */
size_t crules_size(int index);

#endif
