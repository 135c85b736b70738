// What a careless writer would do, in the place of the system calls that the program makes:
//   PERFPLAN_FAULT=NAME     one of the faults below
//   PERFPLAN_FAIL_NEW=N     the N-th allocation fails; N+: and all after it
//   PERFPLAN_COUNT_NEW=1    how many there were is told at the end
// Linked into a program of the tests only.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

bool has_fault(const char* name) {
    const char* chosen = std::getenv("PERFPLAN_FAULT");
    return chosen != nullptr && std::strcmp(chosen, name) == 0;
}

/// Truncates the target and writes the source's bytes into it.
int copy_over(int from_at, const char* from, int to_at, const char* to) {
    const int in = ::openat(from_at, from, O_RDONLY | O_CLOEXEC);
    const int out = ::openat(to_at, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    char buffer[4096];
    for (ssize_t n = 0; (n = ::read(in, buffer, sizeof buffer)) > 0;) {
        static_cast<void>(::write(out, buffer, static_cast<std::size_t>(n) / 2));
        static_cast<void>(::write(out, buffer + n / 2, static_cast<std::size_t>(n - n / 2)));
    }
    ::close(in);
    return ::close(out);
}

}  // namespace

extern "C" {

int __real_fsync(int fd);
int __real_flock(int fd, int operation);
int __real_linkat(int from_at, const char* from, int to_at, const char* to, int flags);
int __real_openat(int at, const char* path, int flags, ...);
int __real_mkdirat(int at, const char* path, mode_t mode);
long __real_syscall(long number, ...);

int __wrap_fsync(int fd) {
    return has_fault("no-fsync") ? 0 : __real_fsync(fd);
}

int __wrap_flock(int fd, int operation) {
    return has_fault("no-lock") ? 0 : __real_flock(fd, operation);
}

int __wrap_linkat(int from_at, const char* from, int to_at, const char* to, int flags) {
    if (has_fault("replace-what-exists")) {
        ::unlinkat(to_at, to, 0);
    }
    return has_fault("copy-in-place") ? copy_over(from_at, from, to_at, to)
                                      : __real_linkat(from_at, from, to_at, to, flags);
}

int __wrap_openat(int at, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    mode |= has_fault("readable-by-all") ? 0044U : 0U;
    return __real_openat(at, path, flags, mode);
}

int __wrap_mkdirat(int at, const char* path, mode_t mode) {
    return __real_mkdirat(at, path, mode | (has_fault("readable-by-all") ? 0055U : 0U));
}

long __wrap_syscall(long number, ...) {
    va_list rest;
    va_start(rest, number);
    const long a = va_arg(rest, long);
    const long b = va_arg(rest, long);
    const long c = va_arg(rest, long);
    const long d = va_arg(rest, long);
    long e = va_arg(rest, long);
    va_end(rest);
    if (number == SYS_renameat2) {
        const char* from = reinterpret_cast<const char*>(b);
        const char* to = reinterpret_cast<const char*>(d);
        if (has_fault("copy-in-place") && e == RENAME_EXCHANGE) {
            return copy_over(static_cast<int>(a), from, static_cast<int>(c), to);
        }
        if (has_fault("replace-what-exists") || has_fault("rename-unseen")) {
            e = 0;
        }
    }
    return __real_syscall(number, a, b, c, d, e);
}

}  // extern "C"

namespace {

long allocations = 0;

/// With PERFPLAN_COUNT_NEW the number of allocations is told at the end.
struct TellsAtExit {
    ~TellsAtExit() {
        if (std::getenv("PERFPLAN_COUNT_NEW") != nullptr) {
            static_cast<void>(std::fprintf(stderr, "%ld allocations\n", allocations));
        }
    }
} tells_at_exit;

/// True if the allocation that is asked for is one that fails.
bool fails_now() {
    static const char* const chosen = std::getenv("PERFPLAN_FAIL_NEW");
    static const long nth = chosen != nullptr ? std::atol(chosen) : 0;
    static const bool and_after = chosen != nullptr && std::strchr(chosen, '+') != nullptr;
    const long now = __atomic_add_fetch(&allocations, 1, __ATOMIC_RELAXED);
    if (nth == 0) {
        return false;
    }
    return now == nth || (and_after && now > nth);
}

}  // namespace

void* operator new(std::size_t size) {
    while (true) {
        void* memory = fails_now() ? nullptr : std::malloc(size == 0 ? 1 : size);
        if (memory != nullptr) {
            return memory;
        }
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) {
            throw std::bad_alloc();
        }
        handler();
    }
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
