// What commands that list things have in common: formats, filters, and where the list goes.
#pragma once

#include "context.hpp"

#include <functional>
#include <string>
#include <vector>

namespace perfplan {

enum class Format { table, json, ndjson, csv, tsv, markdown };

/// --format, -o
std::vector<Option> output_options();
/// --team, --manager, --rep, --state, --verdict, --period
std::vector<Option> filter_options();
Option as_of_option();

/// --format, or what the ending of -o says, or table.
Result<Format> format_of(const Arguments& arguments);

/// Prints the text, or puts it into the file that -o names.
Result<void> deliver(const Arguments& arguments, Io& io, const std::string& text);

/// --as-of, or today.
Result<Date> as_of(const Arguments& arguments, const Settings& settings, Date today);

/// Whether a name is one of those wanted; with none wanted every one is. Names compare without
/// regard to case and to how accents are encoded.
bool is_one_of(const std::optional<std::string>& value, const std::vector<std::string>& wanted);

/// The plans that the positionals name, or all of the tree; each once.
Result<std::vector<PlanRef>> selected(const Arguments& arguments, const Tree& tree, Date today,
                                      Io& io);

/// Says on standard error how many records of the plan were dated by then but written later: they
/// don't exist yet as of that day, and whoever asks should know.
void tell_of_late_records(const LoadedPlan& plan, Date date, Io& io);

/// True for plans that pass all filters; several values of one filter are alternatives.
using Filter = std::function<bool(const PlanStatus&)>;
Result<Filter> filter_from(const Arguments& arguments, const Settings& settings);

/// True if any filter is given.
bool has_filters(const Arguments& arguments);

}  // namespace perfplan
