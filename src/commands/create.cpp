// perfplan create: a new plan for a rep.
#include <perfplan/base/text.hpp>

#include "agreed.hpp"
#include "context.hpp"
#include "record_options.hpp"
#include "registry.hpp"
#include "template.hpp"

#include <fmt/format.h>

#include <charconv>

namespace perfplan {

namespace {

/// When the plan runs, what it is called, and which period was missed before it.
struct Run {
    Window window;
    Slug plan;
    std::optional<Period> period{};
};

Result<Period> period_of(std::string_view option, const std::string& text,
                         const Settings& settings) {
    auto period = parse_period(text, settings.fiscal_year());
    if (!period) {
        return fail(bad_value(option, period.error()));
    }
    return *std::move(period);
}

Result<std::optional<int>> days_of(const Arguments& arguments) {
    const auto text = arguments.value("days");
    if (!text) {
        return std::nullopt;
    }
    int days = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), days);
    if (error != std::errc() || end != text->data() + text->size() || days < 1 || days > 1000) {
        return fail(usage_error(fmt::format("--days: '{}' is no number of days", visible(*text)),
                                "write a whole number from 1 to 1000, such as 60"));
    }
    return days;
}

Result<Run> run_of_period(const Arguments& arguments, const Settings& settings) {
    for (const std::string_view other : {"starts", "ends", "days"}) {
        if (arguments.has(other)) {
            return fail(
                usage_error(fmt::format("--period and --{} both say when the plan runs", other),
                            "keep one of them"));
        }
    }
    auto period = period_of("--period", *arguments.value("period"), settings);
    if (!period) {
        return tl::unexpected(std::move(period).error());
    }
    return Run{period->window(), *slug_from(period->label()), *period};
}

Result<Run> run_of_dates(const Arguments& arguments, const Settings& settings, Date today,
                         const std::optional<int>& template_days) {
    const auto days = days_of(arguments);
    if (!days) {
        return tl::unexpected(days.error());
    }
    if (*days && arguments.has("ends")) {
        return fail(
            usage_error("--days and --ends both say when the plan ends", "keep one of them"));
    }
    Window window{today, today};
    if (const auto text = arguments.value("starts")) {
        const auto starts = any_date("--starts", *text, today, settings, Edge::first);
        if (!starts) {
            return tl::unexpected(starts.error());
        }
        window.first = *starts;
    }
    if (const auto text = arguments.value("ends")) {
        const auto ends = any_date("--ends", *text, today, settings, Edge::last);
        if (!ends) {
            return tl::unexpected(ends.error());
        }
        window.last = *ends;
    } else if (const auto length = *days ? *days : template_days) {
        window.last = window.first + (*length - 1);
    } else {
        return fail(usage_error("when does the plan run?",
                                "say --period 2026-Q4, --ends DATE or --days 60"));
    }
    if (window.empty()) {
        return fail(usage_error(fmt::format("the plan would end on {}, before it starts on {}",
                                            to_string(window.last), to_string(window.first))));
    }
    return Run{window, *slug_from(to_string(window.first))};
}

/// True if the directory of that name holds plans of somebody with another name.
Result<bool> belongs_to_other(const Tree& tree, const Slug& rep, const std::string& name) {
    const auto listing = tree.list(rep);
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    if (listing->plans.empty()) {
        return false;
    }
    const auto terms = read_terms(tree, listing->plans.front());
    const auto plan = terms ? read_plan(*terms) : tl::unexpected(terms.error());
    return plan && normalise(plan->value.rep) != normalise(name);
}

/// The directory of a rep: --id, or made from the name; the second person of one name gets a
/// number.
Result<Slug> rep_slug(const Arguments& arguments, const Tree& tree, const std::string& name) {
    if (const auto id = arguments.value("id")) {
        auto slug = parse_slug(*id);
        if (!slug) {
            return fail(bad_value("--id", slug.error()));
        }
        return *std::move(slug);
    }
    const auto base = slug_from(name);
    if (!base) {
        return fail(
            usage_error(fmt::format("no directory name can be made from '{}'", visible(name)),
                        "give one with --id, such as --id r-1042"));
    }
    constexpr int most_of_one_name = 100;
    for (int n = 1; n <= most_of_one_name; ++n) {
        const Slug slug = n == 1 ? *base : numbered(*base, n);
        const auto taken = belongs_to_other(tree, slug, name);
        if (!taken) {
            return tl::unexpected(taken.error());
        }
        if (!*taken) {
            return slug;
        }
    }
    return fail(refusal(fmt::format("too many reps are called '{}'", base->str()),
                        "give one a name with --id"));
}

/// What goes into plan.yaml, field by field.
struct Terms {
    std::vector<std::pair<yaml::Path, yaml::Value>> fields;
    TemplateContext context;
};

