#include "CSQLite.h"

#include <stddef.h>

#if defined(__wasm__)

const premark_sqlite *premark_sqlite_library(void) { return NULL; }

#else

#include <dlfcn.h>

static premark_sqlite library;

static const premark_sqlite *load(void) {
  void *handle = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libsqlite3.so", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libsqlite3.dylib", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return NULL;
#define FIND(name) if (!(*(void **)&library.name = dlsym(handle, "sqlite3_" #name))) return NULL
  FIND(open_v2);
  FIND(close_v2);
  FIND(busy_timeout);
  FIND(extended_errcode);
  FIND(errmsg);
  FIND(prepare_v2);
  FIND(finalize);
  FIND(reset);
  FIND(step);
  FIND(bind_null);
  FIND(bind_int64);
  FIND(bind_text);
  FIND(bind_blob);
  FIND(column_count);
  FIND(column_type);
  FIND(column_int64);
  FIND(column_blob);
  FIND(column_bytes);
#undef FIND
  return &library;
}

const premark_sqlite *premark_sqlite_library(void) {
  static const premark_sqlite *loaded;
  if (!loaded) loaded = load();
  return loaded;
}

#endif
