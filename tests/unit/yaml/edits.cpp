#include "edits.hpp"

#include <algorithm>

namespace perfplan::yaml::test {

namespace {

void collect(const Place& place, std::vector<Place>& places) {
    places.push_back(place);
    Node previous;
    std::size_t index = 0;
    for (const Node& child : place.node.children()) {
        Path path = place.path;
        path.push_back(child.key() ? Step(std::string(child.key().text())) : Step(index));
        collect({std::move(path), child, place.node, previous}, places);
        previous = child;
        ++index;
    }
}

}  // namespace

std::vector<Place> places_of(const Document& document) {
    std::vector<Place> all;
    collect({{}, document.root(), {}, {}}, all);
    return all;
}

Data with_entry(const Data& mapping, const std::string& key, const Value& value) {
    std::vector<Value::Entry> entries = mapping.entries();
    entries.emplace_back(key, value);
    return Value::mapping(entries, mapping.layout());
}

Data with_entry_before(const Data& mapping, std::string_view next, const std::string& key,
                       const Value& value) {
    std::vector<Value::Entry> entries = mapping.entries();
    entries.emplace(std::find_if(entries.begin(), entries.end(),
                                 [&](const Value::Entry& e) { return e.first == next; }),
                    key, value);
    return Value::mapping(entries, mapping.layout());
}

Data with_item(const Data& list, std::size_t index, const Value& value) {
    std::vector<Value> items = list.items();
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(index), value);
    return Value::sequence(items, list.layout());
}

Data without(const Data& collection, const Step& step) {
    if (const auto* index = std::get_if<std::size_t>(&step)) {
        std::vector<Value> items = collection.items();
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
        return Value::sequence(items, collection.layout());
    }
    std::vector<Value::Entry> entries = collection.entries();
    std::erase_if(entries,
                  [&](const Value::Entry& e) { return e.first == std::get<std::string>(step); });
    return Value::mapping(entries, collection.layout());
}

Order before(std::string_view key) {
    return [key = std::string(key)](const Path&, std::string_view a, std::string_view b) {
        return a == "new" && b == key;
    };
}

namespace {

/// Behind the line of `pos`, and behind the comment lines below it.
std::size_t behind_line(const std::string& text, std::size_t pos) {
    std::size_t end = std::min(text.find('\n', pos), text.size() - 1) + 1;
    for (;;) {
        const std::size_t next = text.find_first_not_of(' ', end);
        if (next == std::string::npos || text[next] != '#') {
            return end;
        }
        end = std::min(text.find('\n', next), text.size() - 1) + 1;
    }
}

}  // namespace

Span lines_of(const Place& place) {
    const std::string& text = place.node.document().text();
    const std::size_t begin = place.node.key() ? place.node.key().span().begin
                              : place.previous ? place.previous.span().end
                                               : place.parent.span().begin;
    return {begin, behind_line(text, place.node.span().end)};
}

Span behind_entries(const Place& place) {
    const std::string& text = place.node.document().text();
    return {place.node.span().begin, behind_line(text, place.node.span().end)};
}

Span before_entry(const Place& place) {
    return {place.previous       ? place.previous.span().end
            : place.parent.key() ? place.parent.key().span().end
                                 : 0,
            place.node.key().span().begin};
}

Span items_of(const Place& place) {
    const std::string& text = place.node.document().text();
    const std::size_t begin = place.node.key() ? place.node.key().span().end
                              : place.previous ? place.previous.span().end
                                               : place.parent.span().begin;
    return {begin, behind_line(text, place.node.span().end)};
}

Span removed_with(const Place& place) {
    const std::string& text = place.node.document().text();
    Span span = lines_of(place);
    const auto skip_blank = [&] {
        span.end = std::min(text.find_first_not_of(" \r\n", span.end), text.size());
    };
    skip_blank();
    if (span.end < text.size() && text[span.end] == ',') {
        ++span.end;
        skip_blank();
    }
    span.begin = std::min(span.begin, place.previous       ? place.previous.span().end
                                      : place.parent.key() ? place.parent.key().span().end
                                                           : 0);
    return span;
}

namespace {

/// True if `after` is `before` but for bytes within `span`.
bool differs_only_in(const std::string& before, const std::string& after, Span span) {
    const std::size_t tail = before.size() - span.end;
    return after.size() >= span.begin + tail &&
           after.compare(0, span.begin, before, 0, span.begin) == 0 &&
           after.compare(after.size() - tail, tail, before, span.end, tail) == 0;
}

}  // namespace

std::string fault(const Document& before, const Result<Document>& after,
                  const Data& expected_result, Span span) {
    if (!after) {
        return "refused: " + after.error().front().message + ": " + after.error().front().hint;
    }
    if (!matches(after->root(), expected_result)) {
        return "other data:\n" + after->text();
    }
    if (!differs_only_in(before.text(), after->text(), span)) {
        return "other bytes:\n" + after->text();
    }
    return {};
}

namespace {

bool is_written_on_one_line(const Place& place) {
    const std::string& text = place.node.document().text();
    const Span span = place.node.span();
    return text.find('\n', span.begin) >= span.end;
}

}  // namespace

bool has_exchange(const Place& place) {
    const Node& node = place.node;
    if (!node.is_scalar()) {
        return false;
    }
    if (node.style() == Style::literal) {
        const char behind_bar = node.document().text()[node.span().begin + 1];
        return behind_bar < '1' || behind_bar > '9';
    }
    return is_written_on_one_line(place);
}

bool is_same_but_for_final_break(const std::string& text, const std::string& original) {
    return text == original || text == original + "\n" || text == original + "\r\n";
}

}  // namespace perfplan::yaml::test
