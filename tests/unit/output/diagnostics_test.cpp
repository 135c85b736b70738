#include "format/diagnostics.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <ostream>

using namespace perfplan;
using namespace perfplan::output;

namespace {

Diagnostic misspelt() {
    constexpr std::string_view text = "goals:\n  größe: 75ök\n";
    Diagnostic diagnostic =
        Source("plans/dana reyes/plan.yaml", text).point({17, 22}, "can't be '75ök'", "100 %, say");
    diagnostic.rule = "wrong-value";
    return diagnostic;
}

}  // namespace

TEST_CASE("JSON names the place of a diagnostic, columns counted in characters") {
    const auto json = nlohmann::json::parse(diagnostics_json({misspelt()}));
    CHECK(json["schema"] == "perfplan/diagnostics");
    const auto& first = json["diagnostics"][0];
    CHECK(first["severity"] == "error");
    CHECK(first["rule"] == "wrong-value");
    CHECK(first["line"] == 2);
    CHECK(first["column"] == 9);
    CHECK(first["end_column"] == 13);
    CHECK(first["source"] == "  größe: 75ök");
}

TEST_CASE("JSON has null for what a diagnostic lacks") {
    const auto json = nlohmann::json::parse(diagnostics_json({refusal("no")}));
    for (const char* key : {"rule", "file", "line", "column", "end_column", "hint", "source"}) {
        CHECK(json["diagnostics"][0][key].is_null());
    }
}

TEST_CASE("SARIF has the rules that are described") {
    const auto log = nlohmann::json::parse(sarif({misspelt()}, "1.0", ExitCode::findings,
                                                 {{"vague-title", Severity::warning, "why"}}));
    const auto& run = log["runs"][0];
    CHECK(run["tool"]["driver"]["rules"][0]["id"] == "vague-title");
    CHECK(run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "warning");
    CHECK(run["results"][0]["ruleId"] == "wrong-value");
    CHECK(run["results"][0]["message"]["text"] == "can't be '75ök'\nhint: 100 %, say");
}

TEST_CASE("SARIF names files as URIs") {
    const auto log = nlohmann::json::parse(sarif({misspelt()}, "1.0", ExitCode::findings));
    const auto& place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "plans/dana%20reyes/plan.yaml");
    CHECK(place["region"]["startColumn"] == 9);
    CHECK(place["region"]["endColumn"] == 13);
}

TEST_CASE("workflow commands escape what would end a message or a property") {
    CHECK(github_annotation(misspelt()) ==
          "::error file=plans/dana reyes/plan.yaml,line=2,col=9,endColumn=13,title=wrong-value"
          "::can't be '75ök'%0Ahint: 100 %25, say\n");
}

TEST_CASE("a note is a notice, and what concerns no file has no properties") {
    Diagnostic note = warning("look");
    note.severity = Severity::note;
    CHECK(github_annotation(note) == "::notice::look\n");
}
