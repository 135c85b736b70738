// Writes texts that are hard to quote, in every place of a YAML file, with what must be read back:
// for readers_test.py.
//
//     yaml_cases DIR     DIR/<name>.yaml and DIR/<name>.json; fails if our own reader reads
//     anything else
#include "base/text/text.hpp"
#include "yaml/document.hpp"
#include "yaml/value.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using perfplan::yaml::Value;
using Texts = std::vector<std::string>;

std::string utf8(std::uint32_t code_point) {
    std::string text;
    const auto push = [&](std::uint32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (code_point < 0x80U) {
        push(code_point);
    } else if (code_point < 0x800U) {
        push(0xC0U | (code_point >> 6U));
        push(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000U) {
        push(0xE0U | (code_point >> 12U));
        push(0x80U | ((code_point >> 6U) & 0x3FU));
        push(0x80U | (code_point & 0x3FU));
    } else {
        push(0xF0U | (code_point >> 18U));
        push(0x80U | ((code_point >> 12U) & 0x3FU));
        push(0x80U | ((code_point >> 6U) & 0x3FU));
        push(0x80U | (code_point & 0x3FU));
    }
    return text;
}

// clang-format off

/// Words, numbers, dates and indicators that one reader or another takes for something else than
/// text.
Texts words() {
    return {
        "no", "yes", "on", "off", "y", "n", "Y", "N", "true", "false", "null", "~", "No", "YES",
        "On", "OFF", "True", "FALSE", "Null", "NULL", "0", "1", "-1", "+1", "0123", "0o17",
        "0x1F", "0b101", "1_000", "1,000", "1e3", "1E3", "1e+3", "1.5e-3", ".5", "5.", "-.5",
        "+.5", "1.5", "685_230.15", ".inf", "-.inf", "+.INF", ".Inf", ".nan", ".NaN", "inf",
        "nan", "12:30", "1:30:00", "190:20:30", "190:20:30.15", "2026-10-01", "2026-1-1",
        "2026-10-01T10:00:00Z", "2026-10-01 10:00:00", "2026-10-01t10:00:00.5-5",
        "2026-10-01 10:00:00 +2", "=", "<<", "==", "<", ">", "<=", "- x", "-", "--", "---",
        "--- x", "...", "... x", "-x", "? x", "?", "?x", ": x", ":", ":x", "::", "# x", "#", "#x",
        "a #b", "a# b", "a#b", "a: b", "a:", "a :b", "a:b", "a : b", ": ", "[x", "[x]", "[]",
        "]x", "{x", "{}", "{a: b}", "}", ",", ", x", "a, b", "a,b", "a]", "a}", "a[b", "a{b",
        "&a", "&", "*a", "*", "!t", "!", "!!str x", "|", "|-", "| x", ">", ">-", "> x", "%x", "%",
        "%YAML 1.2", "@x", "@", "`x", "`", "http://example.com/a?b=c#d", "a?b", "a ? b", "a - b",
        "C:\\Users\\dana", "\\", "\\\\", "\\n", "a\\", "\\x41"
    };
}

/// Quotes, spaces, line ends and what they do together.
Texts spaces() {
    return {
        "", " ", "  ", " a", "a ", " a ", "a  b", "\t", "\ta", "a\t", "a\tb", "\r", "a\r", "\ra",
        "a\rb", "a\r\nb", "a\r\n", "'", "''", "'a'", "a'b", "'a", "a'", "\"", "\"\"", "\"a\"",
        "a\"b", "\"a", "a\"", "'\"", "\"'\"", "it's \"so\"", "\n", "\n\n", "\n\n\n", "a\n",
        "a\n\n", "a\n\n\n", "\na", "\n\na", "\na\n", "a\nb", "a\nb\n", "a\n\nb", "a\n\n\nb\n\n",
        " a\nb", " a\nb\n", "  a\n b\nc", "a\n b", "a\n  b\n c\n", "a \nb", "a\nb ", "a \n",
        "a\n b \n", " \n", "\n ", "a\n ", "a\n \nb", "a\n   \n", "\ta\nb", "a\n\tb", "a\n\t",
        "a\n\t\nb", "- a\n- b\n", "a: b\nc: d\n", "# a\n# b\n", "a # b\nc", "---\na\n",
        "a\n---\n", "a\n...\n", "a\n<<<<<<< b\n", "'a'\n\"b\"\n", "\\\n\\n\n", "a:\n", "|\n",
        "%a\nb", "a\\\nb", "[a\nb]", std::string(5000, 'a'), std::string(3000, ' ') + "a",
        "word " + std::string(2000, 'x') + " word\n" + std::string(2000, 'y') + "\n"
    };
}

/// Characters beyond ASCII, together with what stands next to them.
Texts characters() {
    return {
        "é", "e\u0301", "\u0301e", "ñandú", "日本語", "日本語: テスト",
        "العربية", "😀", "😀 a", "a 😀", "👩‍👩‍👧", "🇩🇪", "\u00A0",
        "\u00A0a", "a\u00A0", "a\u00A0#b", "a:\u00A0b", "\u3000", "a\u3000b", "\u2003a",
        "\u200Ba\u200B", "\u00ADa", "…", "–", "„a“", "’", "½", "٣", "１２",
        "a\u0085b", "\u0085", "a\n\u0085b", "\u2028", "a\u2028b", "a\n\u2029b\n", "\uFEFF",
        "\uFEFFa", "a\uFEFF", std::string("a\0b", 3), "\x1B[31m", "\x7F", "\x01",
        "\uFFFD", "\uE000", "\U0010FFFD", "\U0001F1FF"
    };
}

// clang-format on

bool is_character(std::uint32_t code_point) {
    return code_point < 0xD800U || code_point > 0xDFFFU;
}

/// Non-characters, which YAML has no escape for that all readers take.
bool is_noncharacter(std::uint32_t code_point) {
    return (code_point & 0xFFFEU) == 0xFFFEU || (code_point >= 0xFDD0U && code_point <= 0xFDEFU);
}

/// The basic plane whole, of the others every 97th.
std::vector<std::uint32_t> code_points() {
    std::vector<std::uint32_t> all;
    for (std::uint32_t c = 0; c <= 0x10FFFFU; c += c < 0x10000U ? 1U : 97U) {
        if (is_character(c) && !is_noncharacter(c)) {
            all.push_back(c);
        }
    }
    return all;
}

/// Each of `texts` in each place where a text can stand.
struct Places {
    explicit Places(const Texts& texts) {
        std::vector<Value> items;
        Value entries = Value::mapping({});
        Value keys = Value::mapping({});
        Value flow_keys = Value::mapping({}, Value::Layout::flow);
        std::vector<Value> nested;
        expected["keys"] = expected["flow_keys"] = nlohmann::json::object();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::string& text = texts[i];
            const std::string id = "t" + std::to_string(i);
            items.push_back(Value::string(text));
            entries.add(id, Value::string(text));
            nested.push_back(
                Value::mapping({{"text", Value::string(text)}, {"behind", Value::string("x")}}));
            if (text.size() <= 900 && !text.empty()) {
                keys.add(text, Value::verbatim("1"));
                flow_keys.add(text, Value::string(text));
                expected["keys"][text] = 1;
                expected["flow_keys"][text] = text;
            }
            expected["list"].push_back(text);
            expected["flow"].push_back(text);
            expected["entries"][id] = text;
            expected["nested"].push_back({{"text", text}, {"behind", "x"}});
        }
        value = Value::mapping({{"list", Value::sequence(items)},
                                {"flow", Value::sequence(items, Value::Layout::flow)},
                                {"entries", std::move(entries)},
                                {"keys", std::move(keys)},
                                {"flow_keys", std::move(flow_keys)},
                                {"nested", Value::sequence(std::move(nested))}});
    }

    Value value;
    nlohmann::json expected;
};

bool is_safe(const Texts& texts) {
    return std::none_of(texts.begin(), texts.end(), [](const std::string& text) {
        return perfplan::base::find_unsafe(text).has_value();
    });
}

class Directory {
public:
    explicit Directory(std::filesystem::path path) : path_(std::move(path)) {}

    /// Each of `texts` in every place.
    void add(const std::string& name, const Texts& texts) {
        const Places places(texts);
        add(name, places.value, places.expected, is_safe(texts));
    }

    /// Each of `texts` as the item of a list.
    void add_list(const std::string& name, const Texts& texts) {
        std::vector<Value> items;
        for (const std::string& text : texts) {
            items.push_back(Value::string(text));
        }
        const nlohmann::json expected{{"list", texts}};
        add(name, Value::mapping({{"list", Value::sequence(items)}}), expected, is_safe(texts));
    }

    [[nodiscard]] bool is_good() const { return good_; }

private:
    void add(const std::string& name, const Value& value, const nlohmann::json& expected,
             bool safe) {
        const std::string written = perfplan::yaml::write(value);
        put(name + ".yaml", written);
        put(name + ".json", expected.dump());
        check(name, written, value, safe);
    }

    void put(const std::string& name, const std::string& text) {
        std::ofstream file(path_ / name, std::ios::binary);
        file << text;
        good_ = good_ && file.flush().good();
    }

    /// Our own reader: the same data, or a refusal of unsafe characters.
    void check(const std::string& name, const std::string& written, const Value& value, bool safe) {
        const auto read = perfplan::yaml::Document::read(name, written);
        if (safe && !read) {
            good_ = false;
            std::cerr << render(read.error().front(), perfplan::base::Color::no, 100);
        } else if (safe && !matches(read->root(), value)) {
            good_ = false;
            std::cerr << name << ": our own reader reads something else\n";
        } else if (!safe && read) {
            good_ = false;
            std::cerr << name << ": our own reader takes an unsafe character\n";
        }
    }

    std::filesystem::path path_;
    bool good_ = true;
};

/// One text each, so that a failure names it.
void add_each(Directory& directory, const std::string& name, const Texts& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        directory.add(name + "-" + std::to_string(i), {texts[i]});
    }
}

