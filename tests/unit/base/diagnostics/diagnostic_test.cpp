#include "base/diagnostics/diagnostic.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

Diagnostic finding(Severity severity, ExitCode code) {
    return {.severity = severity, .code = code, .message = "x"};
}

std::string place(std::string_view text, std::size_t offset) {
    const Location at = Source{"plan.yaml", text}.locate(offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

Diagnostic pointed(std::string_view text, Span span) {
    return Source{"plan.yaml", text}.point(span, "wrong");
}

/// The marked part of the excerpt.
std::string marked(std::string_view text, Span span) {
    const Excerpt excerpt = pointed(text, span).excerpt.value();
    return excerpt.text.substr(excerpt.marked.begin, excerpt.marked.end - excerpt.marked.begin);
}

}  // namespace

TEST_SUITE_BEGIN("diagnostic");

TEST_CASE("the worst exit code is the highest among the errors") {
    CHECK(worst({finding(Severity::error, ExitCode::findings),
                 finding(Severity::error, ExitCode::refused),
                 finding(Severity::error, ExitCode::usage)}) == ExitCode::refused);
}

TEST_CASE("warnings and notes alone end in success") {
    CHECK(worst({finding(Severity::warning, ExitCode::io),
                 finding(Severity::note, ExitCode::bug)}) == ExitCode::done);
    CHECK(worst({}) == ExitCode::done);
}

TEST_CASE("each kind of error has its exit code") {
    CHECK(usage_error("x").code == ExitCode::usage);
    CHECK(refusal("x").code == ExitCode::refused);
    CHECK(io_error("f", "x").code == ExitCode::io);
    CHECK(warning("x").severity == Severity::warning);
}

TEST_CASE("an I/O error names its file") {
    const Diagnostic diagnostic = io_error("plan.yaml", "it can't be read", "check its mode");
    CHECK(diagnostic.file == "plan.yaml");
    CHECK(diagnostic.message == "it can't be read");
    CHECK(diagnostic.hint == "check its mode");
}

TEST_CASE("an offset is located by line and column") {
    CHECK(place("ab\ncd\n", 0) == "1:1");
    CHECK(place("ab\ncd\n", 1) == "1:2");
    CHECK(place("ab\ncd\n", 3) == "2:1");
    CHECK(place("ab\ncd\n", 4) == "2:2");
}

TEST_CASE("a line break belongs to the line it ends") {
    CHECK(place("ab\ncd", 2) == "1:3");
    CHECK(place("ab\r\ncd", 2) == "1:3");
    CHECK(place("ab\r\ncd", 3) == "1:4");
    CHECK(place("ab\r\ncd", 4) == "2:1");
}

TEST_CASE("lines end in LF, CRLF or CR") {
    CHECK(place("a\nb\r\nc\rd", 2) == "2:1");
    CHECK(place("a\nb\r\nc\rd", 5) == "3:1");
    CHECK(place("a\nb\r\nc\rd", 7) == "4:1");
    CHECK(place("\r\r\n\n", 3) == "3:1");
}

TEST_CASE("an offset past the end is the end") {
    CHECK(place("ab", 99) == "1:3");
    CHECK(place("ab\n", 99) == "2:1");
    CHECK(place("", 99) == "1:1");
}

TEST_CASE("columns count characters") {
    CHECK(place("é中x", 5) == "1:3");
    CHECK(place("é中x", 2) == "1:2");
}

TEST_CASE("an offset inside a character is the character") {
    CHECK(place("é中x", 3) == "1:2");
    CHECK(place("é中x", 4) == "1:2");
}

TEST_CASE("an invalid byte is a character of its own") {
    CHECK(place("a\x80\xffz", 1) == "1:2");
    CHECK(place("a\x80\xffz", 2) == "1:3");
    CHECK(place("a\x80\xffz", 3) == "1:4");
}

TEST_CASE("a diagnostic of a source is whole in itself") {
    const Diagnostic diagnostic =
        Source{"plan.yaml", "a: 1\nb: x\n"}.point({8, 9}, "wrong", "mend it");
    CHECK(diagnostic.severity == Severity::error);
    CHECK(diagnostic.code == ExitCode::unreadable);
    CHECK(diagnostic.file == "plan.yaml");
    CHECK(diagnostic.message == "wrong");
    CHECK(diagnostic.hint == "mend it");
    CHECK(diagnostic.at == Location{2, 4});
    CHECK(diagnostic.excerpt == Excerpt{"b: x", {3, 4}});
}

TEST_CASE("an excerpt is the line without its line ending") {
    CHECK(pointed("a\r\nbc\r\nd", {3, 4}).excerpt->text == "bc");
    CHECK(pointed("a\rbc\rd", {2, 3}).excerpt->text == "bc");
    CHECK(pointed("ab\n", {3, 3}).excerpt->text == "");
}

TEST_CASE("a span over several lines is marked to the end of its first") {
    CHECK(marked("ab: c\nd: e\n", {4, 9}) == "c");
    CHECK(marked("ab: c\r\nd: e\n", {4, 11}) == "c");
}

TEST_CASE("a span that ends before it begins, or past the end, marks what there is") {
    CHECK(marked("abc", {2, 1}) == "");
    CHECK(marked("abc", {1, 99}) == "bc");
    CHECK(marked("abc", {99, 120}) == "");
}

TEST_CASE("of an enormous line only the stretch around the mark is kept") {
    const std::string line = std::string(5'000, 'a') + "WRONG" + std::string(500'000, 'b');
    const Excerpt excerpt = pointed(line, {5'000, 5'005}).excerpt.value();
    CHECK(excerpt.text.size() < 2'100);
    CHECK(excerpt.text.substr(excerpt.marked.begin, 5) == "WRONG");
    CHECK(excerpt.text.starts_with("…a"));
    CHECK(excerpt.text.ends_with("b…"));
}

TEST_CASE("an enormous line is never cut within a character") {
    std::string line;
    for (int i = 0; i < 3'000; ++i) {
        line += "中";
    }
    const Excerpt excerpt = pointed(line, {4'501, 4'502}).excerpt.value();
    CHECK((excerpt.text.size() - 6) % 3 == 0);
}

TEST_SUITE_END();
