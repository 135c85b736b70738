#include "input/ndjson.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace perfplan::input {

namespace {

using Json = nlohmann::json;

/// A key of a line with its value, and where both stand.
struct Entry {
    std::string key;
    Span key_span;
    Cell cell;
};

/// Follows the parser through the bytes of a line: it says what it reads, this says where. The
/// parser knows the values of numbers only as doubles; their digits are taken from the line.
class LineReader : public nlohmann::json_sax<Json> {
public:
    LineReader(std::string_view line, std::size_t offset) : line_(line), offset_(offset) {}

    [[nodiscard]] std::vector<Entry>& entries() { return entries_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] Span problem_span() const { return problem_span_; }

    bool null() override { return add(""); }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(number_integer_t) override { return add(std::nullopt); }
    bool number_unsigned(number_unsigned_t) override { return add(std::nullopt); }
    bool number_float(number_float_t, const string_t&) override { return add(std::nullopt); }
    bool string(string_t& value) override { return add(value); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override {
        if (depth_++ > 0) {
            return refuse("an object has no place in a cell");
        }
        return true;
    }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override {
        if (depth_ == 0) {
            return refuse("a line must be an object");
        }
        if (is_in_list_) {
            return refuse("a list has no place in a list");
        }
        is_in_list_ = true;
        has_items_ = false;
        return true;
    }
    bool end_array() override {
        is_in_list_ = false;
        return true;
    }

    bool key(string_t& name) override {
        const Span span = next_token();
        entries_.push_back({name, span, {"", span}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        // the parser counts from 1, and at the end of the line one more
        const std::size_t at = std::min(position > 0 ? position - 1 : 0, line_.size());
        problem_ = "is no JSON";
        problem_span_ = {offset_ + at, offset_ + std::min(at + 1, line_.size())};
        return false;
    }

private:
    /// The next scalar of the line, behind brackets and separators.
    Span next_token() {
        constexpr std::string_view between = " \t\r{}[]:,";
        const std::size_t begin = std::min(line_.find_first_not_of(between, at_), line_.size());
        std::size_t end = begin;
        if (line_.substr(begin, 1) == "\"") {
            for (++end; end < line_.size() && line_[end] != '"'; ++end) {
                end += line_[end] == '\\' ? 1U : 0U;
            }
            ++end;
        } else {
            end = std::min(line_.find_first_of(between, begin), line_.size());
        }
        at_ = end;
        return {offset_ + begin, offset_ + end};
    }

    bool add(const std::optional<std::string>& text) {
        const Span span = next_token();
        if (depth_ == 0) {
            problem_span_ = span;
            problem_ = "a line must be an object";
            return false;
        }
        Cell& cell = entries_.back().cell;
        cell.span = is_in_list_ && has_items_ ? Span{cell.span.begin, span.end} : span;
        cell.text +=
            (is_in_list_ && has_items_ ? "\n" : "") +
            text.value_or(std::string(line_.substr(span.begin - offset_, span.end - span.begin)));
        has_items_ = true;
        return true;
    }

    bool refuse(std::string what) {
        problem_ = std::move(what);
        problem_span_ = entries_.empty() ? Span{offset_, offset_ + 1} : entries_.back().key_span;
        return false;
    }

    std::string_view line_;
    std::size_t offset_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool is_in_list_ = false;
    bool has_items_ = false;
    std::vector<Entry> entries_;
    std::string problem_;
    Span problem_span_;
};

/// Puts the entries of a line into the columns they belong to; new keys become columns.
std::optional<Diagnostic> place(Sheet& sheet, SheetRow& row, std::vector<Entry>& entries) {
    std::vector<std::size_t> taken;
    for (Entry& entry : entries) {
        std::string name = column_name(entry.key);
        if (name.empty()) {
            return sheet.point(row, entry.key_span, "a value without a name",
                               "name it, or take it out");
        }
        auto column = sheet.find(name);
        if (column && std::find(taken.begin(), taken.end(), *column) != taken.end()) {
            return sheet.point(row, entry.key_span,
                               fmt::format("'{}' is there twice", visible(entry.key)),
                               "keep one of them");
        }
        if (auto unfit = unfit_cell(sheet, row, entry.key_span, name)) {
            return unfit;
        }
        entry.cell.text = std::string(trim(entry.cell.text));
        if (auto unfit = unfit_cell(sheet, row, entry.cell.span, entry.cell.text)) {
            return unfit;
        }
        if (!column) {
            column = sheet.columns().size();
            sheet.add_column({std::move(name), {row.line, row.span}, entry.key_span});
        }
        taken.push_back(*column);
        row.cells.resize(std::max(row.cells.size(), *column + 1),
                         Cell{"", {row.span.begin, row.span.begin}});
        row.cells[*column] = std::move(entry.cell);
    }
    return std::nullopt;
}

std::optional<Diagnostic> read_line(Sheet& sheet, SheetRow& row) {
    const std::string_view text = sheet.text();
    const std::string_view line = text.substr(row.span.begin, row.span.end - row.span.begin);
    if (const auto bad = find_invalid_utf8(line)) {
        return unfit_cell(sheet, row, row.span, "");
    }
    LineReader reader(line, row.span.begin);
    if (!Json::sax_parse(line.begin(), line.end(), &reader)) {
        return sheet.point(row, reader.problem_span(), reader.problem(),
                           "each line is an object such as {\"rep\": \"Dana Reyes\"}");
    }
    return place(sheet, row, reader.entries());
}

}  // namespace

Result<void> read_ndjson(Sheet& sheet) {
    const std::string_view text = sheet.text();
    std::size_t at = start_of_text(text);
    for (std::size_t line = 1; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        SheetRow row{line, {at, end}};
        if (!trim(text.substr(at, end - at)).empty()) {
            if (auto unfit = read_line(sheet, row)) {
                sheet.add_error(*std::move(unfit));
            } else {
                sheet.add_row(std::move(row));
            }
        }
        at = end + 1;
    }
    return {};
}

}  // namespace perfplan::input
