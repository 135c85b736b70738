// perfplan check: everything that is wrong in a tree, at once.
#include "base/text/text.hpp"
#include "base/version.hpp"
#include "commands/check/fix.hpp"
#include "commands/check/scan.hpp"
#include "commands/common/listing.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "format/diagnostics.hpp"
#include "store/repair.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

/// --format, or what the ending of -o says, or text.
Result<DiagnosticsForm> check_format(const Arguments& arguments) {
    if (const auto name = arguments.value("format")) {
        if (const auto format = find_diagnostics_form(*name)) {
            return *format;
        }
        return fail(usage_error(fmt::format("--format: there is no format '{}'", visible(*name)),
                                choose_from(*name, diagnostics_forms())));
    }
    return find_diagnostics_form(ending_of(arguments.value("output").value_or("")))
        .value_or(DiagnosticsForm::text);
}

/// What the positionals leave to be told: of some plans, of some files, or everything.
struct Scope {
    std::vector<PlanRef> plans;
    std::vector<std::string> files;  ///< as findings call them

    [[nodiscard]] bool is_everything() const { return plans.empty() && files.empty(); }
};

bool names_a_file(std::string_view text) {
    return text.ends_with(".yaml") || text.ends_with(".yml");
}

/// Where the tree is: as for every command or, where files are named, above the first of these.
TreeLocation location_of(const Arguments& arguments, const Io& io) {
    if (const auto directory = arguments.value("directory")) {
        return {*directory, TreeLocation::Search::upwards};
    }
    if (const auto variable = io.variable("PERFPLAN_TREE")) {
        return {*variable, TreeLocation::Search::here};
    }
    for (const std::string& positional : arguments.positionals()) {
        const auto above = names_a_file(positional) ? tree_above(positional) : std::nullopt;
        if (above) {
            return {*above, TreeLocation::Search::here};
        }
    }
    return {};
}

Result<Scope> scope_of(const Arguments& arguments, const Tree& tree, Date today, const Io& io) {
    Scope scope;
    Diagnostics errors;
    for (const std::string& text : arguments.positionals()) {
        if (names_a_file(text)) {
            const auto file = path_in_tree(tree, text);
            collect(errors, file);
            if (file) {
                scope.files.push_back(tree.root().shown(*file));
            }
            continue;
        }
        const auto ref = resolve_plan(tree, text, today, io);
        collect(errors, ref);
        if (ref) {
            scope.plans.push_back(*ref);
        }
    }
    return errors.empty() ? Result<Scope>(std::move(scope)) : fail(std::move(errors));
}

bool is_in(const Scope& scope, const PlanRef& plan) {
    return std::find(scope.plans.begin(), scope.plans.end(), plan) != scope.plans.end();
}

bool is_in(const Scope& scope, const Diagnostic& finding) {
    return std::find(scope.files.begin(), scope.files.end(), finding.file) != scope.files.end();
}

/// The findings in the scope, by file and line.
Diagnostics findings_in(const Scope& scope, const CheckedTree& checked) {
    Diagnostics told;
    const auto take = [&](const Diagnostics& findings, bool all) {
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(told),
                     [&](const Diagnostic& finding) { return all || is_in(scope, finding); });
    };
    take(checked.findings, scope.is_everything());
    for (const CheckedPlan& plan : checked.plans) {
        take(plan.findings, scope.is_everything() || is_in(scope, plan.inspection.ref));
    }
    sort_by_file(told);
    return told;
}

std::size_t number_of(const Diagnostics& findings, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Diagnostic& finding) { return finding.severity == severity; }));
}

