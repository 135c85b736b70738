#include "check/rules/places.hpp"

#include <fmt/format.h>

namespace perfplan::check {

std::string file_of(Privacy privacy, std::string_view file) {
    return fmt::format("{}/{}", privacy == Privacy::private_ ? "private" : "journal", file);
}

std::string file_of(const JournalEntry& entry) {
    return file_of(entry.privacy, entry.file);
}

bool is_running(const Subject& subject) {
    return subject.status.state != State::closed && subject.status.state != State::ended;
}

}  // namespace perfplan::check
