#include "commands/common/listing.hpp"

#include "base/name_table.hpp"
#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::commands {

std::string ending_of(std::string_view file) {
    const std::size_t dot = file.rfind('.');
    const bool has_ending =
        dot != std::string_view::npos && file.find('/', dot) == std::string_view::npos;
    return has_ending ? lower(file.substr(dot + 1)) : "";
}

namespace {

constexpr std::array<std::pair<std::string_view, Format>, 8> formats{{{"table", Format::table},
                                                                      {"json", Format::json},
                                                                      {"ndjson", Format::ndjson},
                                                                      {"csv", Format::csv},
                                                                      {"tsv", Format::tsv},
                                                                      {"md", Format::markdown},
                                                                      {"ics", Format::calendar},
                                                                      {"paths", Format::paths}}};

/// Whether a list of this sort can be had in a format.
bool has_format(const Listed& listed, Format format) {
    switch (format) {
        case Format::paths: return listed.paths == Listed::Paths::yes;
        case Format::calendar: return listed.calendar == Listed::Calendar::yes;
        default: return true;
    }
}

std::vector<std::string> format_names(const Listed& listed) {
    std::vector<std::string> names;
    for (const auto& [name, format] : formats) {
        if (has_format(listed, format)) {
            names.emplace_back(name);
        }
    }
    return names;
}

/// What --fields may name in any format.
std::vector<std::string> field_names(const Listed& listed) {
    std::vector<std::string> names = listed.columns;
    for (const std::string& member : listed.members) {
        if (std::find(names.begin(), names.end(), member) == names.end()) {
            names.push_back(member);
        }
    }
    return names;
}

}  // namespace

std::vector<Option> output_options(const Listed& listed) {
    return {{"format", 'f', "FORMAT", listing(format_names(listed), "or"), Option::Times::once,
             Completes::choice, format_names(listed)},
            {"output", 'o', "FILE", "write to FILE; its ending says the format",
             Option::Times::once, Completes::file},
            {"fields", 0, "NAMES", "only these fields, in this order, with commas between",
             Option::Times::once, Completes::choices, field_names(listed)}};
}

Option as_of_option() {
    return {"as-of",
            0,
            "DATE",
            "as of the end of that day: what is dated later is left out",
            Option::Times::once,
            Completes::date};
}

namespace {

Result<Format> format_of(const Arguments& arguments, const Listed& listed) {
    if (const auto name = arguments.value("format")) {
        const auto format = find_named(formats, *name);
        if (format && has_format(listed, *format)) {
            return *format;
        }
        return fail(usage_error(fmt::format("--format: there is no format '{}'", visible(*name)),
                                choose_from(*name, format_names(listed))));
    }
    const auto file = arguments.value("output");
    if (!file || *file == "-") {
        return Format::table;
    }
    const std::string ending = ending_of(*file);
    if (ending == "txt") {
        return Format::table;
    }
    const auto format = find_named(formats, ending);
    if (format && *format != Format::paths && has_format(listed, *format)) {
        return *format;
    }
    return fail(usage_error(
        fmt::format("the ending of '{}' says no format", visible(*file)),
        fmt::format("add --format json, or call it .json, .ndjson, .csv, .tsv, .md{} or .txt",
                    has_format(listed, Format::calendar) ? ", .ics" : "")));
}

std::vector<std::string> split_at_commas(std::string_view text) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(trim(text.substr(0, comma)));
        if (comma == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(comma + 1);
    }
}

Diagnostic unknown_field(std::string_view name, const std::vector<std::string>& known) {
    return usage_error(fmt::format("--fields: there is no field '{}'", visible(name)),
                       did_you_mean(name, known, fmt::format("there is {}", listing(known))));
}

/// The name of a field, as a table for a person has it.
std::string in_capitals(std::string name) {
    for (char& c : name) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return name;
}

