#include "output/schema/schemas.hpp"

#include "format/json.hpp"

#include <algorithm>

namespace perfplan::output {

namespace {

using json::Json;

constexpr std::string_view date_pattern =
    "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
constexpr std::string_view id_pattern = "^[a-z0-9][a-z0-9-]{0,62}$";
constexpr std::string_view time_pattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-6][0-9](\\.[0-9]+)?Z$";
constexpr std::string_view schedule_pattern =
    "^ *([Ww]eekly|[Mm]onthly|([Ee]very +)?([1-9][0-9]* *)?(weeks?|months?)) *$";

constexpr std::string_view record_name_pattern =
    "^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+\\.yaml$";
constexpr std::string_view digest_pattern = "^sha256:[0-9a-f]{64}$";

/// Unquoted, a text may look like something else to an editor: `title: 2026`. Text is never empty.
Json text() {
    return {{"type", {"string", "number", "boolean"}}, {"pattern", "\\S"}};
}

Json date() {
    return {{"type", "string"}, {"format", "date"}, {"pattern", date_pattern}};
}

Json schema_of(const Shape& shape);

Json choice(const Shape& shape) {
    const bool says_itself = std::all_of(shape.choices.begin(), shape.choices.end(),
                                         [](const auto& one) { return one.second.empty(); });
    Json choices = Json::array();
    for (const auto& [name, meaning] : shape.choices) {
        choices.push_back(says_itself ? Json(name)
                                      : Json{{"const", name}, {"description", meaning}});
    }
    return {{says_itself ? "enum" : "oneOf", std::move(choices)}};
}

Json keyed(std::string_view pattern, Json item) {
    return {{"type", "object"},
            {"propertyNames", {{"pattern", pattern}}},
            {"additionalProperties", std::move(item)}};
}

/// A collection of which nothing may be there: `goals:`
Json or_nothing(Json schema) {
    schema["type"] = {schema["type"], "null"};
    return schema;
}

Json list(const Shape& shape) {
    Json schema{{"type", "array"}, {"items", schema_of(shape.item.front())}};
    if (shape.content == Presence::optional) {
        return or_nothing(std::move(schema));
    }
    schema["minItems"] = 1;
    return schema;
}

Json fields(const Shape& shape) {
    Json required = Json::array();
    Json properties = Json::object();
    for (const auto& [field, form] : shape.fields) {
        Json property = schema_of(form);
        property["description"] = field.meaning;
        properties[std::string(field.name)] = std::move(property);
        if (field.presence == Presence::required) {
            required.push_back(field.name);
        }
    }
    Json schema{{"type", "object"}};
    if (!required.empty()) {
        schema["required"] = std::move(required);
    }
    schema["properties"] = std::move(properties);
    schema["additionalProperties"] = false;
    for (const auto& group : shape.one_of) {
        Json any = Json::array();
        for (const std::string_view name : group) {
            any.push_back({{"required", {name}}});
        }
        schema["oneOf"].push_back({{"anyOf", std::move(any)}});
    }
    return schema;
}

Json schedule() {
    return {{"anyOf",
             {{{"type", "string"},
               {"pattern", schedule_pattern},
               {"examples", {"weekly", "every 2 weeks", "monthly"}}},
              {{"type", "array"}, {"items", date()}}}}};
}

Json holds_in() {
    return {{"anyOf",
             {{{"type", "integer"}, {"minimum", 1}},
              {{"type", "string"},
               {"pattern", "^(all|[1-9][0-9]*|(0|[1-9][0-9]*)([.][0-9]+)?%)$"},
               {"examples", {"80%", "all"}}}}}};
}

Json success() {
    return {{"oneOf",
             {{{"const", "all goals"}, {"description", "every goal is met"}},
              {{"type", "object"},
               {"description", "the weighted score reaches so many percent"},
               {"required", {"score"}},
               {"properties",
                {{"score", {{"type", "number"}, {"description", "percent of the score"}}}}},
               {"additionalProperties", false}}}}};
}

Json schema_of(const Shape& shape) {
    using Kind = Shape::Kind;
    switch (shape.kind) {
        case Kind::text: return text();
        case Kind::number: return {{"type", "number"}};
        case Kind::whole: return {{"type", "integer"}, {"minimum", 0}};
        case Kind::level: return {{"type", "integer"}, {"minimum", 1}, {"maximum", 5}};
        case Kind::date: return date();
        case Kind::time: return {{"type", "string"}, {"pattern", time_pattern}};
        case Kind::id:
            return {{"type", {"string", "integer", "boolean"}},
                    {"pattern", id_pattern},
                    {"minimum", 0}};
        case Kind::schedule: return schedule();
        case Kind::choice: return choice(shape);
        case Kind::numbers: return {{"type", {"number", "array"}}, {"items", {{"type", "number"}}}};
        case Kind::limit:
            return {
                {"type", {"number", "array"}}, {"items", {{"type", "number"}}}, {"minItems", 1}};
        case Kind::figures: return keyed(date_pattern, {{"type", "number"}});
        case Kind::holds_in: return holds_in();
        case Kind::scale: return keyed("^[0-9]+$", text());
        case Kind::success: return success();
        case Kind::list: return list(shape);
        case Kind::keyed: return or_nothing(keyed(id_pattern, schema_of(shape.item.front())));
        case Kind::digests:
            return keyed(record_name_pattern, {{"type", "string"}, {"pattern", digest_pattern}});
        case Kind::fields: return fields(shape);
    }
    return {};
}

SchemaFile schema_file(std::string_view name, std::string_view title, const Shape& shape) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    schema.update(schema_of(shape));
    return {std::string(name) + ".schema.json", json::text(schema, json::pretty)};
}

}  // namespace

std::vector<SchemaFile> schema_files() {
    return {schema_file("perfplan", "perfplan.yaml: the settings of a tree", settings_shape()),
            schema_file("plan", "plan.yaml: the terms of a plan", plan_shape()),
            schema_file("record", "A record in journal/ or private/", record_shape())};
}

}  // namespace perfplan::output
