// The one seam between commands and the world: streams, clock, environment, editor. Tests put a
// fake in its place.
#pragma once

#include "base/dates/date.hpp"
#include "base/diagnostics/diagnostic.hpp"
#include "base/diagnostics/result.hpp"
#include "store/user_files.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::commands {

enum class Stream { input, output, error };

class Io {
public:
    Io() = default;
    Io(const Io&) = delete;
    Io& operator=(const Io&) = delete;
    virtual ~Io() = default;

    /// A variable of the environment; nothing if it is unset or empty.
    [[nodiscard]] virtual std::optional<std::string> variable(std::string_view name) const = 0;
    /// The civil date here, from the clock.
    [[nodiscard]] virtual Date clock_date() const = 0;
    /// The moment, in UTC, as records hold it: 2026-10-14T09:30:00.000Z
    [[nodiscard]] virtual std::string timestamp() const = 0;
    /// What the system calls the person at the keyboard; empty if it does not say.
    [[nodiscard]] virtual std::string login_name() const = 0;
    /// A value of git's configuration as it holds in a directory; empty where there is none.
    [[nodiscard]] virtual std::string git_config(const std::string& directory,
                                                 const std::string& key) const = 0;

    [[nodiscard]] virtual bool is_terminal(Stream stream) const = 0;
    [[nodiscard]] virtual Color color(Stream stream) const = 0;
    /// Columns of the terminal, or of COLUMNS; 80 where there is neither.
    [[nodiscard]] virtual std::size_t width() const = 0;

    /// To standard output; errors show when it is flushed, at the end of the program.
    virtual void print(std::string_view text) = 0;
    /// To standard error, at once.
    virtual void print_error(std::string_view text) = 0;
    [[nodiscard]] virtual Result<std::string> read_input() = 0;

    /// Opens the person's editor on a draft. Gives the text that was saved, and keeps the draft
    /// until `drop` is called: whatever goes wrong later, what was typed is still there.
    struct Draft {
        std::string text;
        std::string path;
    };
    [[nodiscard]] virtual Result<Draft> edit(std::string_view initial,
                                             std::string_view file_name) = 0;
    virtual void drop(const Draft& draft) = 0;

    /// Says that a file is saved for good; should the answer then not be printable, the person is
    /// told so.
    virtual void note_saved(std::string path) = 0;

    /// Reports diagnostics on standard error, in the form that --diagnostics asks for.
    virtual void report(const Diagnostics& diagnostics) = 0;

    /// How far a work of many parts is; a person who waits is shown it, nobody else. `what`:
    /// "reading plans". Done when `done` is `total`.
    virtual void progress(std::string_view what, std::size_t done, std::size_t total) = 0;
};

}  // namespace perfplan::commands
