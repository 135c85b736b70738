// Any edit of any document: it is refused, or gives what was intended and changes no byte but those
// concerned; the reverse edit gives the file back. The input: a byte each for the edit, the place
// and the new value, a line that the value is made of, and the document.
#include "../unit/yaml/edits.hpp"
#include "target.hpp"
#include "yaml/canonical.hpp"

#include <array>

using namespace perfplan;
using namespace perfplan::cli;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

/// A document, and what is to be done to it.
struct Attempt {
    const Document& document;
    const Place& place;
    Value value;
    std::string text;  ///< that the value is made of
};

/// Line breaks are written as \n, so that a text of several lines fits into one.
std::string with_breaks(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool is_break = line.substr(i, 2) == "\\n";
        text += is_break ? '\n' : line[i];
        i += is_break ? 1U : 0U;
    }
    return text;
}

Value value_of(std::size_t choice, const std::string& text) {
    Value string = Value::string(text);
    const auto layout = choice % 2 == 0 ? Value::Layout::block : Value::Layout::flow;
    switch (choice) {
        case 0: return {};
        case 1: return Value::verbatim("75");
        case 2:
        case 3: return Value::mapping({}, layout);
        case 4:
        case 5: return Value::sequence({string, Value::verbatim("1"), string}, layout);
        case 6:
        case 7:
            return Value::mapping({{"n0", string},
                                   {"n1", Value::mapping({{"m", string}}, layout)},
                                   {"n2", Value::sequence({{}, Value::mapping({{"o", string}})})}},
                                  layout);
        default: return string;
    }
}
constexpr std::size_t values = 12;

std::string shown(const Attempt& attempt, const std::string& what) {
    std::string text = what + "\nat";
    for (const Step& step : attempt.place.path) {
        text += " / ";
        text += std::holds_alternative<std::size_t>(step)
                    ? std::to_string(std::get<std::size_t>(step))
                    : std::get<std::string>(step);
    }
    return text + "\nvalue: " + one_line(attempt.value) + "\nin:\n" + attempt.document.text();
}

Data data_of(const Attempt& attempt) {
    return Value::of(attempt.document.root());
}

/// True if the edit was made, and so that nothing is wrong with it.
bool is_made(const Attempt& attempt, const Result<Document>& edited, const Data& expected_result,
             Span span) {
    if (!edited) {
        fuzz::require_told(edited.error());
        fuzz::require(worst(edited.error()) == ExitCode::refused, "an edit is made or refused");
        return false;
    }
    const std::string wrong = fault(attempt.document, edited, expected_result, span);
    fuzz::require(wrong.empty(), "an edit gives what was intended, there and nowhere else",
                  wrong.empty() ? "" : shown(attempt, wrong));
    return true;
}

/// A block of text at the very end, without a line ending: what goes behind it gives it the
/// chomping `-`, which stays.
bool ends_in_open_block(const Node& root) {
    Node last = root;
    while (last.size() > 0) {
        last = last.children().back();
    }
    const bool is_block = last.style() == Style::literal || last.style() == Style::folded;
    return is_block && last.span().end == root.document().text().size();
}

/// The lines of a text that hold more than spaces, and whether some hold nothing but spaces.
struct Lines {
    std::string written;
    bool some_are_spaces = false;
};

Lines lines_in(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::string_view line = fuzz::take_line(text);
        const bool is_empty = line.find_first_not_of(" \r") == std::string_view::npos;
        lines.some_are_spaces = lines.some_are_spaces || (is_empty && line.find(' ') == 0);
        lines.written += is_empty ? std::string() : std::string(line) + "\n";
    }
    return lines;
}

/// Lines of spaces below a block of text could become part of it, and go with what stood between.
bool is_same_but_for_lines_of_spaces(const std::string& text, const std::string& original) {
    const Lines before = lines_in(original);
    return before.some_are_spaces && lines_in(text).written == before.written;
}

void require_restored(const Attempt& attempt, const Result<Document>& back) {
    const std::string text = back ? back->text() : "refused: " + back.error().front().message;
    const bool may_differ = ends_in_open_block(attempt.document.root()) ||
                            is_same_but_for_lines_of_spaces(text, attempt.document.text());
    const bool is_restored = is_same_but_for_final_break(text, attempt.document.text()) ||
                             (back && may_differ && matches(back->root(), data_of(attempt)));
    fuzz::require(is_restored, "the reverse edit gives the file back",
                  text + "\n" + shown(attempt, ""));
}

Path below(Path path, Step step) {
    path.push_back(std::move(step));
    return path;
}

Path above(Path path) {
    path.pop_back();
    return path;
}

void set_what_is_there(const Attempt& attempt) {
    if (attempt.place.path.empty()) {
        return;
    }
    const Data expected_result =
        changed(data_of(attempt), attempt.place.path, [&](const Data&) { return attempt.value; });
    is_made(attempt, yaml::set(attempt.document, attempt.place.path, attempt.value),
            expected_result, lines_of(attempt.place));
}

