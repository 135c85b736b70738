#include "commands/check/scan.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/parallel.hpp"
#include "base/text/shell.hpp"
#include "check/rules/settings.hpp"
#include "commands/common/evaluation.hpp"
#include "output/schema/schemas.hpp"
#include "store/repair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace perfplan::commands {

namespace {

/// Points into a document; at what holds the place where the place itself is not there.
Diagnostic pointed(const yaml::Document& document, const Finding& finding) {
    yaml::Path path = finding.place.path;
    Place::Mark mark = finding.place.mark;
    while (!path.empty()) {
        const yaml::Node node = yaml::locate(document, path);
        if (node && (mark == Place::Mark::value || !node.key())) {
            return document.at_value(node, finding.message, finding.hint);
        }
        if (node) {
            return document.at_key(node, finding.message, finding.hint);
        }
        path.pop_back();
        mark = Place::Mark::key;
    }
    Diagnostic diagnostic;
    diagnostic.message = finding.message;
    diagnostic.hint = finding.hint;
    diagnostic.file = document.name();
    return diagnostic;
}

Diagnostic unpointed(std::string file, const Finding& finding) {
    Diagnostic diagnostic;
    diagnostic.message = finding.message;
    diagnostic.hint = finding.hint;
    diagnostic.file = std::move(file);
    return diagnostic;
}

void label(Diagnostic& diagnostic, const Rule& rule, Severity severity) {
    diagnostic.rule = rule.name;
    diagnostic.severity = severity;
    diagnostic.code = ExitCode::findings;
}

/// The rule that something told while a file was read falls under.
const Rule& rule_of(const Diagnostic& diagnostic) {
    const Rule* rule = find_rule(diagnostic.rule);
    if (rule == nullptr) {
        rule = find_rule(diagnostic.code == ExitCode::io ? rule::unreadable : rule::wrong_value);
    }
    return *rule;
}

/// What was told while files were read, as findings.
Diagnostics as_findings(Diagnostics told, const Settings& settings) {
    Diagnostics findings;
    for (Diagnostic& diagnostic : told) {
        const Rule& rule = rule_of(diagnostic);
        if (const auto severity = severity_of(rule, settings)) {
            label(diagnostic, rule, *severity);
            findings.push_back(std::move(diagnostic));
        }
    }
    return findings;
}

/// The plan that is checked, for the time between its reading and its findings.
struct PlanInputs {
    Journal journal;  ///< what was known
    std::vector<Pace> paces;
};

class Checker {
public:
    Checker(CheckedTree& checked, Date as_of, Date today)
        : checked_(checked), looked_(checked.plans.size()), as_of_(as_of), today_(today) {}

    void run() {
        in_parallel(checked_.plans.size(), [&](std::size_t i) { read(i); });
        std::vector<Pace> paces;
        for (PlanInputs& looked : looked_) {
            paces.insert(paces.end(), std::make_move_iterator(looked.paces.begin()),
                         std::make_move_iterator(looked.paces.end()));
        }
        peers_ = Peers(std::move(paces));
        in_parallel(checked_.plans.size(), [&](std::size_t i) { find(i); });
    }

private:
    [[nodiscard]] const Settings& settings() const { return checked_.tree().settings(); }

    void read(std::size_t i) {
        CheckedPlan& plan = checked_.plans[i];
        plan.inspection = inspect_plan(checked_.tree(), checked_.inspection.plans[i]);
        if (!plan.inspection.plan) {
            return;
        }
        LoadedPlan& loaded = *plan.inspection.plan;
        plan.status = evaluate_plan(checked_.tree(), loaded, as_of_);
        looked_[i].journal = as_of_ < today_ ? known_on(loaded.journal, as_of_) : loaded.journal;
        looked_[i].paces = paces_of(settings(), *plan.status);
    }

    void find(std::size_t i) {
        CheckedPlan& plan = checked_.plans[i];
        plan.findings = as_findings(plan.inspection.diagnostics, settings());
        if (!plan.status || !checked_.inspection.has_settings) {
            return;
        }
        const Subject subject{
            settings(), plan.inspection.plan->terms,  *plan.status,         looked_[i].journal,
            peers_,     plan.inspection.plan->sealed, open_plans_beside(i), as_of_,
            today_};
        for (const RuleFinding& found : run_rules(subject)) {
            plan.findings.push_back(placed(plan, found));
        }
    }

