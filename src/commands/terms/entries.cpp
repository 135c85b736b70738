#include "commands/terms/entries.hpp"

#include "evaluate/plan/development.hpp"
#include "evaluate/plan/timeline.hpp"
#include "model/plan.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

std::vector<Option> change_options() {
    return {reason_option(), by_option(), dry_run_option(), quiet_option()};
}

std::vector<Option> add_options(const Section& section) {
    std::vector<Option> options = field_options(section);
    std::ranges::move(change_options(), std::back_inserter(options));
    return options;
}

std::vector<Option> set_options(const Section& section) {
    std::vector<Option> options = field_options(section);
    options.push_back(unset_option(section));
    std::ranges::move(change_options(), std::back_inserter(options));
    return options;
}

namespace {

/// One field as it was given: its value, or its figures by date.
yaml::Value value_of(const std::vector<FieldEdit>& edits, std::string_view field) {
    std::vector<yaml::Value::Entry> figures;
    for (const FieldEdit& edit : edits) {
        if (edit.path.front() != field) {
            continue;
        }
        if (edit.path.size() == 1) {
            return edit.value;
        }
        figures.emplace_back(edit.path.back(), edit.value);
    }
    return yaml::Value::mapping(std::move(figures), yaml::Value::Layout::flow);
}

yaml::Value entry_value(const Section& section, const std::vector<FieldEdit>& edits) {
    std::vector<yaml::Value::Entry> entries;
    for (const FieldInfo& field : section.fields()) {
        if (has_field(edits, field.name)) {
            entries.emplace_back(std::string(field.name), value_of(edits, field.name));
        }
    }
    return yaml::Value::mapping(std::move(entries));
}

yaml::Path path_to(const Section& section, const Slug& id,
                   const std::vector<std::string>& below = {}) {
    yaml::Path path{std::string(section.key), id.str()};
    path.insert(path.end(), below.begin(), below.end());
    return path;
}

/// Applies one edit for each item, as long as all goes well.
template <class Items, class Edit>
Result<yaml::Document> for_each_of(const Items& items, Result<yaml::Document> terms,
                                   const Edit& edit) {
    for (const auto& item : items) {
        if (!terms) {
            break;
        }
        terms = edit(*terms, item);
    }
    return terms;
}

Result<yaml::Document> copy_of(const yaml::Document& terms) {
    return yaml::Document::read(terms.name(), terms.text());
}

}  // namespace

Result<yaml::Document> with_entries(const yaml::Document& terms, const Section& section,
                                    const std::vector<NewEntry>& entries) {
    return for_each_of(entries, copy_of(terms),
                       [&](const yaml::Document& document, const NewEntry& entry) {
                           return yaml::set(document, path_to(section, entry.id),
                                            entry_value(section, entry.fields), terms_order);
                       });
}

Result<yaml::Document> with_changes(const yaml::Document& terms, const Section& section,
                                    const Slug& id, const FieldChanges& changes) {
    auto without = for_each_of(
        changes.unset, copy_of(terms),
        [&](const yaml::Document& document, const std::string& name) {
            const yaml::Path path = path_to(section, id, {name});
            return yaml::locate(document, path) ? yaml::remove(document, path) : copy_of(document);
        });
    return for_each_of(changes.set, std::move(without),
                       [&](const yaml::Document& document, const FieldEdit& edit) {
                           return yaml::set(document, path_to(section, id, edit.path), edit.value,
                                            terms_order);
                       });
}

Result<yaml::Document> without_entries(const yaml::Document& terms, const Section& section,
                                       const std::vector<Slug>& entries) {
    return for_each_of(
        entries, copy_of(terms), [&](const yaml::Document& document, const Slug& id) {
            const bool is_last = document.root().find(section.key).size() == 1;
            return yaml::remove(
                document, is_last ? yaml::Path{std::string(section.key)} : path_to(section, id));
        });
}

