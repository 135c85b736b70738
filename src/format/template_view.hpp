// What templates are filled with: named texts, flags and lists of plain structs, each declared once
// with its meaning.
#pragma once

#include "format/html.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

/// A field of a struct S.
template <class S>
struct ViewField {
    TemplateField documented;
    std::function<View(const S&)> value;
};

/// The fields of a struct S, in the order in which they are documented.
template <class S>
using ViewShape = std::vector<ViewField<S>>;

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

template <class S>
ViewField<S> view_field(std::string name, std::string S::*member, std::string meaning) {
    return {{std::move(name), ViewKind::text, std::move(meaning)},
            [member](const S& from) { return View(from.*member); }};
}

template <class S>
ViewField<S> view_field(std::string name, Markup S::*member, std::string meaning) {
    return {{std::move(name), ViewKind::markup, std::move(meaning)},
            [member](const S& from) { return View(from.*member); }};
}

template <class S>
ViewField<S> view_field(std::string name, bool S::*member, std::string meaning) {
    return {{std::move(name), ViewKind::flag, std::move(meaning)},
            [member](const S& from) { return View(from.*member); }};
}

/// A list of texts.
template <class S>
ViewField<S> view_field(std::string name, std::vector<std::string> S::*member,
                        std::string meaning) {
    return {{std::move(name), ViewKind::list, std::move(meaning)}, [member](const S& from) {
                return View(View::List((from.*member).begin(), (from.*member).end()));
            }};
}

/// A list of structs, each of this shape.
template <class S, class T>
ViewField<S> view_field(std::string name, std::vector<T> S::*member, const ViewShape<T>& shape,
                        std::string meaning) {
    return {{std::move(name), ViewKind::list, std::move(meaning), documented(shape)},
            [member, shape](const S& from) {
                View::List list;
                for (const T& item : from.*member) {
                    list.push_back(view_of(shape, item));
                }
                return View(std::move(list));
            }};
}

/// A struct that is there.
template <class S, class T>
ViewField<S> view_field(std::string name, T S::*member, const ViewShape<T>& shape,
                        std::string meaning) {
    return {{std::move(name), ViewKind::section, std::move(meaning), documented(shape)},
            [member, shape](const S& from) { return view_of(shape, from.*member); }};
}

/// A struct that may be absent.
template <class S, class T>
ViewField<S> view_field(std::string name, std::optional<T> S::*member, const ViewShape<T>& shape,
                        std::string meaning) {
    return {{std::move(name), ViewKind::section, std::move(meaning), documented(shape)},
            [member, shape](const S& from) {
                return from.*member ? view_of(shape, *(from.*member)) : View(false);
            }};
}

}  // namespace perfplan::format
