#include "cli/system_io.hpp"

#include "base/text/text.hpp"
#include "base/version.hpp"
#include "cli/editor.hpp"
#include "format/diagnostics.hpp"
#include "store/directory.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace perfplan::cli {

namespace {

constexpr std::size_t default_width = 80;
constexpr std::size_t narrowest = 40;
constexpr std::size_t largest_input = std::size_t{16} << 20U;

int descriptor_of(Stream stream) {
    switch (stream) {
        case Stream::input: return STDIN_FILENO;
        case Stream::output: return STDOUT_FILENO;
        case Stream::error: return STDERR_FILENO;
    }
    return STDERR_FILENO;
}

/// Writes all of it; the error number of a failure, else 0.
int write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return errno;
        }
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

/// For a person who ends a work while its progress is shown.
void leave_a_clean_line(int signal) {
    [[maybe_unused]] const ssize_t n = ::write(STDERR_FILENO, erase_line.data(), erase_line.size());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::string name_of_user() {
    const passwd* user = ::getpwuid(::getuid());
    return user != nullptr && user->pw_name != nullptr ? user->pw_name : "";
}

}  // namespace

void open_standard_streams() {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
            // the lowest free descriptor is this one. What was closed stays unwritable, so that
            // nobody takes silence for success.
            static_cast<void>(::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
        }
    }
}

std::optional<std::string> SystemIo::variable(std::string_view name) const {
    const char* value = std::getenv(std::string(name).c_str());
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

Date SystemIo::clock_date() const {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    ::localtime_r(&now, &local);
    return {local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1,
            static_cast<unsigned>(local.tm_mday)};
}

std::string SystemIo::timestamp() const {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    const auto midnight = floor<days>(now);
    const hh_mm_ss time(now - midnight);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(Date{midnight}),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

std::string SystemIo::login_name() const {
    return name_of_user();
}

std::string SystemIo::git_config(const std::string& directory, const std::string& key) const {
    return output_of_git_config(directory, key);
}

bool SystemIo::is_terminal(Stream stream) const {
    return ::isatty(descriptor_of(stream)) == 1;
}

Color SystemIo::color(Stream stream) const {
    if (color_when_ != ColorWhen::automatic) {
        return color_when_ == ColorWhen::always ? Color::yes : Color::no;
    }
    const bool may =
        is_terminal(stream) && !variable("NO_COLOR") && variable("TERM").value_or("dumb") != "dumb";
    return may ? Color::yes : Color::no;
}

std::size_t SystemIo::width() const {
    if (const auto columns = variable("COLUMNS")) {
        const unsigned long n = std::strtoul(columns->c_str(), nullptr, 10);
        if (n > 0 && n < 10000) {
            return std::max<std::size_t>(n, narrowest);
        }
    }
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::max<std::size_t>(size.ws_col, narrowest);
    }
    return default_width;
}

void SystemIo::print_error(std::string_view text) {
    if (!is_hushed_) {
        erase_progress();
        write_all(STDERR_FILENO, text);
    }
}

namespace {

/// People are shown the names of rules by `check` only.
Diagnostic without_rule(Diagnostic diagnostic) {
    diagnostic.rule.clear();
    return diagnostic;
}

}  // namespace

void SystemIo::report(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        switch (diagnostics_form_) {
            case DiagnosticsForm::text:
                print_error(render(without_rule(diagnostic), color(Stream::error), width()));
                break;
            case DiagnosticsForm::json: print_error(diagnostic_json(diagnostic)); break;
            case DiagnosticsForm::github: print_error(github_annotation(diagnostic)); break;
            case DiagnosticsForm::sarif: reported_.push_back(diagnostic); break;
        }
    }
}

void SystemIo::progress(std::string_view what, std::size_t done, std::size_t total) {
    using namespace std::chrono;
    if (!is_watched_) {  // asked once: this is called for every part of a work
        is_watched_ = is_terminal(Stream::error) && variable("TERM").value_or("dumb") != "dumb";
    }
    if (!*is_watched_ || is_hushed_ || diagnostics_form_ != DiagnosticsForm::text) {
        return;
    }
    const auto now = steady_clock::now();
    if (work_began_ == steady_clock::time_point()) {
        work_began_ = now;
    }
    const std::string drawn = progress_line_.update(
        what, done, total, duration_cast<milliseconds>(now - work_began_), width());
    if (progress_line_.is_shown()) {
        std::signal(SIGINT, leave_a_clean_line);
    }
    write_all(STDERR_FILENO, drawn);
    if (done >= total) {
        std::signal(SIGINT, SIG_DFL);
        work_began_ = {};
    }
}

void SystemIo::erase_progress() {
    write_all(STDERR_FILENO, progress_line_.erase());
}

Result<std::string> SystemIo::read_input() {
    std::string text;
    std::array<char, 65536> buffer{};
    while (text.size() <= largest_input) {
        const ssize_t n = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return fail(
                io_error("standard input", fmt::format("can't be read: {}", system_error(errno))));
        }
        if (n == 0) {
            return text;
        }
        text.append(buffer.data(), static_cast<std::size_t>(n));
    }
    return fail(usage_error("standard input is too long", "at most 16 MiB are read"));
}

Result<Io::Draft> SystemIo::edit(std::string_view initial, std::string_view file_name) {
    const std::string editor = variable("VISUAL").value_or(variable("EDITOR").value_or("vi"));
    return edit_draft(editor, variable("TMPDIR").value_or("/tmp"), initial, file_name);
}

void SystemIo::drop(const Draft& draft) {
    drop_draft(draft.path);
}

void SystemIo::report_unprinted(ExitCode code, int error) {
    Diagnostic unprinted;
    unprinted.code = code;
    unprinted.message = fmt::format("the answer can't be printed: {}", system_error(error));
    if (diagnostics_form_ != DiagnosticsForm::text && !saved_.empty()) {
        unprinted.hint = "saved " + listing(saved_);
    }
    report({unprinted});
    for (const std::string& path : saved_) {
        if (diagnostics_form_ == DiagnosticsForm::text) {
            print_error(fmt::format("saved {}\n", visible(path)));
        }
    }
}

ExitCode SystemIo::flush(ExitCode code) {
    erase_progress();
    const int error = output_.empty() ? 0 : write_all(STDOUT_FILENO, output_);
    if (error == EPIPE && saved_.empty()) {
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
    }
    if (error != 0) {
        const ExitCode unprinted = saved_.empty() ? ExitCode::io : ExitCode::unprinted;
        report_unprinted(unprinted, error);
        code = std::max(code, unprinted);
    }
    if (diagnostics_form_ == DiagnosticsForm::sarif) {
        print_error(sarif(reported_, version, code));
    }
    return code;
}

}  // namespace perfplan::cli
