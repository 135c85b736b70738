#include "base/text/text.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

const std::vector<std::string>& vocabulary() {
    static const std::vector<std::string> words{
        "init",      "create",   "goal",     "note",     "review",         "status",
        "target",    "baseline", "metric",   "weight",   "checkpoints",    "supports",
        "relevant",  "at_most",  "at_least", "deliver",  "achievable",     "readings",
        "coaching",  "feedback", "concern",  "training", "recognition",    "evidence",
        "general",   "pipeline", "discount", "on-track", "forecast-habit", "dana-reyes",
        "off-track", "at-risk"};
    return words;
}

struct Typo {
    std::string_view written;
    std::string_view word;
};

std::string meant(std::string_view word) {
    return nearest(word, vocabulary()).value_or("nothing");
}

}  // namespace

TEST_SUITE_BEGIN("nearest");

TEST_CASE("realistic typos find the word that was meant") {
    const std::vector<Typo> typos{{"intit", "init"},
                                  {"inti", "init"},
                                  {"iniit", "init"},
                                  {"crate", "create"},
                                  {"craete", "create"},
                                  {"creat", "create"},
                                  {"cretae", "create"},
                                  {"gaol", "goal"},
                                  {"goals", "goal"},
                                  {"gol", "goal"},
                                  {"notes", "note"},
                                  {"ntoe", "note"},
                                  {"nte", "note"},
                                  {"reveiw", "review"},
                                  {"revew", "review"},
                                  {"rewiev", "review"},
                                  {"reviews", "review"},
                                  {"stauts", "status"},
                                  {"satus", "status"},
                                  {"statuss", "status"},
                                  {"tagret", "target"},
                                  {"taget", "target"},
                                  {"traget", "target"},
                                  {"targt", "target"},
                                  {"basline", "baseline"},
                                  {"base_line", "baseline"},
                                  {"basleine", "baseline"},
                                  {"metirc", "metric"},
                                  {"metrics", "metric"},
                                  {"wieght", "weight"},
                                  {"wight", "weight"},
                                  {"weigth", "weight"},
                                  {"checkpoint", "checkpoints"},
                                  {"check_points", "checkpoints"},
                                  {"chekpoints", "checkpoints"},
                                  {"suports", "supports"},
                                  {"support", "supports"},
                                  {"relevent", "relevant"},
                                  {"relavant", "relevant"},
                                  {"acheivable", "achievable"},
                                  {"achievabel", "achievable"},
                                  {"at-most", "at_most"},
                                  {"atmost", "at_most"},
                                  {"at_leats", "at_least"},
                                  {"atleast", "at_least"},
                                  {"delivr", "deliver"},
                                  {"delvier", "deliver"},
                                  {"reading", "readings"},
                                  {"raedings", "readings"},
                                  {"coching", "coaching"},
                                  {"coachin", "coaching"},
                                  {"feeback", "feedback"},
                                  {"feedbakc", "feedback"},
                                  {"recogniton", "recognition"},
                                  {"recognitoin", "recognition"},
                                  {"conern", "concern"},
                                  {"concren", "concern"},
                                  {"trianing", "training"},
                                  {"trainning", "training"},
                                  {"evidance", "evidence"},
                                  {"genral", "general"},
                                  {"pipline", "pipeline"},
                                  {"piepline", "pipeline"},
                                  {"dicount", "discount"},
                                  {"forcast-habit", "forecast-habit"},
                                  {"forecast_habit", "forecast-habit"},
                                  {"dana-reys", "dana-reyes"},
                                  {"dana_reyes", "dana-reyes"},
                                  {"on_track", "on-track"},
                                  {"ontrack", "on-track"},
                                  {"of-track", "off-track"},
                                  {"offtrack", "off-track"},
                                  {"atrisk", "at-risk"},
                                  {"at-rsik", "at-risk"}};
    for (const Typo& typo : typos) {
        CAPTURE(typo.written);
        CHECK(meant(typo.written) == typo.word);
    }
}

TEST_CASE("a word of its own is not taken for a typo") {
    CHECK(meant("banana") == "nothing");
    CHECK(meant("holiday") == "nothing");
    CHECK(meant("plan") == "nothing");
    CHECK(meant("xyz") == "nothing");
    CHECK(meant("") == "nothing");
}

TEST_CASE("case costs nothing") {
    CHECK(meant("GOAL") == "goal");
    CHECK(meant("Tagret") == "target");
    CHECK(nearest("hr", {"HR"}) == "HR");
}

TEST_CASE("the start of only one word finds it") {
    CHECK(meant("recog") == "recognition");
    CHECK(meant("check") == "checkpoints");
    CHECK(meant("dana") == "dana-reyes");
    CHECK(nearest("--quie", {"--quiet-please-and-thanks"}) == "--quiet-please-and-thanks");
}

TEST_CASE("the start of several words finds none of them") {
    CHECK_FALSE(nearest("dis", {"discovery", "discount-rate"}).has_value());
}

TEST_CASE("the same candidate given twice is one candidate") {
    CHECK(nearest("recog", {"recognition", "recognition"}) == "recognition");
}

TEST_CASE("a start of fewer than three characters finds nothing") {
    CHECK_FALSE(nearest("re", {"recognition"}).has_value());
}

TEST_CASE("of equally near words the one with the longer common start is found") {
    CHECK(nearest("taet", {"beet", "tart"}) == "tart");
    CHECK(nearest("coat", {"boat", "coal"}) == "coal");
}

TEST_CASE("of equally good words the first is found") {
    CHECK(nearest("cat", {"car", "can"}) == "car");
}

TEST_CASE("a nearer word wins over a longer common start") {
    CHECK(nearest("stattus", {"statistic", "status"}) == "status");
}

TEST_CASE("two letters are only ever swapped") {
    CHECK(nearest("rh", {"hr"}) == "hr");
    CHECK_FALSE(nearest("ha", {"hr"}).has_value());
    CHECK_FALSE(nearest("h", {"hr"}).has_value());
}

TEST_CASE("characters count, not bytes") {
    CHECK(nearest("zoé", {"zoë"}) == "zoë");
    CHECK_FALSE(nearest("中文", {"日本"}).has_value());
}

TEST_CASE("nothing is near among no candidates") {
    CHECK_FALSE(nearest("goal", {}).has_value());
    CHECK_FALSE(nearest("", {""}).has_value());
}

TEST_SUITE_END();
