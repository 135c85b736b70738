// From YAML nodes to values and back: one codec per type, one table of fields per struct.
#pragma once

#include "base/dates/date.hpp"
#include "base/diagnostics/rule_names.hpp"
#include "base/name_table.hpp"
#include "base/numbers/decimal.hpp"
#include "base/text/slug.hpp"
#include "base/text/text.hpp"
#include "model/decoded.hpp"
#include "model/field.hpp"
#include "model/keyed.hpp"
#include "yaml/document.hpp"
#include "yaml/value.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

/// Collects what is wrong with one document while its fields are read.
class Decoder {
public:
    explicit Decoder(const yaml::Document& document) : document_(&document) {}

    void error_at_value(yaml::Node node, std::string message, std::string hint = {});
    void error_at_key(yaml::Node node, std::string message, std::string hint = {});
    /// Warnings name the rule of `check` that they fall under.
    void warn_at_key(yaml::Node node, std::string_view rule, std::string message,
                     std::string hint = {});
    void warn_at_value(yaml::Node node, std::string_view rule, std::string message,
                       std::string hint = {});
    void error(Diagnostic diagnostic);
    /// An error about a scalar's text, pointing at the part that is wrong where the text was
    /// written verbatim.
    void misread(yaml::Node node, std::string_view field, const ParseError& what);

    [[nodiscard]] const yaml::Document& document() const { return *document_; }
    [[nodiscard]] const Diagnostics& errors() const { return errors_; }
    /// In the order of the document's lines.
    [[nodiscard]] Diagnostics take_errors();
    [[nodiscard]] Diagnostics take_warnings();
    /// Both: of what is missing, a warning may say how it was misspelled.
    [[nodiscard]] Diagnostics take_all();

private:
    const yaml::Document* document_;
    Diagnostics errors_;
    Diagnostics warnings_;
};

/// Reads, writes and describes a T. `read` gives nothing after it has told the decoder what is
/// wrong; `field` is the name for messages.
template <class T>
struct Codec;

/// The names of an enumeration, in the order in which they are offered, and in the same order what
/// they mean.
template <class E>
struct Names;

/// The table of a struct's fields, what one such struct is called ("goal"), and where its fields
/// depend on each other a function `validate(Decoder&, Node, const S&)`.
template <class S>
struct Fields;

template <class S>
struct Field {
    FieldInfo info;
    void (*read)(Decoder&, yaml::Node, S&) = nullptr;
    std::optional<yaml::Value> (*write)(const S&) = nullptr;
    Shape (*shape)() = nullptr;
};

/// Every name in an enumeration's table.
template <class E>
std::vector<std::string> names_of() {
    return names_in(Names<E>::table);
}

template <class E>
constexpr std::string_view name_of(E value) {
    return name_in(Names<E>::table, value);
}

/// "use coaching, feedback or recognition", with the nearest of them first where one is near.
std::string choice_hint(std::string_view text, const std::vector<std::string>& choices);

template <class E>
Parsed<E> parse_name(std::string_view text, std::string_view what) {
    if (const auto value = find_named(Names<E>::table, text)) {
        return *value;
    }
    return tl::unexpected<ParseError>(
        {fmt::format("{} can't be '{}'", what, text), choice_hint(text, names_of<E>()), 0, 0});
}

// ---- scalars

/// The node if it is a scalar, else no node and an error that says what was expected.
yaml::Node expect_scalar(Decoder& decoder, yaml::Node node, std::string_view field,
                         std::string_view expected);
bool expect_mapping(Decoder& decoder, yaml::Node node, std::string_view field,
                    std::string_view expected);
bool expect_sequence(Decoder& decoder, yaml::Node node, std::string_view field,
                     std::string_view expected);

template <>
struct Codec<std::string> {
    static constexpr Holds holds = Holds::text;
    static std::optional<std::string> read(Decoder& decoder, yaml::Node node,
                                           std::string_view field);
    static yaml::Value write(const std::string& value) { return yaml::Value::string(value); }
    static Shape shape() { return {Shape::Kind::text}; }
};

template <>
struct Codec<Decimal> {
    static constexpr Holds holds = Holds::number;
    static std::optional<Decimal> read(Decoder& decoder, yaml::Node node, std::string_view field);
    static yaml::Value write(Decimal value) { return yaml::Value::verbatim(to_string(value)); }
    static Shape shape() { return {Shape::Kind::number}; }
};

template <>
struct Codec<int> {
    static constexpr Holds holds = Holds::whole;
    static std::optional<int> read(Decoder& decoder, yaml::Node node, std::string_view field);
    static yaml::Value write(int value) { return yaml::Value::verbatim(std::to_string(value)); }
    static Shape shape() { return {Shape::Kind::whole}; }
};

template <>
struct Codec<Date> {
    static constexpr Holds holds = Holds::date;
    static std::optional<Date> read(Decoder& decoder, yaml::Node node, std::string_view field);
    static yaml::Value write(Date value) { return yaml::Value::verbatim(to_string(value)); }
    static Shape shape() { return {Shape::Kind::date}; }
};

