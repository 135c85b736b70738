// Diagnostics for programs: what is wrong, where, and the way out, in the forms that editors and
// CI systems read.
#pragma once

#include "base/diagnostics/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::format {

/// How diagnostics are written: for people, as JSON, as annotations of GitHub Actions, or as a
/// SARIF log.
enum class DiagnosticsForm { text, json, github, sarif };
std::vector<std::string> diagnostics_forms();
std::optional<DiagnosticsForm> find_diagnostics_form(std::string_view name);

/// A rule that diagnostics can name, for readers that keep a list of rules.
struct DescribedRule {
    std::string_view name;
    Severity severity = Severity::error;  ///< unless somebody sets another
    std::string_view reason;              ///< why it matters, in one sentence
};

/// {"schema": "perfplan/diagnostic", …} on one line; ends in a newline.
std::string diagnostic_json(const Diagnostic& diagnostic);

/// {"schema": "perfplan/diagnostics", …} with all of them; ends in a newline.
std::string diagnostics_json(const Diagnostics& diagnostics);

/// A workflow command of GitHub Actions: "::error file=…,line=31,col=13::…"; ends in a newline.
std::string github_annotation(const Diagnostic& diagnostic);

/// A SARIF 2.1.0 log of one run with all that it found; ends in a newline. Columns are counted in
/// characters. `rules`: those that could have been found.
std::string sarif(const Diagnostics& diagnostics, std::string_view program_version, ExitCode code,
                  const std::vector<DescribedRule>& rules = {});

}  // namespace perfplan::format
