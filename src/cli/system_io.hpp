// The real world behind the seam: descriptors, clock, environment, editor.
#pragma once

#include "commands/io.hpp"
#include "format/diagnostics.hpp"
#include "format/progress_line.hpp"
#include "store/user_files.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace perfplan::cli {

enum class ColorWhen { automatic, always, never };

class SystemIo final : public Io {
public:
    void set_color(ColorWhen when) { color_when_ = when; }
    void set_diagnostics(DiagnosticsForm form) { diagnostics_form_ = form; }
    [[nodiscard]] DiagnosticsForm diagnostics_form() const { return diagnostics_form_; }
    /// Nothing more on standard error.
    void silence() { is_hushed_ = true; }

    [[nodiscard]] std::optional<std::string> variable(std::string_view name) const override;
    [[nodiscard]] Date clock_date() const override;
    [[nodiscard]] std::string timestamp() const override;
    [[nodiscard]] std::string login_name() const override;
    [[nodiscard]] std::string git_config(const std::string& directory,
                                         const std::string& key) const override;
    [[nodiscard]] bool is_terminal(Stream stream) const override;
    [[nodiscard]] Color color(Stream stream) const override;
    [[nodiscard]] std::size_t width() const override;
    void print(std::string_view text) override { output_ += text; }
    void print_error(std::string_view text) override;
    void report(const Diagnostics& diagnostics) override;
    void progress(std::string_view what, std::size_t done, std::size_t total) override;
    [[nodiscard]] Result<std::string> read_input() override;
    [[nodiscard]] Result<Draft> edit(std::string_view initial, std::string_view file_name) override;
    void drop(const Draft& draft) override;
    void note_saved(std::string path) override { saved_.push_back(std::move(path)); }

    /// Writes what was printed. A failure is told on standard error and decides the exit code:
    /// `unprinted` when something was saved, else `io`. A reader that went away ends the program as
    /// it does other tools (SIGPIPE).
    ExitCode flush(ExitCode code);

private:
    void report_unprinted(ExitCode code, int error);
    void erase_progress();

    std::string output_;
    std::vector<std::string> saved_;
    ColorWhen color_when_ = ColorWhen::automatic;
    DiagnosticsForm diagnostics_form_ = DiagnosticsForm::text;
    Diagnostics reported_;  ///< for SARIF, which is one document
    bool is_hushed_ = false;
    ProgressLine progress_line_;
    std::optional<bool> is_watched_;  ///< a person could see the progress of a work
    std::chrono::steady_clock::time_point work_began_;
};

/// Makes sure that descriptors 0 to 2 are open, so that no file of a tree can become standard
/// output.
void open_standard_streams();

}  // namespace perfplan::cli
