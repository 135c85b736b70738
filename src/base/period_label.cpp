#include "period_label.hpp"

#include <perfplan/base/text.hpp>

#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan {
namespace {

using Length = Period::Length;

constexpr int century = 2000;

/// A way to write a label, one letter a word: a number by how many digits it has, F for FY, U for
/// the Q or H of a unit, M for the name of a month. Below each letter its role: y year, i index.
struct Shape {
    std::string_view words;
    std::string_view roles;
    Length length;  ///< a U says otherwise
};

constexpr std::array shapes{
    Shape{"4", "y", Length::year},          Shape{"F4", " y", Length::year},
    Shape{"F2", " y", Length::year},        Shape{"42", "yi", Length::month},
    Shape{"41", "yi", Length::month},       Shape{"24", "iy", Length::month},
    Shape{"14", "iy", Length::month},       Shape{"M4", "iy", Length::month},
    Shape{"4M", "yi", Length::month},       Shape{"4U1", "y i", Length::quarter},
    Shape{"2U1", "y i", Length::quarter},   Shape{"U14", " iy", Length::quarter},
    Shape{"U12", " iy", Length::quarter},   Shape{"1U4", "i y", Length::quarter},
    Shape{"1U2", "i y", Length::quarter},   Shape{"F4U1", " y i", Length::quarter},
    Shape{"F2U1", " y i", Length::quarter}, Shape{"U1F4", " i y", Length::quarter},
    Shape{"U1F2", " i y", Length::quarter},
};

bool is_separator(const Word& word) {
    return word.is("-") || word.is("/") || word.is(".") || word.is("_");
}

char letter_of(const Word& word) {
    if (word.is_number()) {
        return word.text.size() <= 9 ? static_cast<char>('0' + word.text.size()) : '?';
    }
    if (word.is("fy")) {
        return 'F';
    }
    if (word.is("q") || word.is("h")) {
        return 'U';
    }
    return month_named(word.text) ? 'M' : '?';
}

/// The words of a label without the signs between them.
std::vector<Word> label_words(std::string_view text) {
    std::vector<Word> words = words_of(text);
    words.erase(std::remove_if(words.begin(), words.end(), is_separator), words.end());
    return words;
}

std::string letters_of(const std::vector<Word>& words) {
    std::string letters;
    std::transform(words.begin(), words.end(), std::back_inserter(letters), letter_of);
    return letters;
}

int year_of(const Word& word) {
    const int value = small_number(word.text);
    return word.has_digits(2) ? century + value : value;
}

int index_of(const Word& word) {
    const auto month = month_named(word.text);
    return month ? static_cast<int>(*month) : small_number(word.text);
}

PeriodLabel label_of(const std::vector<Word>& words, const Shape& shape) {
    PeriodLabel label{.length = shape.length};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (shape.roles[i] == 'y') {
            label.year = year_of(words[i]);
        } else if (shape.roles[i] == 'i') {
            label.index = index_of(words[i]);
        } else if (words[i].is("fy")) {
            label.kind = YearKind::fiscal;
        } else if (words[i].is("h")) {
            label.length = Length::half;
        }
    }
    return label;
}

std::optional<PeriodLabel> label_of(const std::vector<Word>& words) {
    const std::string letters = letters_of(words);
    const auto* const shape =
        std::find_if(shapes.begin(), shapes.end(),
                     [&](const Shape& candidate) { return candidate.words == letters; });
    return shape == shapes.end() ? std::nullopt : std::optional{label_of(words, *shape)};
}

}  // namespace

int periods_in_year(Length length) {
    return 12 / static_cast<int>(length);
}

bool is_in_year(const PeriodLabel& label) {
    return 1 <= label.index && label.index <= periods_in_year(label.length);
}

std::optional<PeriodLabel> read_period_label(std::string_view text) {
    const auto label = label_of(label_words(text));
    if (!label) {
        return std::nullopt;
    }
    const std::string given = lower(text);
    const bool exact =
        given == lower(to_string(*label)) || given == lower(to_string(*label, YearDigits::four));
    return exact ? label : std::nullopt;
}

std::string to_string(const PeriodLabel& label, YearDigits digits) {
    const bool is_short = digits == YearDigits::shortest && label.kind == YearKind::fiscal &&
                          label.year / 100 == century / 100;
    std::string text = label.kind == YearKind::fiscal ? "FY" : "";
    text += is_short ? fmt::format("{:02}", label.year % 100) : fmt::format("{:04}", label.year);
    switch (label.length) {
        case Length::month: return text + fmt::format("-{:02}", label.index);
        case Length::quarter: return text + fmt::format("-Q{}", label.index);
        case Length::half: return text + fmt::format("-H{}", label.index);
        case Length::year: break;
    }
    return text;
}

std::optional<PeriodLabel> loose_period_label(std::string_view text) {
    std::vector<Word> words = label_words(text);
    if (words.size() == 1 && words[0].has_digits(6)) {
        const Word year{Word::Kind::number, words[0].text.substr(0, 4), 0};
        words = {year, {Word::Kind::number, words[0].text.substr(4), 4}};
    }
    const auto label = label_of(words);
    return label && is_in_year(*label) ? label : std::nullopt;
}

}  // namespace perfplan
