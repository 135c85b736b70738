// What ids may be, for the functions that read them and those that make them.
#pragma once

#include <cstddef>
#include <string_view>

namespace perfplan {

inline constexpr std::size_t max_slug_length = 63;

/// The name of a device on Windows, where no file can be called so.
bool is_device_name(std::string_view text);

}  // namespace perfplan