/// The texts in lists of at most `size`.
std::vector<Texts> cut(const Texts& texts, std::size_t size) {
    std::vector<Texts> parts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i % size == 0) {
            parts.emplace_back();
        }
        parts.back().push_back(texts[i]);
    }
    return parts;
}

/// Each character alone as an item, and some at a time between letters in every place.
void add_characters(Directory& directory, const std::string& name, const Texts& characters) {
    constexpr std::size_t per_text = 16;
    constexpr std::size_t per_file = 4096;
    Texts runs;
    for (const Texts& few : cut(characters, per_text)) {
        runs.emplace_back("a");
        for (const std::string& character : few) {
            runs.back() += character + "a";
        }
    }
    std::size_t files = 0;
    for (const Texts& many : cut(characters, per_file)) {
        directory.add_list(name + "-alone-" + std::to_string(files++), many);
    }
    for (const Texts& many : cut(runs, per_file / per_text)) {
        directory.add(name + "-within-" + std::to_string(files++), many);
    }
}

/// Those that we refuse to read apart from the others.
void add_code_points(Directory& directory) {
    Texts safe;
    Texts unsafe;
    for (const std::uint32_t code_point : code_points()) {
        const std::string character = utf8(code_point);
        (perfplan::base::find_unsafe(character) ? unsafe : safe).push_back(character);
    }
    add_characters(directory, "characters", safe);
    add_characters(directory, "unsafe", unsafe);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: yaml_cases DIR\n";
        return 2;
    }
    try {
        Directory directory{argv[1]};
        add_each(directory, "word", words());
        add_each(directory, "space", spaces());
        add_each(directory, "character", characters());
        add_code_points(directory);
        return directory.is_good() ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
