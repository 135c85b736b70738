// perfplan report: plans as documents.
#include "base/name_table.hpp"
#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/listing.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "commands/report/portfolio.hpp"
#include "output/report/plan_report.hpp"
#include "store/commit.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::commands {

namespace {

constexpr std::array<std::pair<std::string_view, Language>, 2> languages{
    {{"html", Language::html}, {"md", Language::markdown}}};

/// --format, or what the ending of -o says, or HTML.
Result<Language> language_of(const Arguments& arguments) {
    if (const auto name = arguments.value("format")) {
        if (const auto language = find_named(languages, *name)) {
            return *language;
        }
        return fail(
            usage_error(fmt::format("--format: a report can't be had as '{}'", visible(*name)),
                        choose_from(*name, names_in(languages))));
    }
    const auto file = arguments.value("output");
    if (!file || *file == "-") {
        return Language::html;
    }
    const std::string ending = ending_of(*file);
    if (const auto language = find_named(languages, ending == "htm" ? "html" : ending)) {
        return *language;
    }
    return fail(
        usage_error(fmt::format("the ending of '{}' says no format of a report", visible(*file)),
                    "add --format html or md, or call it .html or .md"));
}

Result<Audience> audience_of(const Arguments& arguments) {
    const auto text = arguments.value("for");
    if (!text) {
        return Audience::everyone;
    }
    const auto audience = parse_audience(*text);
    if (!audience) {
        return fail(invalid_value("--for", audience.error()));
    }
    return *audience;
}

/// The company's own template, if one is named.
Result<std::optional<MustacheTemplate>> template_of(const Arguments& arguments, Language language) {
    const auto file = arguments.value("template");
    if (!file) {
        return std::nullopt;
    }
    return read_input(*file)
        .and_then([&](std::string text) {
            return MustacheTemplate::read(*file, std::move(text), language,
                                          documented(report_shape()));
        })
        .map([](MustacheTemplate read) { return std::optional(std::move(read)); });
}

/// How the report is to be written.
struct ReportRequest {
    Language language = Language::html;
    Audience audience = Audience::everyone;
    std::optional<MustacheTemplate> own;  ///< --template
};

Result<ReportRequest> request_from(const Arguments& arguments) {
    const auto language = language_of(arguments);
    const auto audience = audience_of(arguments);
    auto own = template_of(arguments, language.value_or(Language::html));
    Diagnostics errors;
    collect(errors, language);
    collect(errors, audience);
    collect(errors, own);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return ReportRequest{*language, *audience, *std::move(own)};
}

/// Who makes a report without --for should know that it is not all there is; whoever gets it, not.
void tell_of_private(const std::vector<PastRecord>& records, Audience audience, Io& io) {
    const auto hidden = std::count_if(records.begin(), records.end(), [](const PastRecord& past) {
        return past.entry.privacy == Privacy::private_;
    });
    if (hidden > 0 && audience == Audience::everyone) {
        Diagnostic note =
            warning(fmt::format("{} left out", count(static_cast<std::size_t>(hidden),
                                                     "private record is", "private records are")),
                    "--for manager or hr takes them in, --for rep says nothing of them");
        note.severity = Severity::note;
        io.report({note});
    }
}

Result<ExitCode> report_one(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto request = request_from(arguments);
    const auto tree = open_tree(arguments, io);
    Diagnostics errors;
    collect(errors, now);
    collect(errors, request);
    collect(errors, tree);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    const auto date = as_of(arguments, tree->settings(), *now);
    const auto ref = resolve_plan(*tree, arguments.positionals().front(), *now, io);
    collect(errors, date);
    collect(errors, ref);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY(const auto plan, load_plan(*tree, *ref));
    io.report(plan.diagnostics);
    const PlanStatus status = evaluate_plan(*tree, plan, *date);
    io.report(warnings_of_terms(*tree, plan, status.agreed));
    io.report(notes_on_late_records(plan, *date));
    const auto records = history(tree->settings(), status, plan.journal, *date);
    tell_of_private(records, request->audience, io);
    const PlanReport report =
        plan_report(tree->settings(), status, records, request->audience, *date);
    const std::string text = request->own ? request->own->fill(view_of(report_shape(), report))
                                          : report_text(report, request->language);
    return deliver(arguments, io, text).map([&] { return worst(plan.diagnostics); });
}

Result<ExitCode> run_report(const Arguments& arguments, Io& io) {
    if (!is_about_many(arguments)) {
        return report_one(arguments, io);
    }
    const auto language = language_of(arguments);
    const auto audience = audience_of(arguments);
    Diagnostics errors;
    collect(errors, language);
    collect(errors, audience);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    const auto wanted =
        *audience == Audience::everyone ? std::optional<Audience>() : std::optional(*audience);
    return report_many(arguments, *language, wanted, io);
}

}  // namespace

Command report_command() {
    Command command;
    command.name = "report";
    command.summary = "Write a plan, or many, as a document";
    command.description =
        "With one PLAN everything about it on a page: the shortfall, the verdict and why, goals with charts, skills, who owes "
        "what, reviews, the rep's own words, signatures and the outcome. Without PLAN, with several or with filters a "
        "team's page: who needs attention first, every plan at a glance, and how the team is led. --consistency is HR's "
        "page. One file that needs nothing else, for screens and paper.";
    command.positionals = {
        plans_positional("a plan, or a rep with one open plan; '-' reads a list of them")};
    command.options = {
        {"format", 'f', "FORMAT", "html (default) or md", Option::Times::once, Completes::choice,
         names_in(languages)},
        {"output", 'o', "FILE", "write to FILE; its ending says the format", Option::Times::once,
         Completes::file},
        {"for", 0, "WHO", "rep, manager or hr: what they may see; without it, what the rep may see",
         Option::Times::once, Completes::choice, audiences()},
        as_of_option(),
        {"template", 0, "FILE", "fill in a template of your own, see perfplan-template(5)",
         Option::Times::once, Completes::file},
    };
    const std::vector<Option> many = many_plans_options();
    command.options.insert(command.options.end(), many.begin(), many.end());
    command.examples = {
        {"perfplan report dana-reyes -o dana.html", "a page to read, to send or to print"},
        {"perfplan report dana-reyes --for hr -o dana-hr.html", "with what is not for the rep"},
        {"perfplan report dana-reyes --format md", "as Markdown"},
        {"perfplan report --team west -o west.html", "a team's page"},
        {"perfplan report --consistency --period 2026 -o hr.html", "HR's page"},
    };
    command.run = run_report;
    return command;
}

}  // namespace perfplan::commands
