#include <perfplan/base/text.hpp>

#include "log_output.hpp"
#include "log_summary.hpp"
#include "log_words.hpp"
#include "markdown.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

std::string title(const Log& log) {
    const std::string day = to_string(log.as_of);
    if (log.plans.size() != 1) {
        return fmt::format("# Log as of {}\n", day);
    }
    const LoggedPlan& plan = log.plans.front();
    return fmt::format("# Log of {}, {}, as of {}\n", markdown_line(plan.rep), to_string(plan.ref),
                       day);
}

std::string heading(const PastRecord& past, const LogEntry& entry, const Log& log) {
    const std::string plan = log.plans.size() == 1 ? "" : fmt::format(" {}:", to_string(past.plan));
    const std::string marks =
        entry.marks.empty() ? "" : fmt::format(" ({})", fmt::join(entry.marks, ", "));
    return fmt::format("\n## {}{} {}{}\n", to_string(past.entry.record.date), plan,
                       markdown_line(entry.head), marks);
}

/// A person's words as a quotation; a backslash keeps the end of a line where it is.
std::string quotation(std::string_view words) {
    std::string text;
    while (true) {
        const std::size_t end = words.find('\n');
        const std::string line = markdown_line(words.substr(0, end));
        const bool goes_on = end != std::string_view::npos && !line.empty() &&
                             end + 1 < words.size() && words[end + 1] != '\n';
        text += fmt::format(">{}{}{}\n", line.empty() ? "" : " ", line, goes_on ? "\\" : "");
        if (end == std::string_view::npos) {
            return text;
        }
        words.remove_prefix(end + 1);
    }
}

std::string body(const LogEntry& entry) {
    std::string text;
    LogLine::Kind above = LogLine::Kind::words;
    for (const LogLine& line : entry.lines) {
        const bool is_fact = line.kind == LogLine::Kind::fact;
        const bool continues_list = is_fact && above == LogLine::Kind::fact;
        text += continues_list ? "" : "\n";
        text += is_fact ? fmt::format("- {}\n", markdown_line(line.text)) : quotation(line.text);
        above = line.kind;
    }
    return text;
}

}  // namespace

std::string log_markdown(const Log& log) {
    std::string text = fmt::format("{}\n{}\n", title(log), markdown_line(summary(log)));
    for (const PastRecord& past : log.records) {
        const LogEntry entry = in_words(past, log.as_of);
        text += heading(past, entry, log) + body(entry);
    }
    return text;
}

}  // namespace perfplan
