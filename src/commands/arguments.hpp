// A command line taken apart: still nothing but strings.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan {

class Arguments {
public:
    void add_option(std::string name, std::string value) {
        options_[std::move(name)].push_back(std::move(value));
    }
    void add_positional(std::string value) { positionals_.push_back(std::move(value)); }

    [[nodiscard]] bool has(std::string_view option) const {
        return options_.find(option) != options_.end();
    }
    /// The value of an option; the last one if it was given several times.
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const {
        const auto found = options_.find(option);
        return found == options_.end() ? std::nullopt : std::optional(found->second.back());
    }
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const {
        const auto found = options_.find(option);
        return found == options_.end() ? std::vector<std::string>() : found->second;
    }
    [[nodiscard]] const std::vector<std::string>& positionals() const { return positionals_; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> options_;
    std::vector<std::string> positionals_;
};

}  // namespace perfplan
