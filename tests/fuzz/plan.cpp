// Any document as terms, or as settings if it has their `format`. Written anew these are the same,
// and say the same of what is wrong.
#include "model/plan.hpp"

#include "model/difference.hpp"
#include "model/settings.hpp"
#include "target.hpp"

#include <algorithm>
#include <set>

using namespace perfplan;
using namespace perfplan::cli;

namespace {

yaml::Document document_of(const std::string& text) {
    auto document = yaml::Document::read("written.yaml", text);
    fuzz::require(document.has_value(), "what is written can be read", text);
    return std::move(*document);
}

/// Every field that was written is one that an amendment can name.
void require_nameable(const Plan& plan) {
    for (const Change& change : differences(Plan{}, plan)) {
        const auto now = value_at(plan, change.field);
        fuzz::require(now == change.to, "a field is found by its name", change.field);
    }
}

/// What is told, wherever it stands.
template <class T>
std::multiset<std::string> messages(const Result<Decoded<T>>& read) {
    std::multiset<std::string> all;
    for (const Diagnostic& told : read ? read->warnings : read.error()) {
        all.insert(told.message + " / " + told.hint);
    }
    return all;
}

void require_same_again(const Decoded<Plan>& read) {
    const std::string text = yaml::write(to_value(read.value));
    const auto again = read_plan(document_of(text));
    fuzz::require(again.has_value(), "written terms are terms", text);
    fuzz::require(yaml::write(to_value(again->value)) == text, "they are the same terms", text);
    fuzz::require(differences(read.value, again->value).empty(), "they differ in no field", text);
    // What is wrong with keys is gone with them.
    const auto told = messages(Result<Decoded<Plan>>(read));
    const auto told_again = messages(again);
    fuzz::require(std::includes(told.begin(), told.end(), told_again.begin(), told_again.end()),
                  "nothing new is told of them", text);
}

template <class T>
void require_told(const Result<Decoded<T>>& read) {
    if (!read) {
        fuzz::require_told(read.error());
    } else if (!read->warnings.empty()) {
        fuzz::require_told(read->warnings);
    }
}

/// The same data as we would lay it out; whether yaml-cpp agrees is for strict_reader to ask.
yaml::Document laid_out_anew(const yaml::Document& document) {
    auto anew = yaml::Document::read("anew.yaml", yaml::write(yaml::Value::of(document.root())),
                                     yaml::CrossCheck::left_for_later);
    fuzz::require(anew.has_value(), "what is written can be read", document.text());
    return std::move(*anew);
}

/// The words may be others: a text without its needless quotes can be taken for a number gone
/// wrong.
template <class T>
void require_as_much_told(const Result<Decoded<T>>& anew, const Result<Decoded<T>>& before,
                          const yaml::Document& document) {
    fuzz::require(
        anew.has_value() == before.has_value() && messages(anew).size() == messages(before).size(),
        "the layout changes nothing of what is wrong", document.text());
}

void look_at_plan(const yaml::Document& document) {
    const auto plan = read_plan(document);
    require_told(plan);
    require_as_much_told(read_plan(laid_out_anew(document)), plan, document);
    if (plan) {
        require_same_again(*plan);
        require_nameable(plan->value);
    }
}

void look_at_settings(const yaml::Document& document) {
    const auto settings = read_settings(document);
    require_told(settings);
    const auto anew = read_settings(laid_out_anew(document));
    require_as_much_told(anew, settings, document);
    fuzz::require(!settings || settings->value.given == anew->value.given,
                  "the layout changes no settings", document.text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document = yaml::Document::read("any.yaml", std::string(fuzz::text_of(data, size)),
                                               yaml::CrossCheck::left_for_later);
    if (document) {
        const bool is_settings = static_cast<bool>(document->root().find("format"));
        is_settings ? look_at_settings(*document) : look_at_plan(*document);
    }
    return 0;
}
