#include "yaml/parse/scalar.hpp"

#include "base/text/text.hpp"
#include "yaml/parse/escape.hpp"
#include "yaml/parse/text.hpp"

namespace perfplan::yaml {
namespace {

/// A further line that looks like something else than text: YAML would make it text all the same.
std::optional<SyntaxError> misleading_line(std::string_view text, std::size_t begin,
                                           const PlainLine& line) {
    if (text[begin] == '-' && ends_word(text, begin + 1)) {
        return SyntaxError{{begin, begin + 1},
                           "list item below a text that is already the value",
                           "put the text above in quotes, or delete it to make a list"};
    }
    if (char_at(text, line.stop) == ':') {
        return SyntaxError{{begin, line.end},
                           "entry " + in_quotes(text.substr(begin, line.end - begin)) +
                               " below a text that is already the value",
                           "indent it like the entries above, or put the whole text in quotes"};
    }
    return std::nullopt;
}

/// True if the line that begins at `fold.next` is more of the text before it.
bool continues(std::string_view text, const Fold& fold, ScalarPosition position) {
    const char c = char_at(text, fold.next);
    if (c == '\0' || c == '#' || c == '\t' || static_cast<Indent>(fold.column) <= position.indent) {
        return false;
    }
    return position.context == Context::block ||
           !(is_flow_indicator(c) || is_key_colon(text, fold.next, Context::flow));
}

}  // namespace

std::optional<SyntaxError> question_mark(std::string_view text, Span span) {
    const std::size_t mark = text.substr(0, span.end).find('?', span.begin);
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    return SyntaxError{{mark, mark + 1}, "'?' in a text within brackets", "put the text in quotes"};
}

bool is_key_colon(std::string_view text, std::size_t pos, Context context) {
    return char_at(text, pos) == ':' &&
           (ends_word(text, pos + 1) ||
            (context == Context::flow && is_flow_indicator(char_at(text, pos + 1))));
}

PlainLine scan_plain_line(std::string_view text, std::size_t begin, Context context) {
    std::size_t end = begin;
    std::size_t pos = begin;
    for (; pos < text.size(); ++pos) {
        const char c = text[pos];
        if (c == ' ') {
            continue;
        }
        if (is_break(c) || c == '\t' || (c == ':' && is_key_colon(text, pos, context)) ||
            (c == '#' && pos > begin && text[pos - 1] == ' ') ||
            (context == Context::flow && is_flow_indicator(c))) {
            break;
        }
        end = pos + 1;
    }
    return {end, pos};
}

Scan scan_plain(std::string_view text, std::size_t begin, ScalarPosition position) {
    PlainLine line = scan_plain_line(text, begin, position.context);
    Scalar scalar{Style::plain, line.end, {begin, line.end}, std::nullopt};
    while (is_break(char_at(text, line.stop))) {
        const Fold fold = fold_at(text, line.stop);
        if (!continues(text, fold, position)) {
            break;
        }
        line = scan_plain_line(text, fold.next, position.context);
        if (position.context == Context::block) {
            if (auto problem = misleading_line(text, fold.next, line)) {
                return tl::unexpected(std::move(*problem));
            }
        }
        if (!scalar.decoded) {
            scalar.decoded = std::string(text.substr(begin, scalar.end - begin));
        }
        *scalar.decoded += folded(fold.breaks);
        *scalar.decoded += text.substr(fold.next, line.end - fold.next);
        scalar.end = line.end;
    }
    if (char_at(text, line.stop) == '\t') {
        return tl::unexpected(tab_problem(text, line.stop));
    }
    if (position.context == Context::flow) {
        if (auto problem = question_mark(text, {begin, scalar.end})) {
            return tl::unexpected(std::move(*problem));
        }
    }
    return scalar;
}

Fold fold_at(std::string_view text, std::size_t pos) {
    Fold fold{pos, 0, 0};
    while (is_break(char_at(text, fold.next))) {
        const std::size_t line = after_break(text, fold.next);
        fold.next = skip_spaces(text, line);
        fold.column = fold.next - line;
        ++fold.breaks;
    }
    return fold;
}

std::string folded(std::size_t breaks) {
    return breaks == 1 ? std::string(" ") : std::string(breaks - 1, '\n');
}

SyntaxError tab_problem(std::string_view text, std::size_t pos) {
    std::size_t end = pos;
    while (char_at(text, end) == '\t') {
        ++end;
    }
    if (is_first_on_line(text, pos)) {
        return {{pos, end}, "tab as indentation", "indent with spaces"};
    }
    return {{pos, end}, "tab between words", "use a space; a tab within a text takes quotes"};
}

}  // namespace perfplan::yaml