namespace {

/// A date of the terms, under the name that an amendment has for it.
using NamedDate = std::pair<std::string, std::optional<Date>>;

std::vector<NamedDate> dates_of(const Plan& plan) {
    std::vector<NamedDate> dates;
    for (const auto& [id, goal] : plan.goals) {
        dates.emplace_back("goals." + id.str() + ".due", goal.due);
        dates.emplace_back("goals." + id.str() + ".deliver", goal.deliver);
    }
    for (const auto& [id, skill] : plan.skills) {
        dates.emplace_back("skills." + id.str() + ".by", skill.by);
    }
    for (const auto& [id, activity] : plan.activities) {
        dates.emplace_back("activities." + id.str() + ".due", activity.due);
    }
    return dates;
}

/// The terms hold dates as if there were no pauses: who sets one behind a pause is told where it
/// comes to lie.
std::optional<Diagnostic> moved(const Settings& settings, const Timeline& line,
                                const std::string& name, Date date) {
    const Date moved = moved_by_pauses(settings, settings.workdays(), line, date);
    if (moved == date) {
        return std::nullopt;
    }
    return warning(fmt::format("{}: {} comes to lie on {}, for the plan was paused", name,
                               to_string(date), to_string(moved)),
                   "plan.yaml holds dates as if there were no pauses; give one that is earlier by "
                   "those days if you mean the day itself");
}

std::optional<Diagnostic> outside(const Plan& plan, const Timeline& line, const std::string& name,
                                  Date date) {
    const auto words = outside_in_words(plan, line, date);
    return words ? std::optional(warning(
                       fmt::format("{}: {} is {}", name, to_string(date), *words),
                       "choose a day inside the plan: 'perfplan check' takes it for an error"))
                 : std::nullopt;
}

/// Activities that recur, but begin so late or come so seldom that the plan is over before.
Diagnostics warn_of_never_due(const OpenPlan& open, const Plan& plan, const Timeline& line) {
    Diagnostics warnings;
    for (const ActivityStatus& status :
         activity_statuses(open.tree.settings(), plan, line, {}, open.today)) {
        const Activity* before = find(open.written.activities, status.id.str());
        const Activity& now = *find(plan.activities, status.id.str());
        const bool is_as_before =
            before != nullptr && before->every == now.every && before->starts == now.starts;
        if (status.every && !status.due && !is_as_before) {
            warnings.push_back(warning(
                fmt::format("activities.{}: the plan ends before it is due", status.id.str()),
                "begin it earlier, or have it done more often"));
        }
    }
    return warnings;
}

/// What is to be known of dates that the terms did not have before.
Diagnostics warn_of_new_dates(const OpenPlan& open, const std::string& after) {
    const Settings& settings = open.tree.settings();
    const Timeline line = timeline(settings, open.plan.terms, open.plan.journal, open.today);
    const auto document = yaml::Document::read("", after);
    const auto plan = document ? read_plan(*document) : tl::unexpected(document.error());
    if (!plan) {
        return {};
    }
    const std::vector<NamedDate> before = dates_of(open.written);
    Diagnostics warnings;
    for (const auto& [name, date] : dates_of(plan->value)) {
        const bool is_new =
            std::find(before.begin(), before.end(), NamedDate(name, date)) == before.end();
        if (!date || !is_new) {
            continue;
        }
        for (const auto& told :
             {outside(plan->value, line, name, *date), moved(settings, line, name, *date)}) {
            if (told) {
                warnings.push_back(*told);
            }
        }
    }
    append(warnings, warn_of_never_due(open, plan->value, line));
    return warnings;
}

}  // namespace

Result<ExitCode> change_and_tell(const Arguments& arguments, Io& io, const OpenPlan& open,
                                 const TermsEdit& edit, std::string_view next,
                                 const Diagnostics& warnings, std::string_view summary) {
    PERFPLAN_TRY(const auto made, edit_or_amend(arguments, io, open, edit));
    io.report(warnings);
    io.report(warn_of_new_dates(open, made.files.terms.after));
    print_terms_change(arguments, io, open, made, next, summary);
    return ExitCode::done;
}

std::string list_of(const SectionCommands& commands, const OpenPlan& open) {
    return fmt::format("perfplan {} {}", commands.list, to_string(open.plan.ref));
}

Result<ExitCode> set_entry(const Arguments& arguments, Io& io, const SectionCommands& commands,
                           const Settle& settle) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY(const auto named, commands.named(arguments, open.written));
    const Slug& id = named.front();
    PERFPLAN_TRY(auto changes, field_changes(commands.section, arguments,
                                             commands.context(open, id), commands.example));
    PERFPLAN_TRY(const auto summary, settle ? settle(changes, id, open) : Result<std::string>());
    return change_and_tell(
        arguments, io, open,
        [&](const yaml::Document& terms) {
            return with_changes(terms, commands.section, id, changes);
        },
        list_of(commands, open), {}, summary);
}

Diagnostic warn_of_records(const OpenPlan& open, std::size_t records, std::string_view which) {
    const bool is_one = records == 1;
    const std::string stay = fmt::format("{} {} in the journal", which, is_one ? "stays" : "stay");
    return open.agreed.newest
               ? warning(stay)
               : warning(fmt::format("{}, where 'perfplan check' takes {}", stay,
                                     is_one ? "it for an error" : "them for errors"),
                         "nobody has signed terms that have it: put it back into plan.yaml, sign, "
                         "and take it out then");
}

Result<ExitCode> drop_entries(const Arguments& arguments, Io& io, const SectionCommands& commands,
                              Diagnostics (*what_stays)(const OpenPlan&,
                                                        const std::vector<Slug>&)) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY(const auto named, commands.named(arguments, open.written));
    return change_and_tell(
        arguments, io, open,
        [&](const yaml::Document& terms) {
            return without_entries(terms, commands.section, named);
        },
        list_of(commands, open), what_stays(open, named));
}

std::string_view reason_if_signed(const OpenPlan& open) {
    return open.agreed.newest ? " --reason TEXT" : "";
}

}  // namespace perfplan::commands
