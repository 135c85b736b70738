// JSON, as all commands that print it make it.
#pragma once

#include "format/field.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace perfplan::format::json {

using Json = nlohmann::ordered_json;

/// Decimals become JSON numbers. Those that people type survive the double; whole ones are written
/// without a point.
inline Json number(Decimal value) {
    if (value.scale() == 0) {
        return value.coefficient();
    }
    return to_double(value);
}

inline Json to_json(const FieldValue& value) {
    struct Visitor {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(bool flag) const { return flag; }
        Json operator()(int n) const { return n; }
        Json operator()(Decimal n) const { return number(n); }
        Json operator()(Date date) const { return to_string(date); }
        Json operator()(const std::string& text) const { return text; }
    };
    return std::visit(Visitor{}, value);
}

template <class T>
Json optional(const std::optional<T>& value) {
    return to_json(or_null(value));
}

template <class S>
Json object(const std::vector<OutputField<S>>& fields, const S& from) {
    Json json = Json::object();
    for (const OutputField<S>& field : fields) {
        json[std::string(field.name)] = to_json(field.value(from));
    }
    return json;
}

/// These members of an object, in this order; null where it has none of that name. All of it if
/// none is named.
inline Json picked(const Json& object, const std::vector<std::string>& names) {
    if (names.empty()) {
        return object;
    }
    Json result = Json::object();
    for (const std::string& name : names) {
        const auto found = object.find(name);
        result[name] = found == object.end() ? Json(nullptr) : *found;
    }
    return result;
}

/// What is an object's member for, declared once: its name and how it is made.
template <class S>
struct Member {
    std::string_view name;
    Json (*value)(const S&);
};

/// The names of the fields and then of the members.
template <class S>
std::vector<std::string> names_of(const std::vector<OutputField<S>>& fields,
                                  const std::vector<Member<S>>& members) {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        names.emplace_back(field.name);
    }
    for (const auto& member : members) {
        names.emplace_back(member.name);
    }
    return names;
}

/// An object with the fields and then the members.
template <class S>
Json object(const std::vector<OutputField<S>>& fields, const std::vector<Member<S>>& members,
            const S& from) {
    Json json = object(fields, from);
    for (const Member<S>& member : members) {
        json[std::string(member.name)] = member.value(from);
    }
    return json;
}

/// An array with what `each` makes of every item.
template <class S, class Each>
Json list(const std::vector<S>& items, const Each& each) {
    Json array = Json::array();
    for (const S& item : items) {
        array.push_back(each(item));
    }
    return array;
}

inline constexpr int one_line = -1;
inline constexpr int pretty = 2;

/// Ends in a newline.
inline std::string text(const Json& json, int indent) {
    // texts come from files that were checked to be UTF-8; should one not be, its bytes must not
    // end the program
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace perfplan::format::json
