// How many records there are, and what is open, in a line.
#pragma once

#include "output/log/output.hpp"

#include <string>

namespace perfplan::output {

/// "3 of 14 records, 2 plans; 2 of recognition, 1 concern; 2 follow-ups open, 1 late"
std::string summary(const Log& log);

}  // namespace perfplan::output
