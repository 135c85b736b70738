// What a person typed for a field of the terms, as it goes into the file.
#pragma once

#include "commands/terms/field_options.hpp"

namespace perfplan::commands {

/// `option` is what errors call it: "--target".
Result<yaml::Value> field_value(const FieldInfo& field, std::string_view option,
                                const std::string& text, const ValueContext& context);

/// A list of ids, of something that is there.
Result<yaml::Value> ids_value(const FieldInfo& field, const std::vector<std::string>& texts,
                              const ValueContext& context);

/// "2026-10-31=400k": one figure of a field that has a figure for each date.
Result<FieldEdit> figure_edit(const FieldInfo& field, std::string_view option,
                              const std::string& text, const ValueContext& context);

}  // namespace perfplan::commands
