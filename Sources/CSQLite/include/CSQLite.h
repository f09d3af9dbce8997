#ifndef PREMARK_CSQLITE_H
#define PREMARK_CSQLITE_H

#include <stdint.h>

// The few functions of SQLite that the store needs, looked up in the run-time library when they are first asked for:
// machines that run Premark have the library, seldom its header (https://www.sqlite.org/c3ref/funclist.html).

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

typedef struct {
  int (*open_v2)(const char *path, sqlite3 **database, int flags, const char *system);
  int (*close_v2)(sqlite3 *database);
  int (*busy_timeout)(sqlite3 *database, int milliseconds);
  int (*extended_errcode)(sqlite3 *database);
  const char *(*errmsg)(sqlite3 *database);
  int (*prepare_v2)(sqlite3 *database, const char *sql, int bytes, sqlite3_stmt **statement, const char **rest);
  int (*finalize)(sqlite3_stmt *statement);
  int (*reset)(sqlite3_stmt *statement);
  int (*step)(sqlite3_stmt *statement);
  int (*bind_null)(sqlite3_stmt *statement, int place);
  int (*bind_int64)(sqlite3_stmt *statement, int place, int64_t value);
  int (*bind_text)(sqlite3_stmt *statement, int place, const char *text, int bytes, void (*destroy)(void *));
  int (*bind_blob)(sqlite3_stmt *statement, int place, const void *data, int bytes, void (*destroy)(void *));
  int (*column_count)(sqlite3_stmt *statement);
  int (*column_type)(sqlite3_stmt *statement, int column);
  int64_t (*column_int64)(sqlite3_stmt *statement, int column);
  const void *(*column_blob)(sqlite3_stmt *statement, int column);
  int (*column_bytes)(sqlite3_stmt *statement, int column);
} premark_sqlite;

// NULL where the library is not on this machine, or lacks a function.
const premark_sqlite *premark_sqlite_library(void);

#endif
