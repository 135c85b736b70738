#include <perfplan/base/diagnostic.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace perfplan {
namespace {

Diagnostic error(ExitCode code, std::string message, std::string hint) {
    return {.code = code, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

void append(Diagnostics& to, Diagnostics from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::warning: return "warning";
        case Severity::note: return "note";
        case Severity::error: break;
    }
    return "error";
}

ExitCode worst(const Diagnostics& diagnostics) {
    ExitCode code = ExitCode::done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error) {
            code = std::max(code, diagnostic.code);
        }
    }
    return code;
}

Diagnostic usage_error(std::string message, std::string hint) {
    return error(ExitCode::usage, std::move(message), std::move(hint));
}

Diagnostic refusal(std::string message, std::string hint) {
    return error(ExitCode::refused, std::move(message), std::move(hint));
}

Diagnostic io_error(std::string file, std::string message, std::string hint) {
    Diagnostic diagnostic = error(ExitCode::io, std::move(message), std::move(hint));
    diagnostic.file = std::move(file);
    return diagnostic;
}

void add_hint(Diagnostic& diagnostic, std::string_view hint) {
    diagnostic.hint += diagnostic.hint.empty() ? "" : "; ";
    diagnostic.hint += hint;
}

Diagnostic warning(std::string message, std::string hint) {
    return {.severity = Severity::warning,
            .code = ExitCode::done,
            .message = std::move(message),
            .hint = std::move(hint)};
}

}  // namespace perfplan
