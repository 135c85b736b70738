#include "commands/create/default_files.hpp"

#include "base/text/shell.hpp"

namespace perfplan::commands {

const std::string_view starting_settings =
    R"yaml(# yaml-language-server: $schema=schema/perfplan.schema.json
# The settings of this tree of performance plans.
format: 1

# What your company calls it; reports use this name.
program: Performance Plan
currency: USD

calendar:
  workdays: [mon, tue, wed, thu, fri]
  # Dates on which nobody works; they count neither for pace nor for due dates.
  holidays: []
  # FY27-Q1 and the like follow these two; 2026-Q4 is always the calendar quarter.
  fiscal_year_starts: january
  fiscal_year_named_by: end

policy:
  # Who gets a plan: any one rule is enough.
  trigger:
    - {attainment_below: 50, in_each_of_last: 2}
    - {attainment_below: 70, over_last: 3}
  # Pace counts workdays, or calendar days.
  pace: workdays
  # Percent of expected progress that is on track, and at risk; below is off track.
  on_track: 95
  at_risk: 80
  # Percent of a goal's window in which its pace is not judged yet.
  grace: 10
  # Review intervals without a reading after which a figure is stale.
  stale_after: 2
  # Progress over 100% of one goal: capped, or counted in the score.
  over_attainment: capped
  # A goal that was reached after its due date: missed, or it counts and is called late.
  late: missed
  max_goals: 4
  max_extensions: 1
  # How leave moves a plan's end and due dates: calendar, workdays or never.
  pause_extends: calendar
  # Whose signatures a plan needs before it runs.
  require_signatures: [rep, manager]
  # Days a recovered rep is watched for a relapse.
  monitor_days: 90

ratings: {1: Unsatisfactory, 2: Needs improvement, 3: Meets, 4: Exceeds, 5: Outstanding}

# What the company wants; goals say which of these they support.
objectives:
  new-business: {title: Grow new business, owner: VP Sales}

# What reps can be good at, and what each level looks like.
competencies:
  discovery:
    title: Discovery and qualification
    levels: {1: Pitches first, 2: Asks, 3: Qualifies, 4: Finds pain, 5: Coaches others}
  pipeline-generation:
    title: Pipeline generation
    levels: {1: Waits for leads, 2: Works a list, 3: Prospects weekly, 4: Multi-channel, 5: Coaches others}

# How grave what 'perfplan check' finds is: error, warning or off for each rule that is to be other
# than usual. 'perfplan check --rules' lists them, perfplan-check(7) explains them.
check: {}
)yaml";

const std::string_view starting_terms =
    R"yaml(# The terms of this plan: what was agreed. What happens goes into journal/,
# with 'perfplan note', 'perfplan goal record' and 'perfplan review'.
rep:
role:
team:
manager:
hr:
starts:
ends:
reviews: weekly
shortfall:
  cause:
  period:
  metric:
  unit:
  quota:
  ramp:
  attained:
  summary:
goals:
success: all goals
consequences:
)yaml";

const StartingTemplate quota_recovery_template{"quota-recovery.yaml",
                                               R"yaml(# Quota recovery in 60 days:
#   perfplan create 'Dana Reyes' --template quota-recovery --quota 250k --attained 162k
# Dates like +30d count from the plan's start; '40% of quota' is taken from --quota, an empty
# unit is the quota's, an empty owner the manager. What stands up here is not copied.
days: 60
rep:
role:
team:
manager:
hr:
starts:
ends:
reviews: weekly
shortfall:
  cause: quota
  period:
  metric: bookings
  unit:
  quota:
  ramp:
  attained:
  summary:
goals:
  bookings:
    title: Close new business worth two thirds of a quarter's quota
    metric: bookings
    unit:
    baseline: 0
    target: 66% of quota
    weight: 50
    checkpoints: {+30d: 25% of quota}
    relevant: This is what the rep is paid for
  pipeline:
    title: Hold qualified pipeline of three times the quota
    metric: qualified pipeline
    unit:
    baseline: 100% of quota
    target: 300% of quota
    due: +45d
    weight: 50
    relevant: Coverage below three times the quota does not close in time
  discount:
    title: Do not buy the recovery with price
    metric: average discount
    unit: "%"
    at_most: 15
skills:
  discovery:
    current: 2
    required: 3
    by: +45d
activities:
  call-review:
    title: Review two recorded calls together
    kind: coaching
    skill: discovery
    owner:
    every: week
  discovery-training:
    title: Discovery training
    kind: training
    skill: discovery
    owner: Enablement
    due: +21d
success: all goals
consequences: |
  The plan is reviewed every week. If its goals are not met by the end date, the company
  may extend the plan, change the role, or end the employment, after hearing the rep.
)yaml"};