/// "2 errors and 1 warning in 11 plans"
std::string summary(const Scope& scope, const CheckedTree& checked, const Diagnostics& findings) {
    const std::size_t plans = scope.is_everything() ? checked.plans.size() : scope.plans.size();
    const std::string where = scope.files.empty() || !scope.plans.empty()
                                  ? count(plans, "plan")
                                  : count(scope.files.size(), "file");
    if (findings.empty()) {
        return fmt::format("nothing found in {}\n", where);
    }
    return fmt::format("{} and {} in {}\n", count(number_of(findings, Severity::error), "error"),
                       count(number_of(findings, Severity::warning), "warning"), where);
}

std::vector<DescribedRule> described_rules() {
    std::vector<DescribedRule> described;
    for (const Rule& rule : rules()) {
        described.push_back({rule.name, rule.severity, rule.reason});
    }
    return described;
}

std::string annotations(const Diagnostics& findings) {
    std::string text;
    for (const Diagnostic& finding : findings) {
        text += github_annotation(finding);
    }
    return text;
}

std::string text_of(DiagnosticsForm format, const Diagnostics& findings, ExitCode code,
                    const Io& io) {
    switch (format) {
        case DiagnosticsForm::json: return diagnostics_json(findings);
        case DiagnosticsForm::sarif: return sarif(findings, version, code, described_rules());
        case DiagnosticsForm::github: return annotations(findings);
        case DiagnosticsForm::text: break;
    }
    std::string text;
    for (const Diagnostic& finding : findings) {
        text += render(finding, io.color(Stream::output), io.width());
    }
    return text;
}

/// --as-of, or today. The fiscal year of the settings counts, if they can be read.
Result<Date> as_of_day(const Arguments& arguments, const TreeLocation& location, Date today) {
    if (!arguments.has("as-of")) {
        return today;
    }
    const auto tree = Tree::open(location);
    return as_of(arguments, tree ? tree->settings() : Settings(), today);
}

ExitCode code_of(const Diagnostics& findings, const Arguments& arguments) {
    const bool is_strict = arguments.has("strict");
    const bool fails =
        std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
            return finding.severity == Severity::error || is_strict;
        });
    return fails ? ExitCode::findings : ExitCode::done;
}

/// Puts right what can be, or shows what would be; gives what is left.
Result<CheckedTree> repair(const Arguments& arguments, CheckedTree checked,
                           const TreeLocation& location, Date as_of, Date today, Io& io) {
    const std::vector<Fix> fixes = fixes_of(checked);
    if (dry_run(arguments) == DryRun::yes) {
        for (const Fix& fix : fixes) {
            io.print(diff_of(fix));
        }
        const auto drop = [&](Diagnostics& findings) {
            std::erase_if(findings,
                          [&](const Diagnostic& finding) { return is_fixed(finding, fixes); });
        };
        drop(checked.findings);
        for (CheckedPlan& plan : checked.plans) {
            drop(plan.findings);
        }
        return checked;
    }
    for (const Fix& fix : fixes) {
        PERFPLAN_TRY_DO(apply(checked.tree(), fix));
        io.note_saved(fix.path);
        if (!arguments.has("quiet")) {
            io.print(told(fix));
        }
    }
    return fixes.empty() ? Result<CheckedTree>(std::move(checked))
                         : check_tree(location, as_of, today);
}

/// What goes with what.
Diagnostics check_options(const Arguments& arguments, DiagnosticsForm format) {
    Diagnostics errors;
    if (arguments.has("dry-run") && !arguments.has("fix")) {
        errors.push_back(
            usage_error("--dry-run goes with --fix", "without --fix nothing is changed anyway"));
    }
    if (arguments.has("fix") && !arguments.positionals().empty()) {
        errors.push_back(usage_error("--fix looks at the whole tree", "leave out what you named"));
    }
    if (arguments.has("fix") && arguments.has("as-of")) {
        errors.push_back(usage_error("--fix goes by what is known today", "leave out --as-of"));
    }
    if (arguments.has("fix") && format != DiagnosticsForm::text) {
        errors.push_back(usage_error("--fix tells what it does as text", "leave out --format"));
    }
    return errors;
}

