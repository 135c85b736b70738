#include "format/diagnostics.hpp"

#include "base/name_table.hpp"
#include "base/text/text.hpp"
#include "format/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::format {

namespace {

using json::Json;

constexpr std::array<std::pair<std::string_view, DiagnosticsForm>, 4> forms{
    {{"text", DiagnosticsForm::text},
     {"json", DiagnosticsForm::json},
     {"github", DiagnosticsForm::github},
     {"sarif", DiagnosticsForm::sarif}}};

std::string_view name_of(ExitCode code) {
    switch (code) {
        case ExitCode::usage: return "usage";
        case ExitCode::unreadable: return "unreadable";
        case ExitCode::refused: return "refused";
        case ExitCode::unprinted: return "unprinted";
        case ExitCode::io: return "io";
        case ExitCode::bug: return "bug";
        case ExitCode::done:
        case ExitCode::findings: break;
    }
    return "finding";
}

/// The rule's name, or what sort of error it is.
std::string rule_of(const Diagnostic& diagnostic) {
    if (!diagnostic.rule.empty()) {
        return diagnostic.rule;
    }
    return std::string(diagnostic.severity == Severity::error ? name_of(diagnostic.code)
                                                              : to_string(diagnostic.severity));
}

/// Where the marked part ends: the column behind its last character.
std::optional<std::size_t> end_column(const Diagnostic& diagnostic) {
    if (!diagnostic.at || !diagnostic.excerpt) {
        return std::nullopt;
    }
    const Span marked = diagnostic.excerpt->marked;
    const std::string_view text =
        std::string_view(diagnostic.excerpt->text).substr(marked.begin, marked.end - marked.begin);
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // no byte that continues one
    });
    return diagnostic.at->column + static_cast<std::size_t>(characters);
}

Json number_or_null(const std::optional<std::size_t>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(visible(text));
}

/// As text with the hint behind it.
std::string whole_message(const Diagnostic& diagnostic) {
    return visible(diagnostic.message) +
           (diagnostic.hint.empty() ? "" : "\nhint: " + visible(diagnostic.hint));
}

/// What all forms of JSON say of one.
Json fields_of(const Diagnostic& diagnostic) {
    return {
        {"rule", text_or_null(diagnostic.rule)},
        {"file", text_or_null(diagnostic.file)},
        {"line", diagnostic.at ? Json(diagnostic.at->line) : Json(nullptr)},
        {"column", diagnostic.at ? Json(diagnostic.at->column) : Json(nullptr)},
        {"end_column", number_or_null(end_column(diagnostic))},
        {"message", visible(diagnostic.message)},
        {"hint", text_or_null(diagnostic.hint)},
        {"source", diagnostic.excerpt ? Json(visible(diagnostic.excerpt->text)) : Json(nullptr)}};
}

}  // namespace

std::vector<std::string> diagnostics_forms() {
    return names_in(forms);
}

std::optional<DiagnosticsForm> find_diagnostics_form(std::string_view name) {
    return find_named(forms, name);
}

std::string diagnostic_json(const Diagnostic& diagnostic) {
    const bool is_error = diagnostic.severity == Severity::error;
    Json json{{"schema", "perfplan/diagnostic"},
              {"version", 1},
              {"severity", to_string(diagnostic.severity)},
              {"exit_code", is_error ? Json(static_cast<int>(diagnostic.code)) : Json(nullptr)}};
    json.update(fields_of(diagnostic));
    return json::text(json, json::one_line);
}

std::string diagnostics_json(const Diagnostics& diagnostics) {
    Json all = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        Json json{{"severity", to_string(diagnostic.severity)}};
        json.update(fields_of(diagnostic));
        all.push_back(std::move(json));
    }
    return json::text(
        {{"schema", "perfplan/diagnostics"}, {"version", 1}, {"diagnostics", std::move(all)}},
        json::pretty);
}

// ---- GitHub

namespace {

/// With the bytes that end a message or a property written as %0A and the like.
std::string percent_encoded(std::string_view text, std::string_view bytes) {
    std::string encoded;
    for (const char c : text) {
        encoded += bytes.find(c) == std::string_view::npos
                       ? std::string(1, c)
                       : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::string property(std::string_view name, std::string_view value) {
    return fmt::format("{}={}", name, percent_encoded(value, "%\r\n:,"));
}

}  // namespace

std::string github_annotation(const Diagnostic& diagnostic) {
    std::vector<std::string> properties;
    if (!diagnostic.file.empty()) {
        properties.push_back(property("file", visible(diagnostic.file)));
    }
    if (diagnostic.at) {
        properties.push_back(property("line", std::to_string(diagnostic.at->line)));
        properties.push_back(property("col", std::to_string(diagnostic.at->column)));
    }
    if (const auto end = end_column(diagnostic)) {
        properties.push_back(property("endColumn", std::to_string(*end)));
    }
    if (!diagnostic.rule.empty()) {
        properties.push_back(property("title", visible(diagnostic.rule)));
    }
    const std::string_view command =
        diagnostic.severity == Severity::note ? "notice" : to_string(diagnostic.severity);
    return fmt::format("::{}{}{}::{}\n", command, properties.empty() ? "" : " ",
                       fmt::join(properties, ","),
                       percent_encoded(whole_message(diagnostic), "%\r\n"));
}

// ---- SARIF

namespace {

/// A path as a URI: what is neither a letter, a digit nor -._~/ is percent-encoded.
std::string uri_of(std::string_view path) {
    std::string uri;
    for (const char c : path) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("-._~/").find(c) != std::string_view::npos;
        uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

Json location_json(const Diagnostic& diagnostic) {
    Json physical{{"artifactLocation", {{"uri", uri_of(diagnostic.file)}}}};
    if (diagnostic.at) {
        Json region{{"startLine", diagnostic.at->line}, {"startColumn", diagnostic.at->column}};
        if (const auto end = end_column(diagnostic)) {
            region["endColumn"] = *end;
        }
        physical["region"] = std::move(region);
    }
    return {{"physicalLocation", std::move(physical)}};
}

Json result_json(const Diagnostic& diagnostic) {
    Json result{{"ruleId", rule_of(diagnostic)},
                {"level", to_string(diagnostic.severity)},
                {"message", {{"text", whole_message(diagnostic)}}}};
    if (!diagnostic.file.empty()) {
        result["locations"] = Json::array({location_json(diagnostic)});
    }
    return result;
}

Json rules_json(const std::vector<DescribedRule>& rules) {
    Json all = Json::array();
    for (const DescribedRule& rule : rules) {
        all.push_back({{"id", rule.name},
                       {"shortDescription", {{"text", rule.reason}}},
                       {"defaultConfiguration", {{"level", to_string(rule.severity)}}}});
    }
    return all;
}

}  // namespace

std::string sarif(const Diagnostics& diagnostics, std::string_view program_version, ExitCode code,
                  const std::vector<DescribedRule>& rules) {
    Json results = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        results.push_back(result_json(diagnostic));
    }
    const bool is_success = code == ExitCode::done || code == ExitCode::findings;
    Json driver{{"name", "perfplan"}, {"version", program_version}};
    if (!rules.empty()) {
        driver["rules"] = rules_json(rules);
    }
    const Json invocation{{"executionSuccessful", is_success},
                          {"exitCode", static_cast<int>(code)}};
    const Json run{{"tool", {{"driver", driver}}},
                   {"invocations", Json::array({invocation})},
                   {"columnKind", "unicodeCodePoints"},
                   {"results", std::move(results)}};
    return json::text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", Json::array({run})}},
                      json::pretty);
}

}  // namespace perfplan::format
