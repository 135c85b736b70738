#include "log_filter.hpp"

#include <perfplan/base/text.hpp>

#include "record_options.hpp"
#include "selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace perfplan {

namespace {

Result<std::vector<RecordKind>> kinds_of(const Arguments& arguments) {
    std::vector<RecordKind> kinds;
    Diagnostics errors;
    for (const std::string& text : arguments.values("kind")) {
        const auto kind = parse_record_kind(text);
        if (kind) {
            kinds.push_back(*kind);
        } else {
            errors.push_back(bad_value("--kind", kind.error()));
        }
    }
    return errors.empty() ? Result<std::vector<RecordKind>>(std::move(kinds))
                          : fail(std::move(errors));
}

Result<std::optional<Date>> date_of(const Arguments& arguments, std::string_view option,
                                    const Settings& settings, Date today, Edge edge) {
    const auto text = arguments.value(option);
    if (!text) {
        return std::nullopt;
    }
    const auto date =
        past_or_future_date(fmt::format("--{}", option), *text, today, settings, edge);
    if (!date) {
        return tl::unexpected(date.error());
    }
    return *date;
}

Result<std::optional<std::size_t>> limit_of(const Arguments& arguments) {
    const auto text = arguments.value("limit");
    if (!text) {
        return std::nullopt;
    }
    std::size_t limit = 0;
    const char* end = text->data() + text->size();
    const auto [stopped, error] = std::from_chars(text->data(), end, limit);
    if (error != std::errc() || stopped != end || limit == 0) {
        return fail(
            usage_error(fmt::format("--limit: '{}' is no number of records", visible(*text)),
                        "write a whole number from 1 on, such as 10"));
    }
    return limit;
}

}  // namespace

std::vector<Option> record_filter_options() {
    constexpr auto many = Option::Times::many;
    return {{"kind", 'k', "KIND", "only records of this kind: " + listing(record_kinds(), "or"),
             many, Completes::choice, record_kinds()},
            {"by", 0, "NAME", "only records that NAME wrote", many, Completes::person},
            {"since", 0, "DATE", "only records dated on or after DATE", Option::Times::once,
             Completes::date},
            {"until", 0, "DATE", "only records dated on or before DATE", Option::Times::once,
             Completes::date},
            {"limit", 'n', "N", "only the newest N records"}};
}

bool RecordFilter::passes(const Record& record) const {
    const bool is_of_kind =
        kinds.empty() || std::find(kinds.begin(), kinds.end(), record.kind) != kinds.end();
    return is_of_kind && is_one_of(record.by, names) && (!since || *since <= record.date) &&
           (!until || record.date <= *until);
}

Result<RecordFilter> record_filter(const Arguments& arguments, const Settings& settings,
                                   Date today) {
    auto kinds = kinds_of(arguments);
    const auto since = date_of(arguments, "since", settings, today, Edge::first);
    const auto until = date_of(arguments, "until", settings, today, Edge::last);
    const auto limit = limit_of(arguments);
    Diagnostics errors;
    collect(errors, kinds);
    collect(errors, since);
    collect(errors, until);
    collect(errors, limit);
    if (errors.empty() && *since && *until && **until < **since) {
        errors.push_back(usage_error(fmt::format("--until: {} is before --since, {}",
                                                 to_string(**until), to_string(**since)),
                                     "nothing can lie between"));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return RecordFilter{*std::move(kinds), arguments.values("by"), *since, *until, *limit};
}

bool has_record_filters(const Arguments& arguments) {
    for (const std::string_view option : {"kind", "by", "since", "until"}) {
        if (arguments.has(option)) {
            return true;
        }
    }
    return false;
}

}  // namespace perfplan
