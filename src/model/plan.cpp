#include <perfplan/model/plan.hpp>
#include <perfplan/model/terms_order.hpp>

#include "codec.hpp"
#include "schedule_codec.hpp"

#include <algorithm>

namespace perfplan {

// ---- names

template <>
struct Names<Cause> {
    static constexpr std::array<std::pair<std::string_view, Cause>, 6> table{
        {{"quota", Cause::quota},
         {"activity", Cause::activity},
         {"pipeline", Cause::pipeline},
         {"conversion", Cause::conversion},
         {"retention", Cause::retention},
         {"conduct", Cause::conduct}}};
    static constexpr std::array<std::string_view, 6> meanings{
        "bookings or revenue under quota",
        "too few calls, meetings or proposals",
        "too little pipeline",
        "too few deals won of those worked",
        "customers or revenue lost",
        "how the work is done"};
};

template <>
struct Names<Combine> {
    static constexpr std::array<std::pair<std::string_view, Combine>, 3> table{
        {{"latest", Combine::latest}, {"sum", Combine::sum}, {"mean", Combine::mean}}};
    static constexpr std::array<std::string_view, 3> meanings{
        "the last reading counts", "readings are added up", "their mean counts"};
};

template <>
struct Names<Curve> {
    static constexpr std::array<std::pair<std::string_view, Curve>, 2> table{
        {{"linear", Curve::linear}, {"steps", Curve::steps}}};
    static constexpr std::array<std::string_view, 2> meanings{
        "evenly from one checkpoint to the next",
        "a checkpoint's value is expected from its date on"};
};

template <>
struct Names<ActivityKind> {
    static constexpr std::array<std::pair<std::string_view, ActivityKind>, 8> table{
        {{"training", ActivityKind::training},
         {"coaching", ActivityKind::coaching},
         {"shadowing", ActivityKind::shadowing},
         {"practice", ActivityKind::practice},
         {"mentoring", ActivityKind::mentoring},
         {"reading", ActivityKind::reading},
         {"certification", ActivityKind::certification},
         {"tool", ActivityKind::tool}}};
    static constexpr std::array<std::string_view, 8> meanings{
        "a course or a workshop",
        "somebody coaches the rep",
        "the rep watches somebody who does it well",
        "exercises, such as role plays",
        "a mentor accompanies the rep",
        "books, articles, recordings",
        "an exam or a certificate",
        "a tool that is provided"};
};

std::optional<std::string> named_for(const Plan& terms, Role role) {
    switch (role) {
        case Role::rep: return terms.rep;
        case Role::manager: return terms.manager;
        case Role::hr: return terms.hr;
        case Role::witness: break;
    }
    return std::nullopt;
}

std::string_view to_string(Cause cause) {
    return name_of(cause);
}

Reading<Cause> parse_cause(std::string_view text) {
    return parse_name<Cause>(text, "cause");
}

std::vector<std::string> causes() {
    return names_of<Cause>();
}

std::string_view to_string(Combine combine) {
    return name_of(combine);
}

std::string_view to_string(ActivityKind kind) {
    return name_of(kind);
}

std::string_view to_string(GoalKind kind) {
    switch (kind) {
        case GoalKind::reach: return "reach";
        case GoalKind::guardrail: return "guardrail";
        case GoalKind::deliverable: return "deliverable";
    }
    return "?";
}

/// The default goes without saying: it is not written.
template <>
struct OptionalTraits<Combine> {
    using Value = Combine;
    static bool is_absent(Combine combine) { return combine == Combine::latest; }
    static Combine get(Combine combine) { return combine; }
};

template <>
struct OptionalTraits<Curve> {
    using Value = Curve;
    static bool is_absent(Curve curve) { return curve == Curve::linear; }
    static Curve get(Curve curve) { return curve; }
};

// ---- forms of their own

/// Checkpoints: a mapping from dates to numbers.
template <>
struct Codec<std::vector<Checkpoint>> {
    static constexpr Holds holds = Holds::figures;
    static std::optional<std::vector<Checkpoint>> read(Decoder& decoder, yaml::Node node,
                                                       std::string_view field) {
        if (!expect_mapping(decoder, node, field, "dates, each with a number")) {
            return std::nullopt;
        }
        std::vector<Checkpoint> checkpoints;
        for (const yaml::Node entry : node.children()) {
            const auto on = parse_date(entry.key().text());
            if (!on) {
                decoder.error_at_key(entry, fmt::format("{}: {}", field, on.error().message),
                                     on.error().hint);
            }
            const auto value = Codec<Decimal>::read(decoder, entry, entry.key().text());
            if (on && value) {
                checkpoints.push_back({*on, *value});
            }
        }
        std::sort(checkpoints.begin(), checkpoints.end(),
                  [](const Checkpoint& a, const Checkpoint& b) { return a.on < b.on; });
        return checkpoints;
    }
    static yaml::Value write(const std::vector<Checkpoint>& checkpoints) {
        std::vector<yaml::Value::Entry> entries;
        for (const Checkpoint& checkpoint : checkpoints) {
            entries.emplace_back(to_string(checkpoint.on), Codec<Decimal>::write(checkpoint.value));
        }
        return yaml::Value::mapping(std::move(entries), yaml::Value::Layout::flow);
    }
    static Shape shape() { return {Shape::Kind::figures}; }
};

/// Ramp: one figure, or a list with one a month.
template <>
struct Codec<std::vector<Decimal>> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<std::vector<Decimal>> read(Decoder& decoder, yaml::Node node,
                                                    std::string_view field) {
        std::vector<Decimal> figures;
        if (!node.is_sequence()) {
            const auto figure = Codec<Decimal>::read(decoder, node, field);
            return figure ? std::optional(std::vector<Decimal>{*figure}) : std::nullopt;
        }
        for (const yaml::Node item : node.children()) {
            if (const auto figure = Codec<Decimal>::read(decoder, item, field)) {
                figures.push_back(*figure);
            }
        }
        return figures;
    }
    static yaml::Value write(const std::vector<Decimal>& figures) {
        if (figures.size() == 1) {
            return Codec<Decimal>::write(figures.front());
        }
        std::vector<yaml::Value> items;
        for (const Decimal figure : figures) {
            items.push_back(Codec<Decimal>::write(figure));
        }
        return yaml::Value::sequence(std::move(items), yaml::Value::Layout::flow);
    }
    static Shape shape() { return {Shape::Kind::numbers}; }
};

