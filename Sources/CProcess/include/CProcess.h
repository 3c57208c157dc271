// What a pool of worker processes needs of POSIX and Swift does not offer.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

// Forks; 0 in the child, -1 if there is no room for another process.
pid_t cprocess_fork(void);

// Makes the process that was just forked a worker: it keeps the two descriptors and standard error,
// ends with its parent, leaves Ctrl-C to it, and takes the default action on a
// signal of a crash.
void cprocess_become_worker(int input, int output, pid_t parent);

// A pipe that others do not inherit and that holds much where the system allows it.
int cprocess_pipe(int *reading, int *writing);

// Memory that a process and its children share; NULL if there is none.
void *cprocess_shared_memory(size_t size);
void cprocess_release(void *memory, size_t size);

// Numbers in such memory: who loads one sees what was stored before it.
void cprocess_store(int64_t *place, int64_t value);
int64_t cprocess_load(const int64_t *place);

// Makes a process fit to have workers: writing to one that has ended is an error and no signal, and
// their ends are told. Gives 1 if `cprocess_leave_pipe_signal` must undo it.
int cprocess_prepare(void);
void cprocess_leave_pipe_signal(void);

// The end of a process: its signal, 0 if it exited by itself, -1 if it failed or nothing is known.
int cprocess_wait(pid_t process);

// Ends the process without what Swift and C do at exit.
_Noreturn void cprocess_exit(void);

#endif
