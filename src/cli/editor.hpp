// Other programs that perfplan runs: the person's editor, and `git config user.name`. No others.
#pragma once

#include "commands/io.hpp"

#include <string>
#include <string_view>

namespace perfplan::cli {

/// Puts a draft into a directory of its own under `temporary_directory`, runs the editor on it and
/// reads it back.
Result<Io::Draft> edit_draft(const std::string& editor, const std::string& temporary_directory,
                             std::string_view initial, std::string_view file_name);

/// Removes a draft and its directory.
void drop_draft(const std::string& path);

/// What `git config KEY` says in a directory; empty if there is no git or no value.
std::string output_of_git_config(const std::string& directory, const std::string& key);

}  // namespace perfplan::cli
