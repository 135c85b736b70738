#include "commands/create/from_results.hpp"

#include "base/text/text.hpp"
#include "commands/common/listing.hpp"
#include "commands/create/new_plan.hpp"
#include "commands/create/rep_directories.hpp"
#include "commands/create/result_rows.hpp"
#include "commands/import/batch.hpp"
#include "commands/import/plan_index.hpp"
#include "commands/records/record.hpp"
#include "output/results/results.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

/// What is decided of one rep, and the plan that is to be made.
struct PlanDecision {
    PlanCandidate candidate;
    std::optional<std::string> new_terms{};
};

/// Everything the decisions are made from.
struct Batch {
    const Arguments& arguments;  ///< with the author in --by
    const Io& io;
    const Tree& tree;
    const Template& from;
    PlanPeriod period;
    const KnownPlans& known;
    Date today;

    [[nodiscard]] const Settings& settings() const { return tree.settings(); }
    [[nodiscard]] const std::vector<Trigger>& triggers() const { return settings().policy.trigger; }
};

/// The open plan of a rep that started last, or null.
const KnownPlan* open_plan_of(const std::vector<const KnownPlan*>& plans) {
    const KnownPlan* open = nullptr;
    for (const KnownPlan* plan : plans) {
        if (plan->is_open() && plan->plan &&
            (open == nullptr || open->plan->terms.starts <= plan->plan->terms.starts)) {
            open = plan;
        }
    }
    return open;
}

/// A closed plan about the same shortfall, or null: nobody gets a second one for what was settled.
const KnownPlan* settled_plan_of(const std::vector<const KnownPlan*>& plans,
                                 const Shortfall& shortfall) {
    for (const KnownPlan* plan : plans) {
        if (!plan->is_open() && plan->plan->terms.shortfall &&
            plan->plan->terms.shortfall->period == shortfall.period) {
            return plan;
        }
    }
    return nullptr;
}

/// What the options and the rows say of a rep's plan, as options.
Arguments options_of(const Batch& batch, const QuotaRows& rep, const Shortfall& shortfall,
                     const std::string& summary) {
    Arguments options;
    for (const std::string_view name : {"by", "reviews"}) {
        if (const auto value = batch.arguments.value(name)) {
            options.add_option(std::string(name), *value);
        }
    }
    for (const std::string_view name : {"role", "team", "manager", "hr", "metric", "unit"}) {
        const auto of_row = rep.value(name);
        if (const auto value = of_row ? of_row : batch.arguments.value(name)) {
            options.add_option(std::string(name), *value);
        }
    }
    options.add_option("cause", batch.arguments.value("cause").value_or("quota"));
    options.add_option("summary", batch.arguments.value("summary").value_or(summary));
    if (shortfall.quota && shortfall.attained) {
        options.add_option("quota", to_string(*shortfall.quota));
        options.add_option("attained", to_string(*shortfall.attained));
    }
    for (const Decimal ramp : shortfall.ramp) {
        options.add_option("ramp", to_string(ramp));
    }
    return options;
}

/// "Attainment below 50% in each of the last 2 periods: 31% in 2026-Q2 and 44% in 2026-Q3."
std::string summary_of(const Candidacy& judged, const std::string& why) {
    std::string rule = describe(judged.fired.front().rule);
    rule.front() = 'A';
    return fmt::format("{}: {}.", rule, why);
}

Result<std::string> new_terms(const Batch& batch, const QuotaRows& rep, const Candidacy& judged,
                              const Shortfall& shortfall, const std::string& why) {
    const Arguments options = options_of(batch, rep, shortfall, summary_of(judged, why));
    return terms_from(options, batch.io, batch.settings(), rep.rep, batch.period, shortfall.period)
        .and_then([&](const Terms& terms) { return plan_text(batch.from, terms); });
}

/// A plan of that name is there already, and is not one that is open.
Diagnostic is_taken(const QuotaRows& rep, const PlanRef& ref) {
    Diagnostic taken = rep.rows.front().at(
        "rep",
        fmt::format("{} has a plan {} already, which is closed", visible(rep.rep), to_string(ref)),
        "let the new one run at another time, or name it with --plan-id");
    taken.code = ExitCode::refused;
    return taken;
}