template <>
struct Codec<Slug> {
    static constexpr Holds holds = Holds::id;
    static std::optional<Slug> read(Decoder& decoder, yaml::Node node, std::string_view field);
    static yaml::Value write(const Slug& value) { return yaml::Value::string(value.str()); }
    static Shape shape() { return {Shape::Kind::id}; }
};

template <class E>
requires requires {
    Names<E>::table;
}
struct Codec<E> {
    static constexpr Holds holds = Holds::choice;
    static std::optional<E> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        const yaml::Node scalar = expect_scalar(decoder, node, field, "a word");
        if (!scalar) {
            return std::nullopt;
        }
        const auto value = parse_name<E>(scalar.text(), field);
        if (!value) {
            decoder.error_at_value(node, value.error().message, value.error().hint);
            return std::nullopt;
        }
        return *value;
    }
    static yaml::Value write(E value) { return yaml::Value::verbatim(std::string(name_of(value))); }
    static Shape shape() {
        static_assert(Names<E>::table.size() == Names<E>::meanings.size());
        Shape shape{Shape::Kind::choice};
        for (std::size_t i = 0; i < Names<E>::table.size(); ++i) {
            shape.choices.emplace_back(Names<E>::table[i].first, Names<E>::meanings[i]);
        }
        return shape;
    }
};

// ---- structs and collections

/// Reads the entries of a mapping into the fields of a struct: wrong types and missing required
/// fields are errors at their place, unknown keys warnings with the nearest known one.
template <class S>
void read_fields(Decoder& decoder, yaml::Node mapping, S& into);

/// The struct as a mapping, fields in table order.
template <class S>
yaml::Value write_fields(const S& from);

/// The table of a struct as a shape.
template <class S>
Shape shape_of();

template <class S>
requires requires {
    Fields<S>::noun;
}
struct Codec<S> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<S> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        if (!expect_mapping(decoder, node, field, "named fields")) {
            return std::nullopt;
        }
        const std::size_t before = decoder.errors().size();
        S value{};
        read_fields(decoder, node, value);
        if constexpr (requires { Fields<S>::complete(value); }) {
            Fields<S>::complete(value);
        }
        if constexpr (requires { Fields<S>::validate(decoder, node, value); }) {
            if (decoder.errors().size() == before) {
                Fields<S>::validate(decoder, node, value);
            }
        }
        return decoder.errors().size() == before ? std::optional(std::move(value)) : std::nullopt;
    }
    static yaml::Value write(const S& value) { return write_fields(value); }
    static Shape shape() { return shape_of<S>(); }
};

template <class T>
struct Codec<std::vector<T>> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<std::vector<T>> read(Decoder& decoder, yaml::Node node,
                                              std::string_view field) {
        std::vector<T> result;
        if (node.is_null()) {
            return result;
        }
        if (!expect_sequence(decoder, node, field, "a list")) {
            return std::nullopt;
        }
        for (yaml::Node item = node.first_child(); item; item = item.next_sibling()) {
            if (auto value = Codec<T>::read(decoder, item, field)) {
                result.push_back(*std::move(value));
            }
        }
        return result;
    }
    static yaml::Value write(const std::vector<T>& values) {
        std::vector<yaml::Value> items;
        items.reserve(values.size());
        for (const T& value : values) {
            items.push_back(Codec<T>::write(value));
        }
        return yaml::Value::sequence(std::move(items));
    }
    static Shape shape() {
        return {Shape::Kind::list, Presence::optional, {}, {Codec<T>::shape()}};
    }
};

template <class T>
struct Codec<Keyed<T>> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<Keyed<T>> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        Keyed<T> result;
        if (node.is_null()) {
            return result;
        }
        if (!expect_mapping(decoder, node, field, "ids, each with its fields")) {
            return std::nullopt;
        }
        for (yaml::Node entry = node.first_child(); entry; entry = entry.next_sibling()) {
            const auto id = parse_slug(entry.key().text());
            if (!id) {
                decoder.error_at_key(entry, id.error().message, id.error().hint);
            }
            auto value = Codec<T>::read(decoder, entry, entry.key().text());
            if (id && value) {
                result.emplace_back(*id, *std::move(value));
            }
        }
        return result;
    }
    static yaml::Value write(const Keyed<T>& values) {
        std::vector<yaml::Value::Entry> entries;
        entries.reserve(values.size());
        for (const auto& [id, value] : values) {
            entries.emplace_back(id.str(), Codec<T>::write(value));
        }
        return yaml::Value::mapping(std::move(entries));
    }
    static Shape shape() {
        return {Shape::Kind::keyed, Presence::optional, {}, {Codec<T>::shape()}};
    }
};

// ---- declaring fields

template <class T>
struct OptionalTraits {
    using Value = T;
    static bool is_absent(const T& value) {
        if constexpr (requires { value.empty(); }) {
            return value.empty();
        } else {
            return false;
        }
    }
    static const T& get(const T& value) { return value; }
};

template <class T>
struct OptionalTraits<std::optional<T>> {
    using Value = T;
    static bool is_absent(const std::optional<T>& value) { return !value; }
    static const T& get(const std::optional<T>& value) { return *value; }
};

