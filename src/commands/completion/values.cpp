#include "commands/completion/values.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/session.hpp"
#include "commands/create/template.hpp"
#include "evaluate/plan/follow_ups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace perfplan::commands {

namespace {

using Candidates = std::vector<Candidate>;

/// More names than that are shown without saying what they are: nobody reads it, and every plan has
/// to be opened for it.
constexpr std::size_t most_described = 24;

struct Place {
    Tree tree;
    Date today;
};

/// The named plan as it stands, with what is agreed in it.
struct NamedPlan {
    LoadedPlan loaded;
    PlanStatus status;
};

std::optional<NamedPlan> named_plan(const Place& place, const Arguments& arguments, const Io& io) {
    if (arguments.positionals().empty()) {
        return std::nullopt;
    }
    const auto ref = resolve_plan(place.tree, arguments.positionals().front(), place.today, io);
    auto loaded = ref.and_then([&](const PlanRef& of) { return load_plan(place.tree, of); });
    if (!loaded) {
        return std::nullopt;
    }
    PlanStatus status = evaluate_plan(place.tree, *loaded, place.today);
    return NamedPlan{*std::move(loaded), std::move(status)};
}

// ---- of the whole tree

/// The terms as plan.yaml has them, and nothing that was recorded: many plans are read for a few
/// names.
std::optional<Plan> terms_of(const Tree& tree, const PlanRef& ref) {
    const std::string path = fmt::format("{}/{}/{}", plans_directory, to_string(ref), terms_file);
    auto bytes = tree.root().read(path);
    if (!bytes || !*bytes) {
        return std::nullopt;
    }
    const auto document =
        yaml::Document::read(path, **std::move(bytes), yaml::CrossCheck::left_for_later);
    auto plan = document.and_then(read_plan);
    return plan ? std::optional(std::move(plan->value)) : std::nullopt;
}

Candidates plans(const Place& place, std::string_view typed) {
    const auto all = place.tree.list();
    if (!all) {
        return {};
    }
    std::vector<PlanRef> refs = all->plans;
    std::erase_if(refs, [&](const PlanRef& ref) { return !to_string(ref).starts_with(typed); });
    Candidates names;
    for (const PlanRef& ref : refs) {
        names.push_back({to_string(ref)});
    }
    if (refs.size() <= most_described) {
        for (std::size_t i = 0; i < refs.size(); ++i) {
            const auto terms = terms_of(place.tree, refs[i]);
            names[i].what = terms ? terms->rep : "";
        }
    }
    return names;
}

Candidates reps(const Place& place) {
    const auto all = place.tree.list();
    Candidates names;
    for (const PlanRef& ref : all ? all->plans : std::vector<PlanRef>()) {
        if (names.empty() || names.back().word != ref.rep.str()) {
            names.push_back({ref.rep.str()});
        }
    }
    return names;
}

/// What the plans of the tree say, each name once.
Candidates names_in_plans(const Place& place,
                          std::vector<std::optional<std::string>> (*names_in)(const Plan&)) {
    const auto all = place.tree.list();
    std::set<std::string> names;
    for (const PlanRef& ref : all ? all->plans : std::vector<PlanRef>()) {
        const auto terms = terms_of(place.tree, ref);
        for (const auto& name :
             terms ? names_in(*terms) : std::vector<std::optional<std::string>>()) {
            if (name) {
                names.insert(*name);
            }
        }
    }
    Candidates found;
    for (const std::string& name : names) {
        found.push_back({name});
    }
    return found;
}

std::vector<std::optional<std::string>> team_of(const Plan& terms) {
    return {terms.team};
}

std::vector<std::optional<std::string>> people_of(const Plan& terms) {
    std::vector<std::optional<std::string>> people{terms.rep, terms.manager, terms.hr};
    for (const auto& [id, activity] : terms.activities) {
        people.push_back(activity.owner);
    }
    return people;
}

Candidates templates(const Place& place) {
    const auto names = template_names(place.tree);
    Candidates found;
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
        found.push_back({name});
    }
    return found;
}

template <class T>
Candidates titled(const Keyed<T>& things) {
    Candidates found;
    for (const auto& [id, thing] : things) {
        found.push_back({id.str(), thing.title});
    }
    return found;
}

/// The calendar's quarters and halves around today, and its year.
Candidates periods(Date today) {
    Candidates found;
    const int quarter = today.year() * 4 + static_cast<int>(today.month() - 1) / 3;
    for (int q = quarter - 2; q <= quarter + 2; ++q) {
        found.push_back({fmt::format("{}-Q{}", q / 4, q % 4 + 1)});
    }
    found.push_back({fmt::format("{}-H{}", quarter / 4, quarter % 4 / 2 + 1)});
    found.push_back({std::to_string(today.year())});
    return found;
}

// ---- of the plan that was named

