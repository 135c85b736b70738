#include "input/delimited.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::input {

namespace {

/// A record as it was split, before anybody knows whether it is a row.
struct Split {
    SheetRow row;
    std::optional<Diagnostic> error;
    bool is_open = false;  ///< a quote was never closed: nothing after it means anything
};

/// Goes through the text record by record.
class Splitter {
public:
    explicit Splitter(const Sheet& sheet)
        : sheet_(&sheet), text_(sheet.text()), at_(start_of_text(text_)) {}
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;
    virtual ~Splitter() = default;

    /// The next record that is not blank; nothing at the end.
    std::optional<Split> next() {
        skip_blank_lines();
        if (at_ >= text_.size()) {
            return std::nullopt;
        }
        Split split;
        split.row.line = line_;
        split.row.span = {at_, text_.size()};
        read_cells(split);
        split.row.span.end = at_;
        line_ += lines_in(split.row.span);
        // only now is it known where the record ends, for the excerpt
        if (!pending_.empty()) {
            SyntaxError& first = pending_.front();
            split.error =
                sheet_->point(split.row, first.span, std::move(first.message), first.hint);
            pending_.clear();
        }
        return split;
    }

protected:
    struct SyntaxError {
        Span span;
        std::string message;
        std::string hint;
    };

    virtual void read_cells(Split& split) = 0;

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t at() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }
    void refuse(Span span, std::string message, std::string hint) {
        pending_.push_back({span, std::move(message), std::move(hint)});
    }

    /// The length of the line break at `at`: LF or CRLF; 0 if there is none.
    [[nodiscard]] std::size_t line_break(std::size_t at) const {
        return text_.substr(at, 1) == "\n" ? 1 : text_.substr(at, 2) == "\r\n" ? 2 : 0;
    }

private:
    void skip_blank_lines() {
        while (at_ < text_.size() && line_break(at_) > 0) {
            at_ += line_break(at_);
            ++line_;
        }
    }

    [[nodiscard]] std::size_t lines_in(Span span) const {
        const std::string_view record = text_.substr(span.begin, span.end - span.begin);
        return static_cast<std::size_t>(std::count(record.begin(), record.end(), '\n'));
    }

    const Sheet* sheet_;
    std::string_view text_;
    std::size_t at_;
    std::size_t line_ = 1;
    std::vector<SyntaxError> pending_;
};

std::string trimmed(std::string_view text) {
    return std::string(trim(text));
}

class CsvSplitter : public Splitter {
public:
    using Splitter::Splitter;

protected:
    void read_cells(Split& split) override {
        while (true) {
            split.row.cells.push_back(text().substr(at(), 1) == "\"" ? quoted_cell(split)
                                                                     : plain_cell());
            if (split.is_open) {
                return;
            }
            if (text().substr(at(), 1) == ",") {
                go_to(at() + 1);
                continue;
            }
            go_to(at() + (at() < text().size() ? line_break(at()) : 0));
            return;
        }
    }

private:
    [[nodiscard]] std::size_t end_of_plain(std::size_t from) const {
        std::size_t end = from;
        while (end < text().size() && text()[end] != ',' && line_break(end) == 0) {
            ++end;
        }
        return end;
    }

    Cell plain_cell() {
        const Span span{at(), end_of_plain(at())};
        const std::string_view raw = text().substr(span.begin, span.end - span.begin);
        if (const std::size_t quote = raw.find('"'); quote != std::string_view::npos) {
            refuse({span.begin + quote, span.begin + quote + 1},
                   "a quote in a cell that does not start with one",
                   "put the whole cell in quotes, and double those inside it");
        }
        go_to(span.end);
        return {trimmed(raw), span};
    }

    Cell quoted_cell(Split& split) {
        const std::size_t begin = at();
        std::string decoded;
        std::size_t i = begin + 1;
        for (; i < text().size(); ++i) {
            const bool is_doubled = text().substr(i, 2) == "\"\"";
            if (text()[i] == '"' && !is_doubled) {
                break;
            }
            i += is_doubled ? 1U : 0U;
            const bool ends_line = text().substr(i, 2) == "\r\n";
            if (!ends_line) {
                decoded += text()[i];
            }
        }
        if (i >= text().size()) {
            refuse({begin, begin + 1}, "this quote is never closed",
                   "close it, and double quotes that belong to the text");
            split.is_open = true;
            go_to(text().size());
            return {};
        }
        const std::size_t end = i + 1;
        if (const std::size_t rest = end_of_plain(end); rest > end) {
            refuse({end, rest}, "text behind the closing quote",
                   "double quotes that belong to the text");
            go_to(rest);
        } else {
            go_to(end);
        }
        return {trimmed(decoded), {begin, end}};
    }
};

