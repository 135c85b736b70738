#include "evaluate/plan/history.hpp"

#include "evaluate/plan/development.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace perfplan::evaluate {

namespace {

/// The date at the start of a time of writing that is later than the day of the record.
std::optional<Date> written_later(const Record& record) {
    constexpr std::size_t date_length = 10;
    if (is_known_on(record, record.date)) {
        return std::nullopt;
    }
    const auto day = parse_date(std::string_view(record.recorded.utc).substr(0, date_length));
    return day ? std::optional(*day) : std::nullopt;
}

/// Goes through a journal that is known, and remembers what came before.
class Historian {
public:
    Historian(const Settings& settings, const PlanStatus& plan, const Journal& journal, Date as_of)
        : settings_(&settings),
          ref_(&plan.ref),
          plan_(&plan.terms),
          journal_(&journal),
          follow_ups_on_(plan.outcome ? plan.outcome->on : as_of) {}

    /// All that is to be said about each record; the entries themselves are left empty.
    std::vector<PastRecord> tell() {
        records_.reserve(journal_->size());
        for (const JournalEntry& entry : *journal_) {
            PastRecord& past = records_.emplace_back();
            past.plan = *ref_;
            past.rep = plan_->rep;
            past.written_on = written_later(entry.record);
            past.rating_meaning = meaning_of(settings_->ratings, entry.record.rating);
            past.follow_up = follow_up_of(entry, *journal_, follow_ups_on_);
            add_readings(entry.record);
            add_levels(entry.record);
            add_ticks(entry.record);
        }
        return std::move(records_);
    }

private:
    /// Where a reading stands: records_[record].readings[reading].
    struct Place {
        std::size_t record = 0;
        std::size_t reading = 0;
    };
    struct Followed {
        ReadingHistory trail;
        std::vector<Place> of_date;  ///< readings of one date in force
        Date date;
    };

    void add_readings(const Record& record) {
        for (const auto& [id, value] : record.values) {
            std::vector<PastReading>& readings = records_.back().readings;
            const Place here{records_.size() - 1, readings.size()};
            Followed& goal =
                goals_
                    .try_emplace(id, Followed{ReadingHistory(find(plan_->goals, id.str())), {}, {}})
                    .first->second;
            const GoalReading reading{record.date, value, record.by};
            readings.push_back(goal.trail.add(id, record, reading));
            if (readings.back().corrects) {
                for (const Place& place : goal.of_date) {
                    records_[place.record].readings[place.reading].corrected_to = reading;
                }
            }
            if (goal.date != record.date || readings.back().corrects) {
                goal.of_date.clear();
            }
            goal.date = record.date;
            goal.of_date.push_back(here);
        }
    }

    void add_levels(const Record& record) {
        for (const auto& [id, level] : record.levels) {
            const Skill* skill = find(plan_->skills, id.str());
            PastLevel past{
                id, level, meaning_of(meanings_of_levels(*settings_, id), level), {}, {}};
            if (skill != nullptr) {
                past.before = skill->current;
                past.required = skill->required;
            }
            const auto [known, is_first] = levels_.try_emplace(id, level);
            if (!is_first) {
                past.before = std::exchange(known->second, level);
            }
            records_.back().levels.push_back(std::move(past));
        }
    }

    void add_ticks(const Record& record) {
        for (const Slug& id : record.done) {
            records_.back().ticks.push_back({id, what_was_done(id)});
        }
    }

    [[nodiscard]] std::string what_was_done(const Slug& id) const {
        if (const Activity* activity = find(plan_->activities, id.str())) {
            return activity->title;
        }
        if (const Goal* goal = find(plan_->goals, id.str())) {
            return goal->title;
        }
        const auto from =
            std::find_if(journal_->begin(), journal_->end(), [&](const JournalEntry& entry) {
                return entry.record.follow_up && follow_up_id(entry.file) == id;
            });
        return from == journal_->end() ? "" : from->record.follow_up->what;
    }

    const Settings* settings_;
    const PlanRef* ref_;
    const Plan* plan_;
    const Journal* journal_;
    Date follow_ups_on_;
    std::vector<PastRecord> records_;
    std::map<Slug, Followed> goals_;
    std::map<Slug, int> levels_;
};

}  // namespace

std::vector<PastRecord> history(const Settings& settings, const PlanStatus& plan, Journal journal,
                                Date as_of) {
    std::erase_if(journal,
                  [&](const JournalEntry& entry) { return !is_known_on(entry.record, as_of); });
    std::vector<PastRecord> records = Historian(settings, plan, journal, as_of).tell();
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].entry = std::move(journal[i]);
    }
    return records;
}

namespace {

bool reaches(const Goal& goal, const auto& current) {
    if (goal.kind() == GoalKind::guardrail) {
        return (!goal.at_most || current <= *goal.at_most) &&
               (!goal.at_least || current >= *goal.at_least);
    }
    return *goal.target >= goal.baseline.value_or(0) ? current >= *goal.target
                                                     : current <= *goal.target;
}

std::optional<Transition> turn(GoalKind kind, bool was_reached, bool is_reached) {
    if (was_reached == is_reached) {
        return std::nullopt;
    }
    if (kind == GoalKind::guardrail) {
        return is_reached ? Transition::held : Transition::breached;
    }
    return is_reached ? Transition::met : Transition::unmet;
}

}  // namespace

std::string_view to_string(Transition turn) {
    switch (turn) {
        case Transition::met: return "met";
        case Transition::unmet: return "unmet";
        case Transition::held: return "held";
        case Transition::breached: return "breached";
    }
    return "?";
}

/// As long as nothing was read, a guardrail holds and any other goal is not reached.
bool ReadingHistory::is_reached() const {
    const bool is_guardrail = goal_->kind() == GoalKind::guardrail;
    const auto current = combine(in_force_, goal_->readings);
    return current ? reaches(*goal_, *current) : is_guardrail;
}

PastReading ReadingHistory::add(const Slug& id, const Record& record, GoalReading reading) {
    PastReading past{id, reading.value, goal_ != nullptr ? goal_->unit : std::nullopt, {}, {}, {},
                     {}};
    const bool is_judged = goal_ != nullptr && goal_->kind() != GoalKind::deliverable &&
                           goal_->kind() != GoalKind::periodic;
    const bool was_reached = is_judged && is_reached();
    const Combine how = goal_ != nullptr ? goal_->readings : Combine::latest;
    while (replaces_earlier(record, id, how) && !in_force_.empty() &&
           in_force_.back().on == reading.on) {
        past.corrects = in_force_.back().value;
        in_force_.pop_back();
    }
    if (!in_force_.empty() && in_force_.back().on < reading.on) {
        past.before = in_force_.back();
    }
    in_force_.push_back(std::move(reading));
    if (is_judged) {
        past.turn = turn(goal_->kind(), was_reached, is_reached());
    }
    return past;
}

}  // namespace perfplan::evaluate
