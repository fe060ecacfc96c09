#ifndef PASSERELLE_CSQLITE_SHIM_H
#define PASSERELLE_CSQLITE_SHIM_H

// sqlite3_config is variadic, and Swift calls no variadic C function. sqlite3.h is not included: its types would be this module's then, and
// no longer the one's that has the rest of SQLite.
int sqlite3_config(int option, ...);

// Nobody asks SQLite how much memory it has taken (SQLITE_CONFIG_MEMSTATUS, 9), and to know it costs a lock at every piece that it takes
// and gives back. 0 where that is done, which is only before SQLite's first use.
static inline int passerelle_sqlite_count_no_memory(void) { return sqlite3_config(9, 0); }

#endif
