#include "evaluate/plan/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

/// `date` so many workdays later; `date` itself need not be one.
Date after_workdays(const Calendar& calendar, Date date, int workdays) {
    for (; workdays > 0; --workdays) {
        date = calendar.workday_on_or_after(date + 1);
    }
    return date;
}

Date moved_by(const Settings& settings, const Calendar& calendar, const Window& pause, Date date) {
    switch (settings.policy.pause_extends) {
        case PauseExtends::calendar: return date + (pause.last - pause.first + 1);
        case PauseExtends::workdays:
            return after_workdays(calendar, date, calendar.workdays(pause));
        case PauseExtends::never: break;
    }
    return date;
}

bool is_decided(const JournalEntry& entry, Date as_of) {
    return entry.record.kind == RecordKind::review && entry.record.decision &&
           entry.record.date <= as_of;
}

}  // namespace

bool Timeline::paused_on(Date date) const {
    return std::any_of(pauses.begin(), pauses.end(),
                       [&](const Window& pause) { return pause.contains(date); });
}

namespace {

/// What a review decided about dates: a pause as it turned out, or an extension.
struct DatedDecision {
    Window pause;
    bool is_open = false;  ///< nobody has set an end to the pause
    std::optional<Date> extended_until{};
};

/// Ends the pauses that `back`, the first day after them, lies in.
void resume(std::vector<DatedDecision>& decisions, Date back) {
    for (DatedDecision& decision : decisions) {
        const bool is_paused =
            decision.pause.first <= back && (decision.is_open || back <= decision.pause.last);
        if (!decision.extended_until && is_paused) {
            decision.pause.last = back - 1;
            decision.is_open = false;
        }
    }
}

std::vector<DatedDecision> dated_decisions(const Journal& journal, Date as_of) {
    std::vector<DatedDecision> decisions;
    for (const JournalEntry& entry : journal) {
        const Record& review = entry.record;
        if (!is_decided(entry, as_of)) {
            continue;
        }
        const Date from = review.from.value_or(review.date);
        if (review.decision == Decision::pause) {
            decisions.push_back(
                {{from, review.until.value_or(std::max(from, as_of))}, !review.until});
        } else if (review.decision == Decision::resume) {
            resume(decisions, from);
        } else if (review.decision == Decision::extend && review.until) {
            decisions.push_back({{}, false, review.until});
        }
    }
    return decisions;
}

/// The days of a window that none of the others has.
std::vector<Window> without(const Window& window, const std::vector<Window>& others) {
    std::vector<Window> parts;
    Date next = window.first;
    for (const Window& other : others) {
        if (!other.overlaps({next, window.last})) {
            continue;
        }
        if (next < other.first) {
            parts.push_back({next, other.first - 1});
        }
        next = other.last + 1;
    }
    if (next <= window.last) {
        parts.push_back({next, window.last});
    }
    return parts;
}

/// Adds a window to those in order, joined with what it touches.
void join(std::vector<Window>& windows, const Window& added) {
    windows.push_back(added);
    std::sort(windows.begin(), windows.end(),
              [](const Window& a, const Window& b) { return a.first < b.first; });
    std::vector<Window> joined;
    for (const Window& window : windows) {
        if (!joined.empty() && window.first <= joined.back().last + 1) {
            joined.back().last = std::max(joined.back().last, window.last);
        } else {
            joined.push_back(window);
        }
    }
    windows = std::move(joined);
}

}  // namespace

Timeline timeline(const Settings& settings, const Plan& plan, const Journal& journal, Date as_of) {
    const Calendar calendar = settings.workdays();
    Timeline result;
    result.starts = plan.starts;
    result.ends = result.first_end = plan.ends;
    for (const DatedDecision& decision : dated_decisions(journal, as_of)) {
        if (decision.extended_until) {
            result.ends = *decision.extended_until;
            ++result.extensions;
        } else if (!decision.pause.empty()) {
            const bool moves_end = decision.pause.first <= result.ends;
            for (const Window& part : without(decision.pause, result.pauses)) {
                result.ends =
                    moves_end ? moved_by(settings, calendar, part, result.ends) : result.ends;
            }
            join(result.pauses, decision.pause);
            if (decision.is_open && !result.open_pause) {
                result.open_pause = decision.pause.first;
            }
        }
    }
    return result;
}

int DayCounter::count(Window window) const {
    int days = calendar_->days(window, basis_);
    Date counted_until = window.first - 1;
    for (const Window& pause : timeline_->pauses) {
        const Window paused{std::max({pause.first, window.first, counted_until + 1}),
                            std::min(pause.last, window.last)};
        if (!paused.empty()) {
            days -= calendar_->days(paused, basis_);
            counted_until = paused.last;
        }
    }
    return days;
}

std::optional<std::string> outside_in_words(const Plan& plan, const Timeline& timeline, Date date) {
    const Date ends = std::max(timeline.ends, plan.ends);
    if (date < plan.starts) {
        return fmt::format("before the plan starts on {}", to_string(plan.starts));
    }
    return date > ends ? std::optional(fmt::format("after the plan ends on {}", to_string(ends)))
                       : std::nullopt;
}

Date moved_by_pauses(const Settings& settings, const Calendar& calendar, const Timeline& timeline,
                     Date date) {
    for (const Window& pause : timeline.pauses) {
        if (pause.first <= date) {
            date = moved_by(settings, calendar, pause, date);
        }
    }
    return date;
}

}  // namespace perfplan::evaluate
