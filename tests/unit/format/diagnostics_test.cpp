#include "format/diagnostics.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <ostream>

using namespace perfplan;
using namespace perfplan::format;
using nlohmann::json;

namespace {

Diagnostic sample() {
    const std::string text = "goals:\n  größer: 75ok\n";
    return Source("pläne/50%, a.yaml", text).point({19, 23}, "must be a number", "write 75");
}

}  // namespace

TEST_CASE("a diagnostic as JSON says where it is, in characters") {
    const json diagnostic = json::parse(diagnostic_json(sample()));
    CHECK(diagnostic["severity"] == "error");
    CHECK(diagnostic["exit_code"] == 3);
    CHECK(diagnostic["line"] == 2);
    CHECK(diagnostic["column"] == 11);
    CHECK(diagnostic["end_column"] == 15);
    CHECK(diagnostic["hint"] == "write 75");
    CHECK(diagnostic["source"] == "  größer: 75ok");
}

TEST_CASE("a warning has no exit code, and what is absent is null") {
    const json diagnostic = json::parse(diagnostic_json(warning("so it is")));
    CHECK(diagnostic["severity"] == "warning");
    for (const char* name :
         {"exit_code", "file", "line", "column", "end_column", "hint", "source"}) {
        CHECK_MESSAGE(diagnostic.at(name).is_null(), name);
    }
}

TEST_CASE("an annotation of GitHub encodes what would end a property or the message") {
    CHECK(github_annotation(sample()) ==
          "::error file=pläne/50%25%2C a.yaml,line=2,col=11,endColumn=15::"
          "must be a number%0Ahint: write 75\n");
    Diagnostic note = warning("100 %");
    note.severity = Severity::note;
    CHECK(github_annotation(note) == "::notice::100 %25\n");
}

TEST_CASE("a path in SARIF is a URI") {
    const json log = json::parse(sarif({sample()}, "1.2", ExitCode::unreadable));
    const json& run = log["runs"][0];
    CHECK(run["tool"]["driver"]["version"] == "1.2");
    CHECK(run["invocations"][0]["exitCode"] == 3);
    const json& location = run["results"][0]["locations"][0]["physicalLocation"];
    CHECK(location["artifactLocation"]["uri"] == "pl%C3%A4ne/50%25%2C%20a.yaml");
    CHECK(location["region"]["endColumn"] == 15);
}

TEST_CASE("no byte of a diagnostic can forge another line") {
    Diagnostic forged = warning("a\n::error::b");
    forged.file = "x\n::error::y";
    CHECK(github_annotation(forged).find('\n') == github_annotation(forged).size() - 1);
    CHECK(diagnostic_json(forged).find('\n') == diagnostic_json(forged).size() - 1);
}
