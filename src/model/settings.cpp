#include "model/settings.hpp"

#include "model/fields/codec.hpp"
#include "model/fields/role.hpp"
#include "model/fields/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace perfplan::model {

// ---- names

template <>
struct Names<DayCount> {
    static constexpr std::array<std::pair<std::string_view, DayCount>, 2> table{
        {{"workdays", DayCount::workdays}, {"calendar", DayCount::calendar}}};
    static constexpr std::array<std::string_view, 2> meanings{
        "days that are worked; holidays and days off are left out", "every day"};
};

template <>
struct Names<OverAttainment> {
    static constexpr std::array<std::pair<std::string_view, OverAttainment>, 2> table{
        {{"capped", OverAttainment::capped}, {"counted", OverAttainment::counted}}};
    static constexpr std::array<std::string_view, 2> meanings{
        "a goal counts for no more than all of it",
        "what is reached beyond a target counts as well"};
};

template <>
struct Names<LateResult> {
    static constexpr std::array<std::pair<std::string_view, LateResult>, 2> table{
        {{"missed", LateResult::missed}, {"counts", LateResult::counts}}};
    static constexpr std::array<std::string_view, 2> meanings{
        "a goal that was reached after its due date stays missed",
        "a goal that was reached after its due date is met, late"};
};

template <>
struct Names<PartialPeriods> {
    static constexpr std::array<std::pair<std::string_view, PartialPeriods>, 3> table{
        {{"pro_rata", PartialPeriods::pro_rata},
         {"full", PartialPeriods::full},
         {"skip", PartialPeriods::skip}}};
    static constexpr std::array<std::string_view, 3> meanings{
        "its target shrinks with its workdays", "its target stays", "it does not count"};
};

template <>
struct Names<PauseExtends> {
    static constexpr std::array<std::pair<std::string_view, PauseExtends>, 3> table{
        {{"calendar", PauseExtends::calendar},
         {"workdays", PauseExtends::workdays},
         {"never", PauseExtends::never}}};
    static constexpr std::array<std::string_view, 3> meanings{
        "the end moves by the days of the pause", "the end moves by the workdays of the pause",
        "the end stays"};
};

template <>
struct Names<FiscalYear::NamedBy> {
    static constexpr std::array<std::pair<std::string_view, FiscalYear::NamedBy>, 2> table{
        {{"end", FiscalYear::NamedBy::end}, {"start", FiscalYear::NamedBy::start}}};
    static constexpr std::array<std::string_view, 2> meanings{
        "the calendar year in which it ends", "the calendar year in which it starts"};
};

template <>
struct Names<RuleLevel> {
    static constexpr std::array<std::pair<std::string_view, RuleLevel>, 3> table{
        {{"error", RuleLevel::error}, {"warning", RuleLevel::warning}, {"off", RuleLevel::off}}};
    static constexpr std::array<std::string_view, 3> meanings{
        "check exits with 1 if it finds something",
        "it is told, and check exits with 1 only under --strict", "it is not looked for"};
};

namespace {

constexpr std::array<std::string_view, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// The index of a word in a list of words; told to the decoder if it is none of them.
template <std::size_t N>
std::optional<std::size_t> read_word(Decoder& decoder, yaml::Node node, std::string_view field,
                                     const std::array<std::string_view, N>& words) {
    const yaml::Node scalar = expect_scalar(decoder, node, field, "a word");
    if (!scalar) {
        return std::nullopt;
    }
    const auto found = std::find(words.begin(), words.end(), lower(scalar.text()));
    if (found == words.end()) {
        decoder.error_at_value(
            node, fmt::format("{} can't be '{}'", field, scalar.text()),
            choice_hint(scalar.text(), std::vector<std::string>(words.begin(), words.end())));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - words.begin());
}

}  // namespace

// ---- forms of their own

