#include <perfplan/base/text.hpp>

#include "escape.hpp"
#include "scalar.hpp"
#include "text.hpp"

namespace perfplan::yaml {
namespace {

/// Reads a quoted scalar from its opening to its closing quote.
class Quoted {
public:
    Quoted(std::string_view text, std::size_t begin, Place place)
        : text_(text),
          begin_(begin),
          place_(place),
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
    using Outcome = std::optional<Problem>;

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
            return tl::unexpected(Problem{{pos_, pos_ + 1},
                                          "empty line before the closing quote",
                                          "write line breaks as '\\n' in double quotes"});
        }
        return Scalar{style, pos_ + 1, {}, std::move(decoded_)};
    }

    [[nodiscard]] Problem unclosed() const {
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
        if (c == '\0' || static_cast<Indent>(fold.column) <= place_.indent) {
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
    Place place_;
    char quote_;
    std::size_t pos_;
    std::size_t copied_;  ///< up to here everything is in decoded_
    std::size_t solid_ =
        0;  ///< up to here decoded_ was escaped or folded: no space of it is trimmed
    std::size_t breaks_ = 0;  ///< of the last fold; 0 behind an escape
    bool special_ = false;    ///< the text is not the bytes between the quotes
    std::string decoded_;
};

}  // namespace

Scan scan_single_quoted(std::string_view text, std::size_t begin, Place place) {
    return Quoted(text, begin, place).scan();
}

Scan scan_double_quoted(std::string_view text, std::size_t begin, Place place) {
    return Quoted(text, begin, place).scan();
}

}  // namespace perfplan::yaml