template <class Pointer>
struct MemberTraits;

template <class S, class T>
struct MemberTraits<T S::*> {
    using Struct = S;
    using Member = T;
};

/// The declaration of one field: `field<&Goal::title>("title", "what is to be reached",
/// Presence::required)`.
template <auto Pointer>
auto field(std::string_view name, std::string_view meaning,
           Presence presence = Presence::optional) {
    using S = typename MemberTraits<decltype(Pointer)>::Struct;
    using Member = typename MemberTraits<decltype(Pointer)>::Member;
    using Traits = OptionalTraits<Member>;
    using T = typename Traits::Value;
    FieldInfo info{name, meaning, presence, Codec<T>::holds, {}, RefersTo::nothing};
    if constexpr (requires { Names<T>::table; }) {
        for (const auto& entry : Names<T>::table) {
            info.choices.push_back(entry.first);
        }
    }
    return Field<S>{std::move(info),
                    [](Decoder& decoder, yaml::Node node, S& into) {
                        if (auto value = Codec<T>::read(decoder, node, node.key().text())) {
                            into.*Pointer = *std::move(value);
                        }
                    },
                    [](const S& from) -> std::optional<yaml::Value> {
                        const Member& member = from.*Pointer;
                        if (Traits::is_absent(member)) {
                            return std::nullopt;
                        }
                        return Codec<T>::write(Traits::get(member));
                    },
                    [] { return Codec<T>::shape(); }};
}

/// As `field`, for text that stays on one line.
template <auto Pointer>
auto line(std::string_view name, std::string_view meaning, Presence presence = Presence::optional) {
    auto declared = field<Pointer>(name, meaning, presence);
    declared.info.holds = Holds::line;
    return declared;
}

/// As `field`, for a level of a skill, or one for each of some skills.
template <auto Pointer>
auto level(std::string_view name, std::string_view meaning,
           Presence presence = Presence::optional) {
    auto declared = field<Pointer>(name, meaning, presence);
    declared.info.holds = Holds::level;
    return declared;
}

/// As `field`, for an id of something else, or a list of such ids.
template <auto Pointer>
auto reference(std::string_view name, std::string_view meaning, RefersTo refers_to) {
    auto declared = field<Pointer>(name, meaning);
    if (declared.info.holds == Holds::compound) {
        declared.info.holds = Holds::ids;
    }
    declared.info.refers_to = refers_to;
    return declared;
}

/// What a table says of an unknown key, and which of its required ones are missing.
void warn_unknown_key(Decoder& decoder, yaml::Node entry, std::string_view noun,
                      const std::vector<std::string>& known);
void report_missing(Decoder& decoder, yaml::Node mapping, std::string_view noun,
                    std::string_view missing);

template <class S>
void read_fields(Decoder& decoder, yaml::Node mapping, S& into) {
    const std::vector<Field<S>>& table = Fields<S>::table();
    for (yaml::Node entry = mapping.first_child(); entry; entry = entry.next_sibling()) {
        const std::string_view key = entry.key().text();
        const Field<S>* found = nullptr;
        for (const Field<S>& candidate : table) {
            if (candidate.info.name == key) {
                found = &candidate;
                break;
            }
        }
        if (found != nullptr) {
            found->read(decoder, entry, into);
            continue;
        }
        std::vector<std::string> known;
        for (const Field<S>& candidate : table) {
            known.emplace_back(candidate.info.name);
        }
        warn_unknown_key(decoder, entry, Fields<S>::noun, known);
    }
    for (const Field<S>& candidate : table) {
        if (candidate.info.presence == Presence::required && !mapping.find(candidate.info.name)) {
            report_missing(decoder, mapping, Fields<S>::noun, candidate.info.name);
        }
    }
}

template <class S>
yaml::Value write_fields(const S& from) {
    std::vector<yaml::Value::Entry> entries;
    for (const Field<S>& declared : Fields<S>::table()) {
        if (auto value = declared.write(from)) {
            entries.emplace_back(std::string(declared.info.name), *std::move(value));
        }
    }
    return yaml::Value::mapping(std::move(entries));
}

template <class S>
Shape shape_of() {
    Shape shape{Shape::Kind::fields};
    for (const Field<S>& declared : Fields<S>::table()) {
        Shape of_field = declared.shape();
        if (declared.info.holds == Holds::level) {
            (of_field.item.empty() ? of_field : of_field.item.front()).kind = Shape::Kind::level;
        }
        shape.fields.emplace_back(declared.info, std::move(of_field));
    }
    if constexpr (requires { Fields<S>::one_of(); }) {
        shape.one_of = Fields<S>::one_of();
    }
    return shape;
}

/// A whole document as an S.
template <class S>
Result<Decoded<S>> read_document(const yaml::Document& document) {
    Decoder decoder(document);
    auto value = Codec<S>::read(decoder, document.root(), Fields<S>::noun);
    if (!value) {
        return fail(decoder.take_all());
    }
    return Decoded<S>{*std::move(value), decoder.take_warnings()};
}

}  // namespace perfplan::model