    /// The open plans of the rep whose plan this is.
    [[nodiscard]] std::vector<PlanRef> open_plans_beside(std::size_t i) const {
        const Slug& rep = checked_.inspection.plans[i].rep;
        std::vector<PlanRef> open;
        std::size_t first = i;
        while (first > 0 && checked_.inspection.plans[first - 1].rep == rep) {
            --first;
        }
        for (std::size_t j = first;
             j < checked_.plans.size() && checked_.inspection.plans[j].rep == rep; ++j) {
            const auto& status = checked_.plans[j].status;
            if (status && is_open(status->state)) {
                open.push_back(status->ref);
            }
        }
        return open;
    }

    [[nodiscard]] Diagnostic placed(const CheckedPlan& plan, const RuleFinding& found) const {
        const Finding& finding = found.finding;
        Diagnostic diagnostic;
        if (finding.place.file == terms_file) {
            diagnostic = pointed(*plan.inspection.terms, finding);
        } else {
            const std::string relative = fmt::format(
                "{}/{}/{}", plans_directory, to_string(plan.inspection.ref), finding.place.file);
            const auto document =
                finding.place.path.empty() ? std::nullopt : document_at(checked_.tree(), relative);
            diagnostic = document ? pointed(*document, finding)
                                  : unpointed(checked_.tree().root().shown(relative), finding);
        }
        label(diagnostic, *found.rule, *severity_of(*found.rule, settings()));
        return diagnostic;
    }

    CheckedTree& checked_;
    std::vector<PlanInputs> looked_;
    Peers peers_;
    Date as_of_;
    Date today_;
};

/// A finding of a rule that looks at the tree as a whole.
void add(CheckedTree& checked, std::string_view name, Diagnostic diagnostic) {
    const Rule& rule = *find_rule(name);
    if (const auto severity = severity_of(rule, checked.tree().settings())) {
        label(diagnostic, rule, *severity);
        checked.findings.push_back(std::move(diagnostic));
    }
}

void look_at_settings(CheckedTree& checked) {
    const Findings findings = unknown_rules(checked.tree().settings());
    const auto document =
        findings.empty() ? std::nullopt : document_at(checked.tree(), settings_file);
    for (const Finding& finding : findings) {
        if (document) {
            add(checked, "unknown-rule", pointed(*document, finding));
        }
    }
}

/// Schemas that are there and not what this version writes; a tree may do without any.
void look_at_schemas(CheckedTree& checked) {
    for (const SchemaFile& schema : schema_files()) {
        const std::string relative = fmt::format("{}/{}", schema_directory, schema.name);
        const auto there = checked.tree().root().read(relative);
        if (there && *there && **there != schema.text) {
            add(checked, "outdated-schema",
                unpointed(checked.tree().root().shown(relative),
                          {{},
                           "is not the schema of this version: editors check by other rules",
                           "'perfplan check --fix' refreshes it"}));
        }
    }
}

void look_at_permissions(CheckedTree& checked) {
    if (const auto exposure = exposure_of(checked.tree())) {
        Diagnostic open =
            unpointed(exposure->path,
                      {{},
                       fmt::format("can be entered by other users of this machine (mode {:04o})",
                                   exposure->mode),
                       fmt::format("'perfplan check --fix' or 'chmod go= {}' closes it",
                                   shell_word(exposure->path))});
        add(checked, "permissions", std::move(open));
    }
}

}  // namespace

Result<CheckedTree> check_tree(const TreeLocation& location, Date as_of, Date today) {
    PERFPLAN_TRY(auto inspection, inspect_tree(location));
    CheckedTree checked{std::move(inspection), {}, {}};
    checked.findings = as_findings(checked.inspection.diagnostics, checked.tree().settings());
    look_at_settings(checked);
    look_at_permissions(checked);
    look_at_schemas(checked);
    checked.plans.resize(checked.inspection.plans.size());
    Checker(checked, as_of, today).run();
    return checked;
}

void sort_by_file(Diagnostics& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                         return std::tie(a.file, a.at) < std::tie(b.file, b.at);
                     });
}

}  // namespace perfplan::commands
