#include "check/rules/records.hpp"

#include "base/digest.hpp"
#include "base/text/text.hpp"
#include "check/rules/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace perfplan::check::look {

namespace {

bool has(const std::vector<std::string>& known, const Slug& id) {
    return std::find(known.begin(), known.end(), id.str()) != known.end();
}

/// An id that some part of a record uses, and where.
struct Use {
    yaml::Path path;
    Place::Mark mark = Place::Mark::value;
    Slug id;
};

void add_items(std::vector<Use>& uses, std::string_view field, const std::vector<Slug>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        uses.push_back({{std::string(field), i}, Place::Mark::value, ids[i]});
    }
}

template <class T>
void add_keys(std::vector<Use>& uses, std::string_view field, const Keyed<T>& figures) {
    for (const auto& [id, figure] : figures) {
        uses.push_back({{std::string(field), id.str()}, Place::Mark::key, id});
    }
}

/// What ids of one sort may be, by the terms as they are and by all that were sealed: a goal that
/// was dropped keeps its readings.
template <class Known>
std::vector<std::string> ever_known(const Subject& subject, const Known& known) {
    std::vector<std::string> all = known(subject.written);
    for (const SealedTerms& sealed : subject.sealed) {
        const std::vector<std::string> then = known(sealed.terms);
        all.insert(all.end(), then.begin(), then.end());
    }
    return all;
}

void report_unknown(Findings& findings, const std::string& file, const std::vector<Use>& uses,
                    std::string_view noun, const std::vector<std::string>& known) {
    for (const Use& use : uses) {
        if (!has(known, use.id)) {
            findings.push_back({{file, use.path, use.mark},
                                fmt::format("the plan has no {} '{}'", noun, use.id.str()),
                                did_you_mean(use.id.str(), known)});
        }
    }
}

void unknown_in_records(Findings& findings, const Subject& subject) {
    const auto goals = ever_known(subject, [](const Plan& terms) { return ids(terms.goals); });
    const auto skills = ever_known(subject, [](const Plan& terms) { return ids(terms.skills); });
    std::vector<std::string> done = ever_known(subject, tickable);
    const std::vector<std::string> follow_ups = follow_up_ids(subject.journal);
    done.insert(done.end(), follow_ups.begin(), follow_ups.end());
    for (const JournalEntry& entry : subject.journal) {
        const Record& record = entry.record;
        std::vector<Use> of_goals;
        std::vector<Use> of_skills;
        std::vector<Use> of_done;
        add_keys(of_goals, "values", record.values);
        add_items(of_goals, "goals", record.goals);
        add_keys(of_skills, "levels", record.levels);
        add_items(of_skills, "skills", record.skills);
        add_items(of_done, "done", record.done);
        const std::string file = file_of(entry);
        report_unknown(findings, file, of_goals, "goal", goals);
        report_unknown(findings, file, of_skills, "skill", skills);
        report_unknown(findings, file, of_done, "activity, deliverable or follow-up", done);
    }
}

void unknown_in_terms(Findings& findings, const Subject& subject) {
    const std::vector<std::string> objectives = ids(subject.settings.objectives);
    for (const auto& [id, goal] : subject.written.goals) {
        if (goal.supports && !has(objectives, *goal.supports)) {
            findings.push_back(
                {at_goal(id, "supports"),
                 fmt::format("there is no objective '{}' in perfplan.yaml", goal.supports->str()),
                 did_you_mean(goal.supports->str(), objectives)});
        }
    }
    const std::vector<std::string> competencies = ids(subject.settings.competencies);
    for (const auto& [id, skill] : subject.written.skills) {
        if (!skill.title && !has(competencies, id)) {
            const std::string near = did_you_mean(id.str(), competencies);
            findings.push_back(
                {at_key({std::string("skills"), id.str()}),
                 fmt::format("skill '{}' is no competency in perfplan.yaml and has no title",
                             id.str()),
                 near.empty() ? "give it a title, or describe it under competencies" : near});
        }
    }
}

bool has_figures(const Record& record) {
    return !record.values.empty() || !record.levels.empty();
}

/// Why a record does not belong to the days of its plan; empty if it does.
std::string misfit(const Subject& subject, const Record& record) {
    const Timeline& timeline = subject.status.timeline;
    const bool tells_results = has_figures(record) || record.kind == RecordKind::review;
    const auto& outcome = subject.status.outcome;
    const auto& watched = subject.status.monitoring;
    if (watched && watched->days.contains(record.date) && record.kind == RecordKind::reading) {
        return {};  // how a success lasts is recorded then
    }
    if (outcome && record.date > outcome->on && record.kind != RecordKind::response) {
        return fmt::format("is dated after the plan was closed on {}", to_string(outcome->on));
    }
    if (tells_results && record.date < timeline.starts) {
        return fmt::format("is dated before the plan starts on {}", to_string(timeline.starts));
    }
    if (has_figures(record) && record.kind != RecordKind::review && record.date > timeline.ends) {
        return fmt::format("is dated after the plan's end on {}", to_string(timeline.ends));
    }
    return {};
}

}  // namespace

