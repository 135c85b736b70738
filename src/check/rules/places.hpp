// Places that several rules point at.
#pragma once

#include "check/finding.hpp"
#include "check/subject.hpp"

#include <string>
#include <string_view>

namespace perfplan::check {

inline Place at_key(yaml::Path path) {
    return {"plan.yaml", std::move(path), Place::Mark::key};
}

inline Place at_value(yaml::Path path) {
    return {"plan.yaml", std::move(path), Place::Mark::value};
}

/// A field of the plan; the plan as a whole if it lacks the field.
inline Place at_field(std::string_view field) {
    return at_key({std::string(field)});
}

inline Place at_goal(const Slug& id) {
    return at_key({std::string("goals"), id.str()});
}

inline Place at_goal(const Slug& id, std::string_view field) {
    return at_value({std::string("goals"), id.str(), std::string(field)});
}

inline Place in_file(std::string file) {
    return {std::move(file), {}, Place::Mark::value};
}

/// Where a record lies below its plan's directory.
std::string file_of(const JournalEntry& entry);
std::string file_of(Privacy privacy, std::string_view file);

/// True while the plan's terms can still be made better.
bool is_running(const Subject& subject);

}  // namespace perfplan::check
