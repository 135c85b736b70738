#include "status_request.hpp"

#include "../output/status_output.hpp"
#include "record_options.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

Result<std::optional<Verdict>> fail_on(const Arguments& arguments) {
    const auto text = arguments.value("fail-on");
    if (!text) {
        return std::nullopt;
    }
    const auto verdict = parse_plan_verdict(*text);
    if (!verdict) {
        return fail(bad_value("--fail-on", verdict.error()));
    }
    return *verdict;
}

/// A page for each plan that was named, or whose figures are to be explained; a row for each of
/// many.
StatusDetail detail_of(const StatusRequest& request, bool is_by_name) {
    const Format format = request.output.format;
    if (request.output.is_sheet() || format == Format::paths) {
        return StatusDetail::row;
    }
    if (format == Format::json || format == Format::ndjson) {
        return StatusDetail::object;
    }
    if (format == Format::markdown) {
        return request.explains ? StatusDetail::object : StatusDetail::row;
    }
    return is_by_name || request.explains ? StatusDetail::page : StatusDetail::row;
}

}  // namespace

Listed status_listing() {
    return {titles(status_sheet({})), plan_member_names(), Listed::Paths::yes};
}

Result<StatusRequest> status_request(const Arguments& arguments, const Settings& settings,
                                     Date today) {
    const auto output = output_of(arguments, status_listing());
    const auto date = as_of(arguments, settings, today);
    auto filter = filter_from(arguments, settings);
    const auto failing = fail_on(arguments);
    Diagnostics errors;
    collect(errors, output);
    collect(errors, date);
    collect(errors, filter);
    collect(errors, failing);
    const std::string goal = arguments.value("explain").value_or("");
    StatusRequest request;
    request.explains = arguments.has("explain");
    if (output && request.explains && (output->is_sheet() || output->format == Format::paths)) {
        errors.push_back(usage_error("--explain has no place in rows of figures",
                                     "use --format table, md, json or ndjson, without --fields"));
    }
    if (!goal.empty() && arguments.positionals().empty()) {
        errors.push_back(usage_error("--explain=GOAL needs the plan whose goal it is",
                                     fmt::format("write 'status PLAN --explain={}'", goal)));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    request.output = *output;
    request.date = *date;
    request.filter = *std::move(filter);
    request.fail_on = *failing;
    const PlanNames& names = arguments.positionals();
    const bool reads_list = reads_plans(arguments, names);
    request.choice = names.empty() && !reads_list ? StatusChoice::all : StatusChoice::named;
    request.detail = detail_of(request, !names.empty() && !reads_list);
    if (!goal.empty()) {
        request.only_goal = goal;
    }
    return request;
}

}  // namespace perfplan
