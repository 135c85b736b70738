#include "base/text/text.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

/// "(280,000 - 240,000) / 10 = 4,000   USD a workday"
std::string computed(const Step& step) {
    std::string text =
        step.formula.empty() ? step.result : fmt::format("{} = {}", step.formula, step.result);
    if (!step.remark.empty()) {
        text += fmt::format("  ({})", step.remark);
    }
    return visible(text);
}

std::string steps_in_lines(const std::vector<Step>& steps, std::size_t width) {
    constexpr std::size_t name_width = 16;
    constexpr std::size_t indent = 4;
    std::string text;
    for (const Step& step : steps) {
        std::string lead = std::string(indent, ' ') + pad(step.name, name_width);
        for (const std::string& line : wrap(computed(step), width - indent - name_width)) {
            text += lead + line + "\n";
            lead = std::string(indent + name_width, ' ');
        }
    }
    return text;
}

}  // namespace

std::string explain_page(const PlanExplanation& explanation, const Style& style,
                         std::size_t width) {
    std::string text = fmt::format("\n{}\n", style.bold("How it came about"));
    for (const Explanation& goal : explanation.goals) {
        text += fmt::format("  {}: {}\n{}", style.bold(goal.id),
                            style.toned(tone_of(goal.verdict), to_string(goal.verdict)),
                            steps_in_lines(goal.steps, width));
    }
    text +=
        fmt::format("  {}\n{}", style.bold("the plan"), steps_in_lines(explanation.plan, width));
    text += fmt::format("  {}\n{}", style.bold("rules"), steps_in_lines(explanation.rules, width));
    return text;
}

namespace {

Table steps_table(const std::vector<Step>& steps) {
    Table table;
    table.columns = {{"figure"}, {"formula"}, {"result"}, {"remark"}};
    for (const Step& step : steps) {
        table.rows.push_back({step.name, step.formula, step.result, step.remark});
    }
    return table;
}

}  // namespace

std::string explain_markdown(const PlanStatus& plan, const PlanExplanation& explanation) {
    std::string text;
    for (const Explanation& goal : explanation.goals) {
        text += fmt::format("\n### {}, {}: {}\n\n{}", to_string(plan.ref), goal.id,
                            to_string(goal.verdict), markdown_table(steps_table(goal.steps)));
    }
    text += fmt::format("\n### {}: the plan\n\n{}", to_string(plan.ref),
                        markdown_table(steps_table(explanation.plan)));
    return text + fmt::format("\n### {}: rules\n\n{}", to_string(plan.ref),
                              markdown_table(steps_table(explanation.rules)));
}

}  // namespace perfplan::output