template <>
struct Codec<std::bitset<7>> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<std::bitset<7>> read(Decoder& decoder, yaml::Node node,
                                              std::string_view field) {
        if (!expect_sequence(decoder, node, field, "a list of weekdays")) {
            return std::nullopt;
        }
        std::bitset<7> days;
        for (const yaml::Node item : node.children()) {
            if (const auto day = read_word(decoder, item, field, weekdays)) {
                days.set(*day);
            }
        }
        if (days.none()) {
            decoder.error_at_value(node, "workdays lists no day",
                                   "write [mon, tue, wed, thu, fri]");
            return std::nullopt;
        }
        return days;
    }
    static yaml::Value write(std::bitset<7> days) {
        std::vector<yaml::Value> items;
        for (std::size_t i = 1; i <= weekdays.size(); ++i) {
            if (days.test(i % 7)) {
                items.push_back(yaml::Value::verbatim(std::string(weekdays[i % 7])));
            }
        }
        return yaml::Value::sequence(std::move(items), yaml::Value::Layout::flow);
    }
    static Shape shape() {
        Shape day{Shape::Kind::choice};
        for (const std::string_view name : weekdays) {
            day.choices.emplace_back(name, "");
        }
        return {Shape::Kind::list, Presence::required, {}, {std::move(day)}};
    }
};

/// A month by its name, 1 … 12.
template <>
struct Codec<unsigned> {
    static constexpr Holds holds = Holds::choice;
    static std::optional<unsigned> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        const auto month = read_word(decoder, node, field, months);
        return month ? std::optional(static_cast<unsigned>(*month) + 1) : std::nullopt;
    }
    static yaml::Value write(unsigned month) {
        return yaml::Value::verbatim(std::string(months[month - 1]));
    }
    static Shape shape() {
        Shape shape{Shape::Kind::choice};
        for (const std::string_view name : months) {
            shape.choices.emplace_back(name, "");
        }
        return shape;
    }
};

// ---- tables of fields

template <>
struct Fields<Trigger> {
    static constexpr std::string_view noun = "trigger";
    static const std::vector<Field<Trigger>>& table() {
        static const std::vector<Field<Trigger>> fields{
            field<&Trigger::attainment_below>("attainment_below",
                                              "percent of quota under which the rule fires",
                                              Presence::required),
            field<&Trigger::in_each_of_last>("in_each_of_last",
                                             "in each of this many last periods"),
            field<&Trigger::over_last>("over_last", "over this many last periods together"),
        };
        return fields;
    }
    static std::vector<std::vector<std::string_view>> one_of() {
        return {{"in_each_of_last"}, {"over_last"}};
    }
    static void validate(Decoder& decoder, yaml::Node node, const Trigger& trigger) {
        if (trigger.in_each_of_last.has_value() == trigger.over_last.has_value()) {
            decoder.error_at_value(node, "a trigger needs either 'in_each_of_last' or 'over_last'");
        }
        for (const std::string_view field : {"in_each_of_last", "over_last"}) {
            const std::optional<int>& periods =
                field == "over_last" ? trigger.over_last : trigger.in_each_of_last;
            if (periods && *periods < 1) {
                decoder.error_at_value(node.find(field),
                                       fmt::format("{} must be at least 1", field));
            }
        }
    }
};

template <>
struct Fields<CalendarSettings> {
    static constexpr std::string_view noun = "calendar";
    static const std::vector<Field<CalendarSettings>>& table() {
        using C = CalendarSettings;
        static const std::vector<Field<C>> fields{
            field<&C::workdays>("workdays", "the days of the week that are worked"),
            field<&C::holidays>("holidays", "dates on which nobody works"),
            field<&C::fiscal_year_starts>("fiscal_year_starts",
                                          "month in which the fiscal year starts"),
            field<&C::fiscal_year_named_by>("fiscal_year_named_by",
                                            "whether FY27 is the year that ends or starts in 2027"),
        };
        return fields;
    }
};

