#include "cli/tokens.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::cli {

namespace {

class Tokenizer {
public:
    Tokenizer(const std::vector<Option>& options, const std::vector<std::string>& words)
        : options_(&options), words_(&words) {}

    Tokens run() {
        while (next_ < words_->size()) {
            const std::string& word = (*words_)[next_++];
            if (word == "--") {
                while (next_ < words_->size()) {
                    refer((*words_)[next_++]);
                }
            } else if (word.starts_with("--")) {
                long_option(word);
            } else if (word.size() > 1 && word.front() == '-' && !stands_for_number(word)) {
                letters(word);
            } else {
                refer(word);
            }
        }
        return std::move(tokens_);
    }

private:
    static bool is_number(std::string_view word) {
        return word.size() > 1 && (word[1] == '.' || (word[1] >= '0' && word[1] <= '9'));
    }

    /// -3 and -.5 are numbers; -0 is one only where it is no option.
    [[nodiscard]] bool stands_for_number(std::string_view word) const {
        return is_number(word) && (word != "-0" || find('0') == nullptr);
    }

    void refer(std::string text) {
        tokens_.words.push_back(fmt::format("@{}", tokens_.texts.size()));
        tokens_.texts.push_back(std::move(text));
    }

    [[nodiscard]] const Option* find(std::string_view name) const {
        const auto found = std::find_if(options_->begin(), options_->end(),
                                        [&](const Option& option) { return option.name == name; });
        return found == options_->end() ? nullptr : &*found;
    }

    [[nodiscard]] const Option* find(char letter) const {
        const auto found =
            std::find_if(options_->begin(), options_->end(),
                         [&](const Option& option) { return option.letter == letter; });
        return found == options_->end() ? nullptr : &*found;
    }

    void long_option(const std::string& word) {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const Option* option = find(name);
        if (option == nullptr) {
            tokens_.words.push_back("--" + name);
        } else if (equals != std::string::npos) {
            given_value(*option, "--" + name, word.substr(equals + 1));
        } else {
            following_value(*option, "--" + name);
        }
    }

    /// -q, -qn, -m TEXT, -mTEXT
    void letters(const std::string& word) {
        for (std::size_t i = 1; i < word.size(); ++i) {
            const Option* option = find(word[i]);
            const std::string shown = fmt::format("-{}", word[i]);
            if (option == nullptr) {
                tokens_.words.push_back(i == 1 ? word : shown);
                return;
            }
            if (!option->needs_value()) {
                following_value(*option, shown);
                continue;
            }
            if (i + 1 < word.size()) {
                given_value(*option, shown, word.substr(i + 1));
            } else {
                following_value(*option, shown);
            }
            return;
        }
    }

    void given_value(const Option& option, const std::string& shown, std::string value) {
        if (option.value.empty()) {
            tokens_.errors.push_back(usage_error(fmt::format("{} takes no value", shown)));
            return;
        }
        tokens_.words.push_back("--" + option.name);
        refer(std::move(value));
    }

    void following_value(const Option& option, const std::string& shown) {
        if (!option.needs_value()) {
            tokens_.words.push_back("--" + option.name);
            if (!option.value.empty()) {
                refer("");
            }
            return;
        }
        if (next_ == words_->size() || (*words_)[next_].starts_with("--")) {
            tokens_.errors.push_back(usage_error(
                fmt::format("{} needs a value: {}", shown, option.value),
                next_ == words_->size()
                    ? ""
                    : fmt::format("a value that starts with -- is written --{}=…", option.name)));
            return;
        }
        tokens_.words.push_back("--" + option.name);
        refer((*words_)[next_++]);
    }

    const std::vector<Option>* options_;
    const std::vector<std::string>* words_;
    std::size_t next_ = 0;
    Tokens tokens_;
};

}  // namespace

bool is_reference(std::string_view word) {
    return word.starts_with('@');
}

const std::string& Tokens::text(std::string_view reference) const {
    return texts.at(std::stoul(std::string(reference.substr(1))));
}

Tokens tokenize(const std::vector<Option>& options, const std::vector<std::string>& words) {
    return Tokenizer(options, words).run();
}

}  // namespace perfplan::cli