/// The dates of the plan: what is due and when it runs.
Candidates dates_of(const PlanStatus& plan) {
    Candidates dates{{to_string(plan.timeline.starts), "first day of the plan"}};
    for (const NextStep& step : plan.next) {
        dates.push_back({to_string(step.on), describe(step)});
    }
    if (plan.reviews.last) {
        dates.push_back({to_string(*plan.reviews.last), "last review"});
    }
    if (plan.last_reading) {
        dates.push_back({to_string(*plan.last_reading), "last reading"});
    }
    dates.push_back({to_string(plan.timeline.ends), "last day of the plan"});
    return dates;
}

/// Words that every option for a date takes.
Candidates days_in_words() {
    constexpr std::array words{"today",     "yesterday", "tomorrow", "monday", "tuesday",
                               "wednesday", "thursday",  "friday",   "eom",    "eoq"};
    Candidates found;
    for (const char* word : words) {
        found.push_back({word});
    }
    return found;
}

Candidates dates(const std::optional<NamedPlan>& plan) {
    Candidates found = days_in_words();
    for (Candidate& date : plan ? dates_of(plan->status) : Candidates()) {
        const bool is_there = std::any_of(found.begin(), found.end(), [&](const Candidate& known) {
            return known.word == date.word;
        });
        if (!is_there) {
            found.push_back(std::move(date));
        }
    }
    return found;
}

Candidates figures(const PlanStatus& plan) {
    Candidates found;
    for (const GoalStatus& goal : plan.goals) {
        if (goal.kind != GoalKind::deliverable) {
            found.push_back({goal.id.str() + "=", goal.terms.title});
        }
    }
    return found;
}

Candidates goals(const PlanStatus& plan) {
    Candidates found;
    for (const GoalStatus& goal : plan.goals) {
        found.push_back({goal.id.str(), goal.terms.title});
    }
    return found;
}

Candidates skills(const PlanStatus& plan) {
    Candidates found;
    for (const SkillStatus& skill : plan.skills) {
        found.push_back({skill.id.str(), skill.title});
    }
    return found;
}

/// "discovery=", and behind that every level with what it means.
Candidates levels(const PlanStatus& plan, std::string_view typed) {
    Candidates found;
    for (const SkillStatus& skill : plan.skills) {
        const std::string start = skill.id.str() + "=";
        if (!typed.starts_with(start)) {
            found.push_back({start, skill.title});
            continue;
        }
        for (int level = lowest_level; level <= highest_level; ++level) {
            found.push_back(
                {start + std::to_string(level), meaning_of(skill.levels, level).value_or("")});
        }
    }
    return found;
}

/// What can still be ticked off.
Candidates activities(const PlanStatus& plan) {
    Candidates found;
    for (const ActivityStatus& activity : plan.activities) {
        found.push_back({activity.id.str(), activity.title});
    }
    for (const GoalStatus& goal : plan.goals) {
        if (goal.kind == GoalKind::deliverable && !goal.done_on) {
            found.push_back({goal.id.str(), goal.terms.title});
        }
    }
    for (const FollowUpStatus& follow_up : plan.follow_ups) {
        if (!follow_up.id.empty()) {
            found.push_back({follow_up.id.str(), follow_up.what});
        }
    }
    return found;
}

Candidates of_plan(Completes completes, std::string_view typed, const PlanStatus& plan) {
    switch (completes) {
        case Completes::goal: return goals(plan);
        case Completes::figure: return figures(plan);
        case Completes::skill: return skills(plan);
        case Completes::level: return levels(plan, typed);
        case Completes::activity: return activities(plan);
        default: return {};
    }
}

}  // namespace

std::vector<Candidate> candidates(Completes completes, std::string_view typed,
                                  const Arguments& arguments, Io& io) {
    const auto date = today(io);
    auto tree = open_tree(arguments, io);
    if (!date || !tree) {
        const bool needs_no_tree = completes == Completes::date;
        return needs_no_tree ? days_in_words() : Candidates();
    }
    const Place place{*std::move(tree), *date};
    switch (completes) {
        case Completes::plan: return plans(place, typed);
        case Completes::rep: return reps(place);
        case Completes::team: return names_in_plans(place, team_of);
        case Completes::person: return names_in_plans(place, people_of);
        case Completes::template_name: return templates(place);
        case Completes::competency: return titled(place.tree.settings().competencies);
        case Completes::objective: return titled(place.tree.settings().objectives);
        case Completes::period: return periods(place.today);
        case Completes::date: return dates(named_plan(place, arguments, io));
        default: break;
    }
    const auto plan = named_plan(place, arguments, io);
    if (plan && completes == Completes::planned) {
        return titled(plan->loaded.terms.activities);  // in force yet or not
    }
    return plan ? of_plan(completes, typed, plan->status) : Candidates();
}

}  // namespace perfplan::commands