Result<ExitCode> check(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto format = check_format(arguments);
    if (!now || !format) {
        return tl::unexpected(!now ? now.error() : format.error());
    }
    if (Diagnostics errors = check_options(arguments, *format); !errors.empty()) {
        return fail(std::move(errors));
    }
    const TreeLocation location = location_of(arguments, io);
    PERFPLAN_TRY(const auto date, as_of_day(arguments, location, *now));
    auto checked = check_tree(location, date, *now);
    if (checked && arguments.has("fix")) {
        checked = repair(arguments, *std::move(checked), location, date, *now, io);
    }
    if (!checked) {
        return tl::unexpected(std::move(checked).error());
    }
    PERFPLAN_TRY(const auto scope, scope_of(arguments, checked->tree(), *now, io));
    const Diagnostics findings = findings_in(scope, *checked);
    const ExitCode code = code_of(findings, arguments);
    std::string text = text_of(*format, findings, code, io);
    if (*format == DiagnosticsForm::text && !arguments.has("quiet")) {
        text += summary(scope, *checked, findings);
    }
    PERFPLAN_TRY_DO(deliver(arguments, io, text));
    return code;
}

/// The rules with their levels in this tree, or where there is none their usual ones.
Result<ExitCode> list_rules(const Arguments& arguments, Io& io) {
    const auto tree = Tree::open(location_of(arguments, io));
    const Settings settings = tree ? tree->settings() : Settings();
    constexpr std::size_t name_width = 22;
    constexpr std::size_t level_width = 8;
    for (const Rule& rule : rules()) {
        const auto severity = severity_of(rule, settings);
        io.print(fmt::format("{} {} {}\n", pad(rule.name, name_width),
                             pad(severity ? to_string(*severity) : "off", level_width),
                             rule.reason));
    }
    return ExitCode::done;
}

Result<ExitCode> run_check(const Arguments& arguments, Io& io) {
    return arguments.has("rules") ? list_rules(arguments, io) : check(arguments, io);
}

}  // namespace

Command check_command() {
    Command command;
    command.name = "check";
    command.summary = "Find all that is wrong: files, terms, SMART goals, conduct";
    command.description =
        "Looks at every file of the tree and tells all it finds, each with its place, the rule in brackets, and the "
        "way out. With PLAN or FILE only what concerns these; the whole tree is read all the same. perfplan-check(7) "
        "explains every rule, and the section 'check' of perfplan.yaml says how grave each is.";
    command.positionals = {{"PLAN", "a plan, a rep with one open plan, or a file of the tree",
                            Positional::Arity::any, Completes::plan}};
    command.options = {
        {"strict", 0, "", "exit with 1 on warnings, too"},
        as_of_option(),
        {"fix", 0, "", "put right what is mechanical: schemas, names of records, permissions"},
        {"dry-run", 'n', "", "with --fix: show what would change, and change nothing"},
        {"rules", 0, "", "list the rules, each with its level in this tree, and look at nothing"},
        {"format", 'f', "FORMAT", listing(diagnostics_forms(), "or"), Option::Times::once,
         Completes::choice, diagnostics_forms()},
        {"output", 'o', "FILE", "write to FILE; its ending may say the format", Option::Times::once,
         Completes::file},
        {"quiet", 'q', "", "no summary; say nothing when nothing is found"}};
    command.examples = {
        {"perfplan check", "the whole tree"},
        {"perfplan check dana-reyes --strict", "one plan, as strict as can be"},
        {"perfplan check --fix --dry-run", "what would be put right"},
        {"perfplan check --format sarif -o check.sarif", "for a code scanning service"},
        {"git diff --name-only -z --diff-filter=ACMR HEAD -- '*.yaml' | xargs -0r perfplan check",
         "the files changed since the last commit; 'perfplan init --git' checks what is staged"},
    };
    command.run = run_check;
    return command;
}

}  // namespace perfplan::commands