/// Success: "all goals", or {score: 90}.
template <>
struct Codec<Success> {
    static constexpr Holds holds = Holds::compound;
    static constexpr std::string_view form = "write 'all goals' or {score: 90}";

    static std::optional<Success> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        if (node.is_scalar() && node.text() == "all goals") {
            return Success{};
        }
        const yaml::Node score = node.find("score");
        if (score && node.size() == 1) {
            const auto percent = Codec<Decimal>::read(decoder, score, "score");
            return percent ? std::optional(Success{*percent}) : std::nullopt;
        }
        decoder.error_at_value(node, fmt::format("{} can't be understood", field),
                               std::string(form));
        return std::nullopt;
    }
    static yaml::Value write(const Success& success) {
        if (!success.score) {
            return yaml::Value::string("all goals");
        }
        return yaml::Value::mapping({{"score", Codec<Decimal>::write(*success.score)}},
                                    yaml::Value::Layout::flow);
    }
    static Shape shape() { return {Shape::Kind::success}; }
};

// ---- tables of fields

template <>
struct Fields<Shortfall> {
    static constexpr std::string_view noun = "shortfall";
    static const std::vector<Field<Shortfall>>& table() {
        using S = Shortfall;
        static const std::vector<Field<S>> fields{
            field<&S::cause>("cause", "what fell short"),
            line<&S::period>("period", "the period that was missed, such as 2026-Q3"),
            line<&S::metric>("metric", "what the quota counts"),
            line<&S::unit>("unit", "unit of quota and attained"),
            field<&S::quota>("quota", "what was to be attained"),
            field<&S::ramp>("ramp", "percent of quota that applied, one figure or one a month"),
            field<&S::attained>("attained", "what was attained"),
            field<&S::summary>("summary", "what happened, in words"),
            field<&S::raised_before>("raised_before",
                                     "dates on which it was raised before the plan"),
        };
        return fields;
    }
};

