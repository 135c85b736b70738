#include "commands/report/portfolio.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/listing.hpp"
#include "commands/records/record.hpp"
#include "output/report/consistency_report.hpp"
#include "output/report/team_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

namespace perfplan::commands {

namespace {

enum class Page { team, consistency };

/// What is to be shown, and for whom.
struct PortfolioRequest {
    Page page = Page::team;
    Language language = Language::html;
    Audience audience = Audience::manager;
    Date date;
    Filter passes;
};

// ---- for whom

/// HR's page is for HR alone; a team's page is for whoever leads it, if nothing else is said.
Result<Audience> audience_of(Page page, const std::optional<Audience>& wanted) {
    if (page == Page::team) {
        return wanted.value_or(Audience::manager);
    }
    if (wanted.value_or(Audience::hr) != Audience::hr) {
        return fail(
            usage_error(fmt::format("--consistency compares managers: it is no page for the {}",
                                    to_string(*wanted)),
                        "leave out --for, or say --for hr"));
    }
    return Audience::hr;
}

/// A rep sees no plan of another.
Result<void> check_reader(Audience audience, const std::vector<RecordedPlan>& plans) {
    std::set<Slug> reps;
    for (const RecordedPlan& plan : plans) {
        reps.insert(plan.status.ref.rep);
    }
    if (audience != Audience::rep || reps.size() <= 1) {
        return {};
    }
    return fail(refusal(fmt::format("the page would show a rep the plans of others: it is about "
                                    "{}",
                                    count(reps.size(), "rep")),
                        "name one plan, or narrow it to one rep with --rep NAME"));
}

Result<PortfolioRequest> request_from(const Arguments& arguments, Language language,
                                      const std::optional<Audience>& wanted,
                                      const Settings& settings, Date today) {
    const Page page = arguments.has("consistency") ? Page::consistency : Page::team;
    const auto audience = audience_of(page, wanted);
    const auto date = as_of(arguments, settings, today);
    auto filter = filter_from(arguments, settings);
    Diagnostics errors;
    collect(errors, audience);
    collect(errors, date);
    collect(errors, filter);
    if (arguments.has("template")) {
        errors.push_back(usage_error("--template is for the report of one plan",
                                     "name that plan alone, or leave out --template"));
    }
    if (arguments.has("null") && !reads_plans(arguments, arguments.positionals())) {
        errors.push_back(usage_error("-0 has nothing to end: no list of plans is read",
                                     "name the plans with '-' or --plans-from, or leave it out"));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return PortfolioRequest{page, language, *audience, *date, *std::move(filter)};
}

// ---- in words

/// "Team west", "Teams west and east", by the values of one filter.
std::string named_by(const std::vector<std::string>& values, std::string_view one,
                     std::string_view several) {
    return fmt::format("{} {}", values.size() == 1 ? one : several, listing(values));
}

/// What the plans are called together, and the filter that says so.
struct Title {
    std::string words;
    std::string filter;
};

Title title_of(const Arguments& arguments) {
    if (const auto teams = arguments.values("team"); !teams.empty()) {
        return {named_by(teams, "Team", "Teams"), "team"};
    }
    for (const std::string_view filter : {"manager", "rep"}) {
        if (const auto names = arguments.values(filter); !names.empty()) {
            return {named_by(names, "Plans of", "Plans of"), std::string(filter)};
        }
    }
    return {is_filtered(arguments, arguments.positionals()) || !arguments.positionals().empty()
                ? "Some plans"
                : "All plans",
            ""};
}

/// "manager Mia Chen and state active or paused": the filters but for the one in the title.
std::string selection_of(const Arguments& arguments, const std::string& in_title) {
    std::vector<std::string> parts;
    for (const Option& filter : filter_options()) {
        const auto values = arguments.values(filter.name);
        if (!values.empty() && filter.name != in_title) {
            parts.push_back(fmt::format("{} {}", filter.name, listing(values, "or")));
        }
    }
    return listing(parts);
}

ReportScope scope_of(const Arguments& arguments, Audience audience, std::size_t left_out) {
    const Title title = title_of(arguments);
    return {title.words, selection_of(arguments, title.filter), left_out, audience};
}

// ---- the plans

/// Plans as they were loaded, and where they stand; those that were asked for, and all of the same
/// reps.
class Plans {
public:
    Plans(const Tree& tree, Date date) : tree_(&tree), date_(date) {}

    /// Loads the plans that were asked for and tells what is wrong with them.
    void load(const std::vector<PlanRef>& refs, const Filter& passes, Io& io) {
        left_out_ = refs.size();
        code_ = for_each_plan(*tree_, refs, date_, io, [&](WholePlan judged) {
            --left_out_;
            kept_.push_back(std::move(judged));
            const WholePlan& kept = kept_.back();
            io.report(warnings_of_terms(*tree_, kept.plan, kept.status.agreed));
            if (passes(summary_of(kept.status))) {
                io.report(notes_on_late_records(kept.plan, date_));
                shown_.push_back(recorded(kept));
            }
        });
    }

    /// Loads plans that are not shown, but say more of those that are; what is wrong with them is
    /// told by whoever asks for them.
    void load_beside(const std::vector<PlanRef>& refs) {
        for (Result<LoadedPlan>& plan : load_plans(*tree_, refs)) {
            if (plan) {
                PlanStatus status = evaluate_plan(*tree_, *plan, date_);
                kept_.push_back({*std::move(plan), std::move(status)});
            }
        }
    }

    [[nodiscard]] const std::vector<RecordedPlan>& shown() const { return shown_; }
    [[nodiscard]] std::vector<RecordedPlan> all() const {
        std::vector<RecordedPlan> plans;
        for (const WholePlan& kept : kept_) {
            plans.push_back(recorded(kept));
        }
        return plans;
    }
    [[nodiscard]] std::size_t left_out() const { return left_out_; }
    [[nodiscard]] ExitCode code() const { return code_; }

private:
    static RecordedPlan recorded(const WholePlan& kept) { return {kept.status, kept.plan.journal}; }

    const Tree* tree_;
    Date date_;
    std::deque<WholePlan> kept_;  ///< stay where they are
    std::vector<RecordedPlan> shown_;
    std::size_t left_out_ = 0;
    ExitCode code_ = ExitCode::done;
};

std::string text_of(const Tree& tree, const Plans& plans, const PortfolioRequest& request,
                    const ReportScope& scope) {
    const Settings& settings = tree.settings();
    if (request.page == Page::team) {
        const TeamFigures figures = team_figures(plans.shown(), request.date);
        return team_text({settings, plans.shown(), scope, figures}, request.language);
    }
    const Consistency figures = consistency(settings, plans.shown(), plans.all(), request.date);
    return consistency_text({settings, plans.shown(), scope, figures}, request.language);
}

}  // namespace

std::vector<Option> many_plans_options() {
    std::vector<Option> options{
        {"consistency", 0, "", "HR's page: triggers, targets, time, extensions and overrides"}};
    const std::vector<Option> selection = selection_options();
    options.insert(options.end(), selection.begin(), selection.end());
    return options;
}

bool is_about_many(const Arguments& arguments) {
    const PlanNames& names = arguments.positionals();
    return names.size() != 1 || reads_plans(arguments, names) || has_filters(arguments) ||
           arguments.has("consistency");
}

Result<ExitCode> report_many(const Arguments& arguments, Language language,
                             const std::optional<Audience>& audience, Io& io) {
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    if (!now || !tree) {
        return tl::unexpected(!now ? now.error() : tree.error());
    }
    PERFPLAN_TRY(const auto request,
                 request_from(arguments, language, audience, tree->settings(), *now));
    PERFPLAN_TRY(const auto refs, selected(arguments, arguments.positionals(), *tree, *now, io));
    Plans plans(*tree, request.date);
    plans.load(refs, request.passes, io);
    if (plans.shown().empty()) {
        return plans.code() == ExitCode::done ? tell_of_no_plans(arguments, refs.size(), io)
                                              : plans.code();
    }
    PERFPLAN_TRY_DO(check_reader(request.audience, plans.shown()));
    const PlanNames& names = arguments.positionals();
    const bool are_named = !names.empty() || reads_plans(arguments, names);
    if (request.page == Page::consistency && are_named) {
        plans.load_beside(other_plans_of_reps(*tree, refs));
    }
    const ReportScope scope = scope_of(arguments, request.audience, plans.left_out());
    return deliver(arguments, io, text_of(*tree, plans, request, scope)).map([&] {
        return plans.code();
    });
}

}  // namespace perfplan::commands