/// Decides about one rep; nothing is written yet.
Result<PlanDecision> decide(const Batch& batch, const QuotaRows& rep, const Slug& directory) {
    const auto plans = batch.known.in(directory);
    for (const KnownPlan* plan : plans) {
        if (!plan->plan) {
            return fail(plan->plan.error());
        }
    }
    PlanDecision decided{{rep.rep, candidacy(rep.results, batch.triggers(), batch.today)}};
    PlanCandidate& candidate = decided.candidate;
    candidate.why = why(candidate.judged, batch.triggers());
    if (const KnownPlan* open = open_plan_of(plans)) {
        candidate.plan_is = PlanIs::existing;
        candidate.plan = open->ref;
        return decided;
    }
    if (!candidate.judged.triggered()) {
        return decided;
    }
    const Shortfall shortfall = shortfall_of(candidate.judged, candidate.judged.fired.front(),
                                             batch.settings().fiscal_year());
    if (const KnownPlan* settled = settled_plan_of(plans, shortfall)) {
        candidate.why +=
            fmt::format("; {} about {} is closed", to_string(settled->ref), *shortfall.period);
        return decided;
    }
    const PlanRef ref{directory, batch.period.plan};
    if (batch.known.find(ref) != nullptr) {
        return fail(is_taken(rep, ref));
    }
    PERFPLAN_TRY(auto terms, new_terms(batch, rep, candidate.judged, shortfall, candidate.why));
    candidate.plan_is = PlanIs::planned;
    candidate.plan = ref;
    decided.new_terms = std::move(terms);
    return decided;
}

/// Adds errors of a rep. What is wrong with a template is wrong for every rep, and told once.
void add_new(Diagnostics& all, const Diagnostics& errors, const std::string& sheet) {
    for (const Diagnostic& error : errors) {
        const bool is_told = std::any_of(all.begin(), all.end(), [&](const Diagnostic& told) {
            return error.file != sheet && told.file == error.file && told.message == error.message;
        });
        if (!is_told) {
            all.push_back(error);
        }
    }
}

Result<std::vector<PlanDecision>> decide_all(const Batch& batch,
                                             const std::vector<QuotaRows>& reps) {
    RepDirectories directories(batch.known);
    std::vector<PlanDecision> all;
    Diagnostics errors;
    for (const QuotaRows& rep : reps) {
        auto decided = directories.directory_of(rep).and_then(
            [&](const Slug& directory) { return decide(batch, rep, directory); });
        if (decided) {
            all.push_back(*std::move(decided));
        } else {
            add_new(errors, decided.error(), rep.rows.front().file());
        }
    }
    return errors.empty() ? Result<std::vector<PlanDecision>>(std::move(all))
                          : fail(std::move(errors));
}

/// Makes the plans that were decided on.
Result<void> make_plans(const Tree& tree, std::vector<PlanDecision>& decided, Io& io) {
    std::vector<PlanDecision*> planned;
    std::vector<WriteGroup> parts;
    for (PlanDecision& each : decided) {
        if (each.candidate.plan_is == PlanIs::planned) {
            parts.push_back({planned.size()});
            planned.push_back(&each);
        }
    }
    SavedMany batch = save_many(
        parts,
        [&](std::size_t i) {
            return create_plan(tree, *planned[i]->candidate.plan, *planned[i]->new_terms,
                               DryRun::no);
        },
        [&](std::size_t done) { io.progress("creating plans", done, planned.size()); });
    for (std::size_t i = 0; i < planned.size(); ++i) {
        if (batch.saved[i]) {
            io.note_saved(batch.saved[i]->path);
            planned[i]->candidate.plan_is = PlanIs::created;
        }
    }
    if (!batch.errors.empty()) {
        return fail(stopped(std::move(batch), "plan", "made"));
    }
    return {};
}

// ---- the answer

std::vector<PlanCandidate> answer_of(std::vector<PlanDecision>& decided) {
    std::vector<PlanCandidate> candidates;
    for (PlanDecision& each : decided) {
        candidates.push_back(std::move(each.candidate));
    }
    return candidates;
}

std::vector<std::string> reps_with(const std::vector<PlanCandidate>& candidates,
                                   bool (*matches)(const PlanCandidate&)) {
    std::vector<std::string> reps;
    for (const PlanCandidate& candidate : candidates) {
        if (matches(candidate)) {
            reps.push_back(visible(candidate.rep));
        }
    }
    return reps;
}

/// "Dana Reyes and Kim Park", and how many more.
std::string named(std::vector<std::string> reps) {
    constexpr std::size_t enough = 5;
    if (reps.size() > enough) {
        const std::size_t more = reps.size() - enough;
        reps.resize(enough);
        reps.push_back(fmt::format("{} more", more));
    }
    return listing(reps);
}

