// Files as people write them.
#pragma once

#include <string>

namespace perfplan::yaml::test {

std::string sample_plan();
std::string sample_record();

}  // namespace perfplan::yaml::test