void add_entry(const Attempt& attempt) {
    const Place& place = attempt.place;
    if (!place.node.is_mapping() || place.node.find("new")) {
        return;
    }
    const Path path = below(place.path, "new");
    const Data expected_result = changed(data_of(attempt), place.path, [&](const Data& mapping) {
        return with_entry(mapping, "new", attempt.value);
    });
    const auto edited = yaml::set(attempt.document, path, attempt.value);
    if (is_made(attempt, edited, expected_result, behind_entries(place)) && place.node.size() > 0) {
        require_restored(attempt, yaml::remove(*edited, path));
    }
}

void add_entry_before(const Attempt& attempt) {
    const Place& place = attempt.place;
    if (!place.node.key() || place.parent.find("new")) {
        return;
    }
    const std::string_view next = place.node.key().text();
    const Path mapping = above(place.path);
    const Data expected_result = changed(data_of(attempt), mapping, [&](const Data& entries) {
        return with_entry_before(entries, next, "new", attempt.value);
    });
    const Path path = below(mapping, "new");
    const auto edited = yaml::set(attempt.document, path, attempt.value, before(next));
    if (is_made(attempt, edited, expected_result, before_entry(place))) {
        require_restored(attempt, yaml::remove(*edited, path));
    }
}

void insert_item(const Attempt& attempt) {
    const Place& place = attempt.place;
    if (!place.node.is_sequence()) {
        return;
    }
    const std::size_t index = attempt.text.size() % (place.node.size() + 1);
    const Data expected_result = changed(data_of(attempt), place.path, [&](const Data& list) {
        return with_item(list, index, attempt.value);
    });
    const auto edited = yaml::insert(attempt.document, place.path, index, attempt.value);
    if (is_made(attempt, edited, expected_result, items_of(place)) && place.node.size() > 0) {
        require_restored(attempt, yaml::remove(*edited, below(place.path, index)));
    }
}

void remove_it(const Attempt& attempt) {
    const Path& path = attempt.place.path;
    if (path.empty()) {
        return;
    }
    const Data expected_result = changed(data_of(attempt), above(path),
                                         [&](const Data& d) { return without(d, path.back()); });
    is_made(attempt, yaml::remove(attempt.document, path), expected_result,
            removed_with(attempt.place));
}

/// Plain text that we would quote, and needless quotes and escapes, are not brought back.
bool is_written_as_we_do(const Node& scalar, Value::Layout inside) {
    const Span span = scalar.span();
    const std::string_view bytes =
        std::string_view(scalar.document().text()).substr(span.begin, span.end - span.begin);
    switch (scalar.style()) {
        case Style::plain: return bytes == quoted(scalar.text(), inside);
        case Style::single_quoted: return scalar.text().find('\'') == std::string_view::npos;
        case Style::double_quoted: return bytes.find('\\') == std::string_view::npos;
        default: return true;
    }
}

Value::Layout layout_around(const Place& place) {
    return place.parent.style() == Style::flow ? Value::Layout::flow : Value::Layout::block;
}

void exchange_scalar(const Attempt& attempt) {
    const Place& place = attempt.place;
    if (place.path.empty() || !has_exchange(place) ||
        !is_written_as_we_do(place.node, layout_around(place))) {
        return;
    }
    const Value old = Value::of(place.node);
    const auto set = yaml::set(attempt.document, place.path, Value::string("plain words"));
    if (set && locate(*set, place.path).style() == place.node.style()) {
        require_restored(attempt, yaml::set(*set, place.path, old));
    }
}

void rename_key(const Attempt& attempt) {
    const Place& place = attempt.place;
    if (!place.node.key() || place.parent.find("another-key")) {
        return;
    }
    const auto renamed = yaml::rename(attempt.document, place.path, "another-key");
    if (!renamed) {
        fuzz::require_told(renamed.error());
        return;
    }
    const Path path = below(above(place.path), "another-key");
    fuzz::require(equal(locate(*renamed, path), place.node), "a key is renamed and nothing else",
                  renamed->text());
    const auto& old = std::get<std::string>(place.path.back());
    const auto back = yaml::rename(*renamed, path, old);
    fuzz::require(back && equal(back->root(), attempt.document.root()), "a key gets its name back",
                  renamed->text());
    if (is_written_as_we_do(place.node.key(), layout_around(place))) {
        require_restored(attempt, back);
    }
}

constexpr std::array edits{set_what_is_there, add_entry,       add_entry_before, insert_item,
                           remove_it,         exchange_scalar, rename_key};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::text_of(data, size);
    const auto edit = edits.at(fuzz::take_choice(input, edits.size()));
    const std::size_t place = fuzz::take_choice(input, 256);
    const std::size_t value = fuzz::take_choice(input, values);
    const std::string text = with_breaks(fuzz::take_line(input));
    if (!fuzz::is_safe(text)) {
        return 0;  // whoever gets a text from outside looks at that first
    }
    // The opinion of yaml-cpp is what edits take long for; strict_reader asks it.
    const auto document =
        Document::read("any.yaml", std::string(input), CrossCheck::left_for_later);
    if (document) {
        const std::vector<Place> places = places_of(*document);
        edit({*document, places[place % places.size()], value_of(value, text), text});
    }
    return 0;
}
