#include "base/name_table.hpp"

#include "base/text/text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <ostream>

using namespace perfplan;
using namespace perfplan::base;

namespace {

enum class Fruit { apple, pear, plum };

constexpr std::array<std::pair<std::string_view, Fruit>, 2> fruits{
    {{"apple", Fruit::apple}, {"pear", Fruit::pear}}};

}  // namespace

TEST_CASE("a name stands for its value, and a value has its name") {
    CHECK(find_named(fruits, "pear") == Fruit::pear);
    CHECK(find_named(fruits, "Pear") == std::nullopt);
    CHECK(name_in(fruits, Fruit::apple) == "apple");
    CHECK(name_in(fruits, Fruit::plum) == "?");
    CHECK(names_in(fruits) == std::vector<std::string>{"apple", "pear"});
}

TEST_CASE("a word that is none of the choices is answered with the nearest, or with all") {
    CHECK(did_you_mean("pera", names_in(fruits)) == "did you mean 'pear'?");
    CHECK(did_you_mean("melon", names_in(fruits)).empty());
    CHECK(did_you_mean("melon", names_in(fruits), "grow it first") == "grow it first");
    CHECK(choose_from("aple", names_in(fruits)) == "did you mean 'apple'?");
    CHECK(choose_from("melon", names_in(fruits)) == "it can be apple or pear");
}
