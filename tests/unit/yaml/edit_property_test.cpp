#include "documents.hpp"
#include "generated.hpp"

#include <algorithm>
#include <optional>

using namespace perfplan::yaml;
using namespace perfplan::yaml::test;
using perfplan::Span;

namespace {

constexpr unsigned seed = 20261002;
constexpr int rounds = 600;

// Places in a document.

struct Place {
    Path path;
    Node node;
    Node parent;
    Node previous;
};

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

/// The places of all nodes that are `wanted`.
template <class Wanted>
std::vector<Place> places_of(const Document& document, Wanted wanted) {
    std::vector<Place> all;
    collect({{}, document.root(), {}, {}}, all);
    all.erase(
        std::remove_if(all.begin(), all.end(), [&](const Place& place) { return !wanted(place); }),
        all.end());
    return all;
}

// Data, changed.

using Data = Value;

template <class Change>
Data changed(const Data& data, const Path& path, Change change, std::size_t depth = 0) {
    if (depth == path.size()) {
        return change(data);
    }
    std::vector<Value> items = data.items();
    std::vector<Value::Entry> entries = data.entries();
    if (const auto* index = std::get_if<std::size_t>(&path[depth])) {
        items[*index] = changed(items[*index], path, change, depth + 1);
        return Value::sequence(items, data.layout());
    }
    for (auto& [key, value] : entries) {
        if (key == std::get<std::string>(path[depth])) {
            value = changed(value, path, change, depth + 1);
        }
    }
    return Value::mapping(entries, data.layout());
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

// Bytes that may change.

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

/// From behind the head of a node, or the sibling before it, to the end of its lines.
Span lines_of(const Place& place) {
    const std::string& text = place.node.document().text();
    const std::size_t begin = place.node.key() ? place.node.key().span().begin
                              : place.previous ? place.previous.span().end
                                               : place.parent.span().begin;
    return {begin, behind_line(text, place.node.span().end)};
}

/// True if `after` is `before` but for bytes within `span`.
bool differs_only_in(const std::string& before, const std::string& after, Span span) {
    const std::size_t tail = before.size() - span.end;
    return after.size() >= span.begin + tail &&
           after.compare(0, span.begin, before, 0, span.begin) == 0 &&
           after.compare(after.size() - tail, tail, before, span.end, tail) == 0;
}

/// What is wrong with an edit; empty if nothing is.
std::string fault(const Document& before, const perfplan::Result<Document>& after,
                  const Data& intended, Span span) {
    if (!after) {
        return "refused: " + after.error().front().message + ": " + after.error().front().hint;
    }
    if (!matches(after->root(), intended)) {
        return "other data:\n" + after->text();
    }
    if (!differs_only_in(before.text(), after->text(), span)) {
        return "other bytes:\n" + after->text();
    }
    return {};
}

std::string shown(const Document& before, const Path& path, const std::string& fault) {
    std::string text = "at";
    for (const Step& step : path) {
        text += " / ";
        text += std::holds_alternative<std::size_t>(step)
                    ? std::to_string(std::get<std::size_t>(step))
                    : std::get<std::string>(step);
    }
    return text + "\n" + fault + "\nin:\n" + before.text();
}

/// Makes `rounds` documents, and edits each at a place that is `wanted`; what went wrong first, or
/// nothing. `edit` gets the document, the place and the data of the document.
template <class Wanted, class Edit>
std::string first_fault(unsigned offset, Wanted wanted, Edit edit) {
    Random random(seed + offset);
    int edits = 0;
    for (int i = 0; i < rounds; ++i) {
        const Document read = document(generate(random).text);
        const std::vector<Place> places = places_of(read, wanted);
        if (places.empty()) {
            continue;
        }
        const Place& place = places[below(random, places.size())];
        const std::string found = edit(random, read, place, Value::of(read.root()));
        if (!found.empty()) {
            return shown(read, place.path, found);
        }
        ++edits;
    }
    return edits > rounds / 2 ? "" : "too few edits to tell anything";
}

bool is_written_on_one_line(const Place& place) {
    const std::string& text = place.node.document().text();
    const Span span = place.node.span();
    return text.find('\n', span.begin) >= span.end;
}

/// The text after an edit and its reverse, or why there is none.
std::string text_after(const perfplan::Result<Document>& edited) {
    return edited ? edited->text() : "refused: " + edited.error().front().message;
}

/// A text block put at the end of a file gives it the line ending it lacked, and that one stays.
bool is_same_but_for_final_break(const std::string& text, const std::string& original) {
    return text == original || text == original + "\n" || text == original + "\r\n";
}

/// The order in which the key "new" belongs before `key`.
Order before(std::string_view key) {
    return [key = std::string(key)](const Path&, std::string_view a, std::string_view b) {
        return a == "new" && b == key;
    };
}

/// A text that a scalar can become and come back from: without new quotes.
std::optional<std::string> exchange_for(Random& random, const Place& place) {
    switch (place.node.style()) {
        case Style::plain: return "plain words";
        case Style::single_quoted: return "no 'word'";
        case Style::double_quoted: return any_line(random);
        case Style::literal: return "x\n" + std::string(place.node.text());
        default: return std::nullopt;
    }
}

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

}  // namespace

TEST_CASE("setting any value anywhere changes its lines and nothing else") {
    CHECK(first_fault(
              0, [](const Place& place) { return !place.path.empty(); },
              [](Random& random, const Document& read, const Place& place, const Data& data) {
                  const Value value = any_value(random);
                  const Data intended =
                      changed(data, place.path, [&](const Data&) { return value; });
                  return fault(read, perfplan::yaml::set(read, place.path, value), intended,
                               lines_of(place));
              }) == "");
}

TEST_CASE("adding an entry anywhere changes one place and nothing else") {
    CHECK(first_fault(
              1, [](const Place& place) { return place.node.is_mapping(); },
              [](Random& random, const Document& read, const Place& place, const Data& data) {
                  const Value value = any_value(random);
                  Path path = place.path;
                  path.emplace_back("new");
                  const Data intended = changed(data, place.path, [&](const Data& mapping) {
                      return with_entry(mapping, "new", value);
                  });
                  const Span span{place.node.span().begin,
                                  behind_line(read.text(), place.node.span().end)};
                  return fault(read, perfplan::yaml::set(read, path, value), intended, span);
              }) == "");
}

TEST_CASE("adding an entry before any other changes one place and nothing else") {
    CHECK(first_fault(
              8, [](const Place& place) { return static_cast<bool>(place.node.key()); },
              [](Random& random, const Document& read, const Place& place, const Data& data) {
                  const Value value = any_value(random);
                  Path path = place.path;
                  path.back() = "new";
                  const Path mapping(path.begin(), path.end() - 1);
                  const std::string_view next = place.node.key().text();
                  const Data intended = changed(data, mapping, [&](const Data& entries) {
                      return with_entry_before(entries, next, "new", value);
                  });
                  const Span span{place.previous       ? place.previous.span().end
                                  : place.parent.key() ? place.parent.key().span().end
                                                       : 0,
                                  place.node.key().span().begin};
                  return fault(read, perfplan::yaml::set(read, path, value, before(next)), intended,
                               span);
              }) == "");
}

TEST_CASE("an entry that is added before any other and removed again leaves the same bytes") {
    CHECK(first_fault(
              9, [](const Place& place) { return static_cast<bool>(place.node.key()); },
              [](Random& random, const Document& read, const Place& place, const Data&) {
                  Path path = place.path;
                  path.back() = "new";
                  const auto added = perfplan::yaml::set(read, path, any_value(random),
                                                         before(place.node.key().text()));
                  const std::string back =
                      added ? text_after(perfplan::yaml::remove(*added, path)) : text_after(added);
                  return back == read.text() ? std::string() : back;
              }) == "");
}

TEST_CASE("an entry that is added and removed again leaves the same bytes") {
    CHECK(first_fault(
              2,
              [](const Place& place) { return place.node.is_mapping() && place.node.size() > 0; },
              [](Random& random, const Document& read, const Place& place, const Data&) {
                  Path path = place.path;
                  path.emplace_back("new");
                  const auto added = perfplan::yaml::set(read, path, any_value(random));
                  const std::string back =
                      added ? text_after(perfplan::yaml::remove(*added, path)) : text_after(added);
                  return is_same_but_for_final_break(back, read.text()) ? std::string() : back;
              }) == "");
}

TEST_CASE("inserting an item anywhere changes one place and nothing else") {
    CHECK(first_fault(
              3, [](const Place& place) { return place.node.is_sequence(); },
              [](Random& random, const Document& read, const Place& place, const Data& data) {
                  const Value value = any_value(random);
                  const std::size_t index = below(random, place.node.size() + 1);
                  const Data intended = changed(data, place.path, [&](const Data& list) {
                      return with_item(list, index, value);
                  });
                  const Span span{place.node.key() ? place.node.key().span().end
                                  : place.previous ? place.previous.span().end
                                                   : place.parent.span().begin,
                                  behind_line(read.text(), place.node.span().end)};
                  return fault(read, perfplan::yaml::insert(read, place.path, index, value),
                               intended, span);
              }) == "");
}

TEST_CASE("an item that is inserted and removed again leaves the same bytes") {
    CHECK(first_fault(
              4,
              [](const Place& place) { return place.node.is_sequence() && place.node.size() > 0; },
              [](Random& random, const Document& read, const Place& place, const Data&) {
                  const std::size_t index = below(random, place.node.size() + 1);
                  const auto added =
                      perfplan::yaml::insert(read, place.path, index, any_value(random));
                  Path path = place.path;
                  path.emplace_back(index);
                  const std::string back =
                      added ? text_after(perfplan::yaml::remove(*added, path)) : text_after(added);
                  return is_same_but_for_final_break(back, read.text()) ? std::string() : back;
              }) == "");
}

TEST_CASE("removing anything changes its lines and nothing else") {
    CHECK(first_fault(
              5, [](const Place& place) { return !place.path.empty(); },
              [](Random&, const Document& read, const Place& place, const Data& data) {
                  Path parent = place.path;
                  const Step step = parent.back();
                  parent.pop_back();
                  const Data intended =
                      changed(data, parent, [&](const Data& d) { return without(d, step); });
                  Span span = lines_of(place);
                  // The next entry may move to the line of a dash, and empty lines below a keeping
                  // block go.
                  span.end = std::min(read.text().find_first_not_of(" \r\n", span.end),
                                      read.text().size());
                  span.begin =
                      std::min(span.begin, place.previous       ? place.previous.span().end
                                           : place.parent.key() ? place.parent.key().span().end
                                                                : 0);
                  return fault(read, perfplan::yaml::remove(read, place.path), intended, span);
              }) == "");
}

TEST_CASE("a scalar that is set and set back leaves the same bytes") {
    CHECK(first_fault(6, has_exchange,
                      [](Random& random, const Document& read, const Place& place, const Data&) {
                          const Value old = Value::string(std::string(place.node.text()));
                          const auto set = perfplan::yaml::set(
                              read, place.path, Value::string(*exchange_for(random, place)));
                          const std::string back =
                              set ? text_after(perfplan::yaml::set(*set, place.path, old))
                                  : text_after(set);
                          return back == read.text() ? std::string() : back;
                      }) == "");
}

TEST_CASE("a key that is renamed and renamed back leaves the same bytes") {
    CHECK(first_fault(
              7, [](const Place& place) { return static_cast<bool>(place.node.key()); },
              [](Random&, const Document& read, const Place& place, const Data&) {
                  Path path = place.path;
                  const auto renamed = perfplan::yaml::rename(read, path, "another-key");
                  const std::string old = std::get<std::string>(path.back());
                  path.back() = "another-key";
                  const std::string back =
                      renamed ? text_after(perfplan::yaml::rename(*renamed, path, old))
                              : text_after(renamed);
                  return back == read.text() ? std::string() : back;
              }) == "");
}