const StartingTemplate activity_template{
    "activity-30-days.yaml",
    R"yaml(# Thirty days to bring activity back, for reps whose numbers start with the calendar:
#   perfplan create 'Kim Park' --template activity-30-days
# Dates like +14d count from the plan's start; an empty owner is the manager. Put your own
# figures in. What stands up here is not copied.
days: 30
rep:
role:
team:
manager:
hr:
starts:
ends:
reviews: weekly
shortfall:
  cause: activity
  period:
  metric:
  unit:
  quota:
  ramp:
  attained:
  summary:
goals:
  conversations:
    title: Hold 160 conversations with decision makers
    metric: conversations with decision makers
    unit: conversations
    baseline: 0
    target: 160
    # Each reading is what came on top since the last one.
    readings: sum
    weight: 60
    relevant: Meetings come from conversations, about one from ten
  meetings:
    title: Book 16 qualified first meetings
    metric: qualified first meetings
    unit: meetings
    baseline: 0
    target: 16
    readings: sum
    weight: 40
  call-plan:
    title: A written call plan for the territory
    deliver: +7d
skills:
  pipeline-generation:
    current: 2
    required: 3
    by: +28d
activities:
  shadowing:
    title: Shadow a top performer for half a day
    kind: shadowing
    skill: pipeline-generation
    owner:
    due: +7d
  call-coaching:
    title: Live call coaching, one hour
    kind: coaching
    skill: pipeline-generation
    owner:
    every: week
success: {score: 90}
consequences: |
  The plan is reviewed every week. If it is not met, a plan for a full quarter follows.
)yaml"};

const std::string_view git_attributes =
    R"(# Plans are text with LF on every machine. Sealed copies of terms stay as they are, byte by byte:
# signatures are for these bytes.
*.yaml text eol=lf
*-terms-????????.yaml -text
# Headers of hunks name the goal, once git knows how to find it:
#   git config diff.perfplan.xfuncname '^  ([a-z0-9-]+:.*)$'
plan.yaml diff=perfplan
)";

std::string pre_commit_hook(std::string_view tree) {
    return R"(#!/bin/sh
# Checks the plans in a commit before it is made: as they are staged, not as the working tree has
# them. Written by 'perfplan init --git'; 'git commit --no-verify' skips it.
tree=)" + in_shell_quotes(tree) +
           R"(  # where the plans lie in this repository; empty: at its top

if ! command -v perfplan >/dev/null; then
    echo "perfplan is not on the PATH: the staged plans were not checked" >&2
    exit 1
fi
staged=$(mktemp -d) || exit 1
trap 'rm -rf "$staged"' EXIT
git checkout-index --all --prefix="$staged/content/" || exit 1
changed() {
    git diff --cached --no-renames --name-only -z "$@" ${tree:+"--relative=$tree/"} -- '*.yaml'
}
changed --diff-filter=AM >"$staged/names"
changed --diff-filter=DT | tr '\0' '\n' >"$staged/gone"
if [ ! -d "$staged/content/$tree" ]; then
    exit 0
fi
cd "$staged/content/$tree" || exit 1
while IFS= read -r name; do # a file is gone, or is a link now: its plan, or the tree, is checked as a whole
    case $name in
        plans/*/*/*)
            rest=${name#plans/*/*/}
            plan=${name%"/$rest"}
            if [ -e "$plan" ]; then
                printf '%s\0' "$plan" >>"$staged/names"
            fi
            ;;
        perfplan.yaml) printf '.\0' >>"$staged/names" ;;
    esac
done <"$staged/gone"
xargs -0r perfplan check --quiet -- <"$staged/names" || {
    echo "nothing was committed; 'git commit --no-verify' skips this check" >&2
    exit 1
}
)";
}

}  // namespace perfplan::commands
