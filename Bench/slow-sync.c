// Makes every sync take BENCH_SYNC_US microseconds longer, as on a rented server's disk: LD_PRELOAD it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_longer(void) {
    const char *text = getenv("BENCH_SYNC_US");
    long microseconds = text ? atol(text) : 0;
    struct timespec time = { microseconds / 1000000, microseconds % 1000000 * 1000 };
    nanosleep(&time, NULL);
}

#define SLOW(call)                                                            \
    int call(int file) {                                                      \
        static int (*real)(int);                                              \
        if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, #call);              \
        wait_longer();                                                        \
        return real(file);                                                    \
    }

SLOW(fsync)
SLOW(fdatasync)
