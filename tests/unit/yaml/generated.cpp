#include "generated.hpp"

#include "yaml/value.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace perfplan::yaml::test {
namespace {

/// How one document is laid out.
struct Habits {
    std::size_t mapping = 2;
    std::size_t sequence = 2;
    std::string line_ending = "\n";
    bool comments = true;
};

template <std::size_t size>
std::string_view one_of(Random& random, const std::array<std::string_view, size>& words) {
    return words.at(below(random, size));
}

std::string word(Random& random) {
    constexpr std::array<std::string_view, 16> words{
        "goal",  "target", "75",  "2026-10-01", "Dana", "x",     "naïve", "日本",
        "a-b_c", "it's",   "50%", "a:b",        "C#",   "100.5", "e",     "note"};
    return std::string(one_of(random, words));
}

/// Writes one document line by line, and keeps count of what it means.
class Writer {
public:
    explicit Writer(Random& random) : random_(random) {
        constexpr std::array<std::size_t, 5> steps{1, 2, 3, 4, 8};
        constexpr std::array<std::size_t, 4> list_steps{0, 1, 2, 4};
        habits_.mapping = steps.at(below(random, steps.size()));
        habits_.sequence = list_steps.at(below(random, list_steps.size()));
        habits_.line_ending = once_in(random, 3) ? "\r\n" : "\n";
        habits_.comments = !once_in(random, 4);
    }

    Generated document() {
        if (once_in(random_, 3)) {
            line("# yaml-language-server: $schema=x");
        }
        if (once_in(random_, 8)) {
            line("---");
        }
        Generated made;
        made.data = mapping(0, 0);
        made.text = std::move(out_);
        if (!ends_in_block_ && once_in(random_, 4)) {
            made.text.resize(made.text.size() - habits_.line_ending.size());
        }
        return made;
    }

private:
    // Lines.

    void line(const std::string& text) { out_ += text + habits_.line_ending; }

    std::string comment() {
        const std::string gap(1 + below(random_, 4), ' ');
        return habits_.comments && once_in(random_, 4) ? gap + "# " + word(random_) + ": x" : "";
    }

    /// Empty lines and comments between entries; never behind a block that would take them for its
    /// own.
    void between(std::size_t column) {
        if (ends_in_keep_) {
            return;
        }
        if (once_in(random_, 8)) {
            line(once_in(random_, 3) && !ends_in_block_ ? "  " : "");
        }
        if (habits_.comments && once_in(random_, 8)) {
            line(std::string(column, ' ') + "# about " + word(random_));
        }
    }

    void end_line(const std::string& text) {
        line(text + comment());
        ends_in_block_ = false;
        ends_in_keep_ = false;
    }

    // Blocks.

    Value mapping(std::size_t column, std::size_t depth, bool first_on_line = true) {
        std::vector<Value::Entry> entries;
        for (std::size_t i = 0, size = 1 + below(random_, 5); i < size; ++i) {
            const std::string key =
                "k" + std::to_string(i) + (once_in(random_, 4) ? " " + word(random_) : "");
            if (i > 0 || first_on_line) {
                between(column);
                out_ += std::string(column, ' ');
            }
            out_ += written_key(key) + (once_in(random_, 10) ? " :" : ":");
            entries.emplace_back(key, value(column, depth, Below::key));
        }
        return Value::mapping(std::move(entries));
    }

    Value sequence(std::size_t column, std::size_t depth, bool first_on_line = true) {
        std::vector<Value> items;
        for (std::size_t i = 0, size = 1 + below(random_, 4); i < size; ++i) {
            if (i > 0 || first_on_line) {
                between(column);
                out_ += std::string(column, ' ');
            }
            out_ += "-";
            items.push_back(value(column, depth, Below::dash));
        }
        return Value::sequence(std::move(items));
    }

    enum class Below { key, dash };

