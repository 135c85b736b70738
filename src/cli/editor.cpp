#include "cli/editor.hpp"

#include "store/commit.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace perfplan::cli {

namespace {

/// Programs that we run find signals as a shell would leave them: what we ignore, they must not.
class SpawnAttributes {
public:
    SpawnAttributes() {
        sigset_t defaults;
        ::sigemptyset(&defaults);
        for (const int signal : {SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT}) {
            ::sigaddset(&defaults, signal);
        }
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

/// Control-C typed in an editor is meant for the editor: as long as one runs, it doesn't end us.
class IgnoredSignals {
public:
    IgnoredSignals()
        : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
    ~IgnoredSignals() {
        std::signal(SIGINT, interrupt_);
        std::signal(SIGQUIT, quit_);
    }
    IgnoredSignals(const IgnoredSignals&) = delete;
    IgnoredSignals& operator=(const IgnoredSignals&) = delete;

private:
    void (*interrupt_)(int);
    void (*quit_)(int);
};

/// Runs a program and waits; its exit status, or -1 if it could not be run or was killed.
int run_and_wait(const std::array<const char*, 6>& argv,
                 const posix_spawn_file_actions_t* actions) {
    const SpawnAttributes attributes;
    const IgnoredSignals patience;  // before the program starts: it may be interrupted at once
    pid_t child = 0;
    // posix_spawn takes its arguments as mutable for historical reasons and does not change them
    if (::posix_spawnp(&child, argv[0], actions, attributes.get(),
                       const_cast<char* const*>(argv.data()), environ) != 0) {
        return -1;
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Result<Io::Draft> edit_draft(const std::string& editor, const std::string& temporary_directory,
                             std::string_view initial, std::string_view file_name) {
    std::string directory = temporary_directory + "/perfplan-XXXXXX";
    if (::mkdtemp(directory.data()) == nullptr) {
        return fail(io_error(temporary_directory,
                             fmt::format("can't hold a draft: {}", system_error(errno))));
    }
    const std::string path = fmt::format("{}/{}", directory, file_name);
    PERFPLAN_TRY_DO(replace_output(path, initial));
    // as git does: the editor's words may have arguments, the path is one word whatever is in it
    const std::string script = editor + " \"$1\"";
    const int status =
        run_and_wait({"sh", "-c", script.c_str(), "sh", path.c_str(), nullptr}, nullptr);
    auto text = read_input(path);
    if (!text) {
        return fail(refusal("the draft is gone", "nothing was recorded"));
    }
    if (status != 0) {
        return fail(refusal(fmt::format("the editor '{}' ended without success", editor),
                            fmt::format("nothing was recorded; what you typed is in {}", path)));
    }
    return Io::Draft{*std::move(text), path};
}

void drop_draft(const std::string& path) {
    ::unlink(path.c_str());
    const std::string directory = path.substr(0, path.rfind('/'));
    ::rmdir(directory.c_str());
}

std::string output_of_git_config(const std::string& directory, const std::string& key) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return {};
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // a value fits into the pipe's buffer, so that it can be read when git is done
    const int status =
        run_and_wait({"git", "-C", directory.c_str(), "config", key.c_str(), nullptr}, &actions);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    std::array<char, 4096> buffer{};
    const ssize_t n = status == 0 ? ::read(pipe[0], buffer.data(), buffer.size()) : 0;
    ::close(pipe[0]);
    std::string value(buffer.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
    value.erase(value.find_last_not_of(" \n\r\t") + 1);
    return value;
}

}  // namespace perfplan::cli
