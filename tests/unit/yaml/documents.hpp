// Reading, editing and refusals as tests put them: texts in, texts out.
#pragma once

#include "yaml/document.hpp"
#include "yaml/edit.hpp"
#include "yaml/value.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

namespace perfplan::yaml::test {

/// What people are told, and where.
struct StatusResult {
    std::string message;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string hint;

    friend bool operator==(const StatusResult&, const StatusResult&) = default;
    friend std::ostream& operator<<(std::ostream& out, const StatusResult& told) {
        return out << told.line << ':' << told.column << ": " << told.message << " / " << told.hint;
    }
};

inline StatusResult told(const Diagnostic& diagnostic) {
    const Location at = diagnostic.at.value_or(Location{});
    return {diagnostic.message, at.line, at.column, diagnostic.hint};
}

inline std::vector<StatusResult> told(const Diagnostics& diagnostics) {
    std::vector<StatusResult> all;
    for (const Diagnostic& diagnostic : diagnostics) {
        all.push_back(told(diagnostic));
    }
    return all;
}

/// A text that must be readable.
inline Document document(std::string text) {
    auto read = Document::read("plan.yaml", std::move(text));
    if (!read) {
        FAIL(render(read.error().front(), Color::no, 100));
    }
    return std::move(*read);
}

/// The only thing wrong with a text.
inline StatusResult refusal_of(std::string text) {
    const auto read = Document::read("plan.yaml", std::move(text));
    if (read) {
        return {"it was read", 0, 0, {}};
    }
    return read.error().size() == 1 ? told(read.error().front())
                                    : StatusResult{"several things are wrong", 0, 0, {}};
}

/// The text after an edit, or what was told instead.
inline std::string text_of(const Result<Document>& edited) {
    return edited ? edited->text() : "refused: " + edited.error().front().message;
}

inline std::string set(const std::string& text, const Path& path, const Value& value,
                       const Order& order = {}) {
    return text_of(yaml::set(document(text), path, value, order));
}

inline std::string insert(const std::string& text, const Path& path, std::size_t index,
                          const Value& value) {
    return text_of(yaml::insert(document(text), path, index, value));
}

inline std::string remove(const std::string& text, const Path& path) {
    return text_of(yaml::remove(document(text), path));
}

inline std::string rename(const std::string& text, const Path& path, const std::string& key) {
    return text_of(yaml::rename(document(text), path, key));
}

}  // namespace perfplan::yaml::test
