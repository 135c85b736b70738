// Prints the plans that need attention and why, the most urgent first.
#include <perfplan/perfplan.hpp>

#include <iostream>

int main(int argc, char** argv) {
    const auto day = argc == 3 ? perfplan::parse_date(argv[2]) : std::nullopt;
    if (!day) {
        std::cerr << "usage: attention DIRECTORY YYYY-MM-DD\n";
        return 2;
    }
    try {
        const auto plans = perfplan::Tree::open(argv[1]).load_all();
        for (const perfplan::Plan& plan : plans) {
            for (const perfplan::Diagnostic& diagnostic : plan.diagnostics()) {
                std::cerr << to_string(diagnostic) << '\n';
            }
        }
        for (const perfplan::Evaluation& plan : perfplan::evaluate_all(plans, *day)) {
            if (plan.attention.empty()) {
                continue;
            }
            std::cout << plan.name << ": "
                      << (plan.verdict ? to_string(*plan.verdict) : to_string(plan.state)) << '\n';
            for (const std::string& reason : plan.attention) {
                std::cout << "  " << reason << '\n';
            }
        }
    } catch (const perfplan::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
