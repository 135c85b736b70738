#include "terms_words.hpp"

#include <perfplan/base/text.hpp>
#include <perfplan/evaluate/words.hpp>

#include "change_words.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// "Oct 2: Dana Reyes (rep) signed; Mia Chen (manager) signed"
std::vector<std::string> answers(const std::vector<SignatureStatus>& signatures, Date as_of) {
    std::vector<std::string> lines;
    std::optional<Date> last;
    for (const SignatureStatus& signature : signatures) {
        if (signature.on == last) {
            lines.back() += "; " + in_words(signature);
        } else {
            lines.push_back(fmt::format("{}: {}", day(signature.on, as_of), in_words(signature)));
        }
        last = signature.on;
    }
    return lines;
}

std::string in_words(const AmendmentStatus& amendment, Date as_of) {
    const std::string what = fmt::format("{}: {} amended them: {}", day(amendment.on, as_of),
                                         visible(amendment.by), visible(amendment.reason));
    switch (amendment.standing) {
        case Standing::in_force:
            return amendment.in_force_from == amendment.on || !amendment.in_force_from
                       ? what
                       : fmt::format("{}; in force since {}", what,
                                     day(amendment.in_force_from, as_of));
        case Standing::waiting:
            return amendment.waits_for.empty()
                       ? what + "; waits for the amendment it builds on"
                       : fmt::format("{}; waits for {}", what, roles_in_words(amendment.waits_for));
        case Standing::set_aside: return what + "; set aside, made on another branch";
    }
    return what;
}

std::string changed_by_hand(const std::vector<Change>& changes) {
    std::vector<std::string> fields;
    for (const Change& change : changes) {
        fields.push_back(visible(change.field));
    }
    return fmt::format("plan.yaml differs, which does not count: {}", listing(fields));
}

}  // namespace

std::vector<std::string> agreed_in_words(const TermsStatus& agreed, Date as_of) {
    std::vector<std::string> lines = answers(agreed.signatures, as_of);
    if (!agreed.missing.empty()) {
        lines.push_back(fmt::format("not signed yet by {}", roles_in_words(agreed.missing)));
    }
    for (const AmendmentStatus& amendment : agreed.amendments) {
        lines.push_back(in_words(amendment, as_of));
    }
    if (!agreed.changed.empty()) {
        lines.push_back(changed_by_hand(agreed.changed));
    }
    return lines;
}

std::string earlier_in_words(const EarlierPlan& earlier, Date as_of) {
    if (!earlier.outcome) {
        return fmt::format("{}: {}", to_string(earlier.ref), to_string(earlier.state));
    }
    return fmt::format("{}: {} on {}", to_string(earlier.ref), to_string(earlier.outcome->result),
                       day(earlier.outcome->on, as_of)) +
           (earlier.relapsed_on ? ", relapsed on " + day(earlier.relapsed_on, as_of) : "");
}

std::optional<Role> next_to_sign(const TermsStatus& agreed) {
    if (!agreed.missing.empty()) {
        return agreed.missing.front();
    }
    const bool waits = agreed.newest_waits && !agreed.newest_missing.empty();
    return waits ? std::optional(agreed.newest_missing.front()) : std::nullopt;
}

}  // namespace perfplan
