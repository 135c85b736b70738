#include "output/log/text.hpp"

#include "base/text/text.hpp"
#include "format/markdown.hpp"
#include "output/describe/goal.hpp"
#include "output/log/describe.hpp"
#include "output/log/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

constexpr std::size_t widest = 100;    ///< longer lines of prose are hard to read
constexpr std::size_t narrowest = 20;  ///< of a text beside its indent

/// The text broken to the width, its first line behind `first`, the others behind `rest`.
std::string block(std::string_view first, std::string_view rest, std::string_view text,
                  std::size_t width) {
    const std::size_t taken = std::max(display_width(first), display_width(rest));
    std::string lines;
    for (const std::string& line :
         wrap(text, std::max(narrowest, width - std::min(width, taken)))) {
        std::string whole = std::string(lines.empty() ? first : rest) + line;
        whole.erase(whole.find_last_not_of(' ') + 1);
        lines += whole + "\n";
    }
    return lines;
}

/// `right` at the right margin behind `left`, or on a line of its own where both don't fit.
/// `shown_left`: the same as `left`, perhaps with color.
std::string with_margin(std::string_view left, std::string_view shown_left, std::string_view right,
                        std::size_t width) {
    const std::size_t used = display_width(left) + display_width(right);
    if (display_width(left) > width) {
        return block("", "    ", left, width) +
               (right.empty() ? "" : fmt::format("    {}\n", right));
    }
    if (right.empty()) {
        return fmt::format("{}\n", shown_left);
    }
    if (used + 2 > width) {
        return fmt::format("{}\n    {}\n", shown_left, right);
    }
    return fmt::format("{}{}{}\n", shown_left, std::string(width - used, ' '), right);
}

std::string headline(const LoggedPlan& plan, const Style& style, std::size_t width) {
    std::string who = visible(plan.rep);
    for (const auto& part : {plan.role, plan.team}) {
        who += part ? ", " + visible(*part) : "";
    }
    return with_margin(who, style.bold(who), to_string(plan.ref), width);
}

/// "Oct 14  reading by Mia Chen  (private)", and of several plans which one.
std::string header(const PastRecord& past, const LogEntry& entry, std::size_t date_width,
                   const Log& log, const Style& style, std::size_t width) {
    const std::string date = pad(day(past.entry.record.date, log.as_of), date_width);
    const std::string head = fmt::format("{}  {}", date, visible(entry.head));
    const std::string marks =
        entry.marks.empty() ? "" : fmt::format("  ({})", fmt::join(entry.marks, ", "));
    return with_margin(head + marks, style.bold(head) + style.dim(marks),
                       log.plans.size() == 1 ? "" : to_string(past.plan), width);
}

std::string body(const LogEntry& entry, std::size_t width) {
    std::string text;
    for (const LogLine& line : entry.lines) {
        text += line.kind == LogLine::Kind::words
                    ? block("    > ", "    > ", visible_lines(line.text), width)
                    : block("    ", "      ", visible(line.text), width);
    }
    return text;
}

}  // namespace

std::string log_page(const Log& log, const Style& style, std::size_t width) {
    width = std::min(width, widest);
    std::size_t date_width = 0;
    for (const PastRecord& past : log.records) {
        date_width = std::max(date_width, day(past.entry.record.date, log.as_of).size());
    }
    std::string text = log.plans.size() == 1 ? headline(log.plans.front(), style, width) : "";
    text += block("", "", summary(log), width);
    for (const PastRecord& past : log.records) {
        const LogEntry entry = describe(past, log.as_of);
        text += "\n" + header(past, entry, date_width, log, style, width) + body(entry, width);
    }
    return text;
}

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
        const LogEntry entry = describe(past, log.as_of);
        text += heading(past, entry, log) + body(entry);
    }
    return text;
}

namespace {

std::string how_many(int n, std::string_view noun) {
    return count(static_cast<std::size_t>(n), noun);
}

}  // namespace

std::string summary(const Log& log) {
    std::string line = count(log.known, "record");
    if (log.records.size() < log.known) {
        line = fmt::format("{} of {}", log.records.size(), line);
    }
    if (log.plans.size() != 1) {
        line += ", " + count(log.plans.size(), "plan");
    }
    if (log.feedback.positive + log.feedback.negative > 0) {
        line += fmt::format("; {} of recognition, {}", log.feedback.positive,
                            how_many(log.feedback.negative, "concern"));
    }
    if (log.open_follow_ups > 0 && log.open_follow_ups == log.late_follow_ups) {
        line += fmt::format("; {} late", how_many(log.late_follow_ups, "follow-up"));
    } else if (log.open_follow_ups > 0) {
        line += fmt::format("; {} open", how_many(log.open_follow_ups, "follow-up"));
        line += log.late_follow_ups > 0 ? fmt::format(", {} late", log.late_follow_ups) : "";
    }
    return line;
}

}  // namespace perfplan::output