namespace perfplan::yaml {
namespace {

/// Reads a quoted scalar from its opening to its closing quote.
class Quoted {
public:
    Quoted(std::string_view text, std::size_t begin, ScalarPosition position)
        : text_(text),
          begin_(begin),
          position_(position),
          quote_(text[begin]),
          pos_(begin + 1),
          copied_(begin + 1) {}

    Scan scan() {
        for (;;) {
            skip_ordinary();
            const char c = char_at(text_, pos_);
            if (c == quote_ && !is_doubled_quote()) {
                return closed();
            }
            if (pos_ == text_.size()) {
                return tl::unexpected(unclosed());
            }
            if (auto problem = c == quote_ ? doubled_quote()
                               : c == '\\' ? escape()
                                           : line_break()) {
                return tl::unexpected(std::move(*problem));
            }
        }
    }

private:
    using Outcome = std::optional<SyntaxError>;

    void skip_ordinary() {
        while (pos_ < text_.size() && text_[pos_] != quote_ && !is_break(text_[pos_]) &&
               !(text_[pos_] == '\\' && quote_ == '"')) {
            ++pos_;
        }
    }

    [[nodiscard]] bool is_doubled_quote() const {
        return quote_ == '\'' && char_at(text_, pos_ + 1) == '\'';
    }

    Scan closed() {
        const Style style = quote_ == '"' ? Style::double_quoted : Style::single_quoted;
        if (!special_) {
            return Scalar{style, pos_ + 1, {begin_ + 1, pos_}, std::nullopt};
        }
        copy();
        // yaml-cpp drops some of the line breaks at the end.
        if (breaks_ > 1 && decoded_.size() == solid_) {
            return tl::unexpected(SyntaxError{{pos_, pos_ + 1},
                                              "empty line before the closing quote",
                                              "write line breaks as '\\n' in double quotes"});
        }
        return Scalar{style, pos_ + 1, {}, std::move(decoded_)};
    }

    [[nodiscard]] SyntaxError unclosed() const {
        return {{begin_, begin_ + 1},
                quote_ == '"' ? "double quote is never closed" : "single quote is never closed",
                "close it, and indent further lines of the text deeper than its key"};
    }

    /// What was read since the last special place, as it is.
    void copy() {
        special_ = true;
        decoded_ += text_.substr(copied_, pos_ - copied_);
    }

    void resume_at(std::size_t pos) {
        pos_ = pos;
        copied_ = pos;
    }

    Outcome doubled_quote() {
        ++pos_;
        copy();
        resume_at(pos_ + 1);
        return std::nullopt;
    }

    Outcome escape() {
        copy();
        if (is_break(char_at(text_, pos_ + 1))) {
            ++pos_;
            solid_ = decoded_.size();
            return next_line(Joined::directly);
        }
        const auto read = read_escape(text_, pos_);
        if (!read) {
            return read.error();
        }
        decoded_ += read->text;
        solid_ = decoded_.size();
        breaks_ = 0;
        resume_at(read->end);
        return std::nullopt;
    }

    Outcome line_break() {
        copy();
        while (decoded_.size() > solid_ && (decoded_.back() == ' ' || decoded_.back() == '\t')) {
            decoded_.pop_back();
        }
        return next_line(Joined::by_space);
    }

    enum class Joined { directly, by_space };

    Outcome next_line(Joined joined) {
        const Fold fold = fold_at(text_, pos_);
        const char c = char_at(text_, fold.next);
        if (c == '\t') {
            return tab_problem(text_, fold.next);
        }
        if (c == '\0' || static_cast<Indent>(fold.column) <= position_.indent) {
            return unclosed();
        }
        decoded_ +=
            joined == Joined::directly ? std::string(fold.breaks - 1, '\n') : folded(fold.breaks);
        solid_ = decoded_.size();
        breaks_ = fold.breaks;
        resume_at(fold.next);
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t begin_;
    ScalarPosition position_;
    char quote_;
    std::size_t pos_;
    std::size_t copied_;  ///< up to here everything is in decoded_
    std::size_t solid_ =
        0;  ///< up to here decoded_ was escaped or folded: no space of it is trimmed
    std::size_t breaks_ = 0;  ///< of the last fold; 0 after an escape
    bool special_ = false;    ///< the text is not the bytes between the quotes
    std::string decoded_;
};

}  // namespace

Scan scan_single_quoted(std::string_view text, std::size_t begin, ScalarPosition position) {
    return Quoted(text, begin, position).scan();
}

Scan scan_double_quoted(std::string_view text, std::size_t begin, ScalarPosition position) {
    return Quoted(text, begin, position).scan();
}

}  // namespace perfplan::yaml
