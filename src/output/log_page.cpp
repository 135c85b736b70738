#include <perfplan/base/text.hpp>

#include "log_output.hpp"
#include "log_summary.hpp"
#include "log_words.hpp"
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

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
/// `shown_left`: the same as `left`, perhaps with colour.
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
        const LogEntry entry = in_words(past, log.as_of);
        text += "\n" + header(past, entry, date_width, log, style, width) + body(entry, width);
    }
    return text;
}

}  // namespace perfplan
