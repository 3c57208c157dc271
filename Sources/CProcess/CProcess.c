#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

pid_t cprocess_fork(void) { return fork(); }

static void close_others(int input, int output) {
  long limit = sysconf(_SC_OPEN_MAX);
  if (limit < 0 || limit > 4096) limit = 4096;
  for (int descriptor = 3; descriptor < limit; descriptor++) {
    if (descriptor != input && descriptor != output) close(descriptor);
  }
}

void cprocess_become_worker(int input, int output, pid_t parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have ended before that was said.
  if (getppid() != parent) _exit(1);
#endif
  close_others(input, output);
  // Nothing of the parent's input may be taken, nothing be held open of its output.
  int nothing = open("/dev/null", O_RDWR);
  if (nothing >= 0) {
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    if (nothing > STDERR_FILENO) close(nothing);
  }
  const int defaults[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT, SIGTERM};
  for (size_t index = 0; index < sizeof defaults / sizeof *defaults; index++) {
    signal(defaults[index], SIG_DFL);
  }
  signal(SIGINT, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
}

int cprocess_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#ifdef F_SETPIPE_SZ
  // A worker goes on while the other side is busy. It works without, too.
  fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
#endif
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

void *cprocess_shared_memory(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

void cprocess_release(void *memory, size_t size) { munmap(memory, size); }

void cprocess_store(int64_t *place, int64_t value) {
  __atomic_store_n(place, value, __ATOMIC_RELEASE);
}

int64_t cprocess_load(const int64_t *place) { return __atomic_load_n(place, __ATOMIC_ACQUIRE); }

int cprocess_prepare(void) {
  // Who starts the program may have it ignored, and then no end of a child is kept.
  signal(SIGCHLD, SIG_DFL);
  struct sigaction pipe;
  if (sigaction(SIGPIPE, NULL, &pipe) != 0 || pipe.sa_handler != SIG_DFL) return 0;
  signal(SIGPIPE, SIG_IGN);
  return 1;
}

void cprocess_leave_pipe_signal(void) { signal(SIGPIPE, SIG_DFL); }

int cprocess_wait(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status) == 0 ? 0 : -1;
}

void cprocess_exit(void) { _exit(0); }
