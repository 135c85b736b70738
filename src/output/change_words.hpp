// Changes of terms, and who is to answer them, in words.
#pragma once

#include <perfplan/evaluate/terms.hpp>

#include <string>
#include <vector>

namespace perfplan {

/// The two values of a change, on one line of moderate length each, cut to where they differ; texts
/// of several words in quotes. An absent value is empty.
struct ShownValues {
    std::string from;
    std::string to;
};
ShownValues shown_values(const Change& change);

/// "goals.pipeline.target: 750000 -> 800000 (harder)", on one line of moderate length.
std::string short_words(const Change& change);

/// "rep and manager"
std::string roles_in_words(const std::vector<Role>& roles);

/// "Dana Reyes (rep) signed", "Dana Reyes (rep) refused to sign, Sam Ortiz was witness"
std::string in_words(const SignatureStatus& signature);

}  // namespace perfplan
