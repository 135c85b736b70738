// What reading and writing a plan's files have in common.
#pragma once

#include <perfplan/store/tree.hpp>

#include <string>
#include <string_view>

namespace perfplan {

inline constexpr std::string_view journal_directory = "journal";
inline constexpr std::string_view private_directory = "private";

/// "…: error: can't be written: No space left on device"
tl::unexpected<Diagnostics> cannot(std::string shown, std::string_view what, int error);

/// A directory that must be there.
Result<Directory> existing(const Directory& parent, std::string_view name);

/// The directory of a plan that must be there.
Result<Directory> existing_plan(const Tree& tree, const PlanRef& ref);

/// A file that is not read, for `why` it is not; where a tool left a copy, that is said instead.
/// `shown`: its path, as messages call it.
Diagnostic not_read(std::string shown, const Misread& why);

/// A file of that name is there, with other content.
Diagnostic exists_with_other_content(std::string shown);

}  // namespace perfplan
