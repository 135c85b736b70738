#include "base/text/shell.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace perfplan;
using namespace perfplan::base;

TEST_SUITE_BEGIN("base.shell");

TEST_CASE("a word is quoted where a shell would read it otherwise") {
    CHECK(shell_word("plans/dana-reyes/2026-q4") == "plans/dana-reyes/2026-q4");
    CHECK(shell_word("Größe") == "Größe");
    CHECK(shell_word("my tree") == "'my tree'");
    CHECK(shell_word("O'Brien") == "'O'\\''Brien'");
    CHECK(shell_word("a$b") == "'a$b'");
    CHECK(shell_word("").size() == 2);
    CHECK(in_shell_quotes("Dana") == "'Dana'");
}

TEST_SUITE_END();