template <>
struct Fields<Goal> {
    static constexpr std::string_view noun = "goal";
    static const std::vector<Field<Goal>>& table() {
        static const std::vector<Field<Goal>> fields{
            line<&Goal::title>("title", "the result that is to be there", Presence::required),
            line<&Goal::metric>("metric", "what is counted"),
            line<&Goal::unit>("unit", "unit of the figures, such as USD or %"),
            field<&Goal::baseline>("baseline", "where it starts from (default 0)"),
            field<&Goal::target>("target", "what is to be reached, above or below the baseline"),
            field<&Goal::at_most>("at_most", "guardrail: never above this"),
            field<&Goal::at_least>("at_least", "guardrail: never below this"),
            field<&Goal::deliver>("deliver", "a yes-or-no deliverable, by this date"),
            field<&Goal::starts>("starts", "first day of the goal (default: the plan's)"),
            field<&Goal::due>("due", "last day of the goal (default: the plan's)"),
            field<&Goal::weight>("weight",
                                 "its share of the score beside the other goals (default: equal)"),
            field<&Goal::checkpoints>("checkpoints", "what is expected on dates in between"),
            field<&Goal::curve>("curve", "how the expectation moves between checkpoints"),
            field<&Goal::readings>("readings", "how readings combine (default latest)"),
            reference<&Goal::supports>("supports", "the objective in perfplan.yaml that it serves",
                                       RefersTo::objective),
            line<&Goal::relevant>("relevant", "why it matters"),
            line<&Goal::achievable>("achievable", "why it can be reached"),
        };
        return fields;
    }
    static std::vector<std::vector<std::string_view>> one_of() {
        return {{"target"}, {"at_most", "at_least"}, {"deliver"}};
    }

    static void validate(Decoder& decoder, yaml::Node node, const Goal& goal) {
        const int guardrails = (goal.at_most ? 1 : 0) + (goal.at_least ? 1 : 0);
        const int kinds = (goal.target ? 1 : 0) + (goal.deliver ? 1 : 0) + (guardrails > 0 ? 1 : 0);
        const std::string id = node.key() ? std::string(node.key().text()) : std::string();
        if (kinds == 0) {
            decoder.error_at_key(node,
                                 fmt::format("goal '{}' does not say what is to be reached", id),
                                 "add 'target', 'at_most', 'at_least' or 'deliver'");
        } else if (kinds > 1) {
            decoder.error_at_key(node, fmt::format("goal '{}' is of more than one kind", id),
                                 "keep one of 'target', 'at_most' / 'at_least' and 'deliver'");
        } else if (goal.target && *goal.target == goal.baseline.value_or(0)) {
            decoder.error_at_value(
                node.find("target"),
                fmt::format("goal '{}' is where it should be from the start: target and baseline "
                            "are both {}",
                            id, to_string(*goal.target)),
                "set the baseline to the figure of the first day");
        } else if (goal.at_most && goal.at_least && *goal.at_most < *goal.at_least) {
            decoder.error_at_value(
                node.find("at_most"),
                fmt::format("goal '{}' can't hold: at_most is below at_least", id));
        }
        if (goal.weight && goal.weight->is_negative()) {
            decoder.error_at_value(node.find("weight"), "weight is negative");
        }
        if (goal.starts && goal.due && *goal.due < *goal.starts) {
            decoder.error_at_value(node.find("due"),
                                   fmt::format("goal '{}' is due before it starts", id));
        }
    }
};

template <>
struct Fields<Skill> {
    static constexpr std::string_view noun = "skill";
    static const std::vector<Field<Skill>>& table() {
        static const std::vector<Field<Skill>> fields{
            line<&Skill::title>("title", "what it is called (default: the competency's title)"),
            level<&Skill::current>("current", "level at the start", Presence::required),
            level<&Skill::required>("required", "level to be reached", Presence::required),
            field<&Skill::by>("by", "when it is to be reached"),
            reference<&Skill::goals>("goals", "the goals that it is to move", RefersTo::goal),
            field<&Skill::evidence>("evidence", "what the current level was seen by"),
        };
        return fields;
    }
    static void validate(Decoder& decoder, yaml::Node node, const Skill& skill) {
        for (const auto& [name, level] :
             {std::pair{"current", skill.current}, {"required", skill.required}}) {
            if (level < lowest_level || level > highest_level) {
                decoder.error_at_value(node.find(name),
                                       fmt::format("{} is {}, levels are 1 to 5", name, level));
            }
        }
    }
};