/// How many of each, and who does not fit the policy, in lines.
std::string summary(const std::vector<PlanCandidate>& candidates, DryRun dry) {
    const auto made = reps_with(candidates, [](const PlanCandidate& candidate) {
        return candidate.plan_is == PlanIs::created || candidate.plan_is == PlanIs::planned;
    });
    const auto had = reps_with(candidates, [](const PlanCandidate& candidate) {
        return candidate.judged.triggered() && candidate.plan_is == PlanIs::existing;
    });
    const auto without = reps_with(candidates, [](const PlanCandidate& candidate) {
        return candidate.judged.triggered() && candidate.plan_is == PlanIs::none;
    });
    const auto unasked = reps_with(candidates, [](const PlanCandidate& candidate) {
        return !candidate.judged.triggered() && candidate.plan_is == PlanIs::existing;
    });
    std::string lines = fmt::format(
        "{} of {} {} the trigger: {} {}, {} open before\n",
        made.size() + had.size() + without.size(), count(candidates.size(), "rep"),
        made.size() + had.size() + without.size() == 1 ? "meets" : "meet",
        count(made.size(), "plan"), dry == DryRun::yes ? "to create" : "created", had.size());
    if (!without.empty()) {
        lines += fmt::format("met the trigger, no plan: {}\n", named(without));
    }
    if (!unasked.empty()) {
        lines += fmt::format("a plan without the trigger: {}\n", named(unasked));
    }
    return lines;
}

std::string text_of(const std::vector<PlanCandidate>& candidates, const Output& output,
                    const Batch& batch) {
    if (output.is_sheet()) {
        return sheet_text(candidates_sheet(candidates), output, batch.io);
    }
    switch (output.format) {
        case Format::json: return candidates_json(candidates, batch.today);
        case Format::ndjson: return candidates_ndjson(candidates, output.fields);
        case Format::markdown: return markdown_table(candidates_table(candidates));
        default: break;
    }
    return text_table(candidates_table(candidates), Style(batch.io.color(Stream::output)),
                      batch.io.width()) +
           "\n" + summary(candidates, dry_run(batch.arguments));
}

Result<ExitCode> answer(const Batch& batch, std::vector<PlanDecision>& decided,
                        const Output& output, Io& io) {
    const std::vector<PlanCandidate> candidates = answer_of(decided);
    const bool is_silent = batch.arguments.has("quiet") && !batch.arguments.has("format") &&
                           !batch.arguments.has("output");
    if (is_silent) {
        return ExitCode::done;
    }
    PERFPLAN_TRY_DO(deliver(batch.arguments, io, text_of(candidates, output, batch)));
    return ExitCode::done;
}

/// What stands in the way of looking at rows at all.
Diagnostics refused_options(const Arguments& arguments) {
    Diagnostics errors = refuse_options(arguments, {"id", "missed", "quota", "attained", "ramp"},
                                        "each row says its own");
    append(errors,
           refuse_options(arguments, {"edit"}, "create the plans, then edit what needs it"));
    if (!arguments.positionals().empty()) {
        errors.push_back(usage_error(fmt::format("'{}' and --from FILE both say whose plan it is",
                                                 visible(arguments.positionals().front())),
                                     "keep one of them"));
    }
    return errors;
}

Diagnostic no_triggers() {
    return refusal("the policy has no trigger: it does not say who gets a plan",
                   "add to policy in perfplan.yaml, for example, trigger: [{attainment_below: 50, "
                   "in_each_of_last: 2}]");
}

}  // namespace

Listed listed_candidates() {
    return {titles(candidates_sheet({})), candidate_member_names()};
}

Result<ExitCode> create_from(const Arguments& given, Io& io) {
    Diagnostics errors = refused_options(given);
    const auto date = today(io);
    const auto output = output_of(given, listed_candidates());
    const auto tree = open_tree(given, io);
    const auto self = author(given, io);
    collect(errors, date);
    collect(errors, output);
    collect(errors, tree);
    collect(errors, self);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    if (tree->settings().policy.trigger.empty()) {
        return fail(no_triggers());
    }
    Arguments arguments = given;
    arguments.add_option("by", *self);  // asked once, not for every rep
    const auto from = read_template(*tree, arguments.value("template"));
    const auto sheet = sheet_from(arguments, io);
    collect(errors, from);
    collect(errors, sheet);
    const auto period = from ? plan_period_from(arguments, tree->settings(), *date, from->days)
                             : Result<PlanPeriod>(tl::unexpected(from.error()));
    if (from) {
        collect(errors, period);
    }
    const auto reps = sheet ? quota_rows(*sheet, tree->settings())
                            : Result<std::vector<QuotaRows>>(tl::unexpected(sheet.error()));
    if (sheet) {
        collect(errors, reps);
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY(const auto known, KnownPlans::load(*tree, *date, io));
    const Batch batch{arguments, io, *tree, *from, *period, known, *date};
    PERFPLAN_TRY(auto decided, decide_all(batch, *reps));
    if (dry_run(arguments) == DryRun::no) {
        PERFPLAN_TRY_DO(make_plans(*tree, decided, io));
    }
    return answer(batch, decided, *output, io);
}

}  // namespace perfplan::commands
