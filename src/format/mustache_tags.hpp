// The tags of a Mustache template, and whether each may stand where it stands.
#pragma once

#include "base/diagnostics/diagnostic.hpp"
#include "format/template_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::format {

struct Tag {
    enum class Kind {
        text,      ///< {{name}}
        raw,       ///< {{{name}}} or {{&name}}
        opens,     ///< {{#name}}
        unless,    ///< {{^name}}
        closes,    ///< {{/name}}
        part,      ///< {{> name}}
        remark,    ///< {{! words}}
        delimits,  ///< {{=<% %>=}}
    } kind = Kind::text;
    std::string name;   ///< of a remark and of delimiters: nothing
    Span span;          ///< from its first to its last brace
    std::string begin;  ///< the delimiters that hold from here on
    std::string end;
};

struct Tags {
    std::vector<Tag> tags;  ///< up to the first that can't be read
    Diagnostics errors;     ///< of that one
};

/// All tags of a template in order.
Tags tags_of(const Source& source);

/// Stands before every line break of a checked template, and has to be taken out of what the
/// engine makes of it: the engine would drop lines that come out empty, though they were not
/// written for a tag alone.
inline constexpr char line_mark = '\x01';

struct CheckedTemplate {
    std::string whole;  ///< with its parts in their places, and without lines of tags alone
    Diagnostics errors;
};

/// Every tag checked: that it is closed, that there is such a field or part, and that the field is
/// used as what it holds.
CheckedTemplate check_template(std::string_view name, std::string_view text,
                               const std::vector<TemplateField>& fields);

}  // namespace perfplan::format
