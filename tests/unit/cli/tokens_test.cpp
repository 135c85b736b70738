#include "cli/tokens.hpp"

#include "cli/command_line.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::cli;

namespace {

Command note() {
    Command command;
    command.name = "note";
    command.positionals = {{"PLAN", "the plan"}, {"-", "input", Positional::Arity::optional}};
    command.options = {{"message", 'm', "TEXT", "words", Option::Times::many},
                       {"kind", 'k', "KIND", "kind"},
                       {"quiet", 'q', "", "say nothing"},
                       {"dry-run", 'n', "", "change nothing"}};
    return command;
}

Arguments parsed(const std::vector<std::string>& words) {
    auto arguments = parse_command_line(note(), words);
    if (!arguments) {
        throw std::runtime_error(arguments.error().front().message);
    }
    return *std::move(arguments);
}

std::string error_of(const std::vector<std::string>& words) {
    const auto arguments = parse_command_line(note(), words);
    if (arguments) {
        return "no error";
    }
    const Diagnostic& first = arguments.error().front();
    return first.message + (first.hint.empty() ? "" : " [" + first.hint + "]");
}

}  // namespace

TEST_SUITE_BEGIN("command line");

TEST_CASE("values are taken as they are, in every way to give them") {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"dana", "-m", "x"},
                                               {"dana", "-mx"},
                                               {"dana", "--message", "x"},
                                               {"dana", "--message=x"},
                                               {"-m", "x", "dana"}}) {
        CHECK(parsed(words).value("message") == "x");
        CHECK(parsed(words).positionals() == std::vector<std::string>{"dana"});
    }
}

TEST_CASE("no value is changed on its way") {
    for (const char* value :
         {"[x]", "++", " x", "a=b", "{a,b}", "@0", "'x'", "010", "-", "-5", "x y", "%", "\\n"}) {
        CHECK(parsed({"dana", "--message", value}).value("message") == value);
        CHECK(parsed({"dana", std::string("--message=") + value}).value("message") == value);
        CHECK(parsed({value, "-m", "x"}).positionals() == std::vector<std::string>{value});
    }
}

TEST_CASE("an empty value is refused, however it is given") {
    CHECK(error_of({"dana", "-m", ""}).starts_with("--message is empty"));
    CHECK(error_of({"dana", "--message="}).starts_with("--message is empty"));
}

TEST_CASE("everything behind two dashes is an argument") {
    CHECK(parsed({"--", "--kind"}).positionals() == std::vector<std::string>{"--kind"});
    CHECK(parsed({"dana", "--", "-q"}).positionals() == std::vector<std::string>{"dana", "-q"});
}

TEST_CASE("flags may be written together") {
    const Arguments arguments = parsed({"dana", "-qnm", "x"});
    CHECK(arguments.has("quiet"));
    CHECK(arguments.has("dry-run"));
    CHECK(arguments.value("message") == "x");
}

TEST_CASE("an option for many values keeps them in order") {
    CHECK(parsed({"dana", "-m", "one", "-m", "two"}).values("message") ==
          std::vector<std::string>{"one", "two"});
}

TEST_CASE("an option for one value is not given twice") {
    CHECK(error_of({"dana", "-k", "a", "-k", "b"}) == "--kind is given 2 times [keep one of them]");
}

TEST_CASE("an unknown option is answered with the nearest one") {
    CHECK(error_of({"dana", "--mesage", "x"}) ==
          "unknown option '--mesage' [did you mean '--message'?]");
    CHECK(error_of({"dana", "-x"}) ==
          "unknown option '-x' ['perfplan help note' lists the options]");
}

TEST_CASE("an option that needs a value says so") {
    CHECK(error_of({"dana", "--kind"}) == "--kind needs a value: KIND");
    CHECK(error_of({"dana", "--kind", "--quiet"}).starts_with("--kind needs a value: KIND ["));
    CHECK(error_of({"dana", "--quiet=yes"}) == "--quiet takes no value");
}

TEST_CASE("arguments that are missing or too many are told with the usage") {
    CHECK(error_of({}) == "PLAN is missing: the plan [usage: perfplan note PLAN [-] [options]]");
    CHECK(error_of({"a", "-", "b"}) ==
          "'b' is one argument too many [usage: perfplan note PLAN [-] [options]]");
}

TEST_CASE("global options may stand before the command") {
    const Split split = split_global_options({"-C", "dir", "--color=never", "status", "-q"});
    CHECK(split.global == std::vector<std::string>{"-C", "dir", "--color=never"});
    CHECK(split.command == std::vector<std::string>{"status", "-q"});
}

TEST_SUITE_END();
