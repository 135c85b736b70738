#include "model/fields/codec.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace perfplan::model {

namespace {

std::string_view kind_in_words(yaml::Node node) {
    switch (node.kind()) {
        case yaml::Kind::null: return "empty";
        case yaml::Kind::scalar: return "text";
        case yaml::Kind::sequence: return "a list";
        case yaml::Kind::mapping: return "a mapping";
    }
    return "unknown";
}

void wrong_kind(Decoder& decoder, yaml::Node node, std::string_view field,
                std::string_view expected) {
    std::string message =
        node.is_null() ? fmt::format("{} is empty, it must be {}", field, expected)
        : node.is_scalar()
            ? fmt::format("{} must be {}, not '{}'", field, expected, visible(node.text()))
            : fmt::format("{} must be {}, not {}", field, expected, kind_in_words(node));
    if (node.is_null() && node.key()) {
        decoder.error_at_key(node, std::move(message), "fill it in, or take the line out");
    } else {
        decoder.error_at_value(node, std::move(message));
    }
}

/// Required fields and rules between fields are looked at after the fields themselves.
Diagnostics sorted_by_place(Diagnostics diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
    return diagnostics;
}

bool is_quoted(yaml::Node node) {
    return node.style() != yaml::Style::plain;
}

}  // namespace

void Decoder::error(Diagnostic diagnostic) {
    if (diagnostic.rule.empty()) {
        diagnostic.rule = rule::wrong_value;
    }
    errors_.push_back(std::move(diagnostic));
}

void Decoder::error_at_value(yaml::Node node, std::string message, std::string hint) {
    error(document_->at_value(node, std::move(message), std::move(hint)));
}

void Decoder::error_at_key(yaml::Node node, std::string message, std::string hint) {
    error(document_->at_key(node, std::move(message), std::move(hint)));
}

void Decoder::warn_at_key(yaml::Node node, std::string_view rule, std::string message,
                          std::string hint) {
    Diagnostic diagnostic = document_->at_key(node, std::move(message), std::move(hint));
    diagnostic.severity = Severity::warning;
    diagnostic.rule = rule;
    warnings_.push_back(std::move(diagnostic));
}

Diagnostics Decoder::take_errors() {
    return sorted_by_place(std::move(errors_));
}

Diagnostics Decoder::take_all() {
    Diagnostics all = std::move(errors_);
    all.insert(all.end(), std::make_move_iterator(warnings_.begin()),
               std::make_move_iterator(warnings_.end()));
    return sorted_by_place(std::move(all));
}

Diagnostics Decoder::take_warnings() {
    return sorted_by_place(std::move(warnings_));
}

void Decoder::warn_at_value(yaml::Node node, std::string_view rule, std::string message,
                            std::string hint) {
    Diagnostic diagnostic = document_->at_value(node, std::move(message), std::move(hint));
    diagnostic.severity = Severity::warning;
    diagnostic.rule = rule;
    warnings_.push_back(std::move(diagnostic));
}

void Decoder::misread(yaml::Node node, std::string_view field, const ParseError& what) {
    Span span = node.span();
    if (what.length > 0 && node.style() == yaml::Style::plain) {
        span = {span.begin + what.offset, span.begin + what.offset + what.length};
    }
    error(document_->point(span, fmt::format("{}: {}", field, what.message), what.hint));
}

std::string choice_hint(std::string_view text, const std::vector<std::string>& choices) {
    const std::string all = listing(choices, "or");
    if (const auto near = nearest(text, choices)) {
        return fmt::format("did you mean '{}'? it can be {}", *near, all);
    }
    return fmt::format("it can be {}", all);
}

yaml::Node expect_scalar(Decoder& decoder, yaml::Node node, std::string_view field,
                         std::string_view expected) {
    if (node.is_scalar()) {
        return node;
    }
    wrong_kind(decoder, node, field, expected);
    return {};
}

bool expect_mapping(Decoder& decoder, yaml::Node node, std::string_view field,
                    std::string_view expected) {
    if (node.is_mapping()) {
        return true;
    }
    wrong_kind(decoder, node, field, expected);
    return false;
}

