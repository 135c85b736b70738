// Runs the unit tests in a fresh directory of their own, which is kept, and named, if one fails.
// A run that matched no test is a failure, and so is a test that asserted nothing: a typo in a
// filter or a loop over an empty list must not be green.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// What doctest does not count as a failure, in words.
std::vector<std::string>& complaints() {
    static std::vector<std::string> list;
    return list;
}

class Strictness : public doctest::IReporter {
public:
    explicit Strictness(const doctest::ContextOptions& /*options*/) {}

    void test_case_start(const doctest::TestCaseData& test) override { test_ = &test; }
    void test_case_end(const doctest::CurrentTestCaseStats& stats) override {
        if (stats.numAssertsCurrentTest == 0) {
            complaints().emplace_back(std::string("no assertion in the test '") + test_->m_name +
                                      "'");
        }
    }
    void test_run_end(const doctest::TestRunStats& stats) override {
        if (stats.numTestCasesPassingFilters == 0) {
            complaints().emplace_back("no test matches the filter");
        }
    }

    void report_query(const doctest::QueryData& /*in*/) override {}
    void test_run_start() override {}
    void test_case_reenter(const doctest::TestCaseData& /*test*/) override {}
    void test_case_exception(const doctest::TestCaseException& /*exception*/) override {}
    void subcase_start(const doctest::SubcaseSignature& /*subcase*/) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData& /*data*/) override {}
    void log_message(const doctest::MessageData& /*data*/) override {}
    void test_case_skipped(const doctest::TestCaseData& /*test*/) override {}

private:
    const doctest::TestCaseData* test_ = nullptr;
};

REGISTER_LISTENER("strictness", 1, Strictness);

std::filesystem::path fresh_directory() {
    std::string name = (std::filesystem::temp_directory_path() / "perfplan-unit-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::filesystem::filesystem_error("mkdtemp", name,
                                                std::error_code(errno, std::generic_category()));
    }
    return name;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): it ends the run with a message, which is all we want
int main(int argc, char** argv) {
    const std::filesystem::path directory = fresh_directory();
    std::filesystem::current_path(directory);

    int status = doctest::Context(argc, argv).run();
    for (const std::string& complaint : complaints()) {
        std::cerr << "error: " << complaint << '\n';
        status = EXIT_FAILURE;
    }

    std::filesystem::current_path("/");
    if (status == EXIT_SUCCESS || std::filesystem::is_empty(directory)) {
        std::filesystem::remove_all(directory);
    } else {
        std::cerr << "files of this run: " << directory.string() << '\n';
    }
    return status;
}
