#include "plan_list.hpp"

#include "agreed.hpp"

namespace perfplan {

Result<ExitCode> list_plan(const Arguments& arguments, Io& io, const Listed& listed,
                           const PlanText& text_of) {
    const auto output = output_of(arguments, listed);
    const auto open = open_plan(arguments, io);
    if (!output || !open) {
        return tl::unexpected(!output ? output.error() : open.error());
    }
    const auto date = as_of(arguments, open->tree.settings(), open->today);
    if (!date) {
        return tl::unexpected(date.error());
    }
    const PlanStatus status = status_of(open->tree, open->plan, *date);
    io.report(notes_on_late_records(open->plan, *date));
    if (auto delivered = deliver(arguments, io, text_of(status, *output, *date, io)); !delivered) {
        return tl::unexpected(std::move(delivered).error());
    }
    return ExitCode::done;
}

std::vector<Option> plan_list_options(const Listed& listed) {
    std::vector<Option> options = output_options(listed);
    options.insert(options.begin(), as_of_option());
    return options;
}

}  // namespace perfplan
