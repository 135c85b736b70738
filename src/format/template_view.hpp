// What templates are filled with: named texts, flags and lists. A field is declared once, with its
// meaning and the function that makes it.
#pragma once

#include "format/html.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace perfplan::format {

/// Values by name, as a template sees them. A text that is empty, an absent section and an empty
/// list are the same to a template: not there.
class View {
public:
    using List = std::vector<View>;
    using Object = std::vector<std::pair<std::string, View>>;
    using Value = std::variant<bool, std::string, Markup, List, Object>;

    View(Value value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] const Value& value() const { return value_; }

private:
    Value value_;
};

/// What a field holds, and so how a template may use it.
enum class ViewKind {
    text,     ///< {{name}}, or {{#name}} where it is there
    markup,   ///< {{{name}}}: a drawing that the program made
    flag,     ///< {{#name}} or {{^name}}
    section,  ///< {{#name}}: its fields, once or not at all
    list,     ///< {{#name}}: its fields for each; of a list of texts {{.}}
};

/// A field as it is documented and checked.
struct TemplateField {
    std::string name;
    ViewKind holds = ViewKind::text;
    std::string meaning;
    std::vector<TemplateField> fields{};  ///< of a section or of each in a list; none: {{.}}
};

/// What a template may do with a value of this type.
template <class Value>
constexpr ViewKind view_kind() {
    if constexpr (std::is_same_v<Value, bool>) {
        return ViewKind::flag;
    } else if constexpr (std::is_same_v<Value, Markup>) {
        return ViewKind::markup;
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        return ViewKind::list;
    } else {
        return ViewKind::text;
    }
}

/// A flag, a drawing, a list of texts, or a text, which may be absent.
template <class Value>
View simple_view(Value value) {
    if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        return View(View::List(value.begin(), value.end()));
    } else if constexpr (std::is_same_v<Value, std::optional<std::string>>) {
        return View(std::move(value).value_or(""));
    } else if constexpr (view_kind<Value>() == ViewKind::text) {
        return View(std::string(std::move(value)));
    } else {
        return View(std::move(value));
    }
}

template <class S>
struct ViewField;

/// The fields of S, in the order in which they are documented.
template <class S>
using ViewShape = std::vector<ViewField<S>>;

/// A field of S: its name, its meaning, and how to get its value. What it holds follows from the
/// type of that value.
template <class S>
struct ViewField {
    TemplateField documented;
    std::function<View(const S&)> value;

    ViewField(TemplateField field, std::function<View(const S&)> get)
        : documented(std::move(field)), value(std::move(get)) {}

    /// `get`: a function of an S, or a member of it, for a text, drawing, flag or list of texts.
    template <class Get>
    ViewField(std::string name, std::string meaning, Get get)
        : documented{std::move(name),
                     view_kind<std::decay_t<std::invoke_result_t<Get, const S&>>>(),
                     std::move(meaning)},
          value([get](const S& from) {
              return simple_view<std::decay_t<std::invoke_result_t<Get, const S&>>>(
                  std::invoke(get, from));
          }) {}

    /// `get`: the same for a section (a T or an optional T) or a list (a vector of T).
    template <class T, class Get>
    ViewField(std::string name, std::string meaning, const ViewShape<T>& shape, Get get);
};

/// The fields of several shapes: of S, or of what S is derived from.
template <class S, class... Shapes>
ViewShape<S> joined(const Shapes&... shapes) {
    ViewShape<S> all;
    const auto add = [&](const auto& shape) {
        for (const auto& field : shape) {
            all.push_back({field.documented, field.value});
        }
    };
    (add(shapes), ...);
    return all;
}

/// The flag that goes with a list: {{#has_goals}} is filled in once, {{#goals}} for each.
inline std::string flag_of_list(const std::string& list) {
    return "has_" + list;
}

/// The fields of a struct with the flags of its lists.
template <class S>
std::vector<TemplateField> documented(const ViewShape<S>& shape) {
    std::vector<TemplateField> fields;
    for (const ViewField<S>& field : shape) {
        fields.push_back(field.documented);
        if (field.documented.holds == ViewKind::list) {
            fields.push_back({flag_of_list(field.documented.name), ViewKind::flag, ""});
        }
    }
    return fields;
}

template <class S>
View view_of(const ViewShape<S>& shape, const S& from) {
    View::Object object;
    for (const ViewField<S>& field : shape) {
        View value = field.value(from);
        if (const auto* list = std::get_if<View::List>(&value.value())) {
            object.emplace_back(flag_of_list(field.documented.name), View(!list->empty()));
        }
        object.emplace_back(field.documented.name, std::move(value));
    }
    return View(std::move(object));
}

template <class T>
View nested_view(const ViewShape<T>& shape, const T& section) {
    return view_of(shape, section);
}

template <class T>
View nested_view(const ViewShape<T>& shape, const std::optional<T>& section) {
    return section ? view_of(shape, *section) : View(false);
}

template <class T>
View nested_view(const ViewShape<T>& shape, const std::vector<T>& items) {
    View::List list;
    for (const T& item : items) {
        list.push_back(view_of(shape, item));
    }
    return View(std::move(list));
}

template <class S>
template <class T, class Get>
ViewField<S>::ViewField(std::string name, std::string meaning, const ViewShape<T>& shape, Get get)
    : documented{std::move(name),
                 std::is_same_v<std::decay_t<std::invoke_result_t<Get, const S&>>, std::vector<T>>
                     ? ViewKind::list
                     : ViewKind::section,
                 std::move(meaning), format::documented(shape)},
      value([get, shape](const S& from) { return nested_view<T>(shape, std::invoke(get, from)); }) {
}

}  // namespace perfplan::format
