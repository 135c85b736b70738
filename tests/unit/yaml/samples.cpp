#include "samples.hpp"

namespace perfplan::yaml::test {

std::string sample_plan() {
    return R"yaml(# yaml-language-server: $schema=../../../schema/plan.schema.json
rep: Dana Reyes
role: Mid-market account executive
team: west
manager: Mia Chen
hr: Sam Ortiz
starts: 2026-10-01
ends: 2026-12-31
reviews: weekly                    # weekly, every 2 weeks, monthly, or a list of dates
shortfall:
  cause: quota                     # quota, activity, pipeline, conversion, retention, conduct
  period: 2026-Q3
  metric: bookings
  unit: USD
  quota: 250000
  ramp: 100                        # percent of quota that applied, one figure or one per month
  attained: 162000
  summary: |
    Closed 65% of Q3 quota; qualified pipeline was under 2x all quarter.
  raised_before: [2026-08-14]
goals:
  pipeline:
    title: Rebuild qualified pipeline to three times remaining quota
    metric: qualified pipeline
    unit: USD
    baseline: 240000
    target: 750000                 # reach: up or down, from baseline to target
    due: 2026-12-18                # default: the plan's end
    weight: 60
    checkpoints: {2026-10-31: 400000, 2026-11-30: 600000}
    supports: midmarket-growth     # an objective in perfplan.yaml
    relevant: Coverage of 1.3x is what sank Q3
    achievable: She carried 3x in Q1 on the same patch
  discount:
    title: Hold the average discount
    metric: average discount
    unit: "%"
    at_most: 15                    # guardrail: at_most or at_least, judged on every status
    readings: latest               # or sum, mean: how readings combine (default latest)
  forecast-habit:
    title: Submit the forecast every Friday
    deliver: 2026-10-30            # a yes/no deliverable with its date
skills:
  discovery:                       # a competency in perfplan.yaml, or one of its own with a title
    current: 2
    required: 4
    by: 2026-11-30
    evidence: Two of five recorded calls ended without a next step
activities:                        # training, coaching and support, whoever owes it
  meddicc-workshop:
    title: MEDDICC workshop, two days
    kind: training                 # training, coaching, shadowing, practice, mentoring, reading, certification, tool
    skill: discovery
    owner: Enablement              # anyone but the rep: a promise by the company
    due: 2026-10-20
  call-review:
    title: Review two recorded calls together
    kind: coaching
    owner: Mia Chen
    every: week
success: all goals                 # or {score: 90}: weighted score in percent; guardrails must hold either way
consequences: |
  If the goals are not met by the end date, ...
)yaml";
}

std::string sample_record() {
    return R"yaml(kind: coaching
date: 2026-10-05
by: Mia Chen
recorded: 2026-10-05T16:04:11Z
goals: [pipeline]
skills: [discovery]
text: |
  Listened to two calls together. Dana asks good opening questions,
  but moves to the demo before the pain is clear.

  Agreed: three discovery questions written down before each call.
values:
  pipeline: 280000
evidence:
  - https://crm.example.com/calls/8841
  - https://crm.example.com/calls/8902
follow_up:
  by: 2026-10-12
  what: Share the call plan for Acme
  owner: Dana Reyes
)yaml";
}

}  // namespace perfplan::yaml::test