void set_text(Terms& terms, const yaml::Path& path, const std::optional<std::string>& text) {
    if (text) {
        terms.fields.emplace_back(path, yaml::Value::string(*text));
    }
}

Result<std::optional<Decimal>> figure_option(const Arguments& arguments, std::string_view option,
                                             const std::optional<std::string>& unit) {
    const auto text = arguments.value(option);
    if (!text) {
        return std::nullopt;
    }
    const auto figure = parse_figure(fmt::format("--{}", option), *text, unit);
    if (!figure) {
        return tl::unexpected(figure.error());
    }
    return *figure;
}

Result<std::optional<std::string>> missed_period(const Arguments& arguments,
                                                 const Settings& settings, const Run& run) {
    if (const auto text = arguments.value("missed")) {
        const auto period = period_of("--missed", *text, settings);
        if (!period) {
            return tl::unexpected(period.error());
        }
        return period->label();
    }
    return run.period && arguments.has("quota") ? std::optional(run.period->previous().label())
                                                : std::nullopt;
}

Result<void> add_shortfall(Terms& terms, const Arguments& arguments, const Settings& settings,
                           const Run& run) {
    const auto unit = arguments.has("unit") ? arguments.value("unit") : settings.currency;
    const auto quota = figure_option(arguments, "quota", unit);
    const auto attained = figure_option(arguments, "attained", unit);
    const auto ramp = figure_option(arguments, "ramp", "%");
    const auto period = missed_period(arguments, settings, run);
    Diagnostics errors;
    if (const auto cause = arguments.value("cause"); cause && !parse_cause(*cause)) {
        errors.push_back(bad_value("--cause", parse_cause(*cause).error()));
    }
    collect(errors, quota);
    collect(errors, attained);
    collect(errors, ramp);
    collect(errors, period);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    terms.context.quota = *quota;
    terms.context.unit = unit;
    set_text(terms, {"shortfall", "cause"}, arguments.value("cause"));
    set_text(terms, {"shortfall", "period"}, *period);
    set_text(terms, {"shortfall", "metric"}, arguments.value("metric"));
    set_text(terms, {"shortfall", "unit"}, *quota || *attained ? unit : arguments.value("unit"));
    for (const auto& [key, figure] :
         {std::pair{"quota", *quota}, {"ramp", *ramp}, {"attained", *attained}}) {
        if (figure) {
            terms.fields.emplace_back(yaml::Path{"shortfall", key},
                                      yaml::Value::verbatim(to_string(*figure)));
        }
    }
    set_text(terms, {"shortfall", "summary"}, arguments.value("summary"));
    return {};
}

Result<Terms> terms_from(const Arguments& arguments, const Io& io, const Tree& tree,
                         const std::string& rep, const Run& run) {
    Terms terms;
    set_text(terms, {"rep"}, rep);
    for (const std::string_view key : {"role", "team", "hr"}) {
        set_text(terms, {std::string(key)}, arguments.value(key));
    }
    if (const auto manager = arguments.value("manager")) {
        terms.context.manager = manager;
    } else if (const auto self = author(arguments, io)) {
        terms.context.manager = *self;
    }
    set_text(terms, {"manager"}, terms.context.manager);
    terms.context.starts = run.window.first;
    terms.fields.emplace_back(yaml::Path{"starts"},
                              yaml::Value::verbatim(to_string(run.window.first)));
    terms.fields.emplace_back(yaml::Path{"ends"},
                              yaml::Value::verbatim(to_string(run.window.last)));
    if (const auto text = arguments.value("reviews")) {
        const auto schedule = parse_schedule(*text);
        if (!schedule) {
            return fail(bad_value("--reviews", schedule.error()));
        }
        set_text(terms, {"reviews"}, to_string(*schedule));
    }
    if (auto added = add_shortfall(terms, arguments, tree.settings(), run); !added) {
        return tl::unexpected(std::move(added).error());
    }
    return terms;
}

/// The template with the terms in it.
Result<std::string> plan_text(Template from, const Terms& terms) {
    Result<yaml::Document> document = std::move(from.terms);
    for (const auto& [path, value] : terms.fields) {
        if (document) {
            document = yaml::set(*document, path, value);
        }
    }
    if (document) {
        document = resolve_template(*std::move(document), terms.context);
    }
    if (!document) {
        return tl::unexpected(std::move(document).error());
    }
    if (auto plan = read_plan(*document); !plan) {
        return tl::unexpected(std::move(plan).error());
    }
    return document->text();
}

