// Mustache templates: reading them with every error in its place, and filling them in.
#pragma once

#include "base/diagnostics/result.hpp"
#include "format/embedded_templates.hpp"
#include "format/template_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::format {

/// What a template writes, and so how the texts in it are escaped.
enum class Language { html, markdown };

/// A text with tags of Mustache: {{field}}, {{#section}}…{{/section}}, {{^unless}}…{{/unless}},
/// {{{markup}}}, {{! remark}}, {{> part}}, {{=<% %>=}}.
class MustacheTemplate {
public:
    /// Checks a template against the fields it may use; every error in it, with its place. `name`
    /// is how messages call it. Texts can only be used escaped, markup only as it is.
    static Result<MustacheTemplate> read(std::string name, std::string text, Language language,
                                         const std::vector<TemplateField>& fields);

    /// Filled in with a view that has these fields. No text of the view is read as a tag.
    [[nodiscard]] std::string fill(const View& view) const;

private:
    MustacheTemplate(std::string text, Language language)
        : text_(std::move(text)), language_(language) {}
    std::string text_;  ///< its parts put in
    Language language_;
};

/// Fills in a template that the program brings along; its name ends in .html or .md.
std::string fill_embedded(std::string_view name, const View& view,
                          const std::vector<TemplateField>& fields);

template <class S>
std::string fill_embedded(std::string_view name, const ViewShape<S>& shape, const S& from) {
    return fill_embedded(name, view_of(shape, from), documented(shape));
}

}  // namespace perfplan::format
