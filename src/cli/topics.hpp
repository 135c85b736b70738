// What help says besides of commands: dates, numbers, exit codes, JSON, pipelines.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::cli {

/// A part of a topic: words, and below them rows of two columns, what is typed and what it means.
struct TopicSection {
    std::string heading{};  ///< empty: none
    std::string words{};
    std::vector<std::pair<std::string, std::string>> rows{};
};

struct Topic {
    std::string_view name;
    std::string_view summary;
    std::vector<TopicSection> (*sections)();
};

/// All topics, in the order in which help lists them.
const std::vector<Topic>& topics();

}  // namespace perfplan::cli
