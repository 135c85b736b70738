#include "commands/create/result_rows.hpp"

#include "base/text/text.hpp"
#include "commands/create/new_plan.hpp"
#include "commands/records/record.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

namespace perfplan::commands {

namespace {

const std::vector<ColumnRule>& columns() {
    using enum ColumnRule::Needed;
    static const std::vector<ColumnRule> rules{
        {"rep", yes}, {"period", yes}, {"quota", yes}, {"attained", yes}, {"ramp"},
        {"leave"},    {"id"},          {"role"},       {"team"},          {"manager"},
        {"hr"},       {"metric"},      {"unit"},
    };
    return rules;
}

/// Adds the errors of a value that stands in a column; gives the value if there are none.
template <class T>
std::optional<T> take(Diagnostics& errors, const NamedRow& row, std::string_view column,
                      Result<T> value) {
    if (value) {
        return *std::move(value);
    }
    append(errors, row.at(column, std::move(value).error()));
    return std::nullopt;
}

std::optional<Decimal> figure(Diagnostics& errors, const NamedRow& row, std::string_view column,
                              const std::optional<std::string>& unit) {
    const auto text = row.value(column);
    return text ? take(errors, row, column, parse_figure(column, *text, unit)) : std::nullopt;
}

Parsed<PeriodResult::Leave> parse_leave(const std::string& text) {
    using Leave = PeriodResult::Leave;
    constexpr std::array<std::pair<std::string_view, Leave>, 8> words{{{"yes", Leave::yes},
                                                                       {"y", Leave::yes},
                                                                       {"true", Leave::yes},
                                                                       {"1", Leave::yes},
                                                                       {"no", Leave::no},
                                                                       {"n", Leave::no},
                                                                       {"false", Leave::no},
                                                                       {"0", Leave::no}}};
    for (const auto& [word, leave] : words) {
        if (lower(text) == word) {
            return leave;
        }
    }
    return misread(fmt::format("leave: '{}' is neither yes nor no", visible(text)),
                   "write yes for a period of leave, else no or nothing");
}

Diagnostic not_negative(const NamedRow& row, std::string_view column) {
    return row.at(column, fmt::format("{} is negative", column), "write what was to be attained");
}

/// The figures of a row; errors are added.
PeriodResult result_of(Diagnostics& errors, const NamedRow& row, Period period,
                       const std::optional<std::string>& unit) {
    PeriodResult result{std::move(period)};
    result.quota = figure(errors, row, "quota", unit);
    result.attained = figure(errors, row, "attained", unit);
    result.ramp = figure(errors, row, "ramp", "%").value_or(result.ramp);
    if (const auto text = row.value("leave")) {
        const auto leave = parse_leave(*text);
        if (leave) {
            result.leave = *leave;
        } else {
            errors.push_back(row.at("leave", leave.error().message, leave.error().hint));
        }
    }
    if (result.quota && *result.quota < 0) {
        errors.push_back(not_negative(row, "quota"));
    }
    if (result.ramp < 0) {
        errors.push_back(not_negative(row, "ramp"));
    }
    const bool counts = result.leave == PeriodResult::Leave::no && result.quota &&
                        *result.quota > 0 && result.ramp > 0;
    if (counts && !row.value("attained")) {
        errors.push_back(row.at("attained", "attained is empty",
                                "write 0 if nothing was; leave, or no quota, leaves a period out"));
    }
    return result;
}

/// Takes the rows apart, rep by rep.
class Grouping {
public:
    Grouping(const Sheet& sheet, const Settings& settings) : sheet_(&sheet), settings_(&settings) {}

