#include "yaml/write/render.hpp"

#include "yaml/value.hpp"
#include "yaml/write/quoting.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

/// Dash and space.
constexpr std::size_t dash_width = 2;
/// The most that the header of a `|` block can say.
constexpr std::size_t widest_step = 9;

std::string new_line(std::size_t column, const Shape& shape) {
    return std::string(shape.line_ending) + std::string(column, ' ');
}

/// The header of a `|` block; the digit only where the first line starts with a space.
std::string literal_header(std::string_view text, std::size_t step) {
    std::string header = "|";
    if (text.front() == ' ') {
        header += std::to_string(step);
    }
    if (text.back() != '\n') {
        header += '-';
    } else if (text.ends_with("\n\n")) {
        header += '+';
    }
    return header;
}

/// What follows a colon.
std::string text_after_colon(const Value& value, std::size_t column, const Shape& shape) {
    if (is_literal(value, shape)) {
        return " " + render_literal(value.text(), column, std::min(shape.mapping, widest_step),
                                    shape.line_ending);
    }
    if (is_block_collection(value)) {
        const bool list = value.kind() == Value::Kind::sequence;
        const std::size_t below = column + (list ? shape.sequence : shape.mapping);
        return new_line(below, shape) + render_block(value, below, shape);
    }
    return stands_for_null(value) ? std::string{} : " " + render_flow(value, Value::Layout::block);
}

/// As it is, but never so that it breaks the file.
std::string render_verbatim(const std::string& text, Value::Layout inside) {
    if (text.empty()) {
        return "null";
    }
    return is_plain(text, inside) ? text : quoted(text, inside);
}

std::string render_flow_sequence(const Value& value) {
    std::string out = "[";
    for (const Value& item : value.items()) {
        out += out.size() > 1 ? ", " : "";
        out += render_flow(item, Value::Layout::flow);
    }
    return out += ']';
}

std::string render_flow_mapping(const Value& value) {
    std::string out = "{";
    for (const auto& [key, item] : value.entries()) {
        out += out.size() > 1 ? ", " : "";
        out += key_text(key, Value::Layout::flow);
        out += ": ";
        out += render_flow(item, Value::Layout::flow);
    }
    return out += '}';
}

}  // namespace

bool is_block_collection(const Value& value) {
    return value.layout() == Value::Layout::block &&
           !(value.items().empty() && value.entries().empty());
}

bool is_literal(const Value& value, const Shape& shape) {
    return value.kind() == Value::Kind::string && fits_literal(value.text()) &&
           shape.below != FollowingLine::deep_line &&
           !(shape.below == FollowingLine::empty_line && value.text().ends_with("\n\n"));
}

bool ends_in_literal(const Value& value, const Shape& shape) {
    if (is_block_collection(value)) {
        return ends_in_literal(
            value.items().empty() ? value.entries().back().second : value.items().back(), shape);
    }
    return is_literal(value, shape) && value.text().ends_with('\n');
}

std::string render_literal(std::string_view text, std::size_t column, std::size_t step,
                           std::string_view line_ending, std::string_view after_header) {
    std::string out = literal_header(text, step);
    out += after_header;
    // The last line ending belongs to the header's chomping, and to the file.
    if (text.back() == '\n') {
        text.remove_suffix(1);
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out += line_ending;
        if (end > begin) {
            out.append(column + step, ' ');
            out += text.substr(begin, end - begin);
        }
        begin = end + 1;
    }
    return out;
}

std::string render_entry(std::string_view key, const Value& value, std::size_t column,
                         const Shape& shape) {
    return key_text(key, Value::Layout::block) + ":" + text_after_colon(value, column, shape);
}

std::string render_item(const Value& value, std::size_t column, const Shape& shape) {
    if (is_literal(value, shape)) {
        return "- " + render_literal(value.text(), column, dash_width, shape.line_ending);
    }
    if (is_block_collection(value)) {
        return "- " + render_block(value, column + dash_width, shape);
    }
    return "- " + render_flow(value, Value::Layout::block);
}

std::string render_block(const Value& value, std::size_t column, const Shape& shape) {
    std::string out;
    const auto next = [&] { out += out.empty() ? std::string{} : new_line(column, shape); };
    for (const Value& item : value.items()) {
        next();
        out += render_item(item, column, shape);
    }
    for (const auto& [key, item] : value.entries()) {
        next();
        out += render_entry(key, item, column, shape);
    }
    return out;
}

std::string render_flow(const Value& value, Value::Layout inside) {
    switch (value.kind()) {
        case Value::Kind::string: return quoted(value.text(), inside);
        case Value::Kind::verbatim: return render_verbatim(value.text(), inside);
        case Value::Kind::sequence: return render_flow_sequence(value);
        case Value::Kind::mapping: return render_flow_mapping(value);
        case Value::Kind::null: break;
    }
    return "null";
}

std::string one_line(const Value& value) {
    return render_flow(value, Value::Layout::block);
}

std::string write(const Value& value) {
    if (!is_block_collection(value)) {
        return render_flow(value, Value::Layout::block) + "\n";
    }
    return render_block(value, 0, {}) + "\n";
}

}  // namespace perfplan::yaml
