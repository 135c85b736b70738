// What 'perfplan sign' does: record an answer to the terms, amend them, or restore them.
#pragma once

#include "commands/terms/amend.hpp"

namespace perfplan::commands {

/// --as ROLE: seals the terms, if they are not sealed yet, and records the answer.
Result<ExitCode> sign_terms(const Arguments& arguments, Io& io, const OpenPlan& open);

/// --amend: seals what was changed by hand as an amendment.
Result<ExitCode> sign_amendment(const Arguments& arguments, Io& io, const OpenPlan& open);

/// --restore: puts the newest sealed terms back into plan.yaml, and keeps what stood there aside.
Result<ExitCode> restore_terms(const Arguments& arguments, Io& io, const OpenPlan& open);

}  // namespace perfplan::commands
