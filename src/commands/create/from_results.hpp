// perfplan create --from FILE: who gets a plan by the quota results of many reps.
#pragma once

#include "commands/command.hpp"
#include "commands/common/listing.hpp"

namespace perfplan::commands {

/// What its answer consists of.
Listed listed_candidates();

Result<ExitCode> create_from(const Arguments& arguments, Io& io);

}  // namespace perfplan::commands
