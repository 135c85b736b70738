#include <perfplan/evaluate/timeline.hpp>

#include <algorithm>

namespace perfplan {

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

Timeline timeline(const Settings& settings, const Plan& plan, const Journal& journal, Date as_of) {
    const Calendar calendar = settings.workdays();
    Timeline result{plan.starts, plan.ends, plan.ends, {}, 0};
    for (const JournalEntry& entry : journal) {
        if (!is_decided(entry, as_of)) {
            continue;
        }
        const Record& review = entry.record;
        if (review.decision == Decision::pause) {
            const Date first = review.from.value_or(review.date);
            const Window pause{first, review.until.value_or(std::max(first, as_of))};
            result.pauses.push_back(pause);
            result.ends = moved_by(settings, calendar, pause, result.ends);
        } else if (review.decision == Decision::extend && review.until) {
            result.ends = *review.until;
            ++result.extensions;
        }
    }
    std::sort(result.pauses.begin(), result.pauses.end(),
              [](const Window& a, const Window& b) { return a.first < b.first; });
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

Date moved_by_pauses(const Settings& settings, const Calendar& calendar, const Timeline& timeline,
                     Date date) {
    for (const Window& pause : timeline.pauses) {
        if (pause.first <= date) {
            date = moved_by(settings, calendar, pause, date);
        }
    }
    return date;
}

}  // namespace perfplan