/// The fields that were asked for, each known to the format.
Result<std::vector<std::string>> fields_of(const Arguments& arguments, Format format,
                                           const Listed& listed) {
    const auto text = arguments.value("fields");
    if (!text) {
        return std::vector<std::string>();
    }
    if (format == Format::json || format == Format::calendar || format == Format::paths) {
        return fail(usage_error(fmt::format("--fields has no place in {}",
                                            format == Format::json       ? "JSON, which is whole"
                                            : format == Format::calendar ? "a calendar"
                                                                         : "a list of paths"),
                                "use --format ndjson, csv, tsv, md or table"));
    }
    const auto& known = format == Format::ndjson ? listed.members : listed.columns;
    const std::vector<std::string> fields = split_at_commas(*text);
    Diagnostics errors;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (std::find(known.begin(), known.end(), *field) == known.end()) {
            errors.push_back(unknown_field(*field, known));
        } else if (std::find(fields.begin(), field, *field) != field) {
            errors.push_back(usage_error(fmt::format("--fields: '{}' is given twice", *field),
                                         "keep one of them"));
        }
    }
    return errors.empty() ? Result<std::vector<std::string>>(fields) : fail(std::move(errors));
}

}  // namespace

bool Output::is_sheet() const {
    return format == Format::csv || format == Format::tsv ||
           (!fields.empty() && (format == Format::table || format == Format::markdown));
}

Result<Output> output_of(const Arguments& arguments, const Listed& listed) {
    PERFPLAN_TRY(const auto format, format_of(arguments, listed));
    PERFPLAN_TRY(auto fields, fields_of(arguments, format, listed));
    if (arguments.has("null") && format != Format::paths &&
        !reads_plans(arguments, arguments.positionals())) {
        return fail(usage_error("-0 has nothing to end: neither are plans read nor paths listed",
                                "add --format paths, or name the plans with '-'"));
    }
    return Output{format, std::move(fields), arguments.has("null") ? '\0' : '\n'};
}

std::string sheet_text(Table sheet, const Output& output, const Io& io) {
    Table table = output.fields.empty() ? std::move(sheet) : picked(sheet, output.fields);
    switch (output.format) {
        case Format::csv: return csv(table);
        case Format::tsv: return tsv(table);
        case Format::markdown: return markdown_table(table);
        default: break;
    }
    for (TableColumn& column : table.columns) {
        column.title = in_capitals(column.title);
    }
    return text_table(std::move(table), Style(io.color(Stream::output)), io.width());
}

std::string path_lines(const std::vector<std::string>& paths, const Output& output) {
    std::string lines;
    for (const std::string& path : paths) {
        lines += path + output.path_end;
    }
    return lines;
}

Result<void> deliver(const Arguments& arguments, Io& io, const std::string& text) {
    const auto file = arguments.value("output");
    if (!file || *file == "-") {
        io.print(text);
        return {};
    }
    PERFPLAN_TRY_DO(require_not_of_tree(*file));
    return replace_output(*file, text);
}

Result<Date> as_of(const Arguments& arguments, const Settings& settings, Date today) {
    const auto text = arguments.value("as-of");
    return text ? past_or_future_date("--as-of", *text, today, settings) : today;
}

Diagnostics notes_on_late_records(const LoadedPlan& plan, Date date) {
    const auto late =
        std::count_if(plan.journal.begin(), plan.journal.end(), [&](const JournalEntry& entry) {
            return entry.record.date <= date && !is_known_on(entry.record, date);
        });
    if (late == 0) {
        return {};
    }
    Diagnostic note =
        warning(fmt::format("{} of {} dated by {} {} written later and {} not counted",
                            count(static_cast<std::size_t>(late), "record"), to_string(plan.ref),
                            to_string(date), late == 1 ? "was" : "were", late == 1 ? "is" : "are"),
                "a later --as-of counts them");
    note.severity = Severity::note;
    return {note};
}

Result<ExitCode> list_plan(const Arguments& arguments, Io& io, const Listed& listed,
                           const PlanText& text_of) {
    const auto output = output_of(arguments, listed);
    const auto open = open_plan(arguments, io);
    if (!output || !open) {
        return tl::unexpected(!output ? output.error() : open.error());
    }
    PERFPLAN_TRY(const auto date, as_of(arguments, open->tree.settings(), open->today));
    const PlanStatus status = evaluate_plan(open->tree, open->plan, date);
    io.report(notes_on_late_records(open->plan, date));
    PERFPLAN_TRY_DO(deliver(arguments, io, text_of(status, *output, date, io)));
    return ExitCode::done;
}

std::vector<Option> plan_list_options(const Listed& listed) {
    std::vector<Option> options = output_options(listed);
    options.insert(options.begin(), as_of_option());
    return options;
}

}  // namespace perfplan::commands