template <>
struct Fields<Activity> {
    static constexpr std::string_view noun = "activity";
    static const std::vector<Field<Activity>>& table() {
        static const std::vector<Field<Activity>> fields{
            line<&Activity::title>("title", "what is to be done", Presence::required),
            field<&Activity::kind>("kind", "what sort of development it is"),
            reference<&Activity::skill>("skill", "the skill that it builds", RefersTo::skill),
            line<&Activity::owner>("owner",
                                   "who owes it; anyone but the rep: a promise by the company"),
            field<&Activity::due>("due", "when it is to be done"),
            field<&Activity::every>("every", "how often it is to be done"),
            field<&Activity::starts>("starts",
                                     "day from which its due dates count (default: the plan's "
                                     "start)"),
        };
        return fields;
    }
    static void validate(Decoder& decoder, yaml::Node node, const Activity& activity) {
        if (activity.due && activity.every) {
            const std::string id = node.key() ? std::string(node.key().text()) : std::string();
            decoder.error_at_value(node.find("due"),
                                   fmt::format("activity '{}' is due once and every so often", id),
                                   "keep one of 'due' and 'every'");
        }
        if (activity.starts && !activity.every) {
            decoder.error_at_value(node.find("starts"), "'starts' goes with 'every'");
        }
    }
};

namespace {

/// Ids in one part of the terms that another part does not have: a warning, for what they tie
/// together is tied no more.
void warn_unless_known(Decoder& decoder, yaml::Node node, std::string_view who,
                       std::string_view noun, const std::vector<std::string>& known) {
    const std::string id(node.text());
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        decoder.warn_at_value(
            node, rule::unknown_id,
            fmt::format("{} {} '{}', which the plan does not have", who, noun, id),
            did_you_mean(id, known));
    }
}

void look_up_references(Decoder& decoder, yaml::Node node, const Plan& plan) {
    for (const auto& [id, skill] : plan.skills) {
        for (const yaml::Node goal : node.find("skills").find(id.str()).find("goals").children()) {
            warn_unless_known(decoder, goal, fmt::format("skill '{}' is to move", id.str()), "goal",
                              ids(plan.goals));
        }
    }
    for (const auto& [id, activity] : plan.activities) {
        if (activity.skill) {
            warn_unless_known(decoder, node.find("activities").find(id.str()).find("skill"),
                              fmt::format("activity '{}' builds", id.str()), "skill",
                              ids(plan.skills));
        }
    }
}

/// `done` names both, so they must not have the same id.
void tell_deliverables_apart(Decoder& decoder, yaml::Node node, const Plan& plan) {
    for (const auto& [id, activity] : plan.activities) {
        const Goal* goal = find(plan.goals, id.str());
        if (goal != nullptr && goal->kind() == GoalKind::deliverable) {
            decoder.error_at_key(
                node.find("activities").find(id.str()),
                fmt::format("'{}' is both an activity and a deliverable", id.str()),
                "give one of them another id: 'done' could mean either");
        }
    }
}

}  // namespace

template <>
struct Fields<Plan> {
    static constexpr std::string_view noun = "plan";
    static const std::vector<Field<Plan>>& table() {
        static const std::vector<Field<Plan>> fields{
            line<&Plan::rep>("rep", "whose plan it is", Presence::required),
            line<&Plan::role>("role", "the rep's role"),
            line<&Plan::team>("team", "the rep's team"),
            line<&Plan::manager>("manager", "who leads the plan"),
            line<&Plan::hr>("hr", "who accompanies it for HR"),
            field<&Plan::starts>("starts", "first day", Presence::required),
            field<&Plan::ends>("ends", "last day", Presence::required),
            field<&Plan::reviews>("reviews", "how often it is reviewed"),
            field<&Plan::shortfall>("shortfall", "why there is a plan"),
            field<&Plan::goals>("goals", "what is to be reached"),
            field<&Plan::skills>("skills", "what is to be learnt"),
            field<&Plan::activities>("activities",
                                     "training, coaching and support, whoever owes it"),
            field<&Plan::success>("success", "when the plan counts as met"),
            field<&Plan::consequences>("consequences", "what follows if it is not met"),
        };
        return fields;
    }
    static void validate(Decoder& decoder, yaml::Node node, const Plan& plan) {
        if (plan.ends < plan.starts) {
            decoder.error_at_value(node.find("ends"),
                                   fmt::format("the plan ends on {}, before it starts on {}",
                                               to_string(plan.ends), to_string(plan.starts)));
        }
        tell_deliverables_apart(decoder, node, plan);
        look_up_references(decoder, node, plan);
        for (const auto& [id, goal] : plan.goals) {
            warn_of_checkpoints(decoder, node.find("goals").find(id.str()), plan, goal);
        }
    }

