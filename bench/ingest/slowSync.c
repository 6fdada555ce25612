/* Preloaded, it makes every sync of a file take a millisecond longer, as it does on common disks. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static int slow(const char *name, int file) {
  const struct timespec millisecond = {0, 1000000};
  nanosleep(&millisecond, 0);
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  return sync(file);
}

int fsync(int file) { return slow("fsync", file); }
int fdatasync(int file) { return slow("fdatasync", file); }
