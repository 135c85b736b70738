#include "model/plan.hpp"

#include "model/fields/codec.hpp"
#include "model/fields/development.hpp"
#include "model/fields/goal.hpp"
#include "model/fields/schedule.hpp"
#include "model/fields/shortfall.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::model {

std::optional<std::string> named_for(const Plan& terms, Role role) {
    switch (role) {
        case Role::rep: return terms.rep;
        case Role::manager: return terms.manager;
        case Role::hr: return terms.hr;
        case Role::witness: break;
    }
    return std::nullopt;
}

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
            line<&Plan::hr>("hr", "HR partner"),
            field<&Plan::starts>("starts", "first day", Presence::required),
            field<&Plan::ends>("ends", "last day", Presence::required),
            field<&Plan::reviews>("reviews", "how often it is reviewed"),
            field<&Plan::shortfall>("shortfall", "why there is a plan"),
            field<&Plan::goals>("goals", "what is to be reached"),
            field<&Plan::skills>("skills", "what is to be learned"),
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

}  // namespace perfplan::model
