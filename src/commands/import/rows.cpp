#include "commands/import/rows.hpp"

#include "base/text/text.hpp"
#include "input/read_sheet.hpp"
#include "store/commit.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace perfplan::commands {

Option from_option(std::string_view what) {
    return {"from",
            0,
            "FILE",
            fmt::format("{}; CSV, TSV or NDJSON ('-': standard input)", what),
            Option::Times::once,
            Completes::file};
}

Result<Sheet> sheet_from(const Arguments& arguments, Io& io) {
    const std::string file = arguments.value("from").value_or("-");
    const bool is_input = file == "-";
    auto text = is_input ? io.read_input() : read_input(file);
    return std::move(text).and_then([&](std::string bytes) {
        return read_sheet(is_input ? "standard input" : file, std::move(bytes));
    });
}

namespace {

/// Where a needed column is missed: at the names of the others.
Diagnostic missing_column(const Sheet& sheet, const ColumnRule& rule, const std::string& known) {
    const SheetColumn& last = sheet.columns().back();
    return sheet.at_column(last, fmt::format("there is no column '{}'", rule.name),
                           fmt::format("the columns are {}", known));
}

}  // namespace

Diagnostics check_columns(const Sheet& sheet, const std::vector<ColumnRule>& rules,
                          const std::function<bool(std::string_view)>& is_other,
                          const std::vector<std::string>& others) {
    if (const SheetColumn& first = sheet.columns().front();
        sheet.columns().size() == 1 && first.name.find(';') != std::string::npos) {
        return {sheet.at_column(first, "the columns are separated by semicolons",
                                "save it with commas between them")};
    }
    std::vector<std::string> names;
    for (const ColumnRule& rule : rules) {
        names.emplace_back(rule.name);
    }
    const std::string known = listing(names);
    std::vector<std::string> candidates = names;
    candidates.insert(candidates.end(), others.begin(), others.end());
    Diagnostics errors;
    std::set<std::string, std::less<>> meant;  // what misspelled columns were to be
    for (const SheetColumn& column : sheet.columns()) {
        const bool is_known = std::find(names.begin(), names.end(), column.name) != names.end() ||
                              (is_other && is_other(column.name));
        if (is_known) {
            continue;
        }
        const auto near = nearest(column.name, candidates);
        meant.insert(near.value_or(""));
        errors.push_back(sheet.at_column(
            column, fmt::format("'{}' is no column that is known here", visible(column.name)),
            near ? fmt::format("did you mean '{}'?", *near)
                 : fmt::format("the columns are {}", known)));
    }
    for (const ColumnRule& rule : rules) {
        if (rule.needed == ColumnRule::Needed::yes && !sheet.find(rule.name) &&
            !meant.contains(rule.name)) {
            errors.push_back(missing_column(sheet, rule, known));
        }
    }
    return errors;
}

void sort_by_place(Diagnostics& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                         return a.file == b.file && a.at && b.at && *a.at < *b.at;
                     });
}

Diagnostics refuse_options(const Arguments& arguments, const std::vector<std::string_view>& options,
                           std::string_view hint) {
    Diagnostics errors;
    for (const std::string_view option : options) {
        if (arguments.has(option)) {
            errors.push_back(usage_error(fmt::format("--{} does not go with --from FILE", option),
                                         std::string(hint)));
        }
    }
    return errors;
}

std::optional<std::string> NamedRow::value(std::string_view column) const {
    const auto found = sheet_->find(column);
    if (!found || row_->cells[*found].text.empty()) {
        return std::nullopt;
    }
    return row_->cells[*found].text;
}

std::vector<std::string> NamedRow::values(std::string_view column) const {
    std::vector<std::string> lines;
    std::string rest = value(column).value_or("");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = trim(std::string_view(rest).substr(0, end));
            !line.empty()) {
            lines.emplace_back(line);
        }
        rest.erase(0, end + 1);
    }
    return lines;
}

Diagnostic NamedRow::at(std::string_view column, std::string message, std::string hint) const {
    const auto found = sheet_->find(column);
    return found ? sheet_->at_cell(*row_, *found, std::move(message), std::move(hint))
                 : sheet_->at_row(*row_, std::move(message), std::move(hint));
}

Diagnostics NamedRow::at(std::string_view column, Diagnostics errors) const {
    for (Diagnostic& error : errors) {
        if (!error.file.empty()) {
            continue;
        }
        // what is an option on the command line is a column here
        constexpr std::string_view dashes = "--";
        const bool names_option = error.message.starts_with(dashes);
        Diagnostic located = at(column, error.message.substr(names_option ? dashes.size() : 0),
                                std::move(error.hint));
        located.severity = error.severity;
        located.code = error.code == ExitCode::usage ? ExitCode::unreadable : error.code;
        error = std::move(located);
    }
    return errors;
}

}  // namespace perfplan::commands
