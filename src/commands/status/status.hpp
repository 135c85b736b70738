// What `status` is asked for.
#pragma once

#include "commands/common/listing.hpp"
#include "commands/common/selection.hpp"

#include <optional>
#include <string>

namespace perfplan::commands {

/// What is shown of each plan.
enum class StatusDetail {
    row,     ///< a row of a table
    object,  ///< all there is, for a program
    page,    ///< all there is, for a person
};

/// All plans of the tree are looked at, or those that were named.
enum class StatusChoice { all, named };

/// What is to be shown, and how.
struct StatusRequest {
    Output output;
    StatusDetail detail = StatusDetail::row;
    StatusChoice choice = StatusChoice::all;
    Date date;
    Filter filter;
    std::optional<Verdict> fail_on;
    bool explains = false;
    std::optional<std::string> only_goal;  ///< --explain=GOAL
};

/// The columns and members of its listings.
Listed status_listing();

/// All that is wrong with the options, or what they ask for.
Result<StatusRequest> status_request(const Arguments& arguments, const Settings& settings,
                                     Date today);

}  // namespace perfplan::commands