    /// What follows a colon or dash, up to the end of its last line.
    Value value(std::size_t column, std::size_t depth, Below below_what) {
        constexpr std::size_t deepest = 4;
        switch (below(random_, depth < deepest ? 12 : 8)) {
            case 0: return absent();
            case 1: return block_text(column, below_what);
            case 2: return flow_lines(column);
            case 3: {
                std::string written;
                Value flow_value = flow(written, 0);
                end_line(" " + written);
                return flow_value;
            }
            case 4: return scalar_over_lines(column);
            case 5: return scalar_below(column);
            case 6:
            case 7: return scalar();
            case 8:
            case 9: return block_mapping(column, depth, below_what);
            default: return block_sequence(column, depth, below_what);
        }
    }

    Value block_mapping(std::size_t column, std::size_t depth, Below below_what) {
        if (below_what == Below::dash && !once_in(random_, 4)) {
            const std::size_t gap = 1 + below(random_, 3);
            out_ += std::string(gap, ' ');
            return mapping(column + 1 + gap, depth + 1, false);
        }
        end_line("");
        return mapping(column + habits_.mapping, depth + 1);
    }

    Value block_sequence(std::size_t column, std::size_t depth, Below below_what) {
        if (below_what == Below::dash && !once_in(random_, 4)) {
            out_ += " ";
            return sequence(column + 2, depth + 1, false);
        }
        end_line("");
        const std::size_t least = below_what == Below::dash ? 1 : 0;
        return sequence(column + std::max(habits_.sequence, least), depth + 1);
    }

    // Scalars.

    Value absent() {
        end_line("");
        return {};
    }

    std::string written_key(const std::string& key) {
        switch (below(random_, 6)) {
            case 0: return '"' + key + '"';
            case 1:
                return key.find('\'') == std::string::npos ? '\'' + key + '\'' : '"' + key + '"';
            default: return quoted(key);
        }
    }

    /// On one line, as it is, or in quotes.
    std::string written(const std::string& text, Value::Layout inside) {
        switch (below(random_, 4)) {
            case 0: return '"' + text + '"';
            case 1:
                return text.find('\'') == std::string::npos ? '\'' + text + '\'' : '"' + text + '"';
            default: return quoted(text, inside);
        }
    }

    std::string words() {
        std::string text = word(random_);
        for (std::size_t i = below(random_, 4); i > 0; --i) {
            text += " " + word(random_);
        }
        return text;
    }

    Value scalar() {
        const std::string text = words();
        end_line(std::string(1 + below(random_, 3), ' ') + written(text, Value::Layout::block));
        return Value::string(text);
    }

    Value scalar_below(std::size_t column) {
        const std::string text = words();
        end_line("");
        end_line(std::string(column + 1 + below(random_, 3), ' ') +
                 written(text, Value::Layout::block));
        return Value::string(text);
    }

    Value scalar_over_lines(std::size_t column) {
        const std::string indentation(column + 1 + below(random_, 3), ' ');
        const std::string first = "one " + word(random_);
        const bool gap = once_in(random_, 3);
        const std::string text = first + (gap ? "\n" : " ") + "two";
        const std::string_view quote = one_of<3>(random_, {"", "\"", ""});
        out_ += " " + std::string(quote) + first + habits_.line_ending;
        out_ += gap ? habits_.line_ending : "";
        end_line(indentation + "two" + std::string(quote));
        return Value::string(text);
    }

    Value block_text(std::size_t column, Below below_what) {
        const std::string text = any_lines(random_);
        const std::size_t step = below_what == Below::dash ? 2 : habits_.mapping;
        const bool keeps = text.ends_with("\n\n");
        const bool strips = !text.ends_with("\n");
        std::string header = " |";
        if (text.front() == ' ' || once_in(random_, 5)) {
            header += std::to_string(step);
        }
        header += keeps ? "+" : strips ? "-" : "";
        line(header + comment());
        const std::string body = strips ? text + "\n" : text;
        for (std::size_t begin = 0; begin < body.size();) {
            const std::size_t end = body.find('\n', begin);
            line(end == begin ? ""
                              : std::string(column + step, ' ') + body.substr(begin, end - begin));
            begin = end + 1;
        }
        ends_in_block_ = true;
        ends_in_keep_ = keeps;
        return Value::string(text);
    }

