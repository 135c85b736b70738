#include "cli/topics.hpp"

namespace perfplan::cli {

namespace {

std::vector<TopicSection> dates() {
    return {
        {"",
         "On the command line a date is written in one of these ways, in either case of letters. Files hold "
         "2026-10-05 and nothing else.",
         {{"2026-10-05", "the day itself"},
          {"today, yesterday, tomorrow", "from today"},
          {"fri, friday",
           "for what happened the last one, for what is to come the next; today counts"},
          {"next fri, last fri", "never today"},
          {"+2w, -3d, +1m, +1y", "from today: days, weeks, months, years"},
          {"2w ago, in 3 months", "the same in words"},
          {"5 oct, oct 5 2026",
           "without a year the nearest one, in the same direction as weekdays"},
          {"bom, boq, boy", "the first day of this month, calendar quarter or year"},
          {"eom, eoq, eoy", "the last day of it"},
          {"2026-Q4, 2026-11, FY27-Q1",
           "the first or the last day of a period, whichever is asked for"}}},
        {"",
         "A date that can be read in two ways, such as 03/04/26, is refused with both readings.",
         {}},
        {"Periods",
         "A period is a month, a quarter, a half or a year of the calendar, or with FY of the fiscal year that "
         "perfplan.yaml sets.",
         {{"2026-11, 2026-Q4, 2026-H2, 2026", "of the calendar"},
          {"FY27-Q1, FY27-H1, FY27", "of the fiscal year"}}},
        {"Today",
         "PERFPLAN_TODAY sets the day that counts as today. --as-of DATE shows what would have been shown at the end "
         "of a day: what was written later does not exist yet.",
         {}},
    };
}

std::vector<TopicSection> numbers() {
    return {
        {"",
         "On the command line a number may be abbreviated. Files hold plain decimals and nothing else.",
         {{"250k, 1.2m, 3b", "250000, 1200000, 3000000000"},
          {"-0.5, .5", "a decimal point, no comma"},
          {"14%", "only for a figure that is counted in percent: it is written as 14"}}},
        {"",
         "A separator of thousands, an exponent and a leading zero are refused, with the form that is accepted. A "
         "number has at most 15 digits, nine of them behind the point.",
         {}},
        {"What is computed",
         "Every figure is computed exactly and rounded once, where it is shown. For programs a share such as progress "
         "or score is a fraction of 1; other figures are in the unit of their goal. Both have at least six significant digits. "
         "A percentage is whole, but has as many digits as it takes not to be rounded onto 100% or a threshold: 99.6%.",
         {}},
    };
}

std::vector<TopicSection> exit_codes() {
    return {
        {"",
         "Over many plans the run goes on after an error, says all that it found, and the highest code wins.",
         {{"0", "done"},
          {"1", "check found an error, --fail-on a plan, or nothing matched a filter or a list"},
          {"2", "the command line is wrong"},
          {"3", "a file or a row of input could not be understood"},
          {"4",
           "refused by the state of things: there is no tree, the name of a plan is ambiguous or unknown, a plan is closed, "
           "a file exists with other content, another perfplan is at work, the policy forbids it"},
          {"5",
           "saved, but the answer could not be printed; what was saved is named on standard error"},
          {"6", "an I/O error; nothing was saved but what is named as saved"},
          {"70", "a bug in perfplan"}}},
        {"",
         "A reader that goes away, such as head, ends perfplan by SIGPIPE, without a word; a shell shows 141. "
         "Warnings never change the code.",
         {}},
    };
}

std::vector<TopicSection> json() {
    return {
        {"",
         "Listings are written for programs with --format, or as the ending of -o says.",
         {{"--format json", "one object with schema, version and as_of, and the list in it"},
          {"--format ndjson", "an object a line, without the one around them"},
          {"--format csv, tsv", "a row each: the single values of the object"},
          {"--format paths", "the path of each plan (status) or record (log)"},
          {"--fields plan,team",
           "only these members or columns, in this order; not for json, which is whole"},
          {"--diagnostics json", "errors and warnings on standard error, an object a line"}}},
        {"",
         "Fields are only ever added, and keep their names, types and meanings. What is absent is null, never a "
         "missing key. Dates are 2026-10-05, shares are fractions of 1, text is UTF-8. The bytes are the same "
         "under any locale and time zone. perfplan-json(5) lists every field; the JSON Schemas are installed in "
         "share/perfplan.",
         {}},
    };
}

std::vector<TopicSection> pipelines() {
    return {
        {"",
         "Commands that take many plans (status, log, note) read them from a list with '-' or --plans-from FILE: a "
         "name or a path a line, of a plan's directory or of any file in it. With -0 entries end in NUL, as for "
         "'xargs -0' and 'git … -z'. Filters (--team --manager --rep --state --verdict --period) pick from those, or "
         "from all.",
         {}},
        {"Examples",
         "",
         {{"perfplan status --verdict off-track --format paths | perfplan note - -m 'Talk this week'",
           "a note to each plan that is off track; all is checked before the first is written"},
          {"git ls-files -mo plans | perfplan status - --fields plan,verdict",
           "the plans with changes and records that are not committed yet"},
          {"perfplan log --kind concern --format paths -0 | xargs -0 cat",
           "every concern, word for word"},
          {"perfplan status --format ndjson | jq -r 'select(.reviews.missed > 0) | .plan'",
           "who missed a review"},
          {"perfplan status --state active --fields ratio,plan --format tsv | sort -g | head",
           "who is furthest behind"},
          {"perfplan status --fail-on off-track --diagnostics github >/dev/null",
           "a job of GitHub Actions"}}},
        {"", "perfplan-tutorial(7) has more of them.", {}},
    };
}

}  // namespace

const std::vector<Topic>& topics() {
    static const std::vector<Topic> all{
        {"dates", "How dates and periods are written", dates},
        {"numbers", "How numbers are written, and how they are rounded", numbers},
        {"exit-codes", "What the exit codes mean", exit_codes},
        {"json", "What programs can read", json},
        {"pipelines", "One command that feeds the next", pipelines},
    };
    return all;
}

}  // namespace perfplan::cli
