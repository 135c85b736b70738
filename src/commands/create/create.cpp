// perfplan create: a new plan for a rep.
#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/listing.hpp"
#include "commands/create/from_results.hpp"
#include "commands/create/new_plan.hpp"
#include "commands/import/rows.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

namespace {

/// True if the directory of that name holds plans of somebody with another name.
Result<bool> belongs_to_other(const Tree& tree, const Slug& rep, const std::string& name) {
    PERFPLAN_TRY(const auto listing, tree.list(rep));
    if (listing.plans.empty()) {
        return false;
    }
    const auto terms = read_terms(tree, listing.plans.front());
    const auto plan = terms ? read_plan(*terms) : tl::unexpected(terms.error());
    return plan && plain_name(plan->value.rep) != plain_name(name);
}

/// The terms as the person left them in the editor.
Result<RecordText> edited_text(Io& io, const std::string& text, const std::string& shown) {
    PERFPLAN_TRY(auto draft, io.edit(text, "plan.yaml"));
    const auto document = yaml::Document::read(draft.path, draft.text);
    const auto plan = document ? read_plan(*document) : tl::unexpected(document.error());
    if (!plan) {
        Diagnostics errors = plan.error();
        errors.push_back(usage_error(fmt::format("{} was not made", shown),
                                     fmt::format("what you typed is in {}", draft.path)));
        return fail(std::move(errors));
    }
    return RecordText{draft.text, draft};
}

void warn_of_open_plans(Io& io, const Tree& tree, const PlanRef& ref, Date today) {
    const auto listing = tree.list(ref.rep);
    for (const PlanRef& other : listing ? listing->plans : std::vector<PlanRef>()) {
        const auto plan = load_plan(tree, other);
        if (other != ref && plan && is_open(state_of(tree, *plan, today))) {
            io.report({warning(fmt::format("{} is still open", to_string(other)),
                               "close it with a review that decides met, not-met or withdraw")});
        }
    }
}

Result<ExitCode> run_create(const Arguments& arguments, Io& io) {
    if (arguments.has("from")) {
        return create_from(arguments, io);
    }
    const auto name = rep_name(arguments.positionals().front());
    const auto date = today(io);
    const auto tree = open_tree(arguments, io);
    Diagnostics errors;
    collect(errors, name);
    collect(errors, date);
    collect(errors, tree);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY(const auto from, read_template(*tree, arguments.value("template")));
    const auto period = plan_period_from(arguments, tree->settings(), *date, from.days);
    const auto rep = rep_slug(arguments, *name, [&](const Slug& directory) {
        return belongs_to_other(*tree, directory, *name);
    });
    collect(errors, period);
    collect(errors, rep);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    const PlanRef ref{*rep, period->plan};
    const auto missed = missed_period(arguments, tree->settings(), *period);
    const auto terms =
        terms_from(arguments, io, tree->settings(), *name, *period, missed.value_or(std::nullopt));
    collect(errors, terms);
    collect(errors, missed);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY(auto text, plan_text(from, *terms));
    RecordText words{std::move(text)};
    if (arguments.has("edit")) {
        PERFPLAN_TRY(auto edited, edited_text(io, words.text, to_string(ref)));
        words = std::move(edited);
    }
    const auto saved = create_plan(*tree, ref, words.text, dry_run(arguments));
    if (!saved) {
        return fail(with_draft(saved.error(), words));
    }
    finish_draft(arguments, io, words);
    warn_of_open_plans(io, *tree, ref, *date);
    print_saved(arguments, io, *saved, next_command(ref, words.text));
    return ExitCode::done;
}

}  // namespace

Command create_command() {
    Command command;
    command.name = "create";
    command.summary = "Open a plan for a rep";
    command.description =
        "Makes plans/<rep>/<plan>/plan.yaml from the options and a template. The rep's directory is named after the "
        "rep, or by --id; the plan after its period, or by --plan-id. With --from the quota results of many reps are held "
        "against the policy's triggers; who meets one and has no open plan gets one, and the answer says why for each.";
    command.positionals = {
        {"REP", "the rep's name", Positional::Arity::one, Completes::person, {}, "from"}};
    command.options = {
        from_option("quota results of many reps: the policy decides who gets a plan"),
        {"period", 'p', "PERIOD", "when it runs: 2026-Q4, 2026-11, FY27-H1", Option::Times::once,
         Completes::period},
        {"starts", 0, "DATE", "first day (default today)", Option::Times::once, Completes::date},
        {"ends", 0, "DATE", "last day", Option::Times::once, Completes::date},
        {"days", 0, "N", "how many days it lasts"},
        {"template", 't', "NAME", "a file in templates/, without .yaml", Option::Times::once,
         Completes::template_name},
        {"id", 0, "ID", "the rep's directory, such as r-1042"},
        {"plan-id", 0, "ID", "the plan's directory"},
        {"role", 0, "TEXT", "the rep's role"},
        {"team", 0, "NAME", "the rep's team", Option::Times::once, Completes::team},
        {"manager", 0, "NAME", "who leads the plan (default: you)", Option::Times::once,
         Completes::person},
        {"hr", 0, "NAME", "HR partner", Option::Times::once, Completes::person},
        {"reviews", 0, "HOW-OFTEN", "weekly, every 2 weeks or monthly"},
        {"cause", 0, "WORD",
         "what fell short: quota, activity, pipeline, conversion, retention or conduct",
         Option::Times::once, Completes::choice, causes()},
        {"missed", 0, "PERIOD", "the period that was missed (default: the one before --period)",
         Option::Times::once, Completes::period},
        {"quota", 0, "N", "what was to be attained: 250k"},
        {"attained", 0, "N", "what was attained"},
        {"metric", 0, "TEXT", "what the quota counts: bookings"},
        {"unit", 0, "TEXT", "unit of the quota (default: the tree's currency)"},
        {"ramp", 0, "PERCENT", "how much of the quota applied; given again, of each month",
         Option::Times::many},
        {"summary", 0, "TEXT", "what happened, in words"},
        {"edit", 'e', "", "look over the terms in your editor first"},
        by_option(),
        dry_run_option(),
        quiet_option(),
    };
    const std::vector<Option> output = output_options(listed_candidates());
    command.options.insert(command.options.end(), output.begin(), output.end());
    command.examples = {
        {"perfplan create 'Dana Reyes' --period 2026-Q4 --quota 250k --attained 162k --metric bookings",
         "a plan for the quarter after a miss"},
        {"perfplan create 'Kim Park' --template activity-30-days --edit",
         "from a template, looked over first"},
        {"perfplan create --from results.csv --template quota-recovery --dry-run",
         "who would get a plan, and why"},
    };
    command.run = run_create;
    return command;
}

}  // namespace perfplan::commands