    // Brackets.

    Value flow(std::string& written_to, std::size_t depth) {
        const bool list = once_in(random_, 2);
        const std::size_t size = below(random_, 4);
        std::vector<Value> items;
        std::vector<Value::Entry> entries;
        written_to += list ? "[" : "{";
        for (std::size_t i = 0; i < size; ++i) {
            written_to += i > 0 ? ", " : "";
            if (!list) {
                written_to += "f" + std::to_string(i) + ": ";
            }
            Value item;
            if (depth < 2 && once_in(random_, 4)) {
                item = flow(written_to, depth + 1);
            } else if (list || !once_in(random_, 6)) {
                const std::string text = words();
                written_to += written(text, Value::Layout::flow);
                item = Value::string(text);
            }
            if (list) {
                items.push_back(std::move(item));
            } else {
                entries.emplace_back("f" + std::to_string(i), std::move(item));
            }
        }
        written_to += size > 0 && once_in(random_, 6) ? " ," : "";
        written_to += list ? "]" : "}";
        return list ? Value::sequence(std::move(items), Value::Layout::flow)
                    : Value::mapping(std::move(entries), Value::Layout::flow);
    }

    /// One item a line.
    Value flow_lines(std::size_t column) {
        const std::string indentation(column + 1 + below(random_, 4), ' ');
        const bool trailing = once_in(random_, 2);
        std::vector<Value> items;
        line(" [" + comment());
        for (std::size_t i = 0, size = 1 + below(random_, 3); i < size; ++i) {
            const std::string text = words();
            line(indentation + written(text, Value::Layout::flow) +
                 (i + 1 < size || trailing ? "," : "") + comment());
            items.push_back(Value::string(text));
        }
        end_line(std::string(column + 1, ' ') + "]");
        return Value::sequence(std::move(items), Value::Layout::flow);
    }

    Random& random_;
    Habits habits_;
    std::string out_;
    bool ends_in_block_ = false;
    bool ends_in_keep_ = false;
};

}  // namespace

Generated generate(Random& random) {
    return Writer(random).document();
}

std::string any_line(Random& random) {
    constexpr std::array<std::string_view, 16> texts{
        "75",  "no",  "0123", "2026-10-01", "a, b",  "x: y",   "# c",  "it's",
        "'q'", "- x", "[x]",  "\"d\"",      " lead", "trail ", "a\tb", "ß 日本 😀"};
    return once_in(random, 3) ? std::string(one_of(random, texts))
                              : word(random) + " " + word(random);
}

std::string any_lines(Random& random) {
    std::string text = once_in(random, 6) ? "  " + word(random) : word(random);
    for (std::size_t i = 1 + below(random, 3); i > 0; --i) {
        text += "\n";
        text += once_in(random, 4) ? "\n" : "";
        text += once_in(random, 4) ? "   " : "";
        text += once_in(random, 6) ? "# " : "";
        text += word(random);
    }
    constexpr std::array<std::string_view, 5> ends{"", "\n", "\n", "\n\n", "\n\n\n"};
    return text + std::string(one_of(random, ends));
}

Value any_value(Random& random) {
    const auto layout = once_in(random, 2) ? Value::Layout::block : Value::Layout::flow;
    switch (below(random, 8)) {
        case 0: return {};
        case 1: return Value::verbatim("75");
        case 2: return Value::string(any_lines(random));
        case 3: return Value::mapping({}, layout);
        case 4: return Value::sequence({}, layout);
        case 5:
            return Value::sequence(
                {Value::string(any_line(random)), Value::string(any_lines(random))}, layout);
        case 6:
            return Value::mapping(
                {{"n0", Value::string(any_line(random))},
                 {"n1", Value::mapping({{"m", Value::string(any_lines(random))}}, layout)},
                 {"n2",
                  Value::sequence({Value::verbatim("1"),
                                   Value::mapping({{"o", {}}, {"p", Value::verbatim("2")}})})}},
                layout);
        default: return Value::string(any_line(random));
    }
}

}  // namespace perfplan::yaml::test
