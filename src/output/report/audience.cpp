#include "output/report/audience.hpp"

#include "base/name_table.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <array>

namespace perfplan::output {

namespace {

/// Those that --for takes.
constexpr std::array<std::pair<std::string_view, Audience>, 3> audience_names{
    {{"rep", Audience::rep}, {"manager", Audience::manager}, {"hr", Audience::hr}}};

}  // namespace

std::string_view to_string(Audience audience) {
    return audience == Audience::everyone ? "everyone" : name_in(audience_names, audience);
}

std::vector<std::string> audiences() {
    return names_in(audience_names);
}

Parsed<Audience> parse_audience(std::string_view text) {
    if (const auto audience = find_named(audience_names, text)) {
        return *audience;
    }
    return misread(fmt::format("'{}' is nobody that a report is made for", visible(text)),
                   choose_from(text, audiences()));
}

std::string audience_in_words(Audience audience) {
    switch (audience) {
        case Audience::rep: return "the rep";
        case Audience::manager: return "the manager";
        case Audience::hr: return "HR";
        case Audience::everyone: break;
    }
    return "everyone";
}

bool may_see_private(Audience audience) {
    return audience == Audience::manager || audience == Audience::hr;
}

}  // namespace perfplan::output
