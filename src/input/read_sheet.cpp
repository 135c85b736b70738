#include "input/read_sheet.hpp"

#include "base/text/text.hpp"
#include "input/delimited.hpp"
#include "input/ndjson.hpp"

#include <algorithm>

namespace perfplan::input {
namespace {

enum class SheetFormat { csv, tsv, ndjson };

SheetFormat format_by_content(std::string_view text) {
    const std::string_view from_start = text.substr(start_of_text(text));
    if (trim(from_start).starts_with('{')) {
        return SheetFormat::ndjson;
    }
    const std::string_view header = from_start.substr(0, from_start.find('\n'));
    const bool has_tabs = header.find('\t') != std::string_view::npos;
    return has_tabs && header.find(',') == std::string_view::npos ? SheetFormat::tsv
                                                                  : SheetFormat::csv;
}

SheetFormat format_of(std::string_view name, std::string_view text) {
    const std::string ending = lower(name.substr(std::min(name.rfind('.'), name.size())));
    if (ending == ".csv") {
        return SheetFormat::csv;
    }
    if (ending == ".tsv" || ending == ".tab") {
        return SheetFormat::tsv;
    }
    if (ending == ".ndjson" || ending == ".jsonl") {
        return SheetFormat::ndjson;
    }
    return format_by_content(text);
}

}  // namespace

Result<Sheet> read_sheet(std::string name, std::string text) {
    Sheet sheet(std::move(name), std::move(text));
    const std::string_view all = sheet.text();
    const SheetRow first{1, {0, all.size()}};
    if (all.starts_with("\xFF\xFE") || all.starts_with("\xFE\xFF")) {
        return fail(sheet.point(first, {0, 2}, "is UTF-16, not UTF-8", "save the file as UTF-8"));
    }
    if (trim(all.substr(start_of_text(all))).empty()) {
        return fail(sheet.point(first, {0, 0}, "is empty", "the first line names the columns"));
    }
    const SheetFormat format = format_of(sheet.name(), all);
    PERFPLAN_TRY_DO(format == SheetFormat::csv   ? read_csv(sheet)
                    : format == SheetFormat::tsv ? read_tsv(sheet)
                                                 : read_ndjson(sheet));
    if (sheet.columns().empty()) {
        return fail(sheet.errors().empty()
                        ? Diagnostics{sheet.point(first, {0, 0}, "names no columns",
                                                  "each line says who it is about, as in {\"rep\": "
                                                  "\"Dana Reyes\"}")}
                        : sheet.errors());
    }
    sheet.complete_rows();
    return sheet;
}

}  // namespace perfplan::input
