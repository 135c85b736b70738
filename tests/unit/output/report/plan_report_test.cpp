#include "output/report/plan_report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

using namespace perfplan;
using namespace perfplan::output;

namespace {

/// Fields that several sections or lists have in common.
struct Group {
    std::vector<std::string> paths;
    std::vector<TemplateField> fields;
};

bool is_flag_of_list(const TemplateField& field) {
    return field.meaning.empty();
}

bool are_same(const std::vector<TemplateField>& a, const std::vector<TemplateField>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const TemplateField& one, const TemplateField& other) {
                          return one.name == other.name && one.meaning == other.meaning;
                      });
}

void add_groups(std::vector<Group>& groups, const std::string& path,
                const std::vector<TemplateField>& fields) {
    const auto known = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
        return are_same(group.fields, fields);
    });
    if (known != groups.end()) {
        known->paths.push_back(path);
        return;
    }
    groups.push_back({{path}, fields});
    for (const TemplateField& field : fields) {
        if (!field.fields.empty()) {
            add_groups(groups, (path.empty() ? "" : path + ".") + field.name, field.fields);
        }
    }
}

std::string kind_of(const TemplateField& field) {
    switch (field.holds) {
        case ViewKind::text: return "";
        case ViewKind::markup: return " (drawing)";
        case ViewKind::flag: return " (flag)";
        case ViewKind::section: return " (section)";
        case ViewKind::list: return field.fields.empty() ? " (list of texts)" : " (list)";
    }
    return "";
}

/// The part of perfplan-template(5) that lists the fields, in mdoc.
std::string in_mdoc(const std::vector<TemplateField>& fields) {
    std::vector<Group> groups;
    add_groups(groups, "", fields);
    std::string text;
    for (const Group& group : groups) {
        text += fmt::format(".Ss {}\n.Bl -tag -width Ds\n",
                            group.paths.front().empty()
                                ? "Everywhere"
                                : fmt::format("Within {}", fmt::join(group.paths, ", ")));
        for (const TemplateField& field : group.fields) {
            if (!is_flag_of_list(field)) {
                text += fmt::format(".It Va {}\n{}{}{}\n", field.name,
                                    field.meaning.front() == '\'' ? "\\&" : "", field.meaning,
                                    kind_of(field));
            }
        }
        text += ".El\n";
    }
    return text;
}

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t first = text.find(begin);
    const std::size_t last = text.find(end);
    REQUIRE(first != std::string::npos);
    REQUIRE(last != std::string::npos);
    return text.substr(first + begin.size(), last - first - begin.size());
}

}  // namespace

TEST_SUITE_BEGIN("report fields");

TEST_CASE("perfplan-template(5) lists the fields that there are, with their meanings") {
    const std::string page = text_of(PERFPLAN_SOURCE_DIR "/man/perfplan-template.5");
    CHECK(between(page, ".\\\" fields\n", ".\\\" end of fields\n") ==
          in_mdoc(documented(report_shape())));
}

TEST_CASE("every field of a report has a name and a meaning of its own") {
    std::vector<Group> groups;
    add_groups(groups, "", documented(report_shape()));
    for (const Group& group : groups) {
        for (auto field = group.fields.begin(); field != group.fields.end(); ++field) {
            CAPTURE(field->name);
            CHECK_FALSE(field->name.empty());
            CHECK(std::none_of(group.fields.begin(), field, [&](const TemplateField& other) {
                return other.name == field->name;
            }));
        }
    }
}

TEST_SUITE_END();
