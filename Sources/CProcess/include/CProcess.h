// What a pool of worker processes needs of POSIX and Swift does not offer.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

// Forks; 0 in the child, -1 if there is no room for another process.
pid_t cprocess_fork(void);

// Makes the process that was just forked a worker: it keeps the two descriptors and standard error,
// ends with its parent, leaves Ctrl-C to it, and dies of a trap without a word.
void cprocess_become_worker(int input, int output, pid_t parent);

// A pipe that others do not inherit and that holds much where the system allows it.
int cprocess_pipe(int *reading, int *writing);

// Memory that a process and its children share; NULL if there is none.
void *cprocess_shared_memory(size_t size);
void cprocess_release(void *memory, size_t size);

// The end of a process: its signal, or 0 if it exited by itself.
int cprocess_wait(pid_t process);

// Ends the process without what Swift and C do at exit.
_Noreturn void cprocess_exit(void);

#endif