    void add(const SheetRow& sheet_row) {
        const NamedRow row(*sheet_, sheet_row);
        for (const std::string_view column : {"rep", "period"}) {
            if (!row.value(column)) {
                errors_.push_back(row.at(column, fmt::format("{} is empty", column)));
            }
        }
        if (!row.value("rep") || !row.value("period")) {
            return;
        }
        const auto rep = take(errors_, row, "rep", rep_name(*row.value("rep")));
        auto period = parse_period(*row.value("period"), settings_->fiscal_year());
        if (!period) {
            errors_.push_back(
                row.at("period", "period: " + period.error().message, period.error().hint));
        }
        if (!rep || !period) {
            return;
        }
        const auto unit = row.value("unit");
        add(row, *rep,
            result_of(errors_, row, *std::move(period), unit ? unit : settings_->currency));
    }

    Result<std::vector<QuotaRows>> finish() && {
        Diagnostics all = sheet_->errors();
        append(all, std::move(errors_));
        sort_by_place(all);
        return all.empty() ? Result<std::vector<QuotaRows>>(std::move(reps_))
                           : fail(std::move(all));
    }

private:
    void add(const NamedRow& row, const std::string& name, PeriodResult result) {
        const auto id = row.value("id");
        const auto [place, is_new] =
            places_.emplace(id ? "id " + *id : "name " + folded(name), reps_.size());
        if (is_new) {
            reps_.push_back({name, id, {row}, {std::move(result)}});
            return;
        }
        QuotaRows& rep = reps_[place->second];
        if (plain_name(rep.rep) != plain_name(name)) {
            errors_.push_back(row.at("rep",
                                     fmt::format("'{}' is '{}' in line {}", visible(name),
                                                 visible(rep.rep), rep.rows.front().line()),
                                     "spell a name the same way everywhere; a column 'id' tells "
                                     "people apart"));
        }
        compare(rep, row, result);
        rep.rows.push_back(row);
        rep.results.push_back(std::move(result));
    }

    /// Rows of one rep must not contradict each other.
    void compare(const QuotaRows& rep, const NamedRow& row, const PeriodResult& result) {
        for (std::size_t i = 0; i < rep.rows.size(); ++i) {
            const Period& other = rep.results[i].period;
            const std::size_t line = rep.rows[i].line();
            if (result.period.window().overlaps(other.window())) {
                errors_.push_back(row.at(
                    "period",
                    result.period == other
                        ? fmt::format("line {} is about {} in {} already", line, visible(rep.rep),
                                      other.label())
                        : fmt::format("{} overlaps {} in line {}", result.period.label(),
                                      other.label(), line),
                    "one row a rep and period; a column 'id' tells two people of one name apart"));
                return;
            }
        }
        if (result.period.length() != rep.results.front().period.length()) {
            errors_.push_back(
                row.at("period",
                       fmt::format("{} is not as long as {} in line {}", result.period.label(),
                                   rep.results.front().period.label(), rep.rows.front().line()),
                       "the rules count periods: give those of one rep the same length"));
        }
        for (const std::string_view column : {"unit", "metric"}) {
            if (row.value(column) != rep.rows.front().value(column)) {
                errors_.push_back(
                    row.at(column,
                           fmt::format("{} is not that of {} in line {}", column, visible(rep.rep),
                                       rep.rows.front().line()),
                           "figures of several periods are added up: they must be of one kind"));
            }
        }
    }

    const Sheet* sheet_;
    const Settings* settings_;
    Diagnostics errors_;
    std::map<std::string, std::size_t> places_;
    std::vector<QuotaRows> reps_;
};

}  // namespace

std::optional<std::string> QuotaRows::value(std::string_view column) const {
    std::optional<std::string> latest;
    std::optional<Period> of;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto text = rows[i].value(column);
        if (text && (!of || *of < results[i].period)) {
            latest = std::move(text);
            of = results[i].period;
        }
    }
    return latest;
}

Result<std::vector<QuotaRows>> quota_rows(const Sheet& sheet, const Settings& settings) {
    if (Diagnostics errors = check_columns(sheet, columns()); !errors.empty()) {
        append(errors, sheet.errors());
        return fail(std::move(errors));
    }
    Grouping grouping(sheet, settings);
    for (const SheetRow& row : sheet.rows()) {
        grouping.add(row);
    }
    return std::move(grouping).finish();
}

}  // namespace perfplan::commands