class TsvSplitter : public Splitter {
public:
    using Splitter::Splitter;

protected:
    void read_cells(Split& split) override {
        while (true) {
            std::size_t end = at();
            while (end < text().size() && text()[end] != '\t' && line_break(end) == 0) {
                ++end;
            }
            split.row.cells.push_back(cell({at(), end}));
            if (end < text().size() && text()[end] == '\t') {
                go_to(end + 1);
                continue;
            }
            go_to(end + (end < text().size() ? line_break(end) : 0));
            return;
        }
    }

private:
    Cell cell(Span span) {
        const std::string_view raw = text().substr(span.begin, span.end - span.begin);
        if (raw.size() > 1 && raw.front() == '"' && raw.back() == '"') {
            refuse(span, "a cell in quotes, which mean nothing between tabs",
                   "leave the quotes out, or save it as CSV");
        }
        return {trimmed(decoded(raw)), span};
    }

    static std::string decoded(std::string_view raw) {
        std::string text;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            const std::size_t code = raw[i] == '\\' && i + 1 < raw.size()
                                         ? std::string_view("tn\\").find(raw[i + 1])
                                         : std::string_view::npos;
            text += code == std::string_view::npos ? raw[i] : "\t\n\\"[code];
            i += code == std::string_view::npos ? 0U : 1U;
        }
        return text;
    }
};

/// The first record as names of columns; all that is wrong with it.
Result<void> read_header(Sheet& sheet, const Split& header) {
    if (header.error) {
        return fail(*header.error);
    }
    Diagnostics errors;
    for (const Cell& cell : header.row.cells) {
        SheetColumn column{column_name(cell.text), header.row, cell.span};
        if (auto unfit = unfit_cell(sheet, header.row, cell.span, cell.text)) {
            errors.push_back(*std::move(unfit));
        } else if (column.name.empty()) {
            errors.push_back(sheet.at_column(column, "a column without a name",
                                             "name it, or take the column out"));
        } else if (sheet.find(column.name)) {
            errors.push_back(sheet.at_column(column,
                                             fmt::format("column '{}' is there twice", column.name),
                                             "keep one of them"));
        }
        sheet.add_column(std::move(column));
    }
    return errors.empty() ? Result<void>() : fail(std::move(errors));
}

/// What is wrong with a record as a row, or nothing.
std::optional<Diagnostic> unfit_row(const Sheet& sheet, const Split& split) {
    if (split.error) {
        return split.error;
    }
    const SheetRow& row = split.row;
    const std::size_t wanted = sheet.columns().size();
    if (row.cells.size() > wanted) {
        return sheet.at_cell(row, wanted,
                             fmt::format("this row has {}, the header has {}",
                                         count(row.cells.size(), "cell"), wanted),
                             "put a cell that holds a separator in quotes");
    }
    if (row.cells.size() < wanted) {
        return sheet.at_cell(
            row, row.cells.size() - 1,
            fmt::format("this row has {}, the header has {}", count(row.cells.size(), "cell"),
                        wanted),
            fmt::format("there is none for '{}'", sheet.columns()[row.cells.size()].name));
    }
    for (const Cell& cell : row.cells) {
        if (auto unfit = unfit_cell(sheet, row, cell.span, cell.text)) {
            return unfit;
        }
    }
    return std::nullopt;
}

Result<void> read_records(Sheet& sheet, Splitter& splitter) {
    const auto header = splitter.next();
    if (auto named = read_header(sheet, *header); !named) {
        return named;
    }
    while (auto split = splitter.next()) {
        if (split->is_open) {
            sheet.add_error(*split->error);
            return fail(sheet.errors());
        }
        if (auto unfit = unfit_row(sheet, *split)) {
            sheet.add_error(*std::move(unfit));
        } else {
            sheet.add_row(std::move(split->row));
        }
    }
    return {};
}

}  // namespace

Result<void> read_csv(Sheet& sheet) {
    CsvSplitter splitter(sheet);
    return read_records(sheet, splitter);
}

Result<void> read_tsv(Sheet& sheet) {
    TsvSplitter splitter(sheet);
    return read_records(sheet, splitter);
}

}  // namespace perfplan::input
