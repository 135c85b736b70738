#include "output/describe/terms.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "output/describe/goal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

/// "Oct 2: Dana Reyes (rep) signed; Mia Chen (manager) signed"
std::vector<std::string> answers(const std::vector<SignatureStatus>& signatures, Date as_of) {
    std::vector<std::string> lines;
    std::optional<Date> last;
    for (const SignatureStatus& signature : signatures) {
        if (signature.on == last) {
            lines.back() += "; " + describe(signature);
        } else {
            lines.push_back(fmt::format("{}: {}", day(signature.on, as_of), describe(signature)));
        }
        last = signature.on;
    }
    return lines;
}

std::string describe(const AmendmentStatus& amendment, Date as_of) {
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
    for (const OtherFirstTerms& other : agreed.other_first) {
        for (const std::string& line : answers(other.signatures, as_of)) {
            lines.push_back(line + ", but other terms, on another branch");
        }
    }
    if (!agreed.missing.empty()) {
        lines.push_back(fmt::format("not signed yet by {}", roles_in_words(agreed.missing)));
    }
    for (const AmendmentStatus& amendment : agreed.amendments) {
        lines.push_back(describe(amendment, as_of));
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
    return fmt::format("{}: {} on {}", to_string(earlier.ref),
                       outcome_in_words(earlier.outcome->result), day(earlier.outcome->on, as_of)) +
           (earlier.relapsed_on ? ", relapsed on " + day(earlier.relapsed_on, as_of) : "");
}

std::optional<Role> next_to_sign(const TermsStatus& agreed) {
    if (!agreed.missing.empty()) {
        return agreed.missing.front();
    }
    const bool waits = agreed.newest_waits && !agreed.newest_missing.empty();
    return waits ? std::optional(agreed.newest_missing.front()) : std::nullopt;
}

namespace {

constexpr std::size_t widest_value = 60;
constexpr std::size_t kept_before_difference = 20;

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// How many bytes may be left out at the start of both without hiding where they differ.
std::size_t common_start(const std::string& a, const std::string& b) {
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    const auto same = static_cast<std::size_t>(differs - a.begin());
    std::size_t start = same > kept_before_difference ? same - kept_before_difference : 0;
    while (start > 0 && is_continuation(a[start])) {
        --start;
    }
    return start;
}

std::string shown(const std::string& value, std::size_t left_out) {
    const std::string line =
        truncate((left_out > 0 ? "…" : "") + visible(std::string_view(value).substr(left_out)),
                 widest_value);
    const bool is_collection = value.starts_with('{') || value.starts_with('[');
    return is_collection || line.find(' ') == std::string::npos ? line : fmt::format("'{}'", line);
}

bool is_long(const std::string& value) {
    return display_width(visible(value)) > widest_value;
}

}  // namespace

ShownValues shown_values(const Change& change) {
    const std::string from = change.from.value_or("");
    const std::string to = change.to.value_or("");
    const bool is_cut = change.from && change.to && (is_long(from) || is_long(to));
    const std::size_t left_out = is_cut ? common_start(from, to) : 0;
    return {shown(from, left_out), shown(to, left_out)};
}

std::string short_words(const Change& change) {
    const auto [from, to] = shown_values(change);
    const std::string values = !change.from ? "new, " + to
                               : !change.to ? "dropped, was " + from
                                            : fmt::format("{} -> {}", from, to);
    return fmt::format("{}: {} ({})", change.field, values,
                       to_string(change.effect.value_or(Effect::harder)));
}

std::string roles_in_words(const std::vector<Role>& roles) {
    std::vector<std::string> names;
    for (const Role role : roles) {
        names.emplace_back(to_string(role));
    }
    return listing(names);
}

std::string describe(const SignatureStatus& signature) {
    const std::string who =
        signature.on_behalf
            ? fmt::format("{} (for the {}: {})", visible(signature.by), to_string(signature.role),
                          visible(*signature.on_behalf))
            : fmt::format("{} ({})", visible(signature.by), to_string(signature.role));
    switch (signature.answer) {
        case Answer::signed_: return who + " signed";
        case Answer::refused:
            return fmt::format("{} refused to sign, {} was witness", who,
                               visible(signature.witness.value_or("nobody")));
        case Answer::unavailable: return who + " was unavailable";
    }
    return who;
}

}  // namespace perfplan::output
