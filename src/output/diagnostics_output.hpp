// Diagnostics for programs: what is wrong, where, and the way out, in the forms that editors and
// CI systems read.
#pragma once

#include <perfplan/base/diagnostic.hpp>

#include <string>
#include <string_view>

namespace perfplan {

/// {"schema": "perfplan/diagnostic", …} on one line; ends in a newline.
std::string diagnostic_json(const Diagnostic& diagnostic);

/// A workflow command of GitHub Actions: "::error file=…,line=31,col=13::…"; ends in a newline.
std::string github_annotation(const Diagnostic& diagnostic);

/// A SARIF 2.1.0 log of one run with all that it found; ends in a newline. Columns are counted in
/// characters.
std::string sarif(const Diagnostics& diagnostics, std::string_view program_version, ExitCode code);

}  // namespace perfplan
