// What a review may say, and what speaks against a decision.
#pragma once

#include "commands/common/session.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// What one option says, put into a review. Its errors name the option.
struct ReviewField {
    std::string_view option;
    enum class Times { once, many } times;
    std::function<Result<void>(const Arguments& arguments, const OpenPlan& open, Record& review)>
        read;
};

/// All of them, in the order in which their errors are told.
const std::vector<ReviewField>& review_fields();

/// True if a review says anything without words.
bool says_something(const Record& review);

/// Whether the plan, its figures and the policy allow what a review decides.
Result<void> check_review(const Record& review, const OpenPlan& open);

}  // namespace perfplan::commands