    /// A checkpoint outside the days of its goal counts for nothing: whoever wrote it should know.
    static void warn_of_checkpoints(Decoder& decoder, yaml::Node node, const Plan& plan,
                                    const Goal& goal) {
        const Window days{goal.starts.value_or(plan.starts), goal.due.value_or(plan.ends)};
        for (const Checkpoint& checkpoint : goal.checkpoints) {
            if (!days.contains(checkpoint.on)) {
                const std::string on = to_string(checkpoint.on);
                decoder.warn_at_key(node.find("checkpoints").find(on), rule::checkpoints,
                                    fmt::format("checkpoint {} does not count: the goal runs from "
                                                "{} to {}",
                                                on, to_string(days.first), to_string(days.last)));
            }
        }
    }
};

// ---- what the tables tell

namespace {

/// True if both are fields of an S, and `a` is declared before `b`.
template <class S>
bool declared_before(std::string_view a, std::string_view b) {
    bool has_a = false;
    for (const Field<S>& declared : Fields<S>::table()) {
        if (declared.info.name == b) {
            return has_a;
        }
        has_a = has_a || declared.info.name == a;
    }
    return false;
}

template <class S>
std::vector<FieldInfo> infos_of() {
    std::vector<FieldInfo> infos;
    for (const auto& declared : Fields<S>::table()) {
        infos.push_back(declared.info);
    }
    return infos;
}

}  // namespace

bool terms_order(const yaml::Path& mapping, std::string_view a, std::string_view b) {
    if (mapping.empty()) {
        return declared_before<Plan>(a, b);
    }
    const auto is_key = [&](std::size_t depth, std::string_view name) {
        const auto* key = std::get_if<std::string>(&mapping[depth]);
        return key != nullptr && *key == name;
    };
    switch (mapping.size()) {
        case 1: return is_key(0, "shortfall") && declared_before<Shortfall>(a, b);
        case 2:
            return (is_key(0, "goals") && declared_before<Goal>(a, b)) ||
                   (is_key(0, "skills") && declared_before<Skill>(a, b)) ||
                   (is_key(0, "activities") && declared_before<Activity>(a, b));
        case 3: return is_key(0, "goals") && is_key(2, "checkpoints") && a < b;
        default: return false;
    }
}

const std::vector<FieldInfo>& goal_fields() {
    static const std::vector<FieldInfo> infos = infos_of<Goal>();
    return infos;
}

const std::vector<FieldInfo>& skill_fields() {
    static const std::vector<FieldInfo> infos = infos_of<Skill>();
    return infos;
}

const std::vector<FieldInfo>& activity_fields() {
    static const std::vector<FieldInfo> infos = infos_of<Activity>();
    return infos;
}

Shape plan_shape() {
    return shape_of<Plan>();
}

Result<Decoded<Plan>> read_plan(const yaml::Document& document) {
    return read_document<Plan>(document);
}

yaml::Value to_value(const Plan& plan) {
    return write_fields(plan);
}

std::optional<Decimal> attainment(const Shortfall& shortfall, int places) {
    if (!shortfall.quota || !shortfall.attained) {
        return std::nullopt;
    }
    Decimal sum = shortfall.ramp.empty() ? Decimal(100) : Decimal(0);
    for (const Decimal percent : shortfall.ramp) {
        const auto next = add(sum, percent);
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    // attained / (quota * sum / (100 n)), with the one rounding at the end
    const int months = std::max(1, static_cast<int>(shortfall.ramp.size()));
    const auto numerator = multiply(*shortfall.attained, Decimal(100 * months));
    const auto denominator = multiply(*shortfall.quota, sum);
    return numerator && denominator ? divide(*numerator, *denominator, places) : std::nullopt;
}

}  // namespace perfplan