/// The terms as the person left them in the editor.
Result<Words> edited_text(Io& io, const std::string& text, const std::string& shown) {
    auto draft = io.edit(text, "plan.yaml");
    if (!draft) {
        return tl::unexpected(std::move(draft).error());
    }
    const auto document = yaml::Document::read(draft->path, draft->text);
    const auto plan = document ? read_plan(*document) : tl::unexpected(document.error());
    if (!plan) {
        Diagnostics errors = plan.error();
        errors.push_back(usage_error(fmt::format("{} was not made", shown),
                                     fmt::format("what you typed is in {}", draft->path)));
        return fail(std::move(errors));
    }
    return Words{draft->text, *draft};
}

void warn_of_open_plans(Io& io, const Tree& tree, const PlanRef& ref, Date today) {
    const auto listing = tree.list(ref.rep);
    for (const PlanRef& other : listing ? listing->plans : std::vector<PlanRef>()) {
        const auto plan = load_plan(tree, other);
        if (other != ref && plan &&
            is_open(state_of(tree, *plan, agreed_terms(tree, *plan, today), today))) {
            io.report({warning(fmt::format("{} is still open", to_string(other)),
                               "close it with a review that decides met, not-met or withdraw")});
        }
    }
}

/// A plan without goals needs some; one from a template may be looked at.
std::string next_command(const PlanRef& ref, const std::string& text) {
    const auto document = yaml::Document::read("", text);
    const bool has_goals = document && document->root().find("goals").size() > 0;
    return has_goals ? fmt::format("perfplan status {}", to_string(ref))
                     : fmt::format("perfplan goal add {} GOAL=BASELINE..TARGET", to_string(ref));
}

Result<std::string> rep_name(const Arguments& arguments) {
    std::string name(trim(arguments.positionals().front()));
    if (name.empty()) {
        return fail(usage_error("the rep's name is empty", "write it like 'Dana Reyes'"));
    }
    if (name.find('\n') != std::string::npos) {
        return fail(
            usage_error("the rep's name has more than one line", "write it like 'Dana Reyes'"));
    }
    return name;
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto name = rep_name(arguments);
    const auto date = today(io);
    const auto tree = open_tree(arguments, io);
    Diagnostics errors;
    collect(errors, name);
    collect(errors, date);
    collect(errors, tree);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    auto from = read_template(*tree, arguments.value("template"));
    if (!from) {
        return tl::unexpected(std::move(from).error());
    }
    auto run = arguments.has("period")
                   ? run_of_period(arguments, tree->settings())
                   : run_of_dates(arguments, tree->settings(), *date, from->days);
    const auto rep = rep_slug(arguments, *tree, *name);
    collect(errors, run);
    collect(errors, rep);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    if (const auto id = arguments.value("plan-id")) {
        const auto slug = parse_slug(*id);
        if (!slug) {
            return fail(bad_value("--plan-id", slug.error()));
        }
        run->plan = *slug;
    }
    const PlanRef ref{*rep, run->plan};
    const auto terms = terms_from(arguments, io, *tree, *name, *run);
    if (!terms) {
        return tl::unexpected(terms.error());
    }
    auto text = plan_text(*std::move(from), *terms);
    if (!text) {
        return tl::unexpected(std::move(text).error());
    }
    Words words{*std::move(text)};
    if (arguments.has("edit")) {
        auto edited = edited_text(io, words.text, to_string(ref));
        if (!edited) {
            return tl::unexpected(std::move(edited).error());
        }
        words = *std::move(edited);
    }
    const auto saved = create_plan(*tree, ref, words.text, dry_run(arguments));
    if (!saved) {
        return fail(with_draft(saved.error(), words));
    }
    settle_draft(arguments, io, words);
    warn_of_open_plans(io, *tree, ref, *date);
    tell_saved(arguments, io, *saved, next_command(ref, words.text));
    return ExitCode::done;
}

}  // namespace

Command create_command() {
    Command command;
    command.name = "create";
    command.summary = "Open a plan for a rep";
    command.description =
        "Makes plans/<rep>/<plan>/plan.yaml from the options and a template. The rep's directory is named after the "
        "rep, or by --id; the plan after its period, or by --plan-id.";
    command.positionals = {{"REP", "the rep's name", Positional::Arity::one, Completes::person}};
    command.options = {
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
        {"hr", 0, "NAME", "who accompanies it for HR", Option::Times::once, Completes::person},
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
        {"ramp", 0, "PERCENT", "how much of the quota applied"},
        {"summary", 0, "TEXT", "what happened, in words"},
        {"edit", 'e', "", "look over the terms in your editor first"},
        by_option(),
        dry_run_option(),
        quiet_option(),
    };
    command.examples = {
        {"perfplan create 'Dana Reyes' --period 2026-Q4 --quota 250k --attained 162k --metric bookings",
         "a plan for the quarter after a miss"},
        {"perfplan create 'Kim Park' --template activity-30-days --edit",
         "from a template, looked over first"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
