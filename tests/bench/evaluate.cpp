// What evaluating costs beside reading: loads all plans of a tree, then works out the status of
// each in memory. usage: perfplan_bench_evaluate TREE DATE; prints the milliseconds of both.
#include "evaluate/plan/status.hpp"
#include "store/tree.hpp"

#include <chrono>
#include <cstdio>

using namespace perfplan;
using namespace perfplan::commands;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

int print_error(const char* what) {
    std::fprintf(stderr, "error: %s\n", what);
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        return print_error("usage: perfplan_bench_evaluate TREE DATE");
    }
    const auto begin = Clock::now();
    const auto tree = Tree::open({argv[1], TreeLocation::Search::here});
    const auto date = parse_date(argv[2]);
    const auto listing = tree ? tree->list() : fail(Diagnostics());
    if (!date || !listing) {
        return print_error("no tree, or no date");
    }
    const auto plans = load_plans(*tree, listing->plans);
    const double reading = milliseconds_since(begin);

    const auto loaded = Clock::now();
    int judged = 0;
    for (const auto& plan : plans) {
        if (plan) {
            const TermsFiles files{plan->terms, plan->digest, plan->sealed};
            const TermsStatus agreed = terms_status(tree->settings(), files, plan->journal, *date);
            const PlanStatus status =
                plan_status(tree->settings(), plan->ref, terms_in_force(agreed, files), agreed,
                            plan->journal, *date);
            judged += status.verdict ? 1 : 0;
        }
    }
    const double evaluating = milliseconds_since(loaded);
    std::printf("read %.2f\nevaluate %.2f\njudged %d\n", reading, evaluating, judged);
    return judged > 0 ? 0 : print_error("no plan has a verdict");
}