template <>
struct Fields<Policy> {
    static constexpr std::string_view noun = "policy";
    static const std::vector<Field<Policy>>& table() {
        static const std::vector<Field<Policy>> fields{
            field<&Policy::trigger>("trigger", "who gets a plan; any one rule is enough"),
            field<&Policy::pace>("pace", "which days count for the pace of a goal"),
            field<&Policy::on_track>("on_track", "percent of expected progress that is on track"),
            field<&Policy::at_risk>("at_risk", "percent of expected progress that is at risk"),
            field<&Policy::grace>("grace",
                                  "percent of a goal's window without a verdict on its pace"),
            field<&Policy::stale_after>("stale_after", "review intervals without a reading"),
            field<&Policy::over_attainment>("over_attainment",
                                            "whether progress over 100% counts in the score"),
            field<&Policy::late>("late", "what a goal is that was reached after its due date"),
            field<&Policy::partial_periods>(
                "partial_periods", "what becomes of the target of a period that is cut short"),
            field<&Policy::max_goals>("max_goals", "most goals in one plan"),
            field<&Policy::max_extensions>("max_extensions", "how often a plan may be extended"),
            field<&Policy::pause_extends>("pause_extends",
                                          "how a pause moves the end and the due dates"),
            field<&Policy::require_signatures>("require_signatures",
                                               "who must have signed for a plan to run"),
            field<&Policy::monitor_days>("monitor_days",
                                         "days a recovered rep is watched for a relapse"),
        };
        return fields;
    }
    static void validate(Decoder& decoder, yaml::Node node, const Policy& policy) {
        if (policy.at_risk > policy.on_track) {
            decoder.error_at_value(
                node.find("at_risk") ? node.find("at_risk") : node,
                fmt::format("at_risk ({}) is above on_track ({})", to_string(policy.at_risk),
                            to_string(policy.on_track)));
        }
    }
};

template <>
struct Fields<Objective> {
    static constexpr std::string_view noun = "objective";
    static const std::vector<Field<Objective>>& table() {
        static const std::vector<Field<Objective>> fields{
            line<&Objective::title>("title", "what the company wants to reach", Presence::required),
            line<&Objective::owner>("owner", "who answers for it"),
        };
        return fields;
    }
};

template <>
struct Fields<Competency> {
    static constexpr std::string_view noun = "competency";
    static const std::vector<Field<Competency>>& table() {
        static const std::vector<Field<Competency>> fields{
            line<&Competency::title>("title", "what it is called", Presence::required),
            field<&Competency::levels>("levels", "what each level looks like"),
        };
        return fields;
    }
};

template <>
struct Fields<Settings> {
    static constexpr std::string_view noun = "settings file";
    static const std::vector<Field<Settings>>& table() {
        static const std::vector<Field<Settings>> fields{
            field<&Settings::format>("format", "version of the file format", Presence::required),
            line<&Settings::program>("program", "what the company calls its plans"),
            line<&Settings::currency>("currency", "currency of amounts"),
            field<&Settings::calendar>("calendar", "which days count"),
            field<&Settings::policy>("policy", "thresholds and rules"),
            field<&Settings::ratings>("ratings", "the scale of review ratings"),
            field<&Settings::objectives>("objectives",
                                         "what the company wants, for goals to support"),
            field<&Settings::competencies>("competencies", "what reps can be good at, by level"),
            field<&Settings::check>("check", "how grave what a rule of 'check' finds is"),
        };
        return fields;
    }
    static void validate(Decoder& decoder, yaml::Node node, const Settings& settings) {
        if (settings.format != 1) {
            decoder.error_at_value(
                node.find("format"),
                fmt::format("this tree has format {}, this perfplan reads format 1",
                            settings.format),
                "use a newer perfplan");
        }
    }
};

namespace {

std::vector<std::string> given_fields(const yaml::Document& document) {
    std::vector<std::string> given;
    for (const std::string_view section : {"calendar", "policy"}) {
        const yaml::Node node = document.root().find(section);
        if (node) {
            for (const yaml::Node entry : node.children()) {
                given.push_back(fmt::format("{}.{}", section, entry.key().text()));
            }
        }
    }
    return given;
}

}  // namespace

Shape settings_shape() {
    return shape_of<Settings>();
}

Result<Decoded<Settings>> read_settings(const yaml::Document& document) {
    auto settings = read_document<Settings>(document);
    if (settings) {
        settings->value.given = given_fields(document);
    }
    return settings;
}

}  // namespace perfplan::model
