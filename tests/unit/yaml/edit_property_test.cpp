#include "documents.hpp"
#include "edits.hpp"
#include "generated.hpp"

#include <algorithm>
#include <optional>

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

constexpr unsigned seed = 20261002;
constexpr int rounds = 600;

/// The places of all nodes that are `wanted`.
template <class Wanted>
std::vector<Place> places_of(const Document& document, Wanted wanted) {
    std::vector<Place> all = perfplan::yaml::test::places_of(document);
    all.erase(
        std::remove_if(all.begin(), all.end(), [&](const Place& place) { return !wanted(place); }),
        all.end());
    return all;
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

/// The text after an edit and its reverse, or why there is none.
std::string text_after(const perfplan::base::Result<Document>& edited) {
    return edited ? edited->text() : "refused: " + edited.error().front().message;
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

}  // namespace

TEST_CASE("setting any value anywhere changes its lines and nothing else") {
    CHECK(first_fault(
              0, [](const Place& place) { return !place.path.empty(); },
              [](Random& random, const Document& read, const Place& place, const Data& data) {
                  const Value value = any_value(random);
                  const Data expected_result =
                      changed(data, place.path, [&](const Data&) { return value; });
                  return fault(read, perfplan::yaml::set(read, place.path, value), expected_result,
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
                  const Data expected_result = changed(data, place.path, [&](const Data& mapping) {
                      return with_entry(mapping, "new", value);
                  });
                  return fault(read, perfplan::yaml::set(read, path, value), expected_result,
                               behind_entries(place));
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
                  const Data expected_result = changed(data, mapping, [&](const Data& entries) {
                      return with_entry_before(entries, next, "new", value);
                  });
                  return fault(read, perfplan::yaml::set(read, path, value, before(next)),
                               expected_result, before_entry(place));
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
                  const Data expected_result = changed(data, place.path, [&](const Data& list) {
                      return with_item(list, index, value);
                  });
                  return fault(read, perfplan::yaml::insert(read, place.path, index, value),
                               expected_result, items_of(place));
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
                  const Data expected_result =
                      changed(data, parent, [&](const Data& d) { return without(d, step); });
                  return fault(read, perfplan::yaml::remove(read, place.path), expected_result,
                               removed_with(place));
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
