// JSON, as all commands that print it make it.
#pragma once

#include "status_fields.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace perfplan::json {

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

inline constexpr int one_line = -1;
inline constexpr int pretty = 2;

/// Ends in a newline.
inline std::string text(const Json& json, int indent) {
    // texts come from files that were checked to be UTF-8; should one not be, its bytes must not
    // end the program
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace perfplan::json