Findings unknown_id(const Subject& subject) {
    Findings findings;
    unknown_in_terms(findings, subject);
    unknown_in_records(findings, subject);
    return findings;
}

Findings edited_record(const Subject& subject) {
    Findings findings;
    for (const JournalEntry& entry : subject.journal) {
        if (entry.origin == JournalEntry::Origin::edited_by_hand) {
            findings.push_back(
                {in_file(file_of(entry)), "was edited by hand after a command had written it",
                 "it counts as it stands, and 'log' and reports say that it was edited"});
        }
    }
    return findings;
}

Findings conflict_copy(const Subject& subject) {
    constexpr std::size_t digest_length = 8;
    Findings findings;
    for (const JournalEntry& entry : subject.journal) {
        const auto name = parse_record_name(entry.file);
        if (!name || name->suffix.size() <= digest_length || name->suffix[digest_length] != '-') {
            continue;
        }
        const std::string original =
            to_string(RecordName{name->date, name->kind, name->suffix.substr(0, digest_length)});
        const bool is_copy = std::any_of(
            subject.journal.begin(), subject.journal.end(), [&](const JournalEntry& other) {
                return other.file == original && other.privacy == entry.privacy;
            });
        if (is_copy) {
            findings.push_back(
                {in_file(file_of(entry)),
                 fmt::format("looks like a copy of {} and counts a second time", original),
                 "keep the one that is right, and remove the other"});
        }
    }
    return findings;
}

Findings outside_plan(const Subject& subject) {
    Findings findings;
    for (const JournalEntry& entry : subject.journal) {
        const std::string why =
            entry.record.date <= subject.as_of ? misfit(subject, entry.record) : "";
        if (!why.empty()) {
            findings.push_back({{file_of(entry), {std::string("date")}, Place::Mark::value},
                                fmt::format("this {} record {}", to_string(entry.record.kind), why),
                                "record it in the plan that runs then, or correct its date"});
        }
    }
    return findings;
}

Findings future_record(const Subject& subject) {
    Findings findings;
    for (const JournalEntry& entry : subject.journal) {
        if (entry.record.date > subject.today) {
            findings.push_back({{file_of(entry), {std::string("date")}, Place::Mark::value},
                                fmt::format("this {} record is dated in the future, today is {}",
                                            to_string(entry.record.kind), to_string(subject.today)),
                                "it counts from its date on; correct it if that was not meant"});
        }
    }
    return findings;
}

Findings contradictory_readings(const Subject& subject) {
    Findings findings;
    for (const GoalStatus& goal : subject.status.goals) {
        for (const Contradiction& each :
             contradictions(goal.id, goal.terms.readings, subject.journal, subject.as_of)) {
            const JournalEntry& entry = subject.journal[each.second];
            findings.push_back(
                {{file_of(entry), {std::string("values"), goal.id.str()}, Place::Mark::value},
                 fmt::format(
                     "{} says {} for {}, and {} says {}: nothing tells which is the later one",
                     entry.file, grouped(each.other), goal.id.str(),
                     subject.journal[each.first].file, grouped(each.one)),
                 fmt::format(
                     "remove one of them, or record the right one: 'perfplan goal record {} "
                     "{}=NUMBER --on {}'",
                     to_string(subject.status.ref), goal.id.str(), to_string(each.on))});
        }
    }
    return findings;
}

Findings clock_ahead(const Subject& subject) {
    const Timestamp latest = latest_moment(subject.today);
    Findings findings;
    for (const JournalEntry& entry : subject.journal) {
        if (entry.record.recorded > latest) {
            findings.push_back(
                {{file_of(entry), {std::string("recorded")}, Place::Mark::value},
                 fmt::format("this record was written at {}, which lies ahead: today is {}",
                             entry.record.recorded.utc, to_string(subject.today)),
                 "set the clock of the machine that wrote it; the record counts from that time on"});
        }
    }
    return findings;
}

Findings two_open_plans(const Subject& subject) {
    if (subject.open.size() < 2 || subject.open.front() == subject.status.ref ||
        !is_open(subject.status.state)) {
        return {};
    }
    std::vector<std::string> others;
    for (const PlanRef& ref : subject.open) {
        if (ref != subject.status.ref) {
            others.push_back(fmt::format("'{}'", to_string(ref)));
        }
    }
    return {{at_field("rep"),
             fmt::format("{} has another open plan: {}", subject.written.rep, listing(others)),
             "close the one that is over: 'perfplan review PLAN --decision met, not-met or "
             "withdraw'"}};
}

}  // namespace perfplan::check::look

namespace perfplan::check {

bool is_ticked_off(const Journal& journal, const JournalEntry& entry) {
    const Slug id = entry.record.follow_up ? follow_up_id(entry.file) : Slug();
    return !id.empty() &&
           std::any_of(journal.begin(), journal.end(), [&](const JournalEntry& other) {
               const std::vector<Slug>& done = other.record.done;
               return std::find(done.begin(), done.end(), id) != done.end();
           });
}

}  // namespace perfplan::check