bool expect_sequence(Decoder& decoder, yaml::Node node, std::string_view field,
                     std::string_view expected) {
    if (node.is_sequence()) {
        return true;
    }
    wrong_kind(decoder, node, field, expected);
    return false;
}

std::optional<std::string> Codec<std::string>::read(Decoder& decoder, yaml::Node node,
                                                    std::string_view field) {
    const yaml::Node scalar = expect_scalar(decoder, node, field, "text");
    if (!scalar) {
        return std::nullopt;
    }
    if (trim(scalar.text()).empty()) {
        decoder.error_at_value(node, fmt::format("{} is empty", field),
                               "fill it in, or take the line out");
        return std::nullopt;
    }
    return std::string(scalar.text());
}

std::optional<Decimal> Codec<Decimal>::read(Decoder& decoder, yaml::Node node,
                                            std::string_view field) {
    const yaml::Node scalar = expect_scalar(decoder, node, field, "a number");
    if (!scalar) {
        return std::nullopt;
    }
    const auto value = parse_decimal(scalar.text());
    if (is_quoted(scalar)) {
        decoder.error_at_value(
            node, fmt::format("{} must be a number, not quoted text", field),
            value ? fmt::format("write {} without quotes", to_string(*value)) : "");
        return std::nullopt;
    }
    if (!value) {
        decoder.misread(node, field, value.error());
        return std::nullopt;
    }
    return *value;
}

std::optional<int> Codec<int>::read(Decoder& decoder, yaml::Node node, std::string_view field) {
    const yaml::Node scalar = expect_scalar(decoder, node, field, "a whole number");
    if (!scalar) {
        return std::nullopt;
    }
    const std::string_view text = scalar.text();
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool leading_zero = text.size() > 1 && text.front() == '0';
    if (is_quoted(scalar) || error != std::errc() || end != text.data() + text.size() ||
        value < 0 || leading_zero) {
        decoder.error_at_value(
            node, fmt::format("{} must be a whole number, not '{}'", field, visible(text)),
            "write plain digits such as 3");
        return std::nullopt;
    }
    return value;
}

std::optional<Date> Codec<Date>::read(Decoder& decoder, yaml::Node node, std::string_view field) {
    const yaml::Node scalar = expect_scalar(decoder, node, field, "a date");
    if (!scalar) {
        return std::nullopt;
    }
    const auto value = parse_date(scalar.text());
    if (!value) {
        decoder.misread(node, field, value.error());
        return std::nullopt;
    }
    return *value;
}

std::optional<Slug> Codec<Slug>::read(Decoder& decoder, yaml::Node node, std::string_view field) {
    const yaml::Node scalar = expect_scalar(decoder, node, field, "an id");
    if (!scalar) {
        return std::nullopt;
    }
    auto value = parse_slug(scalar.text());
    if (!value) {
        decoder.misread(node, field, value.error());
        return std::nullopt;
    }
    return *std::move(value);
}

void warn_unknown_key(Decoder& decoder, yaml::Node entry, std::string_view noun,
                      const std::vector<std::string>& known) {
    const std::string key(entry.key().text());
    decoder.warn_at_key(entry, rule::unknown_key,
                        fmt::format("unknown key '{}' in the {} is not used", key, noun),
                        did_you_mean(key, known));
}

void report_missing(Decoder& decoder, yaml::Node mapping, std::string_view noun,
                    std::string_view missing) {
    if (mapping.key()) {
        Diagnostic diagnostic = decoder.document().at_key(
            mapping, fmt::format("{} '{}' lacks '{}'", noun, mapping.key().text(), missing));
        diagnostic.rule = rule::missing_field;
        decoder.error(std::move(diagnostic));
        return;
    }
    const Span start{mapping.span().begin, mapping.span().begin};
    Diagnostic diagnostic =
        decoder.document().point(start, fmt::format("the {} lacks '{}'", noun, missing),
                                 fmt::format("add a line '{}: …'", missing));
    diagnostic.rule = rule::missing_field;
    decoder.error(std::move(diagnostic));
}

}  // namespace perfplan::model
