// Opening below a directory, and never anywhere else.
#pragma once

#include <perfplan/store/directory.hpp>

#include <string>

namespace perfplan {

/// Opens `relative` beneath the directory `at`; symbolic links anywhere on the way, `..` and
/// absolute names are refused (ELOOP or EXDEV in errno). Close-on-exec. `flags` as for open(2),
/// without O_CREAT.
Descriptor open_beneath(int at, const std::string& relative, int flags);

}  // namespace perfplan
