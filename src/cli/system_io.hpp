// The real world behind the seam: descriptors, clock, environment, editor.
#pragma once

#include "../commands/io.hpp"

#include <string>
#include <vector>

namespace perfplan {

enum class ColourWhen { automatic, always, never };

class SystemIo final : public Io {
public:
    void set_colour(ColourWhen when) { colour_when_ = when; }

    [[nodiscard]] std::optional<std::string> variable(std::string_view name) const override;
    [[nodiscard]] Date clock_date() const override;
    [[nodiscard]] std::string timestamp() const override;
    [[nodiscard]] std::string user_name() const override;
    [[nodiscard]] bool is_terminal(Stream stream) const override;
    [[nodiscard]] Colour colour(Stream stream) const override;
    [[nodiscard]] std::size_t width() const override;
    void print(std::string_view text) override { output_ += text; }
    void complain(std::string_view text) override;
    [[nodiscard]] Result<std::string> read_input() override;
    [[nodiscard]] Result<Draft> edit(std::string_view initial, std::string_view file_name) override;
    void drop(const Draft& draft) override;
    void note_saved(std::string path) override { saved_.push_back(std::move(path)); }

    /// Writes what was printed. A failure is told on standard error and decides the exit code:
    /// `unprinted` when something was saved, else `io`. A reader that went away ends the program as
    /// it does other tools (SIGPIPE).
    ExitCode flush(ExitCode code);

private:
    std::string output_;
    std::vector<std::string> saved_;
    ColourWhen colour_when_ = ColourWhen::automatic;
};

/// Makes sure that descriptors 0 to 2 are open, so that no file of a tree can become standard
/// output.
void open_standard_streams();

}  // namespace perfplan
