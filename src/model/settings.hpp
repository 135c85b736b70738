// perfplan.yaml: what holds for all plans of a tree.
#pragma once

#include "base/dates/calendar.hpp"
#include "base/dates/period.hpp"
#include "base/numbers/decimal.hpp"
#include "base/text/slug.hpp"
#include "model/decoded.hpp"
#include "model/keyed.hpp"
#include "model/role.hpp"
#include "model/scale.hpp"
#include "yaml/document.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

enum class OverAttainment { capped, counted };
/// What a goal or deliverable is that was reached after its due date.
enum class LateResult { missed, counts };
/// What becomes of the target of a period that the plan's window or a pause cuts short.
enum class PartialPeriods { pro_rata, full, skip };
enum class PauseExtends { calendar, workdays, never };
/// How grave what a rule of `check` finds is; off: it is not looked for.
enum class RuleLevel { error, warning, off };

/// A rule for who gets a plan: attainment below so many percent, in each of the last n periods or
/// over all of them.
struct Trigger {
    Decimal attainment_below;
    std::optional<int> in_each_of_last;
    std::optional<int> over_last;
};

/// perfplan.yaml, calendar
struct CalendarSettings {
    std::bitset<7> workdays = std::bitset<7>(0b0111110);  ///< bit 0 is Sunday
    std::vector<Date> holidays;
    unsigned fiscal_year_starts = 1;
    FiscalYear::NamedBy fiscal_year_named_by = FiscalYear::NamedBy::end;
};

/// perfplan.yaml, policy. Percentages are whole percents (95 is 95%).
struct Policy {
    std::vector<Trigger> trigger;
    DayCount pace = DayCount::workdays;
    Decimal on_track = 95;
    Decimal at_risk = 80;
    Decimal grace = 10;
    int stale_after = 2;
    OverAttainment over_attainment = OverAttainment::capped;
    LateResult late = LateResult::missed;
    PartialPeriods partial_periods = PartialPeriods::pro_rata;
    int max_goals = 4;
    int max_extensions = 1;
    PauseExtends pause_extends = PauseExtends::calendar;
    std::vector<Role> require_signatures = {Role::rep, Role::manager};
    int monitor_days = 90;
};

/// What the company wants, for goals to support.
struct Objective {
    std::string title;
    std::optional<std::string> owner;
};

/// Something a rep can be good at, with what each level looks like.
struct Competency {
    std::string title;
    Scale levels;
};

struct Settings {
    int format = 1;
    std::string program = "Performance Plan";
    std::optional<std::string> currency;
    CalendarSettings calendar;
    Policy policy;
    Scale ratings = {{1, "Unsatisfactory"},
                     {2, "Needs improvement"},
                     {3, "Meets"},
                     {4, "Exceeds"},
                     {5, "Outstanding"}};
    Keyed<Objective> objectives;
    Keyed<Competency> competencies;
    Keyed<RuleLevel>
        check;  ///< the rules of `check` by name, where they are to be other than usual
    /// The fields of calendar and policy that the file sets itself: "policy.grace". The others have
    /// their defaults.
    std::vector<std::string> given;

    [[nodiscard]] bool is_given(std::string_view field) const {
        return std::find(given.begin(), given.end(), field) != given.end();
    }
    [[nodiscard]] Calendar workdays() const { return {calendar.workdays, calendar.holidays}; }
    [[nodiscard]] FiscalYear fiscal_year() const {
        return {calendar.fiscal_year_starts, calendar.fiscal_year_named_by};
    }
};

/// perfplan.yaml as settings; every error in it, or the settings with its warnings.
Result<Decoded<Settings>> read_settings(const yaml::Document& document);

}  // namespace perfplan::model
